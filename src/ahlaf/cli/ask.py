"""ahlaf ask: can these parties stand together?"""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from ahlaf.cli.constraints import constraint_options
from ahlaf.cli.options import Lang, answered, exit_code, lang_option, period_options, question_options
from ahlaf.model.errors import EXIT_FINDING

if TYPE_CHECKING:
    from ahlaf.model import Constraints


@click.command("ask")
@click.argument("path", metavar="CASE|TIES", type=click.Path())
@question_options
@period_options
@constraint_options
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
@click.option("--check", is_flag=True, help="Exit with 1 if the coalition does not hold.")
def command(
    path: str,
    members: str | None,
    against: str | None,
    time_limit: float,
    start: date | None,
    as_of: date | None,
    constraints: Constraints,
    lang: Lang,
    as_json: bool,
    check: bool,
) -> None:
    """Can the members stand together against the threat? What stops them, what would it take, who could broker it?

    CASE is the folder of a case; TIES is a table that `ahlaf ties` wrote or that you wrote by hand, and then
    --members and --against are needed. Actors go by code or by name, in English or Arabic.
    """
    from ahlaf.cli.output import writing
    from ahlaf.model import Status
    from ahlaf.report import to_json, to_terminal

    case, answer = answered(path, members, against, time_limit, start=start, as_of=as_of, constraints=constraints)
    if as_json:
        text = to_json(case, answer)
    else:
        text = to_terminal(case, answer, lang=lang, color=sys.stdout.isatty()).encode()
    with writing(None) as out:
        out.write(text if text.endswith(b"\n") else text + b"\n")
    code = exit_code(answer)
    if check and not code and answer.verdict.status is not Status.HOLDS:
        code = EXIT_FINDING
    sys.exit(code)
