"""The fewest first moves that open one circle of waiting, proven; where time runs out, a set with its bound.

An act that opens the circle alone settles it. Otherwise acts that another one always does for are left aside, and
clingo finds the fewest of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.commitments.alone import bringers, places
from ahlaf.solve.commitments.answer_sets import fewest_of
from ahlaf.solve.commitments.circles import Knot
from ahlaf.solve.commitments.net import RuleNet
from ahlaf.solve.commitments.stuck import Stuck

_TWO = 2
"""Where no act opens a circle alone, two is the least that can."""


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
    candidates = _candidates(net, brought_by, mask)
    best, bound, proven = fewest_of(knot, candidates, time_limit=time_limit)
    if proven:
        return Opening(best, (), Certificate(ProofStatus.OPTIMAL, len(best), 0))
    moves = tuple(sorted(_needed(Stuck(net), list(best or candidates))))
    bound = min(max(_TWO, bound), len(moves))
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


def _needed(stuck: Stuck, moves: list[int]) -> list[int]:
    """Return moves of which none can be spared, from those that together do all that is left."""
    if not stuck.left or len(moves) == 1:
        return moves if stuck.left else []
    first, second = moves[: len(moves) // 2], moves[len(moves) // 2 :]
    done = stuck.do(first)
    second = _needed(stuck, second)
    stuck.undo(done)
    done = stuck.do(second)
    first = _needed(stuck, first)
    stuck.undo(done)
    return first + second
