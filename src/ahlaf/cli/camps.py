"""ahlaf camps: who stands with whom in a signed network, with proof."""

from __future__ import annotations

from typing import Any

import click

from ahlaf.cli.options import Lang, lang_option, memory_limit_option, seed_option, time_limit_option


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
@click.option(
    "--near-best",
    type=click.FloatRange(min=0),
    metavar="DISTANCE",
    help="Find all divisions whose frustration is up to so much above the least, and what they agree on (-k 2 or any).",
)
@click.option(
    "--first",
    type=click.IntRange(min=1),
    metavar="N",
    help="List the first N near-best divisions; alone, as far from the best one as that takes.",
)
@click.option("--certificate", metavar="FILE", help="Write the camps and their proof here, for others to check.")
@click.option("--check", metavar="FILE", help="Only check such a file against the network; exit with 1 if it is wrong.")
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
    near_best: float | None,
    first: int | None,
    certificate: str | None,
    check: str | None,
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
    near = near_best is not None or first is not None
    _refuse_mixed(
        {"--windows": windows is not None, "--near-best or --first": near, "--check": check is not None},
        certificate is not None,
    )
    from ahlaf.cli.camps_runs import CampsTask

    task = CampsTask(path, camps, signs, time_limit, memory_limit, seed, lang, as_json)
    if windows is not None:
        task.over_time(windows)
    elif near:
        task.near_best(near_best, first)
    elif check is not None:
        task.check(check)
    else:
        task.divide(certificate)


def _refuse_mixed(asked: dict[str, bool], certificate: bool) -> None:
    """Refuse what is asked for together and cannot be: each of these is an answer of its own."""
    given = [name for name, is_given in asked.items() if is_given] + (["--certificate"] if certificate else [])
    if len(given) > 1:
        raise click.UsageError(f"{given[0]} cannot go with {given[1]}")
