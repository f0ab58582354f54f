"""ahlaf commitments: what conditional promises come to, and which ones reading proposes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ahlaf.cli.options import Lang, actor_ids, lang_option, proof_code, time_limit_option
from ahlaf.model.errors import EXIT_FINDING

if TYPE_CHECKING:
    from ahlaf.model import Commitment

FILE_IN_A_CASE = "commitments.txt"
_SHOWN_PARTIES = 5


@click.command("commitments")
@click.argument("paths", metavar="FILE", nargs=-1, required=True)
@click.option("--not-first", metavar="A,B,...", help="Parties that will not move first: what does that cost?")
@click.option("--why", "asked", metavar='"SAU joins"', help="Why that act comes about, or why not.")
@time_limit_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
@click.option("--check", is_flag=True, help="Exit with 1 if a rule may not say what was meant.")
@click.option("--propose", is_flag=True, help="Propose rules from reports, each with its sentence, for you to edit.")
@click.option("-o", "output", metavar="FILE", help="Write here rather than to standard output.")
def command(
    paths: tuple[str, ...],
    not_first: str | None,
    asked: str | None,
    time_limit: float,
    lang: Lang,
    as_json: bool,
    check: bool,
    propose: bool,
    output: str | None,
) -> None:
    """What comes of conditional promises: if all wait, if all sign at once, and which first moves unlock the rest.

    FILE holds rules, one a line (PARTY deed [OBJECT] [if ... and ...] [unless ... or ...]); it may also be the folder
    of a case, or - for standard input.

    With --propose, any number of FILEs are reports, as `ahlaf read` takes them, or what it wrote of them. Out comes a
    file of rules that holds none yet: what was read as conditional or offered, commented out, for a person to judge.
    """
    if propose:
        _refuse({"--not-first": not_first is not None, "--why": asked is not None, "--json": as_json, "--check": check})
        _propose(paths, output, lang)
        return
    if len(paths) > 1:
        raise click.UsageError("one file of rules at a time; several are taken with --propose only")
    _solve(paths[0], not_first, asked, time_limit, lang, output, as_json=as_json, check=check)


def _refuse(asked: dict[str, bool]) -> None:
    """Refuse options that ask for an answer, where none is given yet."""
    for name, is_given in asked.items():
        if is_given:
            raise click.UsageError(f"{name} cannot go with --propose, which answers nothing yet")


def _propose(paths: tuple[str, ...], output: str | None, lang: Lang) -> None:
    from ahlaf.cli.output import writing
    from ahlaf.reading import read_or_take
    from ahlaf.report import proposals_to_text
    from ahlaf.solve import propose_commitments

    text = proposals_to_text(propose_commitments(read_or_take(paths)), lang=lang)
    with writing(output) as out:
        out.write(text.encode())


def _solve(
    path: str,
    not_first: str | None,
    asked: str | None,
    time_limit: float,
    lang: Lang,
    output: str | None,
    *,
    as_json: bool,
    check: bool,
) -> None:
    from ahlaf.cli.output import writing
    from ahlaf.report import act_named, commitments_to_json, commitments_to_text, why_to_text
    from ahlaf.solve import parse_commitments, solve_commitments, why
    from ahlaf.solve.commitments.net import acts_of

    name, rules = _read(path)
    promises = parse_commitments(rules, file=name)
    excluded = _parties(not_first, promises)
    act = act_named(asked, acts_of(promises), option=f"--why {asked}") if asked is not None else None
    answer = solve_commitments(promises, not_first=excluded, time_limit=time_limit)
    found = why(answer, act) if act else None
    if as_json:
        text = commitments_to_json(answer, found)
    elif found:
        text = why_to_text(answer, found, lang=lang).encode()
    else:
        text = commitments_to_text(answer, lang=lang).encode()
    with writing(output) as out:
        out.write(text)
    proofs = [answer.unlocking.proof, *([answer.restricted.proof] if answer.restricted else [])]
    code = proof_code(*proofs)
    sys.exit(EXIT_FINDING if check and not code and answer.findings else code)


def _parties(names: str | None, rules: Sequence[Commitment]) -> tuple[str, ...]:
    """Return the parties that were named, as the rules call them."""
    from difflib import get_close_matches

    from ahlaf.model import InputError, Place

    known = sorted({rule.act.party for rule in rules})
    codes = {actor_ids(party)[0]: party for party in known}
    found = []
    for name in names.replace("،", ",").split(",") if names else ():
        party = name.strip() if name.strip() in known else codes.get(actor_ids(name)[0])
        if party is None:
            near = get_close_matches(name.strip(), known, n=3) or known[:_SHOWN_PARTIES]
            raise InputError(
                f"{name.strip()!r} promises nothing in these rules",
                place=Place(file=f"--not-first {names}"),
                expected=f"a party of the rules, such as {', '.join(near)}",
            )
        found.append(party)
    return tuple(found)


def _read(path: str) -> tuple[str | None, str]:
    """Return the name of the file and the rules in it."""
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
