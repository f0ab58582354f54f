"""What a reconciliation must keep to, as options of a command."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from ahlaf.cli.options import actor_ids
from ahlaf.model.errors import InputError, Place

if TYPE_CHECKING:
    from ahlaf.model import Pair


def constraint_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add --untouchable, --not-first, --most-tracks, --most-notches and --budget; the command gets `constraints`."""

    @wraps(command)
    def gathered(
        *args: Any,
        untouchable: tuple[str, ...],
        not_first: str | None,
        most_tracks: int | None,
        most_notches: int | None,
        budget: float | None,
        **rest: Any,
    ) -> None:
        from ahlaf.model import Constraints

        pairs = tuple(_pair(text) for text in untouchable)
        constraints = Constraints(pairs, actor_ids(not_first), most_tracks, most_notches, budget)
        command(*args, constraints=constraints, **rest)

    options = (
        click.option(
            "--untouchable", multiple=True, metavar="A:B", help="A tie that must not be mended; may be given again."
        ),
        click.option("--not-first", metavar="A,B,...", help="Who will not move first in a reconciliation."),
        click.option("--most-tracks", type=click.IntRange(min=0), metavar="N", help="Open at most so many tracks."),
        click.option(
            "--most-notches", type=click.IntRange(1, 6), metavar="N", help="Mend no tie by more than so many notches."
        ),
        click.option("--budget", type=click.FloatRange(min=0), metavar="PRICE", help="The most that it may cost."),
    )
    decorated: Callable[..., None] = gathered
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


def _pair(text: str) -> Pair:
    """Turn "SYR:SAU" or "سوريا:السعودية" into a pair of codes."""
    from ahlaf.model import pair_of

    names = [name for part in text.split(":") for name in actor_ids(part)]
    if len(names) != 2 or names[0] == names[1]:
        raise InputError(
            "this is no pair", place=Place(file=f"--untouchable {text}"), expected="two actors, as SYR:SAU"
        )
    return pair_of(*names)
