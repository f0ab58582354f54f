"""The fewest first moves that open one circle of waiting, proven; where time runs out, a set with its bound.

An act that opens the circle alone settles it. Otherwise acts that another one always does for are left aside, and the
fewest of the others are looked for twice: by clingo, which is quick or never done, then by stuck sets, whose bound is
good from the start.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.commitments.alone import bringers, places
from ahlaf.solve.commitments.answer_sets import fewest_of
from ahlaf.solve.commitments.circles import Knot
from ahlaf.solve.commitments.net import RuleNet
from ahlaf.solve.commitments.stuck_sets import fewest_by_stuck_sets

_TWO = 2
"""Where no act opens a circle alone, two is the least that can."""

_ANSWER_SET_SHARE = 0.3
"""The part of the time that clingo has: what it has not proven in a few seconds it seldom proves in a minute."""


@dataclass(frozen=True, slots=True)
class Opening:
    """First moves that open a circle, by place in it, and the proof of how few there can be.

    `singles` are all acts that open it alone; where there are any, one move is the fewest.
    """

    moves: tuple[int, ...]
    singles: tuple[int, ...]
    proof: Certificate


def fewest_moves(knot: Knot, allowed: Collection[int], *, time_limit: float) -> Opening:
    """Return the fewest acts among `allowed` (by place) that open a circle; all of `allowed` together must open it.

    Where `time_limit` seconds do not do for the proof, the moves are a set of which none can be spared.
    """
    net = knot.net
    if net.size == 1:
        return Opening((0,), (0,), Certificate(ProofStatus.OPTIMAL, 1, 0))
    mask = sum(1 << place for place in allowed)
    brought_by = bringers(net)
    everything = mask
    for by in brought_by:
        everything &= by
    if everything:
        singles = tuple(places(everything))
        return Opening(singles[:1], singles, Certificate(ProofStatus.OPTIMAL, 1, 0))
    deadline = time.monotonic() + time_limit
    candidates = _candidates(net, brought_by, mask)
    best, bound, proven = fewest_of(knot, candidates, time_limit=time_limit * _ANSWER_SET_SHARE)
    if proven:
        return Opening(best, (), Certificate(ProofStatus.OPTIMAL, len(best), 0))
    moves, bound = fewest_by_stuck_sets(net, candidates, best or candidates, max(_TWO, bound), deadline=deadline)
    gap = len(moves) - bound
    return Opening(moves, (), Certificate(ProofStatus.STOPPED if gap else ProofStatus.OPTIMAL, bound, gap))


def _candidates(net: RuleNet, brought_by: Sequence[int], allowed: int) -> tuple[int, ...]:
    """Return acts of which some smallest set of first moves consists.

    Act c does for act b if it brings b about, or if it brings about all that waits for b: b then follows at the end.
    """
    alive = allowed
    for act in places(allowed):
        after = -1
        for user in {net.heads[net.owner[gate]] for gate in net.uses[act]}:
            after &= brought_by[user]
        if (brought_by[act] | after) & alive & ~(1 << act):
            alive &= ~(1 << act)
    return tuple(places(alive))
