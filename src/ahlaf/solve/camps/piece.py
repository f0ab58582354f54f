"""A piece of a signed network as the solvers see it: numbered actors, and ties with whole-number weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

# Sums of weights stay below this, so that they and twice them are exact in 64 bits and in floating point.
LARGEST_TOTAL = 2**50


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Who is tied to each actor: of actor i, positions starts[i] to starts[i + 1] of the other three.

    `others` are the actors at the other end in ascending order, `ties` the positions of the ties in the piece,
    `weights` their weights.
    """

    starts: Integers
    others: Integers
    ties: Integers
    weights: Integers


@dataclass(frozen=True, eq=False)
class Piece:
    """Actors 0 … nodes − 1 and one tie a pair, friendly (weight > 0) or hostile (weight < 0).

    `ends` has shape (ties, 2), the smaller end first, its rows ascending and unlike; `weights` has shape (ties,), whole
    numbers other than zero, whose sizes sum to less than LARGEST_TOTAL. A division is an array of labels, shape
    (nodes,): actors with the same label are in one camp.
    """

    nodes: int
    ends: Integers
    weights: Integers

    @classmethod
    def of(cls, nodes: int, ends: Integers, weights: Integers) -> Piece:
        """Add up ties in whichever direction and order; a pair whose sum is zero, or of an actor with itself, has none.

        >>> piece = Piece.of(3, np.array([[1, 0], [0, 1], [2, 1]]), np.array([2, -5, 1]))
        >>> piece.ends.tolist(), piece.weights.tolist()
        ([[0, 1], [1, 2]], [-3, 1])
        """
        ends = np.sort(ends.reshape(-1, 2), axis=1)
        proper = ends[:, 0] != ends[:, 1]
        keys, where = np.unique(ends[proper, 0] * nodes + ends[proper, 1], return_inverse=True)
        sums = np.zeros(len(keys), dtype=np.int64)
        np.add.at(sums, where, weights[proper])
        keys, sums = keys[sums != 0], sums[sums != 0]
        pairs = np.stack([keys // max(nodes, 1), keys % max(nodes, 1)], axis=1)
        return cls(nodes, pairs.astype(np.int64), sums)

    @property
    def ties(self) -> int:
        """How many ties there are."""
        return len(self.weights)

    @cached_property
    def sizes(self) -> Integers:
        """What each tie costs where it is frustrated, |w|."""
        return np.abs(self.weights)

    @cached_property
    def step(self) -> int:
        """The largest number of which every sum of sizes is a multiple; 0 where there is no tie."""
        return int(np.gcd.reduce(self.weights)) if self.ties else 0

    @cached_property
    def _pairs(self) -> Integers:
        return self.ends[:, 0] * self.nodes + self.ends[:, 1]

    def positions(self, first: Integers, second: Integers) -> Integers:
        """Return the positions of the ties between actors first[i] < second[i]; −1 where there is none."""
        wanted = first.astype(np.int64) * self.nodes + second
        found = np.minimum(np.searchsorted(self._pairs, wanted), max(self.ties - 1, 0))
        return np.where(self._pairs[found] == wanted, found, -1) if self.ties else np.full(len(wanted), -1)

    def frustrated(self, labels: Integers) -> Booleans:
        """Say which ties go against a division: friendly ones between two camps, hostile ones within one."""
        divided: Booleans = labels[self.ends[:, 0]] != labels[self.ends[:, 1]]
        return np.equal(divided, self.weights > 0)

    def frustration(self, labels: Integers) -> int:
        """Return the summed |w| of the ties that go against a division, exactly."""
        return int(self.sizes[self.frustrated(labels)].sum())

    @cached_property
    def neighbours(self) -> Neighbours:
        """The ties as seen from each actor."""
        first, second = self.ends[:, 0], self.ends[:, 1]
        froms, tos = np.concatenate([first, second]), np.concatenate([second, first])
        ties = np.tile(np.arange(self.ties, dtype=np.int64), 2)
        order = np.lexsort((tos, froms))
        starts = np.zeros(self.nodes + 1, dtype=np.int64)
        np.cumsum(np.bincount(froms, minlength=self.nodes), out=starts[1:])
        return Neighbours(starts, tos[order], ties[order], self.weights[ties[order]])
