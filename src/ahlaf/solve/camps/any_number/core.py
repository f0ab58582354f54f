"""Branch and cut for any number of camps, over what the rules leave of a piece.

Every function here is given a goal: divisions that cost as much are of no interest, so a bound that reaches it is
enough. A bound is always one of whole numbers, from multipliers on cycles.

Sources: S. Chopra and M. R. Rao (1993), The partition problem; M. Grötschel and Y. Wakabayashi (1989), A cutting plane
algorithm for a clustering problem.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ahlaf.solve import progress
from ahlaf.solve.camps.any_number.contraction import AnyKernel, contract
from ahlaf.solve.camps.any_number.cycles import Cycles
from ahlaf.solve.camps.any_number.settling import search_any, search_often
from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.packing.packing import pack_any
from ahlaf.solve.camps.parts import Block, components_of
from ahlaf.solve.camps.piece import Booleans, Floats, Integers, Piece
from ahlaf.solve.camps.two.lp import CutProgram
from ahlaf.solve.stopping import expired, left

# How much to search (see `search_any`) before the first bound, where that leaves a gap, where the linear program leaves
# one too, and at each piece that is left later on; the second RUNS times over if need be.
FIRST_EFFORT = 0.05
LAST_EFFORT = 0.1
DEEP_EFFORT = 1.0
RUNS = 6
LATER_EFFORT = 0.01
# A search may take this share of the time that is left.
SEARCH_SHARE = 0.4
# The first linear program may take this share of what is left, so that without it there is time for another bound.
FIRST_SHARE = 0.7
# Up to so many ties the linear program is first tried without rules, for then its multipliers are a proof at once.
SMALL = 3_000
# A tie is taken as frustrated where the linear program frustrates it by at least this, and as decided where by less
# than OPEN, or nearly wholly.
BROKEN = 0.5
OPEN = 1e-6
# Settled ties are contracted at once if that takes away such a share of the actors.
WORTH_NARROWING = 0.2
NEVER = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A division of a piece, its frustration, and a bound: no division costs less than it, or than the goal if lower.

    `duals` prove the bound where no rule and no case was needed for it.
    """

    labels: Integers
    value: int
    bound: int
    duals: Duals | None = None


class Rules(Protocol):
    """What depends on how many camps there may be."""

    @property
    def most(self) -> int | None:
        """At most so many camps; None for any number."""

    def kernel(self, piece: Piece) -> AnyKernel:
        """Shrink a piece."""

    def parts(self, piece: Piece) -> list[Block]:
        """Return what can be divided each for itself."""

    def together(self, piece: Piece, parts: Sequence[Block], labels: Sequence[Integers]) -> Integers:
        """Put the divisions of the parts together."""

    def division(self, piece: Piece, satisfied: Booleans) -> Integers:
        """Return a division in which the friendly ties given are satisfied, and the hostile ones as far as can be."""

    def kept_apart(self, piece: Piece, chosen: Booleans, target: int) -> Piece:
        """Make the chosen ties so hostile that no division, or none that costs less than the target, need break them.

        What a chosen friendly tie costs is then no longer counted.
        """

    def add_more(self, program: CutProgram) -> int:
        """Give the program what it does not meet beside cycles; 0 if there is nothing."""


