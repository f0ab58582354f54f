"""Minimal sets of numbers below zero that use up a margin: counted exactly without listing, and the heaviest listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class MinimalSets:
    """The minimal subsets S of `weights`, all below 0, with margin + Σ S < −tolerance, by their size.

    `weights` come in rising order, the most hostile first. Taken in that order a set is minimal exactly if its last
    number is what tips it: without any other it would be lower still. So the sets of k numbers are the beginnings of
    k − 1 numbers that do not tip yet, each with the numbers after it that do, which in rising order are a stretch.
    """

    weights: Floats
    margin: float
    tolerance: float

    def count(self, size: int) -> int:
        """Return how many minimal sets of `size` numbers there are."""
        beginnings = self._beginnings(size - 1)
        return int(np.maximum(0, self._tipping(beginnings) - beginnings.next).sum())

    @property
    def smallest(self) -> int:
        """How many numbers the smallest minimal set has; 0 where all of them together do not tip."""
        tipping = np.flatnonzero(np.cumsum(self.weights) < self._limit)
        return int(tipping[0]) + 1 if len(tipping) else 0

    def any_beyond(self, size: int) -> bool:
        """Say whether some minimal set has more than `size` numbers.

        It is so exactly if some beginning of `size` numbers does not tip, and would with all numbers after it.
        """
        beginnings = self._beginnings(size - 1)
        first = np.maximum(beginnings.next, self._tipping(beginnings))
        last = np.searchsorted(self._rest, self._limit - beginnings.sums, side="left")
        return bool((first < np.minimum(last, len(self.weights))).any())

    def heaviest(self, size: int, most: int) -> Iterator[tuple[int, ...]]:
        """Yield `most` of the minimal sets of `size` numbers, as places in `weights`, of the lowest sums first.

        Of all sets with the same beginning the first is the heaviest; so the `most` heaviest sets have their beginnings
        among the `most` whose first sets are heaviest.
        """
        beginnings = self._beginnings(size - 1)
        stop = self._tipping(beginnings)
        open_rows = np.flatnonzero(stop > beginnings.next)
        firsts = beginnings.sums[open_rows] + self.weights[beginnings.next[open_rows]]
        rows = open_rows[np.argsort(np.round(firsts, 12), kind="stable")[:most]]
        found = [
            (round(float(beginnings.sums[row] + self.weights[last]), 12), (*beginnings.places[row].tolist(), last))
            for row in rows
            for last in range(int(beginnings.next[row]), min(int(stop[row]), int(beginnings.next[row]) + most))
        ]
        yield from (places for _, places in sorted(found)[:most])

    @property
    def _limit(self) -> float:
        """A sum below this tips."""
        return -self.tolerance - self.margin

    @cached_property
    def _rest(self) -> Floats:
        """The sum of all numbers from each place on, rising."""
        return np.cumsum(self.weights[::-1])[::-1]

    def _tipping(self, beginnings: _Beginnings) -> Integers:
        """Return for each beginning the first place whose number no longer tips it."""
        return np.searchsorted(self.weights, self._limit - beginnings.sums, side="left")

    def _beginnings(self, size: int) -> _Beginnings:
        """Return all sets of `size` numbers, in rising order, that do not tip."""
        found = _Beginnings(np.zeros((1, 0), dtype=np.int64), np.zeros(1), np.zeros(1, dtype=np.int64))
        for _ in range(size):
            starts = np.maximum(found.next, self._tipping(found))
            counts = np.maximum(0, len(self.weights) - starts)
            rows = np.repeat(np.arange(len(counts)), counts)
            offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
            places = starts[rows] + offsets
            found = _Beginnings(
                np.hstack([found.places[rows], places[:, None]]), found.sums[rows] + self.weights[places], places + 1
            )
        return found


@dataclass(frozen=True)
class _Beginnings:
    """Sets of places in rising order, a row each; their sums; and the place after the last."""

    places: Integers
    sums: Floats
    next: Integers
