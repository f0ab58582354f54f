"""Triangles with exactly one hostile tie, round the ties that a good division leaves frustrated.

Every cycle with one hostile tie holds a tie that is frustrated, whatever the division: so it is enough to look there.
Where the linear program is tight for a division, its multipliers are on cycles with only one of these.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.cuts import Cuts
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.triangles import triangles_at

# So many triangles at each frustrated tie to begin with, and so many new ones in each round.
FIRST_EACH = 4
EACH = 2
# A triangle counts as unmet if its sum is below 1 by this.
VIOLATION = 1e-5
# Among triangles that are met as badly, or nearly, chance decides.
CHANCE = 1e-3
# More triangles than this are not held in memory: the shortest ways will find them.
MOST = 5_000_000


class HostileTriangles:
    """The triangles with exactly one hostile tie at the ties that are frustrated in a division."""

    def __init__(self, piece: Piece, labels: Integers, seed: int) -> None:
        frustrated = piece.frustrated(labels)
        self._random = np.random.default_rng(seed)
        found = triangles_at(piece, np.flatnonzero(frustrated))
        rows = np.stack(found, axis=1)
        self._rows = rows[(piece.weights[rows] < 0).sum(axis=1) == 1]
        self._lone = frustrated[self._rows].sum(axis=1) == 1

    def __len__(self) -> int:
        return len(self._rows)

    def first(self) -> Cuts:
        """Return some at each frustrated tie, in which no other tie is frustrated."""
        rows = self._rows[self._lone]
        return _cuts(_each(rows, self._random.random(len(rows)), FIRST_EACH))

    def unmet(self, x: NDArray[np.float64]) -> Cuts:
        """Return those at each frustrated tie over which x sums to the least, if less than 1."""
        sums = x[self._rows].sum(axis=1)
        some = np.flatnonzero(sums < 1.0 - VIOLATION)
        return _cuts(_each(self._rows[some], sums[some] + CHANCE * self._random.random(len(some)), EACH))


def _each(rows: Integers, keys: NDArray[np.float64], count: int) -> Integers:
    """Return the rows with the least keys, `count` for each number in the first column."""
    order = np.lexsort((keys, rows[:, 0]))
    rows = rows[order]
    first = np.searchsorted(rows[:, 0], rows[:, 0])
    return rows[np.arange(len(rows)) - first < count]


def _cuts(rows: Integers) -> Cuts:
    return Cuts(np.arange(len(rows) + 1) * 3, rows.ravel(), np.ones(len(rows), dtype=np.int64))