@dataclass(frozen=True, slots=True)
class Solver:
    """Divides pieces until the deadline."""

    rules: Rules
    seed: int
    deadline: float

    def whole(self, piece: Piece, depth: int = 0) -> Outcome:
        """Divide a piece as it was given; what can be proven without rules and cases is proven so.

        With a depth it is searched for no longer than a case is.
        """
        kernel = self.rules.kernel(piece)
        # Some time is kept for a bound.
        deadline = time.monotonic() + SEARCH_SHARE * left(self.deadline)
        found = search_any(kernel.piece, most=self.rules.most, seed=self.seed, deadline=deadline, effort=FIRST_EFFORT)
        core = _Core(self, piece, kernel.lift(found), int(piece.sizes.sum()) + 1, depth)
        core.run(in_itself=piece.ties <= SMALL or not kernel.steps, for_proof=piece.ties <= SMALL)
        return Outcome(core.labels, core.value, core.bound, core.duals)

    def divide(self, piece: Piece, goal: int, depth: int) -> Outcome:
        """Shrink a piece, cut it in parts, and divide each."""
        kernel = self.rules.kernel(piece)
        parts = self.rules.parts(kernel.piece)
        if not kernel.steps and len(parts) == 1 and len(parts[0].ties) == piece.ties:
            return self._core(piece, goal, depth)
        found: list[Outcome] = []
        room = goal - kernel.constant
        for part in parts:
            # The bounds of the others are paid whatever this one costs.
            found.append(self.divide(part.piece(kernel.piece), room, depth))
            room -= found[-1].bound
        labels = kernel.lift(self.rules.together(kernel.piece, parts, [one.labels for one in found]))
        bound = kernel.constant + sum(one.bound for one in found)
        return Outcome(labels, piece.frustration(labels), bound)

    def _core(self, piece: Piece, goal: int, depth: int) -> Outcome:
        effort = LATER_EFFORT if depth else FIRST_EFFORT
        labels = search_any(piece, most=self.rules.most, seed=self.seed, deadline=self.deadline, effort=effort)
        core = _Core(self, piece, labels, goal, depth)
        core.run(in_itself=True, for_proof=False)
        return Outcome(core.labels, core.value, core.bound, core.duals)


