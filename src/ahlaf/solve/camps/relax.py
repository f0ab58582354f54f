"""Cutting planes at one place of a proof: bound, fix, round, until the place is closed, smaller, or stuck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from ahlaf.solve import stopping
from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.doubled import Doubled, Floats
from ahlaf.solve.camps.fixing import rounded, settled_by
from ahlaf.solve.camps.lp import CutProgram, packed, unit_of
from ahlaf.solve.camps.piece import Booleans, Integers
from ahlaf.solve.camps.place import Best, Place
from ahlaf.solve.camps.separate import lightest_cycles
from ahlaf.solve.camps.values import values_of_two

# The piece is contracted once so many of its ties are settled.
WORTH_CONTRACTING = 0.25
# A program is stuck when over so many solves its bound has closed less than this share of the gap.
WINDOW = 5
PROGRESS = 0.05


class End(Enum):
    """How the cutting planes at a place ended."""

    CLOSED = auto()
    SETTLED = auto()
    STUCK = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The end, the bound, the multipliers that prove it, what they settle, the last solution, and the cuts found."""

    end: End
    bound: int
    duals: Duals
    settled: Booleans
    x: Floats
    cuts: Cuts


def relax(place: Place, cuts: Cuts, best: Best, deadline: float) -> Relaxed:
    """Solve the linear program again and again with odd cycles that its solution does not meet, while that helps."""
    return _Relaxation(place, cuts, best, deadline).run()


class _Relaxation:
    def __init__(self, place: Place, cuts: Cuts, best: Best, deadline: float) -> None:
        self.place, self.piece, self.best, self.deadline = place, place.piece, best, deadline
        self.doubled = Doubled(place.piece)
        self.program = CutProgram(place.piece)
        self.duals = nothing(place)
        self.numerators = [0]
        self.start = cuts
        self.values = values_of_two(place.piece)

    def run(self) -> Relaxed:
        labels = self.best_here()
        self.best.offer(self.place, labels)
        fresh = self.program.add(self.start)
        if not fresh:
            fresh = self.program.add(packed(lightest_cycles(self.doubled, self.program.x, labels)))
        while not self.closed():
            if not fresh:
                return self.ended(End.STUCK)
            if not self.program.solve(stopping.left(self.deadline)):
                return self.ended(End.STOPPED)
            self.take(self.program.duals())
            self.best.offer(self.place, rounded(self.doubled, self.program.x))
            if self.closed():
                break
            if self.worth_contracting():
                return self.ended(End.SETTLED)
            if self.stuck():
                return self.ended(End.STUCK)
            self.program.drop_idle()
            labels = self.doubled.division(self.program.x)
            fresh = self.program.add(packed(lightest_cycles(self.doubled, self.program.x, labels)))
        return self.ended(End.CLOSED)

    def best_here(self) -> Integers:
        return self.place.lowered(self.best.labels)

    def take(self, duals: Duals) -> None:
        numerator = duals.numerator(self.piece)
        if numerator > max(self.numerators):
            self.duals = duals
        self.numerators.append(numerator)

    def closed(self) -> bool:
        return self.bound() >= self.best.goal(self.place)

    def bound(self) -> int:
        return self.values.from_bound(max(self.numerators), self.duals.unit)

    def settled(self) -> Booleans:
        return settled_by(self.piece, self.duals, self.best.goal(self.place))

    def worth_contracting(self) -> bool:
        return int(self.settled().sum()) > WORTH_CONTRACTING * self.piece.ties

    def stuck(self) -> bool:
        if len(self.numerators) <= WINDOW:
            return False
        gap = self.best.goal(self.place) * self.duals.unit - self.numerators[-1]
        return self.numerators[-1] - self.numerators[-1 - WINDOW] < PROGRESS * gap

    def ended(self, end: End) -> Relaxed:
        settled = np.zeros(self.piece.ties, dtype=np.bool_) if end is End.CLOSED else self.settled()
        if end is End.STUCK and settled.any():
            end = End.SETTLED
        return Relaxed(end, self.bound(), self.duals, settled, self.program.x, self.program.cuts())


def nothing(place: Place) -> Duals:
    """Return multipliers on no cut: the bound 0."""
    return Duals(packed([]), np.zeros(0, dtype=np.int64), unit_of(place.piece))
