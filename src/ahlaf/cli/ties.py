"""ahlaf ties: relations to ties."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date

import click

from ahlaf.cli.options import Day


@click.command("ties")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path())
@click.option("--from", "start", type=Day(), help="First day of the evidence.")
@click.option("--to", "end", type=Day(), help="Last day of the evidence.")
@click.option("--against", metavar="ACTOR", help="The threat: who is said to help it, is accused.")
@click.option("-o", "output", metavar="FILE", help="The table; its sentences go to FILE's .evidence.jsonl beside it.")
def command(
    inputs: tuple[str, ...], start: date | None, end: date | None, against: str | None, output: str | None
) -> None:
    """Add the relations that `ahlaf read` found up to ties, one for each pair, with an interval.

    INPUT is JSON Lines as `ahlaf read` writes them, or - for standard input.
    """
    from itertools import chain
    from pathlib import Path

    from ahlaf.cli.options import actor_id
    from ahlaf.cli.output import writing
    from ahlaf.model import TieParameters
    from ahlaf.reading import iter_readings
    from ahlaf.ties import collect_evidence, compute_ties, write_ties
    from ahlaf.ties.files import evidence_path

    threat = actor_id(against)
    readings = chain.from_iterable(iter_readings(path) for path in inputs)
    parameters = TieParameters()
    evidence, count = collect_evidence(readings, parameters, start=start, end=end, outlawed=(threat,) if threat else ())
    ties = compute_ties(evidence, parameters)
    with ExitStack() as stack:
        table = stack.enter_context(writing(output))
        beside = None
        if output and output != "-":
            beside = stack.enter_context(writing(str(evidence_path(Path(output)))))
        write_ties(ties, table, beside)
    click.echo(
        f"ties: {len(ties)}, from {count.counted} of {count.relations} relations; left out:"
        f" {count.outside_period} outside the period, {count.undated} without a date,"
        f" {count.without_sign} that say neither friend nor foe",
        err=True,
    )
