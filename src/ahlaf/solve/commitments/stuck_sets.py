"""The fewest first moves of a circle by its stuck sets, where the search of answer sets is not done in time.

A stuck set is a set of acts of which none comes about unless one of them is moved first: what some moves, with all that
follows from them, leave undone. First moves open the circle exactly if they meet every stuck set; so the fewest that
meet some of them are a lower bound. A linear program gives that bound, and new stuck sets are found where it is light.

Source of the scheme: E. Moreno-Centeno and R. Karp (2013), The implicit hitting set approach to solve combinatorial
optimization problems.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ahlaf.solve import stopping
from ahlaf.solve.commitments.net import RuleNet
from ahlaf.solve.commitments.stuck import Stuck, needed
from ahlaf.solve.mip import Program, SolveStatus

SLACK = 1e-6
"""A bound is rounded up to a whole number only if it is more than this above the one below."""

_SEED = 2015
_LIGHTNESS = (1 - SLACK, 0.5, 0.3)
"""Acts of at least such a weight are taken as moved when stuck sets are looked for: the next where one finds none."""


def fewest_by_stuck_sets(
    net: RuleNet, candidates: Sequence[int], start: Sequence[int], bound: int, *, deadline: float
) -> tuple[tuple[int, ...], int]:
    """Return few acts among candidates that open a circle, none of them to spare, and how many there must be at least.

    `start` opens the circle and `bound` is a lower bound known before; candidates hold some smallest set. The two meet
    where the proof is done before `deadline`, a moment on `time.monotonic()`.
    """
    search = _Search(net, tuple(candidates), deadline, needed(Stuck(net), list(start)), bound)
    if search.relaxed():
        search.whole()
    return tuple(sorted(search.best)), search.lower


@dataclass
class _Search:
    """No fewer than `lower` will do, and `best` is the best set so far. `cuts` are the candidates of stuck sets."""

    net: RuleNet
    candidates: tuple[int, ...]
    deadline: float
    best: list[int]
    lower: int
    cuts: dict[tuple[int, ...], None] = field(default_factory=dict)
    chance: random.Random = field(default_factory=lambda: random.Random(_SEED))

    def relaxed(self) -> bool:
        """Raise the bound with the linear program; say whether no stuck set is left that cuts its solution off."""
        program = self._program(whole=False)
        self._try([0.0] * len(self.candidates))
        rows = 0
        while self._open:
            rows = self._add_cuts(program, rows)
            solution = program.solve(stopping.left(self.deadline))
            if solution.status is not SolveStatus.OPTIMAL:
                return False
            self._raise(dual_bound(list(self.cuts), solution.duals))
            self._try(solution.values)
            if len(self.cuts) == rows:
                return self._open
        return False

    def whole(self) -> None:
        """Find the fewest acts that meet every stuck set known, until they open the circle."""
        program = self._program(whole=True)
        rows = 0
        while self._open:
            rows = self._add_cuts(program, rows)
            solution = program.solve(stopping.left(self.deadline))
            if math.isfinite(solution.bound):
                self._raise(solution.bound)
            if solution.status is not SolveStatus.OPTIMAL:
                return
            self._try(solution.values)

    @cached_property
    def _place(self) -> dict[int, int]:
        return {act: at for at, act in enumerate(self.candidates)}

    def _add_cuts(self, program: Program, rows: int) -> int:
        """Add the stuck sets that came after the first `rows`, one row each; return how many there now are."""
        for cut in list(self.cuts)[rows:]:
            program.row({self._place[act]: 1 for act in cut}, lower=1)
        return len(self.cuts)

    @property
    def _open(self) -> bool:
        return len(self.best) > self.lower and not stopping.expired(self.deadline)

    def _program(self, *, whole: bool) -> Program:
        program = Program()
        for _ in self.candidates:
            program.variable(0, 1, cost=1, whole=whole)
        return program

    def _raise(self, value: float) -> None:
        self.lower = min(max(self.lower, math.ceil(value - SLACK)), len(self.best))

    def _try(self, values: Sequence[float]) -> None:
        """Add stuck sets whose weight is less than one, and round the weights to a set of moves."""
        weights = dict(zip(self.candidates, values, strict=True))
        order = list(self.candidates)
        self.chance.shuffle(order)
        order.sort(key=lambda act: -weights[act])
        for least in _LIGHTNESS:
            before = len(self.cuts)
            self._separate([act for act in order if weights[act] >= least], order, weights)
            if len(self.cuts) > before:
                break
        self._round(order)

    def _separate(self, moves: Sequence[int], order: Sequence[int], weights: dict[int, float]) -> None:
        """Add minimal stuck sets, disjoint in their candidates, that the moves leave and whose weight is below one."""
        stuck = Stuck(self.net)
        stuck.do(moves)
        while stuck.left and not stopping.expired(self.deadline):
            cut = stuck.smallest(order)
            if sum(weights[act] for act in cut) < 1 - SLACK:
                self.cuts.setdefault(tuple(sorted(cut)))
            stuck.do(cut)

    def _round(self, order: Sequence[int]) -> None:
        """Move in order until the circle is open, leave out what can be spared, and keep the better."""
        stuck = Stuck(self.net)
        moves = []
        for act in order:
            if not stuck.left:
                break
            if stuck.do((act,)):
                moves.append(act)
        # The last are the lightest: they are tried first for being left out.
        moves = needed(Stuck(self.net), moves)
        if len(moves) < len(self.best):
            self.best = moves


def dual_bound(cuts: Sequence[Sequence[int]], duals: Sequence[float]) -> float:
    """Return a lower bound of the acts that meet all cuts, from weights y ≥ 0 of the cuts: any weights will do.

    Weak duality: Σ y − Σ over acts of max(0, Σ of y over the cuts with the act − 1). Negative weights count as 0.
    """
    given = [max(0.0, dual) for dual in duals]
    loads: dict[int, float] = {}
    for cut, dual in zip(cuts, given, strict=True):
        for act in cut:
            loads[act] = loads.get(act, 0.0) + dual
    return math.fsum(given) - math.fsum(max(0.0, load - 1) for load in loads.values())