class _Core:
    def __init__(self, solver: Solver, piece: Piece, labels: Integers, goal: int, depth: int) -> None:
        self.solver = solver
        self.piece = piece
        self.goal = goal
        self.depth = depth
        self.labels = labels
        self.value = piece.frustration(labels)
        self.duals: Duals | None = Duals.none()
        self.bound = 0
        self.searches = 0

    @property
    def target(self) -> int:
        """What must be reached by a bound: the goal, or the best division."""
        return min(self.goal, self.value)

    def run(self, *, in_itself: bool, for_proof: bool) -> None:
        """Raise the bound to the target, or as far as time allows.

        By a linear program over the piece as it is, if `in_itself`, and without narrowing it as long as there are more
        cycles, if `for_proof`.
        """
        narrowing = NEVER if for_proof else WORTH_NARROWING
        if self._done():
            return
        cycles = Cycles(self.piece, self.labels, self.solver.seed, self.solver.deadline)
        if cycles.dense:
            # The packing would be poor, and its cycles a burden to the linear program.
            start = cycles.first()
        else:
            packed_ = pack_any(self.piece, goal=self.target, deadline=self.solver.deadline)
            self._raise(packed_)
            if self._done():
                return
            self._search(self.labels, LATER_EFFORT if self.depth else LAST_EFFORT)
            if self._done() or self._narrow(packed_, narrowing):
                return
            if not self.depth:
                self._search(self.labels, LAST_EFFORT, RUNS)
                if self._done() or self._narrow(packed_, narrowing):
                    return
            start = packed_.cuts
        if in_itself:
            self._cut(cycles, start, narrowing)
        else:
            self._case([(self.piece, np.arange(self.piece.nodes), 0)], self.depth)

    def _cut(self, cycles: Cycles, start: Cuts, narrowing: float) -> None:
        """Solve the linear program over more and more cycles, until it closes, settles much, or has no more."""
        program = CutProgram(self.piece)
        program.add(start)
        limit = FIRST_SHARE * left(self.solver.deadline)
        while program.solve(limit):
            limit = left(self.solver.deadline)
            duals = program.duals()
            self._raise(duals)
            if self._done():
                return
            program.drop_idle()
            if self._narrow(duals, narrowing):
                return
            if cycles.add_some(program):
                continue
            self._go_by(program.x)
            if self._done():
                return
            if narrowing < NEVER and self._narrow(duals, 0.0):
                return
            if not (cycles.add_any(program) or self.solver.rules.add_more(program)):
                if self._narrow(duals, 0.0):
                    return
                if not expired(self.solver.deadline):
                    self._branch(program.x)
                return
        if not self.bound:
            self._raise(pack_any(self.piece, goal=self.target, deadline=self.solver.deadline, rounds=0))

    def _done(self) -> bool:
        return self.bound >= self.target or expired(self.solver.deadline)

    def _raise(self, duals: Duals) -> None:
        bound = duals.bound(self.piece)
        if bound > self.bound:
            self.bound, self.duals = bound, duals
            progress.proving(bound, self.target)

    def _search(self, start: Integers, effort: float, runs: int = 0) -> None:
        self.searches += 1
        labels = search_often(
            self.piece,
            most=self.solver.rules.most,
            seed=self.solver.seed + self.searches,
            deadline=time.monotonic() + SEARCH_SHARE * left(self.solver.deadline),
            start=start,
            goal=self.bound,
            effort=effort,
            runs=runs,
        )
        self._take(labels)

    def _take(self, labels: Integers) -> None:
        value = self.piece.frustration(labels)
        if value < self.value:
            self.labels, self.value = labels, value

    def _settled(self, duals: Duals) -> Booleans:
        """Say which ties are satisfied in every division that costs less than the target."""
        step = max(self.piece.step, 1)
        dearest = (-(-self.target // step) - 1) * step
        return duals.reduced(self.piece) > dearest * duals.unit - duals.numerator(self.piece)

    def _narrow(self, duals: Duals, share: float) -> bool:
        """Contract settled friendly ties and keep settled hostile ones apart, if that takes away enough actors."""
        settled = self._settled(duals)
        where = components_of(self.piece.nodes, self.piece.ends[settled & (self.piece.weights > 0)])
        left_over = int(where.max(initial=-1)) + 1
        if left_over == self.piece.nodes or self.piece.nodes - left_over < share * self.piece.nodes:
            return False
        parted = self.solver.rules.kept_apart(self.piece, settled & (self.piece.weights < 0), self.target)
        self._case([(parted, where, 0)], self.depth)
        return True

    def _go_by(self, x: Floats) -> None:
        """Search from what the linear program suggests."""
        self._search(self.solver.rules.division(self.piece, x < BROKEN), LATER_EFFORT)

    def _branch(self, x: Floats) -> None:
        """Divide in two cases: the ends of the tie that the linear program leaves most open are together, or apart."""
        if not self.depth:
            self._search(self.labels, DEEP_EFFORT, RUNS)
            if self._done():
                return
        open_ = np.minimum(x, 1.0 - np.minimum(x, 1.0)) * self.piece.sizes
        at = int(np.argmax(open_))
        if open_[at] < OPEN:
            return
        together = np.arange(self.piece.nodes)
        a, b = self.piece.ends[at]
        together[b] = a
        together = np.unique(together, return_inverse=True)[1].astype(np.int64)
        chosen = np.arange(self.piece.ties) == at
        parted = self.solver.rules.kept_apart(self.piece, chosen, self.target)
        paid = max(0, int(self.piece.weights[at]))
        cases = [(self.piece, together, 0), (parted, np.arange(self.piece.nodes), paid)]
        if self.labels[a] != self.labels[b]:
            cases.reverse()
        self._case(cases, self.depth + 1)

    def _case(self, cases: list[tuple[Piece, Integers, int]], depth: int) -> None:
        """Divide each of the pieces, contracted as it says; the least of their bounds is a bound below the target."""
        least = self.target
        for piece, where, paid in cases:
            smaller, constant = contract(piece, where)
            constant += paid
            found = self.solver.divide(smaller, self.target - constant, depth)
            self._take(found.labels[where])
            least = min(least, found.bound + constant)
        least = min(least, self.value)
        if least > self.bound:
            self.bound, self.duals = least, None
