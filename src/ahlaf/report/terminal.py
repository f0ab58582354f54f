"""An answer for the terminal: short, plain, in one language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from ahlaf.model import Answer, Case, Evidence, Status, Tie
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import directed, plain
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.sentences.blocking import told_pairs
from ahlaf.report.ties import leading_evidence, network_of, note_in
from ahlaf.report.words import Words

if TYPE_CHECKING:
    from rich.table import Table

_INDENT = "  "
_STYLES = {Status.HOLDS: "bold green", Status.FAILS: "bold red", Status.CONTESTED: "bold yellow"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its text, how deep it is set in, and its style where colour is wanted."""

    text: str
    depth: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its paragraphs and, at most, one table (the first row is its header)."""

    heading: str
    lines: Sequence[Line]
    table: Sequence[Sequence[str]] = ()


def to_terminal(case: Case, answer: Answer, *, lang: Lang, color: bool, width: int = 100) -> str:
    """Return the answer as a short text for a terminal, `width` columns wide, with colour if asked for."""
    return print_blocks(_blocks(case, answer, Words.of(case, lang)), lang=lang, color=color, width=width)


def print_blocks(blocks: Iterable[Block], *, lang: Lang, color: bool, width: int) -> str:
    """Return blocks of text as they stand in a terminal."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
        _environ={},
    )
    for block in blocks:
        console.print(Text(plain(block.heading), style="bold"))
        for line in block.lines:
            indent = _INDENT * line.depth
            # In Arabic a line may be led by a mark of direction.
            room = max(width - len(indent) - (lang == "ar"), 20)
            for part in textwrap.wrap(plain(line.text), room, break_on_hyphens=False):
                printed = indent + directed(part, line.text, lang)
                console.print(Text(printed, style=line.style), soft_wrap=True)
        if block.table:
            console.print(_table(block.table))
        console.print()
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(rows: Sequence[Sequence[str]]) -> Table:
    from rich.table import Table

    header, *body = rows
    table = Table(box=None, pad_edge=False, header_style="dim")
    for i, cell in enumerate(header):
        table.add_column(cell, justify="right" if i else "left")
    for row in body:
        table.add_row(*(plain(cell) for cell in row))
    return table


def _blocks(case: Case, answer: Answer, words: Words) -> Iterator[Block]:
    said = sentences(case, answer, words)
    style = _STYLES[answer.verdict.status]
    yield Block(words.title(case), [Line(said.verdict[0], style=style), *_indented(said.summary)])
    yield Block(words.say("section.certainty"), _indented((*said.verdict[1:], *said.certainty)))
    yield Block(words.say("section.obstacles"), list(_obstacles(case, answer, said, words)))
    yield Block(words.say("section.reconciliation"), _indented(said.reconciliation))
    if answer.brokers:
        yield Block(words.say("section.brokers"), _indented((*said.brokers, *said.teams, *said.bias)))
    if said.order:
        yield Block(words.say("section.order"), _indented(said.order))
    if said.sensitivity:
        yield Block(words.say("section.sensitivity"), _indented(said.sensitivity))
    if said.alternatives:
        yield Block(words.say("section.alternatives"), _indented(said.alternatives))
    yield Block(words.say("section.miracle"), _indented(said.miracle))
    yield Block(words.say("section.strength"), _indented(said.sufficiency))
    if said.joining:
        yield Block(words.say("section.joining"), _indented(said.joining))
    if said.overlaps:
        yield Block(words.say("section.comparison"), _indented(said.overlaps))
    if said.commitments:
        yield Block(words.say("section.commitments"), _indented(said.commitments))
    yield Block(words.say("section.basis"), _indented(said.evidence))


def _indented(said: Sequence[str]) -> list[Line]:
    return [Line(sentence, 1) for sentence in said]


def _obstacles(case: Case, answer: Answer, said: Sentences, words: Words) -> Iterator[Line]:
    """Say the first blocking sets, then each tie in them with its number and the sentence it rests on."""
    yield from _indented(said.blocking)
    network = network_of(case)
    for pair in told_pairs(answer.blocking):
        tie = network.tie(*pair)
        yield Line(_tie_line(tie, words), 1, "bold")
        # A red line is somebody's word, and the note says whose: it comes before what was read of the tie.
        parts = (_note(tie, words), _quotation(tie, words))
        for part in parts if tie.red_line else parts[::-1]:
            yield from part


def _note(tie: Tie, words: Words) -> list[Line]:
    return [Line(f"{words.say('label.note')}: {note_in(tie, words.lang)}", 2)] if tie.note else []


def _quotation(tie: Tie, words: Words) -> list[Line]:
    evidence = leading_evidence(tie, words.lang)
    if evidence is None:
        return []
    quote = words.say("phrase.quoted", quote=" ".join(evidence.quote.split()))
    return [Line(quote, 2), Line(attribution(evidence, words), 2, "dim")]


def _tie_line(tie: Tie, words: Words) -> str:
    parts = [words.weight(tie.weight), words.interval(tie.low, tie.high), words.say(f"origin.{tie.origin}")]
    if tie.red_line:
        parts.insert(0, words.say("label.red_line"))
    return f"{words.dash(tie.pair)}: {' · '.join(parts)}"


def attribution(evidence: Evidence, words: Words) -> str:
    """Return where a sentence stands and of what day it is."""
    source = evidence.publisher or evidence.title or evidence.report
    return words.say("phrase.attribution", source=source, date=words.day(evidence.date))
