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

# The fewest ties of a block with a cycle: a tie that lies on none is never frustrated.
SMALLEST_CYCLE = 3


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
    number = block_numbers(whole)
    return _blocks(whole, number, np.arange(int(number.max(initial=-1)) + 1))


def blocks_to_divide(whole: Piece) -> list[Block]:
    """Return the blocks in which a tie can be frustrated, the smallest first: those with a cycle and a hostile tie."""
    number = block_numbers(whole)
    sizes = np.bincount(number)
    hostile = np.bincount(number, weights=whole.weights < 0)
    return _blocks(whole, number, np.flatnonzero((sizes >= SMALLEST_CYCLE) & (hostile > 0)))


def _blocks(whole: Piece, number: Integers, wanted: Integers) -> list[Block]:
    order = np.argsort(number, kind="stable")
    starts = np.searchsorted(number[order], np.stack([wanted, wanted + 1]))
    found = [order[first:last] for first, last in starts.T.tolist()]
    blocks = [Block(np.unique(whole.ends[ties]), ties) for ties in found]
    return sorted(blocks, key=lambda block: (len(block.ties), int(block.ties[0])))


def put_together(whole: Piece, blocks: Sequence[Block], labels: Sequence[Integers], k: int | None) -> Integers:
    """Return each actor's camp, numbered from 0 in order of their first actors, from the divisions of blocks.

    `labels` holds a label for each actor of each block, below k where k is a number; ties of no block given are not
    frustrated. With k = None, actors are in one camp if a chain of ties within camps joins them; else the first actor
    of each part of the network is in camp 0, and in each part the camps are numbered in order of their first actors.
    """
    if k is None or k == 2:
        apart = whole.weights < 0
        for block, own in zip(blocks, labels, strict=True):
            ends = np.searchsorted(block.nodes, whole.ends[block.ties])
            apart[block.ties] = own[ends[:, 0]] != own[ends[:, 1]]
        return _chained(whole, apart) if k is None else _two_sides(whole, apart)
    return _renamed(whole, _agreed(whole, blocks, labels, k))


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


def _agreed(whole: Piece, blocks: Sequence[Block], labels: Sequence[Integers], k: int) -> Integers:
    """Rename the labels of each block so that they agree on shared actors; a lone actor has label 0."""
    bare = np.ones(whole.ties, dtype=np.bool_)
    for block in blocks:
        bare[block.ties] = False
    nodes = [*(block.nodes.tolist() for block in blocks), *whole.ends[bare].tolist()]
    named = [*(own.tolist() for own in labels), *([0, int(weight < 0)] for weight in whole.weights[bare].tolist())]
    holding: dict[int, list[int]] = defaultdict(list)
    for at, actors in enumerate(nodes):
        for actor in actors:
            holding[actor].append(at)
    camps = [-1] * whole.nodes
    done = [False] * len(nodes)
    for first in range(len(nodes)):
        # Along the tree of the blocks: of each block that is reached one actor has its camp, or no name must change.
        waiting = [first]
        while waiting:
            at = waiting.pop()
            if done[at]:
                continue
            done[at] = True
            name = list(range(k))
            here, there = next(
                ((own, camps[actor]) for actor, own in zip(nodes[at], named[at], strict=True) if camps[actor] >= 0),
                (0, 0),
            )
            name[here], name[there] = there, here
            for actor, own in zip(nodes[at], named[at], strict=True):
                camps[actor] = name[own]
                waiting.extend(other for other in holding[actor] if not done[other])
    return np.maximum(np.array(camps, dtype=np.int64), 0)


def _renamed(whole: Piece, camps: Integers) -> Integers:
    """Number the camps of each part of the network in order of their first actors."""
    parts = components_of(whole.nodes, whole.ends)
    named = np.empty_like(camps)
    order = np.argsort(parts, kind="stable")
    for nodes in np.split(order, np.flatnonzero(np.diff(parts[order])) + 1):
        named[nodes] = in_order(camps[nodes])
    return named
