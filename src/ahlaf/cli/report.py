"""ahlaf report: the page that answers a case."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from ahlaf.cli.constraints import constraint_options
from ahlaf.cli.options import Lang, answered, exit_code, lang_option, period_options, question_options

if TYPE_CHECKING:
    from ahlaf.model import Constraints


@click.command("report")
@click.argument("path", metavar="CASE|TIES", type=click.Path())
@question_options
@period_options
@constraint_options
@lang_option
@click.option("-o", "output", metavar="FILE", default="answer.html", show_default=True, help='"-" for stdout.')
def command(
    path: str,
    members: str | None,
    against: str | None,
    time_limit: float,
    start: date | None,
    as_of: date | None,
    constraints: Constraints,
    lang: Lang,
    output: str,
) -> None:
    """Write the page that answers a case: one file in both languages, that needs no network.

    --lang is the language that it opens in.
    """
    from ahlaf.cli.output import writing
    from ahlaf.report import to_page

    case, answer = answered(path, members, against, time_limit, start=start, as_of=as_of, constraints=constraints)
    page = to_page(case, answer, lang=lang).encode()
    with writing(output) as out:
        out.write(page)
    if output != "-":
        click.echo(f"wrote {output}", err=True)
    sys.exit(exit_code(answer))
