"""Which sums the frustration of a division can come to: bounds are rounded up to the next of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.piece import Piece


@dataclass(frozen=True, slots=True)
class Values:
    """All divisions cost `one` plus or minus a multiple of `step`; 0 where all cost the same."""

    one: int
    step: int

    def from_bound(self, numerator: int, unit: int = 1) -> int:
        """Return the least value ≥ 0 that a division can cost if it costs at least numerator / unit."""
        if self.step == 0:
            return self.one
        lowest = max(0, -(-numerator // unit))
        return lowest + (self.one - lowest) % self.step

    def next_below(self, value: int) -> int:
        """Return the value just below one that is possible: what a better division costs at most."""
        return value - max(self.step, 1)


def values_of_two(piece: Piece) -> Values:
    """Return what divisions into two camps can cost.

    An actor that changes camp changes the cost by Σ ±w_e over its ties, and every mix of signs occurs: so all costs
    differ by multiples of g, the gcd of Σ_{e ∋ v} w_e over the actors v and of all 2·w_e, and of no larger number.
    With ties of weight ±1 and an even number of them at every actor, g = 2.
    """
    sums = np.zeros(piece.nodes, dtype=np.int64)
    np.add.at(sums, piece.ends.ravel(), np.repeat(piece.weights, 2))
    step = math.gcd(int(np.gcd.reduce(sums, initial=0)), 2 * piece.step)
    return Values(int(piece.sizes[piece.weights < 0].sum()), step)


def values_of_any(piece: Piece) -> Values:
    """Return what divisions into any number of camps can cost: multiples of what divides all weights."""
    return Values(0, piece.step)
