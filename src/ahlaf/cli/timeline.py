"""ahlaf timeline: how the answer moved as evidence came in."""

from __future__ import annotations

import sys
from datetime import date

import click

from ahlaf.cli.options import Lang, lang_option, period_options, question_options


@click.command("timeline")
@click.argument("path", metavar="CASE", type=click.Path())
@click.option("--every", type=click.IntRange(min=1), default=7, show_default=True, metavar="DAYS", help="Ask so often.")
@question_options
@period_options
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Every stage as JSON.")
@click.option("--svg", metavar="FILE", help="Draw how the probability moved, too.")
def command(
    path: str,
    every: int,
    members: str | None,
    against: str | None,
    time_limit: float,
    start: date | None,
    as_of: date | None,
    lang: Lang,
    as_json: bool,
    svg: str | None,
) -> None:
    """How the verdict, its probability, the lowest balance, the price and the first broker moved as evidence came in.

    The case is asked as of every seventh day (or --every so many), each time with what was known on that day, as by
    `ahlaf ask CASE --until DAY`. What came in is told for every span of days, and what turned the verdict.
    """
    from pathlib import Path

    from ahlaf.cases import asked, case_folder, read_case, timeline
    from ahlaf.cli.options import actor_id, actor_ids
    from ahlaf.cli.output import writing
    from ahlaf.model.errors import EXIT_NO_PROOF, EXIT_OK
    from ahlaf.report import timeline_to_json, timeline_to_svg, timeline_to_text

    files = read_case(case_folder(Path(path)))
    names, threat = actor_ids(members), actor_id(against)
    case = asked(files.at(start=start, as_of=as_of).case, names, threat)
    found = timeline(files, every, members=names, threat=threat, start=start, as_of=as_of, time_limit=time_limit)
    text = timeline_to_json(case, found) if as_json else timeline_to_text(case, found, lang=lang).encode()
    if svg:
        with writing(svg) as out:
            out.write(timeline_to_svg(case, found, lang=lang).encode())
    with writing(None) as out:
        out.write(text)
    sys.exit(EXIT_OK if all(stage.standing.proven for stage in found.stages) else EXIT_NO_PROOF)
