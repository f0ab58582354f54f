"""ahlaf compare: several coalitions side by side."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from ahlaf.cli.options import (
    Lang,
    actor_id,
    actor_ids,
    lang_option,
    period_options,
    proof_code,
    time_limit_option,
)

if TYPE_CHECKING:
    from ahlaf.model import Case, Coalition


@click.command("compare")
@click.argument("path", metavar="CASE|TIES", type=click.Path())
@click.option("--coalitions", metavar="NAME,...", help="Only these of the coalitions that case.toml declares.")
@click.option("--members", metavar="A,B,...", multiple=True, help="One more coalition, of these; may be repeated.")
@click.option("--against", metavar="ACTOR", help="The threat.")
@time_limit_option
@period_options
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole comparison as JSON.")
def command(
    path: str,
    coalitions: str | None,
    members: tuple[str, ...],
    against: str | None,
    time_limit: float,
    start: date | None,
    as_of: date | None,
    lang: Lang,
    as_json: bool,
) -> None:
    """Several coalitions against one threat side by side: which would hold, and what they do to one another.

    The coalition that the case asks about comes first, then those that its case.toml declares. Of a TIES file the first
    --members are asked about, and --against is needed.
    """
    from pathlib import Path

    from ahlaf.cases import open_case
    from ahlaf.cli.output import writing
    from ahlaf.report import comparison_to_json, comparison_to_terminal
    from ahlaf.solve import compare

    named = [actor_ids(text) for text in members]
    # A ties file has no question of its own: it takes the first.
    asked = () if (Path(path).is_dir() or Path(path).name == "case.toml") or not named else named[0]
    case = open_case(Path(path), asked, actor_id(against), start=start, as_of=as_of)
    chosen = (*_declared(case, coalitions), *_made(named))
    comparison = compare(case.question, case.parties, case.ties, chosen, time_limit=time_limit)
    if as_json:
        text = comparison_to_json(case, comparison)
    else:
        text = comparison_to_terminal(case, comparison, lang=lang, color=sys.stdout.isatty()).encode()
    with writing(None) as out:
        out.write(text)
    sys.exit(proof_code(*(one.certificate for one in comparison.coalitions)))


def _declared(case: Case, names: str | None) -> tuple[Coalition, ...]:
    """Return the coalitions of the case, or those of them that are named, in the order in which they are named."""
    from ahlaf.model import QuestionError

    if names is None:
        return case.coalitions
    known = {coalition.key: coalition for coalition in case.coalitions}
    wanted = [name.strip() for name in names.replace("،", ",").split(",")]
    for name in wanted:
        if name not in known:
            raise QuestionError(
                f"the case declares no coalition {name!r}",
                expected=", ".join(known) or "a table [coalitions.NAME] in case.toml",
            )
    return tuple(known[name] for name in dict.fromkeys(wanted))


def _made(named: list[tuple[str, ...]]) -> tuple[Coalition, ...]:
    """Return a coalition for every --members, with the codes of its members as its key."""
    from ahlaf.model import Coalition

    return tuple(Coalition("+".join(members), members) for members in dict.fromkeys(named))
