"""The cheapest set of ties that meets every cycle of a kind, by cutting planes over a linear program.

A network falls into camps without frustration exactly when it has no cycle of a certain kind; the frustrated ties of
any partition meet all of them. With x_e = 1 for a frustrated tie: minimise Σ |w_e| x_e subject to Σ_{e ∈ C} x_e ≥ 1
for every such cycle C. The cycles are found as they are needed.

Sources: F. Barahona and A. R. Mahjoub (1986), On the cut polytope; E. D. Demaine, D. Emanuel, A. Fiat and
N. Immorlica (2006), Correlation clustering in general weighted graphs.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.mip import Program, Solution, SolveStatus

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# A cycle counts as violated only if its sum falls short by this much; the linear program itself is exact to 1e-9.
VIOLATION = 1e-6
# Bounds and values that agree to this share of the value are the same number, written with rounding.
AGREEMENT = 1e-9
# Rows that have been slack for this many rounds are dropped; they are found again if they are needed.
PATIENCE = 8
# Whole numbers up to this size are counted exactly in floating point.
EXACT_WHOLE = 2**50


class Cycles(Protocol):
    """A kind of partition: which cycles forbid it, and how to get one from a linear program's solution."""

    @property
    def weights(self) -> Floats:
        """What it costs to leave each tie frustrated, |w| > 0."""

    def violated(self, x: Floats) -> Iterable[tuple[int, ...]]:
        """Return cycles (positions of ties) over which x sums to less than 1 − VIOLATION, some if there are any."""

    def rounded(self, x: Floats) -> Integers:
        """Return a partition (a label for each node) that goes by x."""

    def frustrated(self, labels: Integers) -> NDArray[np.bool_]:
        """Say which ties go against the partition."""


@dataclass(frozen=True, slots=True, eq=False)
class Covered:
    """The best partition found, its frustration, and the best bound proven; optimal where `proven`."""

    labels: Integers
    value: float
    bound: float
    proven: bool


def cover(cycles: Cycles, start: Integers, deadline: float) -> Covered:
    """Find the partition with the least frustration, beginning from `start`; `deadline` is on the monotonic clock."""
    return _Cover(cycles, start, deadline).run()


def step_of(weights: Floats) -> float:
    """Return the largest number of which every sum of the weights is a multiple; 0 if they are not whole numbers."""
    whole = np.round(weights)
    if len(weights) == 0 or not np.array_equal(whole, weights) or float(whole.sum()) > EXACT_WHOLE:
        return 0.0
    return float(math.gcd(*(int(weight) for weight in whole)))


class _Cover:
    def __init__(self, cycles: Cycles, start: Integers, deadline: float) -> None:
        self.cycles = cycles
        self.weights = cycles.weights
        self.step = step_of(self.weights)
        self.deadline = deadline
        self.labels = start
        self.value = self._cost(start)
        self.bound = 0.0
        self.rows: list[tuple[int, ...]] = []
        self.idle: list[int] = []
        self.known: set[tuple[int, ...]] = set()
        self.program = Program()
        for weight in self.weights:
            self.program.variable(0.0, 1.0, cost=float(weight))

    def run(self) -> Covered:
        if not self._proven() and self._linear() and not self._proven():
            self._whole()
        proven = self._proven()
        return Covered(self.labels, self.value, self.value if proven else min(self.bound, self.value), proven)

    def _cost(self, labels: Integers) -> float:
        return math.fsum(self.weights[self.cycles.frustrated(labels)])

    def _proven(self) -> bool:
        return self.value - self.bound <= AGREEMENT * max(1.0, self.value)

    def _try(self, x: Floats) -> None:
        labels = self.cycles.rounded(x)
        value = self._cost(labels)
        if value < self.value:
            self.labels, self.value = labels, value

    def _raise_bound(self, bound: float) -> None:
        """Take a lower bound, rounded up to the next value that a sum of the weights can have."""
        if self.step:
            bound = self.step * math.ceil(bound / self.step - AGREEMENT * max(1.0, bound / self.step))
        self.bound = max(self.bound, bound)

    def _add(self, found: Iterable[tuple[int, ...]]) -> int:
        new = [cycle for cycle in dict.fromkeys(self._in_time(found)) if cycle not in self.known]
        for cycle in new:
            self.program.row(dict.fromkeys(cycle, 1.0), lower=1.0)
        self.known.update(new)
        self.rows.extend(new)
        self.idle.extend([0] * len(new))
        return len(new)

    def _in_time(self, found: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        """Pass cycles on until the deadline; one that is missed for want of time costs the proof, not its truth."""
        for cycle in found:
            yield cycle
            if self._left() <= 0.0:
                return

    def _left(self) -> float:
        return self.deadline - time.monotonic()

    def _linear(self) -> bool:
        """Solve the linear program over all cycles; say whether it was finished before the deadline."""
        x = np.zeros(len(self.weights))
        while self._add(self.cycles.violated(x)):
            solution = self.program.solve(self._left())
            if solution.status is not SolveStatus.OPTIMAL:
                return False
            x = np.clip(np.array(solution.values), 0.0, 1.0)
            self._raise_bound(self._dual_bound(solution))
            self._try(x)
            if self._proven():
                return True
            self._drop_idle(x)
        return True

    def _dual_bound(self, solution: Solution) -> float:
        """Return Σ λ_C + Σ_e min(0, |w_e| − Σ_{C ∋ e} λ_C), a bound for any λ ≥ 0 whatever the solver's tolerances."""
        prices = np.maximum(np.array(solution.duals), 0.0)
        used = np.flatnonzero(prices)
        reduced = self.weights.copy()
        for row in used:
            reduced[list(self.rows[row])] -= prices[row]
        return math.fsum(prices[used]) + math.fsum(np.minimum(reduced, 0.0))

    def _drop_idle(self, x: Floats) -> None:
        slack = [sum(x[list(cycle)]) > 1.0 + VIOLATION for cycle in self.rows]
        self.idle = [count + 1 if loose else 0 for count, loose in zip(self.idle, slack, strict=True)]
        gone = {at for at, count in enumerate(self.idle) if count >= PATIENCE}
        if len(gone) * 3 > len(self.rows):
            self.program.delete_rows(gone)
            self.known -= {self.rows[at] for at in gone}
            self.rows = [cycle for at, cycle in enumerate(self.rows) if at not in gone]
            self.idle = [count for at, count in enumerate(self.idle) if at not in gone]

    def _whole(self) -> None:
        """Branch over the cycles found so far, and again as long as the optimum leaves a cycle unmet."""
        program = Program()
        for weight in self.weights:
            program.variable(0.0, 1.0, cost=float(weight), whole=True)
        for cycle in self.rows:
            program.row(dict.fromkeys(cycle, 1.0), lower=1.0)
        while not self._proven():
            solution = program.solve(self._left())
            if math.isfinite(solution.bound):
                self._raise_bound(solution.bound)
            if not solution.found:
                return
            x = np.array(solution.values)
            self._try(x)
            found = list(dict.fromkeys(self._in_time(self.cycles.violated(x))))
            if solution.status is not SolveStatus.OPTIMAL or not found:
                return
            for cycle in found:
                program.row(dict.fromkeys(cycle, 1.0), lower=1.0)
