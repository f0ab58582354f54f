"""The fewest first moves that open one circle of waiting, proven; where time runs out, a set with its bound.

A set of first moves opens the circle exactly if it has an act of every stuck set. So: collect stuck sets, find the
fewest acts that meet them all, try them; what remains locked holds another stuck set, or there is none and it is
proven. Acts that another one always does for are left aside first.
"""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.commitments.alone import bringers, places
from ahlaf.solve.commitments.circles import Knot
from ahlaf.solve.commitments.net import RuleNet
from ahlaf.solve.commitments.stuck import Stuck
from ahlaf.solve.mip import Program, SolveStatus

_SLACK = 1e-6
_SHRINKING_STEPS = 3_000_000
"""So many steps of reckoning go into making one stuck set small, about a second."""


@dataclass(frozen=True, slots=True)
class Opening:
    """First moves that open a circle, by place in it: how few there can be, and stuck sets that were met on the way.

    `singles` are all acts that open it alone; where there are any, one move is the fewest.
    """

    moves: tuple[int, ...]
    singles: tuple[int, ...]
    stuck: tuple[tuple[int, ...], ...]
    proof: Certificate


def fewest_moves(knot: Knot, allowed: Collection[int], *, time_limit: float) -> Opening:
    """Return the fewest acts among `allowed` (by place) that open a circle; all of `allowed` together must open it."""
    net = knot.net
    deadline = time.monotonic() + time_limit
    if net.size == 1:
        return Opening((0,), (0,), (), Certificate(ProofStatus.OPTIMAL, 1, 0))
    mask = sum(1 << place for place in allowed)
    brought_by = bringers(net)
    everything = mask
    for by in brought_by:
        everything &= by
    if everything:
        singles = tuple(places(everything))
        return Opening(singles[:1], singles, (), Certificate(ProofStatus.OPTIMAL, 1, 0))
    return _Search(net, _candidates(net, brought_by, mask), deadline).run()


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


@dataclass
class _Search:
    """The loop of stuck sets and first moves. No fewer than `lower` will do, and `best` is the best set so far.

    `cuts` are the stuck sets, each by the candidates in it.
    """

    net: RuleNet
    candidates: tuple[int, ...]
    deadline: float
    cuts: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    best: list[int] = field(default_factory=list)
    lower: int = 2

    def run(self) -> Opening:
        self.best = list(self.candidates)
        self._try({})
        relaxed = self._relaxed()
        if relaxed and len(self.best) > self.lower:
            self._whole()
        gap = len(self.best) - self.lower
        status = ProofStatus.STOPPED if gap else ProofStatus.OPTIMAL
        return Opening(tuple(sorted(self.best)), (), tuple(self.cuts.values()), Certificate(status, self.lower, gap))

    @property
    def _late(self) -> bool:
        return time.monotonic() > self.deadline

    def _relaxed(self) -> bool:
        """Raise the bound with the linear relaxation; say whether no more stuck set was found to cut it off."""
        program = Program()
        for _ in self.candidates:
            program.variable(0, 1, cost=1)
        place = {act: at for at, act in enumerate(self.candidates)}
        rows = 0
        while not self._late and len(self.best) > self.lower:
            for cut in list(self.cuts)[rows:]:
                program.row({place[act]: 1 for act in cut}, lower=1)
            rows = len(self.cuts)
            solution = program.solve(self.deadline - time.monotonic())
            if solution.status is not SolveStatus.OPTIMAL:
                return False
            self._raise_bound(solution.objective)
            self._try(dict(zip(self.candidates, solution.values, strict=True)))
            if len(self.cuts) == rows:
                return True
        return False

    def _whole(self) -> None:
        """Find the fewest acts that meet every stuck set known, until what they leave locked is nothing."""
        program = Program()
        for _ in self.candidates:
            program.variable(0, 1, cost=1, whole=True)
        place = {act: at for at, act in enumerate(self.candidates)}
        rows = 0
        while not self._late and len(self.best) > self.lower:
            for cut in list(self.cuts)[rows:]:
                program.row({place[act]: 1 for act in cut}, lower=1)
            rows = len(self.cuts)
            solution = program.solve(self.deadline - time.monotonic())
            if math.isfinite(solution.bound):
                self._raise_bound(solution.bound)
            if not solution.found:
                return
            self._try(dict(zip(self.candidates, solution.values, strict=True)))
            if len(self.cuts) == rows:
                return

    def _raise_bound(self, value: float) -> None:
        self.lower = min(max(self.lower, math.ceil(value - _SLACK)), len(self.best))

    def _try(self, weights: dict[int, float]) -> None:
        """Cut off weights that leave a stuck set too light, and round them to a set of moves."""
        order = sorted(self.candidates, key=lambda act: (-weights.get(act, 0.0), act))
        chosen = [act for act in order if weights.get(act, 0.0) > 1 - _SLACK]
        for threshold in (1 - _SLACK, 0.5 - _SLACK, 0.3):
            before = len(self.cuts)
            self._separate([act for act in order if weights.get(act, 0.0) > threshold], order, weights)
            if len(self.cuts) > before or not weights:
                break
        self._round(chosen, order)

    def _separate(self, moves: Sequence[int], order: Sequence[int], weights: dict[int, float]) -> None:
        """Add stuck sets, disjoint in their candidates, that the moves leave and whose weight is less than one."""
        stuck = Stuck(self.net)
        stuck.do(moves)
        disjoint = 0
        while stuck.left and not self._late:
            small = stuck.shrunk(order, _SHRINKING_STEPS)
            cut = tuple(act for act in self.candidates if act in small)
            if sum(weights.get(act, 0.0) for act in cut) < 1 - _SLACK:
                self.cuts.setdefault(cut, tuple(sorted(small)))
            disjoint += 1
            stuck.do(cut)
        if not moves:
            self._raise_bound(disjoint)

    def _round(self, chosen: Sequence[int], order: Sequence[int]) -> None:
        """Complete the moves in order until the circle is open, drop those that are not needed, and keep the better."""
        stuck = Stuck(self.net)
        moves = list(chosen)
        stuck.do(moves)
        for act in order:
            if not stuck.left:
                break
            if stuck.has(act):
                moves.append(act)
                stuck.do((act,))
        moves = _needed(Stuck(self.net), moves)
        if len(moves) < len(self.best):
            self.best = moves


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
