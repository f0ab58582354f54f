"""Which parts of the members hold by themselves, and are not part of a larger one that does?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.coalition.game import FEWEST_MEMBERS, CoalitionGame
from ahlaf.solve.coalition.nearby import Nearby

WHOLE_SEARCH = 14
"""Every part of so many members can be tried: 2^14 of them."""


def maximal_parts(game: CoalitionGame) -> tuple[tuple[str, ...], ...]:
    """Return every part of two or more members that holds while no larger part that includes it does.

    All 2^n parts are tried, for n ≤ 14. The members themselves are such a part where the coalition holds. The
    strongest come first, then the larger, then in alphabetical order. Parts of a part that holds need not hold.
    """
    members, count = game.members, len(game.members)
    inside = _all_parts(count)
    holds = _holding(game, inside)
    outdone = holds.copy()
    # Of ever larger parts: does it hold, or does a larger one that includes it?
    for member in range(count):
        without = np.flatnonzero(~inside[:, member])
        outdone[without] |= outdone[without | (1 << member)]
    maximal = [
        part
        for part in np.flatnonzero(holds)
        if not any(outdone[part | (1 << member)] for member in range(count) if not inside[part, member])
    ]
    named = [tuple(members[i] for i in np.flatnonzero(inside[part])) for part in maximal]
    return tuple(sorted(named, key=lambda part: (-round(game.capability(part), 9), -len(part), part)))


def _all_parts(count: int) -> NDArray[np.bool_]:
    """Return the (2^n, n) table of all parts: part p has member i where bit i of p is set."""
    bits: NDArray[np.bool_] = (np.arange(1 << count)[:, None] >> np.arange(count)) & 1 == 1
    return bits


def _holding(game: CoalitionGame, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say of every part whether it holds, parts that the same number of members leave in one go."""
    place = {party.id: i for i, party in enumerate(game.parties)}
    of_members = np.array([place[member] for member in game.members])
    nearby = Nearby(game)
    holds = np.zeros(len(inside), dtype=bool)
    leaving = (~inside).sum(axis=1)
    for count in range(len(of_members) - FEWEST_MEMBERS + 1):
        chosen = np.flatnonzero(leaving == count)
        rows = of_members[np.nonzero(~inside[chosen])[1].reshape(len(chosen), count)]
        holds[chosen] = nearby.holding(rows)
    return holds
