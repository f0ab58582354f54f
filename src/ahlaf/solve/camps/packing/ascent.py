"""The best bound that a pool of cycles gives, near enough, by steps that only multiply and add.

The bound of multipliers λ ≥ 0 is D(λ) = Σ λ_C − Σ_e max(0, Σ_{C ∋ e} λ_C − w_e); the linear program over the pool's
cycles asks for the greatest. As a game, max over λ and min over prices 0 ≤ x ≤ 1 of Σ_C λ_C (1 − x(C)) + Σ_e w_e x_e,
it is solved by the primal-dual hybrid gradient with steps for each row and column, restarted from averages.

Sources: T. Pock and A. Chambolle (2011), Diagonal preconditioning for first order primal-dual algorithms in convex
optimization; D. Applegate and others (2021), Practical large-scale linear programming using primal-dual hybrid
gradient.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ahlaf.solve.camps.piece import Floats, Integers
from ahlaf.solve.stopping import expired

# How many steps are taken between two looks at the gap and at the clock.
STRIDE = 25
# From the average a new start is made when the gap has shrunk to the first share; after PATIENT steps the second does.
SHRUNK, SHRUNK_SOME = 0.3, 0.9
PATIENT = 100
# The balance between steps of λ and of x stays within these bounds.
LEAST_BALANCE, MOST_BALANCE = 0.05, 20.0


@dataclass(slots=True, eq=False)
class Ascent:
    """Cycles (starts and ties as in Cuts), weights of ties, multipliers λ, and prices x of ties.

    `best` are those multipliers so far that gave the highest `bound`; the way up is not straight.
    """

    starts: Integers
    ties: Integers
    weights: Floats
    multipliers: Floats
    prices: Floats
    balance: float = 1.0
    best: Floats = field(init=False)
    bound: float = field(init=False)

    def __post_init__(self) -> None:
        self.best = self.multipliers
        taken = np.repeat(self.multipliers, np.diff(self.starts))
        loads = np.bincount(self.ties, weights=taken, minlength=len(self.weights)).astype(np.float64)
        self.bound = _bound(self.multipliers, loads, self.weights)

    def add(self, starts: Integers, ties: Integers) -> None:
        """Take more cycles into the pool, with multipliers of zero."""
        self.starts = np.concatenate([self.starts, starts[1:] + self.starts[-1]])
        self.ties = np.concatenate([self.ties, ties])
        nothing = np.zeros(len(starts) - 1)
        self.multipliers = np.concatenate([self.multipliers, nothing])
        self.best = np.concatenate([self.best, nothing])

    def drop(self, dear: float) -> None:
        """Drop the cycles that take nothing and cost more than this."""
        sizes = np.diff(self.starts)
        costs = np.add.reduceat(self.prices[self.ties], self.starts[:-1])
        kept = (self.multipliers > 0.0) | (self.best > 0.0) | (costs <= dear)
        self.ties = self.ties[np.repeat(kept, sizes)]
        self.starts = np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64)
        self.multipliers, self.best = self.multipliers[kept], self.best[kept]

    def climb(self, most: int, closeness: float, deadline: float) -> None:
        """Take up to `most` steps, fewer where the pool's optimum is known to within the share `closeness`."""
        if len(self.multipliers):
            _Steps.of(self).climb(self, most, closeness, deadline)


@dataclass(slots=True, eq=False)
class _Steps:
    """The pool as a matrix (cycles × ties) and what each step needs of it."""

    matrix: csr_array
    turned: csr_array
    weights: Floats
    lengths: Floats
    degrees: Floats
    most: Floats

    @classmethod
    def of(cls, pool: Ascent) -> _Steps:
        shape = (len(pool.multipliers), len(pool.weights))
        matrix = csr_array(
            (np.ones(len(pool.ties)), pool.ties.astype(np.int32), pool.starts.astype(np.int32)), shape=shape
        )
        degrees = np.maximum(np.bincount(pool.ties, minlength=shape[1]), 1).astype(np.float64)
        # A cycle can take no more than its lightest tie; this also makes the value of any prices an upper bound.
        most = np.minimum.reduceat(pool.weights[pool.ties], pool.starts[:-1])
        return cls(
            matrix,
            matrix.T.tocsr(),
            pool.weights,
            np.diff(pool.starts).astype(np.float64),
            degrees,
            most,
        )

    def ceiling(self, prices: Floats) -> float:
        """Return what no bound from this pool exceeds: what these prices cost, and what they leave to be paid for."""
        return float(self.weights @ prices + self.most @ np.maximum(1.0 - self.matrix @ prices, 0.0))

    def climb(self, pool: Ascent, steps: int, closeness: float, deadline: float) -> None:
        multipliers, prices, balance = pool.multipliers, pool.prices, pool.balance
        loads = self.turned @ multipliers
        gap = self.ceiling(prices) - _bound(multipliers, loads, self.weights)
        from_multipliers, from_prices = multipliers, prices
        summed_multipliers, summed_prices, since = np.zeros_like(multipliers), np.zeros_like(prices), 0
        for step in range(1, steps + 1):
            further = np.clip(prices - (self.weights - loads) / (balance * self.degrees), 0.0, 1.0)
            lacking = 1.0 - self.matrix @ (2.0 * further - prices)
            multipliers = np.clip(multipliers + balance / self.lengths * lacking, 0.0, self.most)
            prices = further
            loads = self.turned @ multipliers
            summed_multipliers += multipliers
            summed_prices += prices
            since += 1
            if step % STRIDE and step < steps:
                continue
            over = step >= steps or expired(deadline)
            mean_multipliers, mean_prices = summed_multipliers / since, summed_prices / since
            mean_loads = self.turned @ mean_multipliers
            reached = _bound(multipliers, loads, self.weights), _bound(mean_multipliers, mean_loads, self.weights)
            now, mean = self.ceiling(prices) - reached[0], self.ceiling(mean_prices) - reached[1]
            if max(reached) > pool.bound:
                pool.bound, pool.best = max(reached), multipliers if reached[0] > reached[1] else mean_multipliers
            least = min(now, mean)
            close = least <= closeness * pool.bound
            if close or over or least <= SHRUNK * gap or (since >= PATIENT and least <= SHRUNK_SOME * gap):
                if mean < now:
                    multipliers, prices, loads = mean_multipliers, mean_prices, mean_loads
                balance = _balanced(balance, multipliers - from_multipliers, prices - from_prices)
                gap, from_multipliers, from_prices = least, multipliers, prices
                summed_multipliers, summed_prices, since = np.zeros_like(multipliers), np.zeros_like(prices), 0
            if close or over:
                break
        pool.multipliers, pool.prices, pool.balance = multipliers, prices, balance


def _bound(multipliers: Floats, loads: NDArray[np.float64], weights: Floats) -> float:
    """Return D(λ), with the rounding of floating point."""
    return float(multipliers.sum() - np.maximum(loads - weights, 0.0).sum())


def _balanced(balance: float, multipliers: Floats, prices: Floats) -> float:
    """Return a new balance halfway, in logarithms, to that of the ways that λ and x went since the last start."""
    far, wide = math.sqrt(float((multipliers**2).sum())), math.sqrt(float((prices**2).sum()))
    if far > 0.0 and wide > 0.0:
        balance = math.sqrt(balance * far / wide)
    return min(max(balance, LEAST_BALANCE), MOST_BALANCE)
