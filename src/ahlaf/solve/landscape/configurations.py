"""Every division of a few actors into two sides: its energy, and where single moves lead from it.

Actor i < n − 1 stands on the side of bit i of a division's number; the last actor stands on side 0, since swapping the
sides makes no other division. A move of the last actor is thus one of all others.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ahlaf.solve.camps.piece import Booleans, Floats, Integers

# 2^21 divisions take seconds and a few hundred megabytes.
MOST_ACTORS = 22
# From so many actors on compiled code pays for being loaded.
MANY_ACTORS = 17


def energies(weights: Integers) -> Integers:
    """Return Σ w_ij over pairs i < j on opposite sides, for all 2^(n − 1) divisions; weights are symmetric (n, n).

    Built up actor by actor: on side 1 the i-th has against it whoever of those before it is on side 0.

    >>> energies(np.array([[0, 1, 2], [1, 0, -4], [2, -4, 0]])).tolist()
    [0, 3, -3, -2]
    """
    last = len(weights) - 1
    totals = np.zeros(1, dtype=np.int64)
    for actor in range(last):
        pull = np.zeros(1, dtype=np.int64)
        for other in range(actor):
            pull = np.concatenate([pull, pull + weights[actor, other]])
        everyone = int(weights[actor, :actor].sum() + weights[actor, last])
        totals = np.concatenate([totals + pull, totals + (everyone - pull)])
    return totals


def flips(actors: int) -> list[int]:
    """Return for each actor the bits that its move turns over."""
    return [*(1 << actor for actor in range(actors - 1)), (1 << (actors - 1)) - 1]


def minima(values: Integers, actors: int) -> tuple[Integers, Booleans]:
    """Return the divisions that no single move improves, and whether every move makes them worse."""
    every = np.arange(len(values))
    stable = np.ones(len(values), dtype=np.bool_)
    firm = np.ones(len(values), dtype=np.bool_)
    for flip in flips(actors):
        change = values[every ^ flip] - values
        stable &= change >= 0
        firm &= change > 0
    found = np.flatnonzero(stable)
    return found, firm[found]


def descend(values: Integers, actors: int, *, steepest: bool) -> Floats:
    """Return for every division the share of all that end there, when one move after another lowers the energy.

    Of the moves that lower it any is as likely as another; if `steepest`, only those that lower it most are made.
    The shares sum to 1.
    """
    if actors >= MANY_ACTORS:
        from ahlaf.solve.landscape.configurations_compiled import flow_down

        return flow_down(values, np.argsort(-values, kind="stable"), np.array(flips(actors)), steepest)
    return _descend(values, actors, steepest)


def _descend(values: Integers, actors: int, steepest: bool) -> Floats:
    mass = np.full(len(values), 1.0 / len(values))
    ended = np.zeros(len(values))
    active: Integers = np.arange(len(values))
    while len(active):
        best = np.zeros(len(active), dtype=np.int64)
        for flip in flips(actors) if steepest else ():
            np.minimum(best, values[active ^ flip] - values[active], out=best)
        count = np.zeros(len(active), dtype=np.int64)
        for _, moving in _moves(values, active, best, actors, steepest):
            count += moving
        ended[active[count == 0]] += mass[active[count == 0]]
        share = mass[active] / np.maximum(count, 1)
        following = np.zeros(len(values))
        for flip, moving in _moves(values, active, best, actors, steepest):
            # One move takes different divisions to different ones, so that none is written to twice.
            following[active[moving] ^ flip] += share[moving]
        mass = following
        active = np.flatnonzero(mass)
    return ended


def _moves(
    values: Integers, active: Integers, best: Integers, actors: int, steepest: bool
) -> Iterator[tuple[int, Booleans]]:
    for flip in flips(actors):
        change = values[active ^ flip] - values[active]
        yield flip, (change < 0) & (change == best if steepest else True)
