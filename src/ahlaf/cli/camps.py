"""ahlaf camps: who stands with whom in a signed network, with proof."""

from __future__ import annotations

import sys
import time

import click

from ahlaf.cli.options import Lang, lang_option, proof_code, time_limit_option


@click.command("camps")
@click.argument("path", metavar="NETWORK")
@click.option("-k", "camps", type=click.Choice(["2", "any"]), default="2", show_default=True, help="How many camps.")
@click.option("--signs", is_flag=True, help="Count each row as +1 or -1, and each pair as the sign of its sum.")
@time_limit_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(path: str, camps: str, signs: bool, time_limit: float, lang: Lang, as_json: bool) -> None:
    """Divide a whole network into camps with the least frustration, and prove that there is no better way.

    NETWORK is an edge list (source, target, weight or sign; commas, tabs or spaces), a max-cut file (`n m`, then
    `i j w`), or - for standard input. Frustration is the summed weight of friendly ties between camps and of hostile
    ties within one.
    """
    from pathlib import Path

    from ahlaf.cli.output import writing
    from ahlaf.network import read_network
    from ahlaf.report import camps_to_json, camps_to_text, self_ties_to_text
    from ahlaf.solve.camps.find import find_camps

    graph = read_network(f"{sys.stdin.read()}\n" if path == "-" else Path(path), signs=signs)
    click.echo(self_ties_to_text(graph, lang=lang), err=True, nl=False)
    start = time.monotonic()
    found = find_camps(graph, k=None if camps == "any" else 2, time_limit=time_limit)
    seconds = time.monotonic() - start
    text = camps_to_json(graph, found, seconds) if as_json else camps_to_text(graph, found, lang=lang).encode()
    with writing(None) as out:
        out.write(text)
    sys.exit(proof_code(found.certificate))
