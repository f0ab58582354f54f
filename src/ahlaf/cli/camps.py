"""ahlaf camps: who stands with whom in a signed network, with proof."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from ahlaf.cli.options import Lang, lang_option, memory_limit_option, proof_code, seed_option, time_limit_option
from ahlaf.model.errors import EXIT_FINDING, EXIT_OK

if TYPE_CHECKING:
    from pathlib import Path

    from ahlaf.network import SignedGraph
    from ahlaf.solve.camps.find import Solved


class CampCount(click.ParamType[int | None]):
    """How many camps there may be: a number from 1, or "any" (None)."""

    name = "2|any|N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """Return the number, None for any; or fail saying what may stand there."""
        if value == "any":
            return None
        if not str(value).isdecimal() or int(value) == 0:
            self.fail(f"{value!r} is no number of camps; write a number from 1 on, or any", param, ctx)
        return int(value)


@click.command("camps")
@click.argument("path", metavar="NETWORK")
@click.option("-k", "camps", type=CampCount(), default="2", show_default=True, help="How many camps there may be.")
@click.option("--signs", is_flag=True, help="Count each row as +1 or -1, and each pair as the sign of its sum.")
@time_limit_option
@memory_limit_option
@seed_option
@click.option("--windows", metavar="COLUMN", help="The column, by title or number, that names the window of each row.")
@click.option("--certificate", metavar="FILE", help="Write the camps and their proof here, for others to check.")
@click.option("--check", metavar="FILE", help="Only check such a file against the network; exit with 1 if it is wrong.")
@click.option(
    "--near-best",
    type=click.FloatRange(min=0),
    metavar="DISTANCE",
    help="Find all divisions in two whose frustration is so much above the least, and what they agree on.",
)
@click.option(
    "--first",
    type=click.IntRange(min=1),
    metavar="N",
    help="List the first N near-best divisions; alone, as far from the best one as that takes.",
)
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(
    path: str,
    camps: int | None,
    signs: bool,
    time_limit: float,
    memory_limit: int | None,
    seed: int,
    windows: str | None,
    certificate: str | None,
    check: str | None,
    near_best: float | None,
    first: int | None,
    lang: Lang,
    as_json: bool,
) -> None:
    """Divide a whole network into camps with the least frustration, and prove that there is no better way.

    NETWORK is an edge list (source, target, weight or sign; commas, tabs or spaces), a max-cut file (`n m`, then
    `i j w`), or - for standard input. Frustration is the summed weight of friendly ties between camps and of hostile
    ties within one.

    With --windows, a column of the edge list says to which window of time each row belongs: every window is divided,
    each as near to the last as the least frustration allows, and what changed is told.

    When time or memory runs out, or at Ctrl-C, the best division found so far comes out with its bound and gap, and
    the exit code is 3. A second Ctrl-C ends at once.
    """
    limit = None if memory_limit is None else memory_limit * 2**20
    if windows is not None:
        if certificate or check:
            raise click.UsageError("--windows cannot go with --certificate or --check: these are for one network.")
        _over_time(path, windows, camps, signs, time_limit, limit, seed, lang, as_json)
        return
    graph = _network(path, signs, lang)
    if check is not None:
        _check(graph, check, lang, as_json)
        return
    if near_best is not None or first is not None:
        if camps != 2:
            raise click.UsageError("near-best divisions are found for two camps: -k 2")
        _near_best(graph, NearBestWanted(near_best, first), time_limit, seed, lang, as_json)
        return
    from ahlaf.report import CampsRun, camps_to_json, camps_to_text
    from ahlaf.solve.camps.find import solve_camps
    from ahlaf.solve.stopping import watching

    start = time.monotonic()
    with watching(memory_limit=limit) as watch:
        solved = solve_camps(graph, k=camps, time_limit=time_limit, seed=seed)
    run = CampsRun(time.monotonic() - start, watch.reason, solved.tolerance)
    found = solved.camps
    _write(camps_to_json(graph, found, run) if as_json else camps_to_text(graph, found, run, lang=lang).encode())
    if certificate is not None:
        _save(solved, certificate)
    sys.exit(proof_code(found.certificate))


def _network(path: str, signs: bool, lang: Lang) -> SignedGraph:
    """Read the network, and say what of it is passed over."""
    from ahlaf.network import read_network
    from ahlaf.report import self_ties_to_text

    graph = read_network(_source(path), signs=signs)
    click.echo(self_ties_to_text(graph, lang=lang), err=True, nl=False)
    return graph


def _source(path: str) -> Path | str:
    """Return what a reader of networks takes: a path, or the text of standard input."""
    from pathlib import Path

    return f"{sys.stdin.read()}\n" if path == "-" else Path(path)


def _over_time(
    path: str,
    column: str,
    camps: int | None,
    signs: bool,
    time_limit: float,
    memory_limit: int | None,
    seed: int,
    lang: Lang,
    as_json: bool,
) -> None:
    """Find the camps of each window, and say what changed."""
    from ahlaf.network import read_windows
    from ahlaf.report import over_time_to_json, over_time_to_text
    from ahlaf.solve.camps.over_time import camps_over_time
    from ahlaf.solve.stopping import watching

    networks = read_windows(_source(path), column, signs=signs)
    start = time.monotonic()
    with watching(memory_limit=memory_limit):
        found = camps_over_time(networks, k=camps, time_limit=time_limit, seed=seed)
    seconds = time.monotonic() - start
    _write(over_time_to_json(found, seconds) if as_json else over_time_to_text(found, lang=lang).encode())
    sys.exit(proof_code(*(window.camps.certificate for window in found.windows)))


def _check(graph: SignedGraph, path: str, lang: Lang, as_json: bool) -> None:
    """Check the certificate at `path` against the network, and say what came of it."""
    from pathlib import Path

    from ahlaf.report import check_to_json, check_to_text
    from ahlaf.solve.camps.certificate_file import read_certificate
    from ahlaf.solve.camps.check_certificate import check_certificate

    came_of_it = check_certificate(graph, read_certificate(Path(path)))
    _write(check_to_json(came_of_it) if as_json else check_to_text(came_of_it, lang=lang).encode())
    sys.exit(EXIT_OK if came_of_it.wrong is None else EXIT_FINDING)


@dataclass(frozen=True, slots=True)
class NearBestWanted:
    """How far from the best division to look (None: as far as it takes), and how many divisions to list."""

    within: float | None
    first: int | None


def _near_best(
    graph: SignedGraph, wanted: NearBestWanted, time_limit: float, seed: int, lang: Lang, as_json: bool
) -> None:
    """Find the divisions near the best one, and write them after it."""
    from ahlaf.model.errors import EXIT_NO_PROOF
    from ahlaf.report import CampsRun, camps_to_text, near_best_to_json, near_best_to_text
    from ahlaf.solve.camps.near_best import DEFAULT_MOST, near_best
    from ahlaf.solve.stopping import watching

    start = time.monotonic()
    with watching() as watch:
        found = near_best(
            graph, within=wanted.within, most=wanted.first or DEFAULT_MOST, time_limit=time_limit, seed=seed
        )
    run = CampsRun(time.monotonic() - start, watch.reason)
    if as_json:
        _write(near_best_to_json(found, run.seconds))
    else:
        best = camps_to_text(graph, found.best, run, lang=lang)
        _write((best + near_best_to_text(found, lang=lang)).encode())
    sys.exit(proof_code(found.best.certificate) or (EXIT_NO_PROOF if found.unknown else EXIT_OK))


def _save(solved: Solved, path: str) -> None:
    from ahlaf.cli.output import writing
    from ahlaf.solve.camps.certificate_file import certificate_bytes
    from ahlaf.solve.camps.certify import certificate_of

    with writing(path) as out:
        out.write(certificate_bytes(certificate_of(solved)))


def _write(text: bytes) -> None:
    from ahlaf.cli.output import writing

    with writing(None) as out:
        out.write(text)
