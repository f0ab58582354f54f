"""Which constraints are to blame where they leave no package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahlaf.model import Constraints, ProofStatus
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.repair.cheapest import cheapest
from ahlaf.solve.repair.tracks import Tracks


def smallest_conflict(game: CoalitionGame, deadline: float) -> Constraints:
    """Return constraints that together leave no package, of which none can be dropped: without any one there is one.

    Each is left out in turn, and stays out if there is proven to be no package all the same (deletion). Where time runs
    out on one, it is kept: the set then still leaves no package, but may be larger than it need be.
    """
    kept = game.question.constraints
    for fewer in _each_left_out(game.question.constraints):
        left = _both(kept, fewer)
        if _leaves_nothing(game, left, deadline):
            kept = left
    return kept


def _leaves_nothing(game: CoalitionGame, constraints: Constraints, deadline: float) -> bool:
    """Say whether there is proven to be no package under these constraints."""
    found = cheapest(Tracks.of(game, constraints=constraints), deadline)
    if found.certificate.status is ProofStatus.INFEASIBLE:
        return True
    return constraints.budget is not None and found.certificate.bound > constraints.budget + HOLDS_TOLERANCE


def _each_left_out(constraints: Constraints) -> Iterator[Constraints]:
    """Yield the constraints with each of them left out in turn."""
    for pair in constraints.untouchable:
        yield replace(constraints, untouchable=tuple(one for one in constraints.untouchable if one != pair))
    for actor in constraints.not_first:
        yield replace(constraints, not_first=tuple(one for one in constraints.not_first if one != actor))
    if constraints.most_tracks is not None:
        yield replace(constraints, most_tracks=None)
    if constraints.most_notches is not None:
        yield replace(constraints, most_notches=None)
    if constraints.budget is not None:
        yield replace(constraints, budget=None)


def _both(one: Constraints, other: Constraints) -> Constraints:
    """Return the constraints that are in both; a number is where both have it."""
    return Constraints(
        untouchable=tuple(pair for pair in one.untouchable if pair in other.untouchable),
        not_first=tuple(actor for actor in one.not_first if actor in other.not_first),
        most_tracks=None if other.most_tracks is None else one.most_tracks,
        most_notches=None if other.most_notches is None else one.most_notches,
        budget=None if other.budget is None else one.budget,
    )
