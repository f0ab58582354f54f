"""Cuts a network where nothing is lost by it, and puts the camps of the pieces together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ahlaf.solve.camps.blocks import block_numbers
from ahlaf.solve.camps.piece import Booleans, Integers, Piece

# The smallest block with a cycle: a tie that lies on none is never frustrated.
SMALLEST_BLOCK = 3


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A part of a piece that shares at most one actor with any other: the positions of its actors and ties in it."""

    nodes: Integers
    ties: Integers

    def piece(self, whole: Piece) -> Piece:
        """Return the block as a piece of its own, its actors numbered in the order of `nodes`."""
        ends = np.searchsorted(self.nodes, whole.ends[self.ties])
        return Piece(len(self.nodes), ends.astype(np.int64), whole.weights[self.ties])


def blocks_of(whole: Piece) -> list[Block]:
    """Return the blocks (biconnected components) of two actors or more, the smallest first.

    Frustration adds up over them, for any number of camps: the camps of a block can be renamed so that they agree on
    the actor that it shares.
    """
    numbers = block_numbers(whole)
    order = np.argsort(numbers, kind="stable")
    groups = np.split(order, np.cumsum(np.bincount(numbers))[:-1]) if whole.ties else []
    found = [Block(np.unique(whole.ends[ties]), ties) for ties in groups]
    return sorted(found, key=lambda block: (len(block.ties), int(block.ties[0])))


def can_be_frustrated(block: Block, whole: Piece) -> bool:
    """Say whether a block has a cycle and a hostile tie: in others nothing is frustrated."""
    return len(block.nodes) >= SMALLEST_BLOCK and bool((whole.weights[block.ties] < 0).any())


def put_together(whole: Piece, blocks: Sequence[Block], labels: Sequence[Integers], k: int | None) -> Integers:
    """Return each actor's camp, numbered from 0 in order of their first actors, from the divisions of all blocks.

    `labels` holds a label for each actor of each block, below k where k is a number. With k = None, actors are in one
    camp if a chain of ties within camps joins them; else the first actor of each part of the network is in camp 0, and
    in each part the camps are numbered in order of their first actors.
    """
    if k is None or k == 2:
        apart = np.zeros(whole.ties, dtype=np.bool_)
        for block, own in zip(blocks, labels, strict=True):
            ends = np.searchsorted(block.nodes, whole.ends[block.ties])
            apart[block.ties] = own[ends[:, 0]] != own[ends[:, 1]]
        return _chained(whole, apart) if k is None else _two_sides(whole, apart)
    return _renamed(whole, _agreed(whole.nodes, blocks, labels, k))


def in_order(labels: Integers) -> Integers:
    """Number labels anew in order of first appearance."""
    _, first, back = np.unique(labels, return_index=True, return_inverse=True)
    rank: Integers = np.argsort(np.argsort(first)).astype(np.int64)
    return rank[back]


def components_of(nodes: int, ends: Integers) -> Integers:
    """Return the number of the connected part that each actor is in, in order of their first actors."""
    graph: csr_matrix[np.float64] = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(nodes, nodes))
    return in_order(np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64))


def frustrated_ties(ends: Integers, weights: NDArray[np.float64], camps: Integers) -> Booleans:
    """Say which ties go against the camps: friendly ones between two camps, hostile ones within one."""
    divided: Booleans = camps[ends[:, 0]] != camps[ends[:, 1]]
    return np.equal(divided, weights > 0)


def members_of(names: Iterable[str], camps: Integers) -> tuple[tuple[str, ...], ...]:
    """Return the names of each camp in the order in which they came."""
    groups: dict[int, list[str]] = {}
    for name, camp in zip(names, camps.tolist(), strict=True):
        groups.setdefault(camp, []).append(name)
    return tuple(tuple(groups[camp]) for camp in sorted(groups))


def _chained(whole: Piece, apart: Booleans) -> Integers:
    return components_of(whole.nodes, whole.ends[~apart])


def _two_sides(whole: Piece, apart: Booleans) -> Integers:
    # Two copies of every actor, one on each side: a tie between the camps joins opposite copies.
    nodes = whole.nodes
    first, second = whole.ends[:, 0], whole.ends[:, 1]
    shift = np.where(apart, nodes, 0)
    one, other = (first, first + nodes), (second + shift, second + nodes - shift)
    sides = components_of(2 * nodes, np.stack([np.concatenate(one), np.concatenate(other)], axis=1))[:nodes]
    parts = components_of(nodes, whole.ends)
    leaders = np.unique(parts, return_index=True)[1]
    across: Booleans = sides != sides[leaders[parts]]
    return across.astype(np.int64)


def _agreed(nodes: int, blocks: Sequence[Block], labels: Sequence[Integers], k: int) -> Integers:
    """Rename the labels of each block so that they agree on shared actors; a lone actor has label 0."""
    camps = np.full(nodes, -1, dtype=np.int64)
    holding: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        for node in block.nodes.tolist():
            holding[node].append(at)
    done = np.zeros(len(blocks), dtype=np.bool_)
    for first in range(len(blocks)):
        # Along the tree of the blocks: of each block that is reached exactly one actor has its camp.
        waiting = [first]
        while waiting:
            at = waiting.pop()
            if done[at]:
                continue
            done[at] = True
            block, own = blocks[at], labels[at]
            name = np.arange(k, dtype=np.int64)
            known = np.flatnonzero(camps[block.nodes] >= 0)
            if len(known):
                here, there = int(own[known[0]]), int(camps[block.nodes[known[0]]])
                name[[here, there]] = there, here
            camps[block.nodes] = name[own]
            waiting.extend(other for node in block.nodes.tolist() for other in holding[node] if not done[other])
    return np.maximum(camps, 0)


def _renamed(whole: Piece, camps: Integers) -> Integers:
    """Number the camps of each part of the network in order of their first actors."""
    parts = components_of(whole.nodes, whole.ends)
    named = np.empty_like(camps)
    order = np.argsort(parts, kind="stable")
    for nodes in np.split(order, np.flatnonzero(np.diff(parts[order])) + 1):
        named[nodes] = in_order(camps[nodes])
    return named
