"""A lower bound of the price of every package, quick enough to be asked for every broker: by Lagrange multipliers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.coalition.game import HOLDS_TOLERANCE
from ahlaf.solve.mip import INFINITY, Program, SolveStatus
from ahlaf.solve.repair.tracks import NOTCHES_TO_A_WHOLE_TIE, Tracks

Floats = NDArray[np.float64]

_SAFE = 1e-7
"""So much is taken off a bound, for rounding in sums of some thousand prices."""


class PriceBound:
    """What every package costs at least, at any discounts, from one set of multipliers.

    A member i that lacks something needs D_i = ⌈3 |b_i|⌉ notches on its tracks, of which no track counts for more than
    D_i. For any y ≥ 0 the price of every package is at least

        Σ_i y_i D_i + Σ_p min over n of [price_p(n) − y_a min(n, D_a) − y_b min(n, D_b)],   p = (a, b)

    as each member's notches exceed what it needs and are worth nothing more. y is the best at undiscounted prices, by a
    linear program; it serves at any other price, if less well. Source: A. M. Geoffrion (1974), Lagrangean relaxation.
    """

    def __init__(self, tracks: Tracks) -> None:
        self._needed = np.array([_needed(balance) for balance in tracks.balances])
        most = max((track.most for track in tracks.tracks), default=0)
        notches = np.arange(most + 1)
        limits = np.array([track.most for track in tracks.tracks])[:, None]
        # Notches that a track has not stand as its last one: the same price, the same use.
        self._notches = np.minimum(notches, limits)
        rows = zip(tracks.tracks, self._notches, strict=True)
        self._prices = np.array([[track.price(int(count)) for count in row] for track, row in rows])
        self._ends = np.array(tracks.ends, dtype=np.int64).reshape(-1, 2)
        self._worth = self._worth_at(self._multipliers())

    def __call__(self, factors: Floats) -> float:
        """Return a lower bound of the price of every package where each track's price is multiplied by a factor."""
        if not len(self._prices):
            return 0.0
        fixed, worth = self._worth
        least = (self._prices * factors[:, None] - worth).min(axis=1)
        return max(0.0, fixed + math.fsum(least) - _SAFE)

    def _worth_at(self, multipliers: Floats) -> tuple[float, Floats]:
        """Return Σ y_i D_i, and what every number of notches of every track is worth at these multipliers."""
        worth = np.zeros_like(self._prices)
        for side in (0, 1):
            end = self._ends[:, side]
            worth += multipliers[end, None] * np.minimum(self._notches, self._needed[end, None])
        return float(multipliers @ self._needed), worth

    def _multipliers(self) -> Floats:
        """Maximise the bound: max Σ y_i D_i − Σ_p v_p, v_p ≥ worth of n notches − their price, for every n."""
        program = Program()
        lacking = [i for i, needed in enumerate(self._needed) if needed]
        y = {i: program.variable(0, INFINITY, cost=-float(self._needed[i])) for i in lacking}
        for (a, b), notches, prices in zip(self._ends, self._notches, self._prices, strict=True):
            slack = program.variable(0, INFINITY, cost=1.0)
            breaks = {1, int(self._needed[a]), int(self._needed[b]), int(notches[-1])}
            for n in sorted(breaks & {int(count) for count in notches} - {0}):
                row = {y[i]: -float(min(n, self._needed[i])) for i in (int(a), int(b)) if i in y}
                place = int(np.searchsorted(notches, n))
                program.row({**row, slack: 1.0}, lower=-float(prices[place] - prices[0]))
        solution = program.solve()
        multipliers = np.zeros(len(self._needed))
        if solution.status is SolveStatus.OPTIMAL:
            for i in lacking:
                multipliers[i] = max(0.0, solution.values[y[i]])
        return multipliers


def _needed(balance: float) -> int:
    """Return how many notches a member needs at least, each of which raises its balance by a third at most."""
    return max(0, math.ceil(NOTCHES_TO_A_WHOLE_TIE * (-balance - HOLDS_TOLERANCE) - HOLDS_TOLERANCE))
