"""Cutting planes at one place of a proof: bound, fix, round, until the place is closed, smaller, or stuck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from ahlaf.solve import progress, stopping
from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.piece import Booleans, Floats, Integers
from ahlaf.solve.camps.search.found import Effort
from ahlaf.solve.camps.two.doubled import Doubled
from ahlaf.solve.camps.two.fixing import rounded, settled_by
from ahlaf.solve.camps.two.lp import CutProgram, packed, unit_of
from ahlaf.solve.camps.two.place import Best, Place
from ahlaf.solve.camps.two.separate import lightest_cycles
from ahlaf.solve.camps.values import values_of_two

# The piece is contracted once so many of its ties are settled.
WORTH_CONTRACTING = 0.25
# A program is stuck when over so many solves no better division was found, and less than this share of the gap closed.
WINDOW = 8
PROGRESS = 0.05


# While the bound rests, every so many solves a division is searched for from the rounded solution;
SEARCHED_EVERY = 3
# only at places near the beginning, for further on the best division is the best there is, as a rule.
SEARCHED_TO = 3


class End(Enum):
    """How the cutting planes at a place ended."""

    CLOSED = auto()
    SETTLED = auto()
    STUCK = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The end, the bound, the multipliers that prove it, what they settle, the tie to branch on, and the cuts found."""

    end: End
    bound: int
    duals: Duals
    settled: Booleans
    tie: int
    found: Duals


def relax(place: Place, start: Duals, best: Best, deadline: float) -> Relaxed:
    """Solve the linear program again and again with odd cycles that its solution does not meet, while that helps."""
    return _Relaxation(place, start, best, deadline).run()


class _Relaxation:
    def __init__(self, place: Place, start: Duals, best: Best, deadline: float) -> None:
        self.place, self.piece, self.best, self.deadline = place, place.piece, best, deadline
        self.doubled = Doubled(place.piece)
        self.program = CutProgram(place.piece)
        self.unit = unit_of(place.piece)
        self.start = start.in_unit(self.unit)
        self.duals = Duals.none(self.unit)
        self.numerator = 0
        self.history: list[tuple[int, int]] = []
        self.values = values_of_two(place.piece)

    def run(self) -> Relaxed:
        labels = self.best_here()
        self.best.offer(self.place, labels)
        self.take(self.start)
        if len(self.start.cuts):
            self.offer(1.0 - self.start.reduced(self.piece) / (self.piece.sizes * float(self.unit)))
        if not self.closed() and self.worth_contracting():
            return self.ended(End.SETTLED)
        fresh = self.program.add(self.start.cuts)
        if not fresh and not self.closed():
            fresh = self.program.add(packed(lightest_cycles(self.doubled, self.program.x, labels, self.deadline)))
        while not self.closed():
            if not fresh:
                return self.ended(End.STOPPED if stopping.expired(self.deadline) else End.STUCK)
            if not self.program.solve(stopping.left(self.deadline)):
                return self.ended(End.STOPPED)
            self.take(self.program.duals())
            self.offer(self.program.x)
            if self.closed():
                break
            if self.worth_contracting():
                return self.ended(End.SETTLED)
            if self.stuck():
                return self.ended(End.STUCK)
            self.program.drop_idle()
            labels = self.doubled.division(self.program.x)
            fresh = self.program.add(packed(lightest_cycles(self.doubled, self.program.x, labels, self.deadline)))
        return self.ended(End.CLOSED)

    def offer(self, x: Floats) -> None:
        """Round a solution to a division; where the bound has come to rest, search from there too."""
        labels = rounded(self.doubled, x)
        self.best.offer(self.place, labels)
        if self.closed() or len(self.place.kernels) > SEARCHED_TO:
            return
        if len(self.history) == 1:
            self.best.search(self.place, labels, Effort.POLISH, self.bound())
        elif len(self.history) % SEARCHED_EVERY == 0 and self.history[-1] == self.history[-2]:
            self.best.search(self.place, labels, Effort.USUAL, self.bound())

    def found(self) -> Duals:
        """Return the cuts of the program with its last multipliers; those of the start before it was solved."""
        return self.program.duals() if len(self.program.prices) else self.start

    def best_here(self) -> Integers:
        return self.place.lowered(self.best.labels)

    def take(self, duals: Duals) -> None:
        numerator = duals.numerator(self.piece)
        if numerator > self.numerator:
            self.numerator, self.duals = numerator, duals.used()
        self.history.append((self.numerator, self.best.value))
        progress.proving(self.bound(), self.best.goal(self.place))

    def closed(self) -> bool:
        return self.bound() >= self.best.goal(self.place)

    def bound(self) -> int:
        return self.values.from_bound(self.numerator, self.unit)

    def settled(self) -> Booleans:
        return settled_by(self.piece, self.duals, self.best.goal(self.place))

    def worth_contracting(self) -> bool:
        return int(self.settled().sum()) > WORTH_CONTRACTING * self.piece.ties

    def stuck(self) -> bool:
        if len(self.history) <= WINDOW:
            return False
        (before, then), (now, value) = self.history[-1 - WINDOW], self.history[-1]
        return value == then and now - before < PROGRESS * (self.best.goal(self.place) * self.unit - now)

    def ended(self, end: End) -> Relaxed:
        settled = np.zeros(self.piece.ties, dtype=np.bool_) if end is End.CLOSED else self.settled()
        if end is End.STUCK and settled.any():
            end = End.SETTLED
        tie = self.most_telling() if end is End.STUCK else -1
        return Relaxed(end, self.bound(), self.duals, settled, tie, self.found())

    def most_telling(self) -> int:
        """Return the tie that the solution leaves most open, weighed by its size and by what its ends are tied with."""
        x = np.minimum(self.program.x, 1.0)
        strengths = np.bincount(self.piece.ends.ravel(), np.repeat(self.piece.sizes, 2), self.piece.nodes)
        reach = strengths[self.piece.ends].sum(axis=1)
        return int(np.argmax(np.minimum(x, 1.0 - x) * self.piece.sizes * reach))
