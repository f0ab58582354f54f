"""Cycles with exactly one hostile tie that a solution of the linear program does not meet: short friendly ways."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.any_number.triangles import HostileTriangles
from ahlaf.solve.camps.cuts import Cuts
from ahlaf.solve.camps.packing.routes import ground_of, marks_of
from ahlaf.solve.camps.packing.ways import Found, Numbers, fill
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.two.lp import CutProgram, packed
from ahlaf.solve.stopping import expired

# Smaller pieces are searched without loading the compiler.
COMPILED_FROM = 2_000
# A tie's length is its value in the solution in this unit, and one more: of ways of one value the shortest is taken.
UNIT = 2**20
# A cycle counts as unmet if its sum is below 1 by this share.
VIOLATION = 1e-5
# Cycles that are looked for at each hostile tie, in one round, as long as they share no friendly tie.
DISJOINT = 3
# Of searches: most are short, a few through hubs are long, and are only worth it when nothing else is found.
PATIENCE = 3_000
WITHOUT_END = 2**40
# A piece is dense if it has more ties than this, times the square of the number of its actors: every fourth pair.
DENSITY = 1 / 8
BATCH = 256


class Cycles:
    """Finds cycles for the linear program: triangles at frustrated ties, and short ways.

    Where few actors have many ties the triangles are nearly all that matters: `dense`.
    """

    def __init__(self, piece: Piece, labels: Integers, seed: int, deadline: float) -> None:
        self.piece = piece
        self.deadline = deadline
        self._triangles = HostileTriangles(piece, labels, seed)
        self.dense = piece.ties > DENSITY * piece.nodes**2
        self._ways: FriendlyWays | None = None

    def first(self) -> Cuts:
        """Return triangles to begin with."""
        return self._triangles.first()

    def add_some(self, program: CutProgram) -> int:
        """Give the program cycles that its solution does not meet, without looking long; return how many."""
        new = program.add(self._triangles.unmet(program.x))
        return new if self.dense and new else new + self._add_ways(program, PATIENCE)

    def add_any(self, program: CutProgram) -> int:
        """Give the program cycles that its solution does not meet; 0 if there are none."""
        return self._add_ways(program, WITHOUT_END)

    def _add_ways(self, program: CutProgram, patience: int) -> int:
        ways = self._ways = self._ways or FriendlyWays(self.piece)
        return program.add(ways.unmet(program.x, patience, self.deadline))


class FriendlyWays:
    """Searches, for the hostile ties of a piece, friendly ways between their ends."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self._compiled = piece.ties >= COMPILED_FROM
        self._fill = _compiled_fill() if self._compiled else fill
        self._ground, self._marks = ground_of(piece, self._form), marks_of(piece, self._form)
        self._turn = 0
        self._hostile = np.flatnonzero(piece.weights < 0)

    def unmet(self, x: NDArray[np.float64], patience: int, deadline: float) -> Cuts:
        """Return cycles over which x sums to less than 1 − VIOLATION: some at every hostile tie that lies on any.

        A search for one gives up after looking at `patience` ties; with WITHOUT_END none is missed.
        """
        friendly = self.piece.weights > 0
        lengths = np.where(friendly, np.floor(np.maximum(x, 0.0) * UNIT) + 1, 0).astype(np.int64)
        limits = np.maximum((1.0 - VIOLATION - x) * UNIT, 0).astype(np.int64)
        asking = self._hostile[limits[self._hostile] > 0]
        left = np.ones(self.piece.ties, dtype=np.int64)
        left[asking] = DISJOINT
        cycles = self._search(asking, limits, lengths, left, patience, deadline)
        # Those that found nothing because of the others look again for themselves.
        served = np.zeros(self.piece.ties, dtype=np.bool_)
        served[[cycle[0] for cycle in cycles]] = True
        alone = asking[~served[asking]]
        left = np.where(friendly, WITHOUT_END, 1)
        cycles += self._search(alone, limits, lengths, left, patience, deadline)
        return packed(cycles)

    def _search(
        self, asking: Integers, limits: Integers, lengths: Integers, left: Integers, patience: int, deadline: float
    ) -> list[Integers]:
        at_places = lengths[self.piece.neighbours.ties]
        limited, long, free = self._form(limits), self._form(at_places), self._form(left)
        room = min(self.piece.nodes, self.piece.ties) + 1
        found = Found(*map(self._empty, (BATCH + 1, 4 * room + 8 * BATCH, BATCH)))
        cycles: list[Integers] = []
        for first in range(0, len(asking), BATCH):
            if expired(deadline):
                break
            batch = self._form(asking[first : first + BATCH])
            place = 0
            while place < len(batch):
                place, count, self._turn = self._fill(
                    self._ground,
                    batch,
                    place,
                    limited,
                    long,
                    free,
                    WITHOUT_END,
                    0,
                    patience,
                    self._marks,
                    self._turn,
                    found,
                )
                starts = np.array(found.starts[: count + 1], dtype=np.int64)
                ties = np.array(found.ties[: starts[count] if count else 0], dtype=np.int64)
                cycles.extend(np.split(ties, starts[1:count]) if count else [])
        return cycles

    def _form(self, values: Integers) -> Numbers:
        return np.array(values, dtype=np.int64) if self._compiled else values.tolist()

    def _empty(self, size: int) -> Numbers:
        return self._form(np.zeros(size, dtype=np.int64))


def _compiled_fill() -> Callable[..., tuple[int, int, int]]:
    from ahlaf.solve.camps.packing import ways_compiled

    return ways_compiled.fill
