"""ahlaf landscape: which alignments no actor would leave on its own."""

from __future__ import annotations

import sys
import time

import click

from ahlaf.cli.options import Lang, lang_option, seed_option, time_limit_option


@click.command("landscape")
@click.argument("path", metavar="NETWORK")
@click.option("--sizes", metavar="FILE", help="How much each actor weighs: actor and size, one a row; 1 unless given.")
@click.option("--actual", metavar="A,B,...", help="One side of an alignment; it is said where this stands.")
@click.option(
    "--samples",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    metavar="N",
    help="How many random alignments of a large network are followed down.",
)
@seed_option
@time_limit_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(
    path: str,
    sizes: str | None,
    actual: str | None,
    samples: int,
    seed: int,
    time_limit: float,
    lang: Lang,
    as_json: bool,
) -> None:
    """Find the alignments on two sides that no actor gains by leaving, and how likely each is to come about.

    NETWORK is as for `ahlaf camps`; the weight of a tie is the propensity of two actors to stand together. The energy
    of an alignment adds up, over all pairs on opposite sides, the sizes of both times their propensity, each pair
    twice (Axelrod and Bennett 1993). Of up to 22 actors all alignments are looked at; of more, a sample.
    """
    from pathlib import Path

    from ahlaf.cli.output import writing
    from ahlaf.cli.standing import watched
    from ahlaf.network import read_network, read_sizes
    from ahlaf.report import landscape_to_json, landscape_to_text, self_ties_to_text
    from ahlaf.solve.landscape.landscape import landscape, placed

    graph = read_network(f"{sys.stdin.read()}\n" if path == "-" else Path(path))
    click.echo(self_ties_to_text(graph, lang=lang), err=True, nl=False)
    weighs = None if sizes is None else read_sizes(Path(sizes))
    start = time.monotonic()
    with watched(None):
        found = landscape(graph, weighs, samples=samples, seed=seed, time_limit=time_limit)
    stands = []
    if actual is not None:
        camp = [name.strip() for name in actual.replace("،", ",").split(",")]
        stands = [placed(graph, part, camp, weighs) for part in found.parts]
    seconds = time.monotonic() - start
    as_text = landscape_to_text(found, stands, lang=lang).encode
    text = landscape_to_json(found, stands, seconds) if as_json else as_text()
    with writing(None) as out:
        out.write(text)
