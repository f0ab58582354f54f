"""The linear program over the cuts found so far, and the multipliers that it puts on them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.piece import Booleans, Floats, Integers, Piece
from ahlaf.solve.mip import Program, SolveStatus

# Rows that have been slack for this many solves are dropped; they are found again if they are needed.
PATIENCE = 6
# They are dropped in bulk, once this share of the rows is idle.
IDLE_SHARE = 0.3
SLACK = 1e-6
# Multiples of the weights, loads of the ties and bounds stay below this, well within 64 bits.
LARGEST_MULTIPLE = 2**61
# Rows are told from one another by the sum of random numbers of their ties; one in 2^64 pairs is mistaken for a repeat.
HASH_SEED = 20090


class CutProgram:
    """Minimise Σ |w_e| x_e with Σ_{e ∈ cut} x_e ≥ least for the cuts found so far, x ≥ 0.

    Only ties of some cut are variables; any other would be 0 at its whole reduced cost |w_e|. Solved by the dual
    simplex method, each time from the basis of the time before.
    """

    def __init__(self, piece: Piece) -> None:
        self.piece = piece
        self.x: Floats = np.zeros(piece.ties)
        self.prices: Floats = np.zeros(0)
        self.scale = float(np.mean(piece.sizes)) if piece.ties else 1.0
        self._program = Program()
        self._column = np.full(piece.ties, -1, dtype=np.int64)
        self._tie_of = np.zeros(0, dtype=np.int64)
        self._starts = np.zeros(1, dtype=np.int64)
        self._ties = np.zeros(0, dtype=np.int64)
        self._least = np.zeros(0, dtype=np.int64)
        self._idle = np.zeros(0, dtype=np.int64)
        self._keys = np.random.default_rng(HASH_SEED).integers(0, 2**63, size=piece.ties, dtype=np.uint64)
        self._hashes = np.zeros(0, dtype=np.uint64)

    @property
    def rows(self) -> int:
        """How many cuts there are."""
        return len(self._least)

    def add(self, cuts: Cuts) -> int:
        """Take in those cuts that are new, and return how many there were."""
        cuts, hashes = self._new(cuts)
        if not len(cuts):
            return 0
        met = np.zeros(self.piece.ties, dtype=np.bool_)
        met[cuts.ties] = True
        fresh = np.flatnonzero(met & (self._column < 0))
        if len(fresh):
            self._column[fresh] = len(self._tie_of) + np.arange(len(fresh))
            self._tie_of = np.concatenate([self._tie_of, fresh])
            self._program.add_variables(self.piece.sizes[fresh] / self.scale)
        self._program.add_rows(cuts.starts, self._column[cuts.ties], cuts.least.astype(np.float64))
        self._starts = np.concatenate([self._starts, cuts.starts[1:] + self._starts[-1]])
        self._ties = np.concatenate([self._ties, cuts.ties])
        self._least = np.concatenate([self._least, cuts.least])
        self._idle = np.concatenate([self._idle, np.zeros(len(cuts), dtype=np.int64)])
        self._hashes = np.concatenate([self._hashes, hashes])
        return len(cuts)

    def _new(self, cuts: Cuts) -> tuple[Cuts, NDArray[np.uint64]]:
        if not len(cuts):
            return cuts, np.zeros(0, dtype=np.uint64)
        hashes = np.add.reduceat(self._keys[cuts.ties], cuts.starts[:-1])
        first = np.zeros(len(cuts), dtype=np.bool_)
        first[np.unique(hashes, return_index=True)[1]] = True
        new = first & ~np.isin(hashes, self._hashes)
        return cuts.only(new), hashes[new]

    def solve(self, time_limit: float) -> bool:
        """Solve within `time_limit` seconds; False where they ran out, and `x` and `prices` are as before."""
        solution = self._program.solve(time_limit)
        if solution.status is not SolveStatus.OPTIMAL:
            return False
        self.x = np.zeros(self.piece.ties)
        self.x[self._tie_of] = np.maximum(np.array(solution.values), 0.0)
        self.prices = np.maximum(np.array(solution.duals), 0.0)
        return True

    def duals(self) -> Duals:
        """Return the multipliers of the last solve as whole numbers, rounded down."""
        unit = unit_of(self.piece)
        return Duals(self.cuts(), np.floor(self.prices * (self.scale * unit)).astype(np.int64), unit)

    def cuts(self) -> Cuts:
        """Return the cuts of the program."""
        return Cuts(self._starts, self._ties, self._least)

    def drop_idle(self) -> None:
        """Drop the cuts that have long been slack."""
        if not self.rows:
            return
        slack = np.add.reduceat(self.x[self._ties], self._starts[:-1]) > self._least + SLACK
        self._idle = np.where(slack & (self.prices <= 0.0), self._idle + 1, 0)
        gone = self._idle >= PATIENCE
        if gone.sum() > IDLE_SHARE * self.rows:
            self._program.delete_rows(np.flatnonzero(gone).tolist())
            self._keep(~gone)

    def _keep(self, kept: Booleans) -> None:
        cuts = self.cuts().only(kept)
        self._starts, self._ties, self._least = cuts.starts, cuts.ties, cuts.least
        self._idle, self._hashes, self.prices = self._idle[kept], self._hashes[kept], self.prices[kept]


def unit_of(piece: Piece) -> int:
    """Return the finest power of two in whose multiples the weights' sum stays within 64 bits."""
    total = max(1, int(piece.sizes.sum()))
    return 1 << max(0, (LARGEST_MULTIPLE // total).bit_length() - 1)


def packed(cycles: list[Integers]) -> Cuts:
    """Return cycles, each an array of ties, as cuts of which any division leaves one tie frustrated."""
    starts = np.zeros(len(cycles) + 1, dtype=np.int64)
    np.cumsum([len(cycle) for cycle in cycles], out=starts[1:])
    ties = np.concatenate(cycles) if cycles else np.zeros(0, dtype=np.int64)
    return Cuts(starts, ties, np.ones(len(cycles), dtype=np.int64))
