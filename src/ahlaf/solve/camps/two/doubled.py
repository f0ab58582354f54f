"""The doubled network: two copies of every actor, where a hostile tie leads to the other copy.

A walk from an actor's one copy to its other holds an odd number of hostile ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

from ahlaf.solve.camps.piece import Booleans, Floats, Integers, Piece

# Added to all lengths: a length of 0 would be no tie to SciPy. Of ways as long as each other it prefers that of the
# fewest ties; such cycles make the strongest rows.
SHORTNESS = 1e-7


@dataclass(frozen=True, eq=False)
class Doubled:
    """A piece's doubled network: of node i, the ways starts[i] to starts[i + 1] lead to `others` over `ties`.

    Actor a is node a in the one layer, and node a + nodes in the other.
    """

    piece: Piece

    @cached_property
    def starts(self) -> Integers:
        """Where each node's ways begin."""
        starts = self.piece.neighbours.starts
        return np.concatenate([starts, starts[1:] + starts[-1]])

    @cached_property
    def others(self) -> Integers:
        """The node at the end of each way."""
        near, nodes = self.piece.neighbours, self.piece.nodes
        hostile = near.weights < 0
        return np.concatenate([near.others + nodes * hostile, near.others + nodes * ~hostile])

    @cached_property
    def ties(self) -> Integers:
        """The tie of each way."""
        return np.tile(self.piece.neighbours.ties, 2)

    @cached_property
    def _indices(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        return self.others.astype(np.int32), self.starts.astype(np.int32)

    def matrix(self, lengths: Floats) -> csr_array[np.float64, tuple[int, int]]:
        """Return the (2 n, 2 n) matrix of the ways with a positive length for each tie."""
        size = 2 * self.piece.nodes
        return csr_array((lengths[self.ties], *self._indices), shape=(size, size))

    def parts(self, kept: Booleans) -> Integers:
        """Return the part of each node where only some ties are kept; parts hang together by them."""
        near = self.piece.ends[kept]
        hostile = self.piece.weights[kept] < 0
        nodes = self.piece.nodes
        froms = np.concatenate([near[:, 0], near[:, 0] + nodes])
        tos = np.concatenate([near[:, 1] + nodes * hostile, near[:, 1] + nodes * ~hostile])
        graph = csr_array((np.ones(len(froms)), (froms, tos)), shape=(2 * nodes, 2 * nodes))
        return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)

    def division(self, x: Floats) -> Integers:
        """Return the division along the tree of those ties that x trusts most, the smallest x first."""
        nodes = self.piece.nodes
        near = self.piece.neighbours
        starts, others = near.starts.astype(np.int32), near.others.astype(np.int32)
        graph = csr_array(((x + SHORTNESS)[near.ties], others, starts), shape=(nodes, nodes))
        tree = minimum_spanning_tree(graph).tocoo()
        low, high = np.minimum(tree.row, tree.col), np.maximum(tree.row, tree.col)
        kept = np.zeros(self.piece.ties, dtype=np.bool_)
        kept[self.piece.positions(low, high)] = True
        parts = self.parts(kept)
        return (parts[:nodes] > parts[nodes:]).astype(np.int64)
