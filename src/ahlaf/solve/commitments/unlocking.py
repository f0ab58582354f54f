"""The fewest first moves that bring a whole deadlock about, also where some parties will not move first."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from ahlaf.model import Act, Certificate, Circle, ProofStatus, Unlocking
from ahlaf.solve.commitments.answer_sets import all_fewest_of
from ahlaf.solve.commitments.circles import Knot, knots
from ahlaf.solve.commitments.first_moves import fewest_moves
from ahlaf.solve.commitments.net import RuleNet

_PROOF_SHARE = 0.9
"""The part of a circle's time that goes into the proof of the fewest; the rest is for finding all such sets."""

_LEAST_SHARE = 0.25
"""So many seconds a circle has while there are any: thousands of small ones are each done in a fraction of it."""


def unlocking(
    net: RuleNet,
    acts: Sequence[Act],
    done: Collection[int],
    deadlock: Collection[int],
    *,
    not_first: Collection[str] = (),
    limit: int,
    time_limit: float,
) -> Unlocking:
    """Return the smallest sets of deadlocked acts, none by a party of `not_first`, that bring the deadlock about.

    A set K ⊆ deadlock does so if the least fixed point with `done` and K as given holds the whole deadlock. The
    circles of waiting are opened one by one, small ones first, each with an even share of the time that is left, and no
    less than `_LEAST_SHARE`. All together take at most `time_limit` seconds.
    """
    parties = tuple(sorted(not_first))
    allowed = frozenset(act for act in deadlock if acts[act].party not in not_first)
    locked = sorted(frozenset(deadlock) - net.least([*done, *allowed]).keys())
    if locked:
        impossible = Certificate(ProofStatus.INFEASIBLE, math.inf, 0)
        return Unlocking(parties, (), (), 0, tuple(acts[act] for act in locked), impossible)
    deadline = time.monotonic() + time_limit
    found = knots(net, done, deadlock)
    opened: dict[int, Circle] = {}
    known: dict[tuple[RuleNet, tuple[int, ...]], _Ways] = {}
    for turn, at in enumerate(sorted(range(len(found)), key=lambda at: (len(found[at].acts), at))):
        left = max(0.0, deadline - time.monotonic())
        share = max(left / (len(found) - turn), min(left, _LEAST_SHARE))
        knot = found[at]
        permitted = tuple(place for place, act in enumerate(knot.acts) if act in allowed)
        # Circles of one form are opened in the same ways.
        ways = known.get((knot.net, permitted))
        if ways is None:
            ways = known[knot.net, permitted] = _ways(knot, permitted, limit, share)
        named = tuple(tuple(acts[knot.acts[place]] for place in moves) for moves in ways.sets)
        opened[at] = Circle(tuple(acts[act] for act in knot.acts), named, ways.complete, ways.proof)
    circles = tuple(opened[at] for at in range(len(found)))
    complete = all(circle.complete for circle in circles)
    count = math.prod(len(circle.first_moves) for circle in circles) if circles else 0
    return Unlocking(
        not_first=parties,
        circles=circles,
        keystones=tuple(islice(_together(circles), limit)),
        count=count if complete else None,
        locked=(),
        proof=_summed(circles),
    )


@dataclass(frozen=True, slots=True)
class _Ways:
    """The smallest sets of first moves of a circle, by place in it."""

    sets: tuple[tuple[int, ...], ...]
    complete: bool
    proof: Certificate


def _ways(knot: Knot, permitted: Sequence[int], limit: int, time_limit: float) -> _Ways:
    start = time.monotonic()
    opening = fewest_moves(knot, permitted, time_limit=time_limit * _PROOF_SHARE)
    if opening.singles:
        return _Ways(tuple((one,) for one in opening.singles[:limit]), len(opening.singles) <= limit, opening.proof)
    if opening.proof.status is ProofStatus.STOPPED:
        return _Ways((opening.moves,), False, opening.proof)
    left = time_limit - (time.monotonic() - start)
    sets, complete = all_fewest_of(knot, permitted, limit=limit, time_limit=left)
    return _Ways(sets or (opening.moves,), complete, opening.proof)


def _together(circles: Iterable[Circle]) -> Iterator[tuple[Act, ...]]:
    """Yield every way to take first moves for each of the circles; none where there are no circles."""
    ways = [circle.first_moves for circle in circles]
    if ways:
        for choice in product(*ways):
            yield tuple(sorted(act for moves in choice for act in moves))


def _summed(circles: Iterable[Circle]) -> Certificate:
    proofs = [circle.proof for circle in circles]
    stopped = any(proof.status is ProofStatus.STOPPED for proof in proofs)
    return Certificate(
        ProofStatus.STOPPED if stopped else ProofStatus.OPTIMAL,
        sum(proof.bound for proof in proofs),
        sum(proof.gap for proof in proofs),
    )
