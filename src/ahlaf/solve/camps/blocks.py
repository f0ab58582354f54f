"""Blocks: the parts of a network that hang together even when any one actor is gone (biconnected components).

Two blocks share at most one actor, so frustration adds up over them. A tie on no cycle is a block of its own.

Source: R. E. Tarjan and U. Vishkin (1985), An efficient parallel biconnectivity algorithm. Theirs needs no depth-first
search, so that most of it is done for all ties at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components

from ahlaf.solve.camps.piece import Integers, Piece


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """A spanning tree of the network, of which every part hangs on one more actor, the root, numbered last.

    Actors are numbered anew so that an actor's descendants follow on it: `first` is its number, `end` that after its
    last descendant. `order` is from the root outwards.
    """

    parent: list[int]
    order: list[int]
    first: Integers
    end: Integers


def block_numbers(piece: Piece) -> Integers:
    """Return for each tie the number of its block, blocks numbered by their first ties."""
    if piece.ties == 0:
        return np.zeros(0, dtype=np.int64)
    tree = _spanning_tree(piece)
    first, end, parent = tree.first, tree.end, np.array(tree.parent, dtype=np.int64)
    one, other = piece.ends[:, 0], piece.ends[:, 1]
    one, other = np.where(first[one] < first[other], one, other), np.where(first[one] < first[other], other, one)
    in_tree = parent[other] == one
    # Ties of the tree are called after their outer actor. Two of them are in one block if a tie outside the tree
    # closes a cycle over both: where it joins two branches, those at its ends; and an actor's with its parent's, where
    # some tie leads from below the actor to outside what hangs on the parent.
    across = ~in_tree & (end[one] <= first[other])
    low, high = _reach(tree, one[~in_tree], other[~in_tree])
    inner = np.flatnonzero((parent >= 0) & (parent != piece.nodes))
    leaves = (low[inner] < first[parent[inner]]) | (high[inner] >= end[parent[inner]])
    rows = np.concatenate([one[across], inner[leaves]])
    columns = np.concatenate([other[across], parent[inner[leaves]]])
    joined = csr_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(piece.nodes, piece.nodes))
    labels = connected_components(joined, directed=False)[1][other]
    _, begins, back = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(begins), dtype=np.int64)
    rank[np.argsort(begins)] = np.arange(len(begins))
    return rank[back]


def _spanning_tree(piece: Piece) -> _Tree:
    root, ends = piece.nodes, piece.ends
    network = csr_matrix((np.ones(piece.ties, dtype=np.int8), (ends[:, 0], ends[:, 1])), shape=(root + 1, root + 1))
    heads = np.unique(connected_components(network, directed=False)[1][:-1], return_index=True)[1]
    rows, columns = np.concatenate([ends[:, 0], np.full(len(heads), root)]), np.concatenate([ends[:, 1], heads])
    network = csr_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(root + 1, root + 1))
    found, before = breadth_first_order(network, root, directed=False)
    parent, order = before.astype(np.int64), found.tolist()
    parent[root] = -1
    above = parent.tolist()
    size = [1] * (root + 1)
    for actor in reversed(order[1:]):
        size[above[actor]] += size[actor]
    first = [0] * (root + 1)
    free = [1] * (root + 1)
    for actor in order[1:]:
        over = above[actor]
        first[actor] = free[over]
        free[over] += size[actor]
        free[actor] = first[actor] + 1
    numbers = np.array(first, dtype=np.int64)
    return _Tree(above, order, numbers, numbers + np.array(size, dtype=np.int64))


def _reach(tree: _Tree, one: Integers, other: Integers) -> tuple[Integers, Integers]:
    """Return the least and the greatest number that ties outside the tree lead to from an actor or below it."""
    low, high = tree.first.copy(), tree.first.copy()
    for here, there in ((one, other), (other, one)):
        np.minimum.at(low, here, tree.first[there])
        np.maximum.at(high, here, tree.first[there])
    least, greatest = low.tolist(), high.tolist()
    for actor in reversed(tree.order[1:]):
        over = tree.parent[actor]
        least[over] = min(least[over], least[actor])
        greatest[over] = max(greatest[over], greatest[actor])
    return np.array(least, dtype=np.int64), np.array(greatest, dtype=np.int64)
