"""Branch and cut for any number of camps, over what the rules leave of a piece.

Every function here is given a goal: divisions that cost as much are of no interest, so a bound that reaches it is
enough. A bound is always one of whole numbers, from multipliers on cycles.

Sources: S. Chopra and M. R. Rao (1993), The partition problem; M. Grötschel and Y. Wakabayashi (1989), A cutting plane
algorithm for a clustering problem.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.any_cycles import FriendlyWays
from ahlaf.solve.camps.any_kernel import contract, friendly_sums, kernelise_any
from ahlaf.solve.camps.any_search import search_any
from ahlaf.solve.camps.any_split import parts_of, put_together_any
from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.lp import CutProgram, Floats
from ahlaf.solve.camps.packing import pack_any
from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.stopping import expired, left

# How long to search before the first bound, and at each piece that is left of it later (see `search_any`).
FIRST_EFFORT = 0.3
LATER_EFFORT = 0.02
# Settled ties are contracted at once if that takes away such a share of the actors.
WORTH_NARROWING = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A division of a piece, its frustration, and a bound: no division costs less than it, or than the goal if lower.

    `duals` prove the bound where no rule and no case was needed for it.
    """

    labels: Integers
    value: int
    bound: int
    duals: Duals | None = None


@dataclass(frozen=True, slots=True)
class Solver:
    """Divides pieces until the deadline."""

    seed: int
    deadline: float

    def divide(self, piece: Piece, goal: int, depth: int) -> Outcome:
        """Shrink a piece, cut it in parts, and divide each."""
        kernel = kernelise_any(piece)
        parts = parts_of(kernel.piece)
        whole = len(parts) == 1 and len(parts[0].ties) == piece.ties
        if whole and kernel.piece.ties == piece.ties and len(parts[0].nodes) == piece.nodes and not kernel.steps:
            return self.core(piece, goal, depth)
        found: list[Outcome] = []
        room = goal - kernel.constant
        for part in parts:
            # All other parts' bounds are paid whatever this one costs.
            found.append(self.divide(part.piece(kernel.piece), room, depth))
            room -= found[-1].bound
        labels = kernel.lift(put_together_any(kernel.piece, parts, [one.labels for one in found]))
        bound = kernel.constant + sum(one.bound for one in found)
        return Outcome(labels, piece.frustration(labels), bound)

    def core(self, piece: Piece, goal: int, depth: int) -> Outcome:
        """Divide a piece that no rule makes smaller: search, pack, cut, narrow, branch."""
        core = _Core(self, piece, goal, depth)
        core.run()
        return Outcome(core.labels, core.value, core.bound, core.duals)


class _Core:
    def __init__(self, solver: Solver, piece: Piece, goal: int, depth: int) -> None:
        self.solver = solver
        self.piece = piece
        self.goal = goal
        self.depth = depth
        self.duals: Duals | None = pack_any(piece, deadline=solver.deadline)
        self.bound = self.duals.bound(piece)
        self.value = int(piece.sizes.sum()) + 1
        self.labels = np.zeros(piece.nodes, dtype=np.int64)
        self._search(None, LATER_EFFORT if depth else FIRST_EFFORT)

    @property
    def target(self) -> int:
        """What must be reached by a bound: the goal, or the best division."""
        return min(self.goal, self.value)

    def run(self) -> None:
        """Raise the bound to the target, or as far as time allows."""
        if self._done():
            return
        assert self.duals is not None
        program = CutProgram(self.piece)
        program.add(self.duals.cuts)
        ways = FriendlyWays(self.piece)
        while program.solve(left(self.solver.deadline)):
            duals = program.duals()
            self._raise(duals)
            if self._done():
                return
            program.drop_idle()
            new = program.add(ways.unmet(program.x, self.solver.deadline))
            settled = self._settled(duals)
            if self._narrow(settled, WORTH_NARROWING if new else 0.0):
                return
            if not new:
                if not expired(self.solver.deadline):
                    self._end(program.x)
                return

    def _done(self) -> bool:
        return self.bound >= self.target or expired(self.solver.deadline)

    def _raise(self, duals: Duals) -> None:
        bound = duals.bound(self.piece)
        if bound > self.bound:
            self.bound, self.duals = bound, duals

    def _search(self, start: Integers | None, effort: float) -> None:
        labels = search_any(
            self.piece,
            seed=self.solver.seed,
            deadline=self.solver.deadline,
            start=start,
            goal=self.bound,
            effort=effort,
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

    def _narrow(self, settled: Booleans, share: float) -> bool:
        """Contract settled friendly ties and keep settled hostile ones apart, if that takes away enough actors."""
        where = components_of(self.piece.nodes, self.piece.ends[settled & (self.piece.weights > 0)])
        left_over = int(where.max(initial=-1)) + 1
        if left_over == self.piece.nodes or self.piece.nodes - left_over < share * self.piece.nodes:
            return False
        parted = kept_apart(self.piece, settled & (self.piece.weights < 0))
        self._case([(parted, where, 0)], self.depth)
        return True

    def _end(self, x: Floats) -> None:
        """Look at what the linear program suggests, then divide in two cases: a pair is together, or apart."""
        broken = (self.piece.weights > 0) & (x < 0.5)
        self._search(components_of(self.piece.nodes, self.piece.ends[broken]), LATER_EFFORT)
        if self._done():
            return
        at = int(np.argmax(np.minimum(x, 1.0 - x) * self.piece.sizes))
        together = np.arange(self.piece.nodes)
        a, b = self.piece.ends[at]
        together[b] = a
        together = np.unique(together, return_inverse=True)[1].astype(np.int64)
        chosen = np.arange(self.piece.ties) == at
        parted = kept_apart(self.piece, chosen)
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


def kept_apart(piece: Piece, chosen: Booleans) -> Piece:
    """Return the piece with the chosen ties so hostile that one of their ends would rather leave than be together.

    What a chosen friendly tie costs is then no longer counted.
    """
    friendly = friendly_sums(piece)
    own = np.maximum(piece.weights, 0)
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    enough = np.minimum(friendly[first], friendly[second]) - own
    weights = np.where(chosen, np.minimum(piece.weights - own, -enough), piece.weights)
    kept = weights != 0
    return Piece(piece.nodes, piece.ends[kept], weights[kept])
