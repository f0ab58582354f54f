"""What every division must pay for: cuts through the network, and the bound that multipliers on them prove."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.piece import Booleans, Integers, Piece


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Sets of ties, each with the least number of them that any division leaves frustrated.

    Cut i holds the ties ties[starts[i]:starts[i + 1]], of which at least least[i] are frustrated: 1 for a cycle with an
    odd number of hostile ties (two camps) or with exactly one (any number); more for denser parts of the network.
    """

    starts: Integers
    ties: Integers
    least: Integers

    def __len__(self) -> int:
        return len(self.least)

    def only(self, kept: Integers | Booleans) -> Cuts:
        """Return some of the cuts, by position or by mask."""
        lengths = np.diff(self.starts)
        chosen = np.arange(len(self), dtype=np.int64)[kept]
        starts = np.zeros(len(chosen) + 1, dtype=np.int64)
        np.cumsum(lengths[chosen], out=starts[1:])
        within = np.arange(starts[-1], dtype=np.int64) - np.repeat(starts[:-1], lengths[chosen])
        return Cuts(starts, self.ties[np.repeat(self.starts[chosen], lengths[chosen]) + within], self.least[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Duals:
    """Multipliers λ ≥ 0 on cuts, in whole multiples of 1 / `unit`, and the bound that follows from them.

    For any λ ≥ 0 every division costs at least Σ_i λ_i · least_i + Σ_e min(0, |w_e| − Σ_{i ∋ e} λ_i).
    """

    cuts: Cuts
    multipliers: Integers
    unit: int

    def in_unit(self, unit: int) -> Duals:
        """Return them in multiples of 1 / unit, rounded down; both units are powers of two."""
        finer = unit // self.unit
        multipliers = self.multipliers * finer if finer else self.multipliers // (self.unit // unit)
        return Duals(self.cuts, multipliers, unit)

    def used(self) -> Duals:
        """Return them without cuts that have none."""
        used = np.flatnonzero(self.multipliers)
        return Duals(self.cuts.only(used), self.multipliers[used], self.unit)

    @classmethod
    def none(cls, unit: int = 1) -> Duals:
        """Return multipliers on no cut."""
        nothing = np.zeros(0, dtype=np.int64)
        return cls(Cuts(np.zeros(1, dtype=np.int64), nothing, nothing), nothing, unit)

    def reduced(self, piece: Piece) -> Integers:
        """Return |w_e| − Σ_{i ∋ e} λ_i of every tie, in 1 / unit."""
        loads = np.zeros(piece.ties, dtype=np.int64)
        np.add.at(loads, self.cuts.ties, np.repeat(self.multipliers, np.diff(self.cuts.starts)))
        return piece.sizes * self.unit - loads

    def numerator(self, piece: Piece) -> int:
        """Return the bound times `unit`, exactly."""
        gained = sum(int(a) * int(b) for a, b in zip(self.multipliers, self.cuts.least, strict=True))
        return gained + int(np.minimum(self.reduced(piece), 0).sum())

    def bound(self, piece: Piece) -> int:
        """Return the bound, rounded up to the next value that a sum of the weights can have."""
        step = self.unit * max(piece.step, 1)
        return max(0, -(-self.numerator(piece) // step) * max(piece.step, 1))
