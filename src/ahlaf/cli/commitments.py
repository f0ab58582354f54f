"""ahlaf commitments: what conditional promises come to."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from ahlaf.cli.options import lang_option

if TYPE_CHECKING:
    from ahlaf.model import Act, CommitmentAnswer
    from ahlaf.report import Lang

SCHEMA = "ahlaf.commitments/1"
FILE_IN_A_CASE = "commitments.txt"
# So many sets of first moves are written out; --json has them all.
SHOWN_KEYSTONES = 10
_MORE = {"en": "There are {n} such sets of first moves in all.", "ar": "عدد مجموعات الخطوات الأولى هذه كلها: {n}."}
_NONE = {"en": "There is no promise in it.", "ar": "لا تعهدات هنا."}


@click.command("commitments")
@click.argument("path", metavar="FILE")
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(path: str, lang: Lang, as_json: bool) -> None:
    """What comes of conditional promises: if all wait, if all sign at once, and which first moves unlock the rest.

    FILE holds rules, one a line (PARTY deed [OBJECT] [if ... and ...] [unless ... or ...]); it may also be the folder
    of a case, or - for standard input.
    """
    from ahlaf.solve import parse_commitments, solve_commitments

    name, text = _read(path)
    answer = solve_commitments(parse_commitments(text, file=name))
    if as_json:
        click.echo(json.dumps(_document(answer), ensure_ascii=False, indent=2))
        return
    for paragraph in _said(answer, lang):
        click.echo(paragraph)


def _read(path: str) -> tuple[str | None, str]:
    from pathlib import Path

    from ahlaf.model import InputError, Place

    if path == "-":
        return None, sys.stdin.read()
    file = Path(path) / FILE_IN_A_CASE if Path(path).is_dir() else Path(path)
    try:
        return str(file), file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the file is not text in UTF-8", place=Place(file=str(file))) from error
    except OSError as error:
        raise InputError(
            f"cannot read it: {error.strerror}",
            place=Place(file=str(file)),
            expected=f"a file of rules, one a line, or the folder of a case with a {FILE_IN_A_CASE}",
        ) from error


def _said(answer: CommitmentAnswer, lang: Lang) -> Iterator[str]:
    """Yield the answer in plain sentences, and in English who waits for what as a table."""
    from dataclasses import replace

    from ahlaf.report.sentences.commitments import commitment_sentences, dependence_sentences, waiting_sentences
    from ahlaf.report.words import Words

    if not answer.rules:
        yield _NONE[lang]
        return
    words = Words(lang, _names(answer, lang))
    yield from commitment_sentences(replace(answer, keystones=answer.keystones[:SHOWN_KEYSTONES]), words)
    if len(answer.keystones) > SHOWN_KEYSTONES:
        yield _MORE[lang].format(n=words.number(len(answer.keystones)))
    if answer.waiting:
        # Columns break where a line runs from right to left, so that Arabic has sentences here.
        yield from waiting_sentences(answer, words) if lang == "ar" else [_table(answer, words)]
    yield from dependence_sentences(answer, words)


def _names(answer: CommitmentAnswer, lang: Lang) -> dict[str, str]:
    """Return what the parties are called that go by a known code; others keep the name that they have in the rules."""
    from ahlaf.actors import gazetteer
    from ahlaf.model import UnknownActorError

    names: dict[str, str] = {}
    for act in _named(answer):
        for party in (act.party, act.object):
            if party is None or party in names:
                continue
            try:
                actor = gazetteer().actor(party)
            except UnknownActorError:
                continue
            names[party] = actor.name_ar if lang == "ar" else actor.name_en
    return names


def _named(answer: CommitmentAnswer) -> Iterator[Act]:
    for rule in answer.rules:
        yield rule.act
        yield from rule.unless
        for condition in rule.when:
            yield from condition.acts


def _table(answer: CommitmentAnswer, words: Any) -> str:
    import io

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Deadlocked", min_width=24)
    table.add_column("waits for")
    for waiting in answer.waiting:
        table.add_row(Text(words.act(waiting.act)), Text("; ".join(words.act(act) for act in waiting.waits_for)))
    out = io.StringIO()
    Console(file=out, width=100, color_system=None, _environ={}).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().split("\n"))


def _document(answer: CommitmentAnswer) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "monotone": answer.monotone,
        "complete": answer.complete,
        "rules": [{"line": rule.line, "text": rule.text, "note": rule.note} for rule in answer.rules],
        "least": _texts(answer.least),
        "greatest": _texts(answer.greatest),
        "deadlock": _texts(answer.deadlock),
        "waiting": [{"act": str(one.act), "waits_for": _texts(one.waits_for)} for one in answer.waiting],
        "keystones": [_texts(acts) for acts in answer.keystones],
        "dependences": [
            {"line": one.withdrawn.line, "text": one.withdrawn.text, "falls": _texts(one.falls)}
            for one in answer.dependences
        ],
        "endings": [_texts(acts) for acts in answer.endings],
    }


def _texts(acts: tuple[Act, ...]) -> list[str]:
    return [str(act) for act in acts]
