"""Cuts a network where nothing is lost by it, and puts the camps of the pieces together again."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ahlaf.network import SignedGraph

Integers = NDArray[np.int64]
Booleans = NDArray[np.bool_]

# The smallest piece with a cycle: a tie that lies on none is never frustrated.
SMALLEST_BLOCK = 3


def blocks_of(graph: SignedGraph) -> list[tuple[Integers, Integers]]:
    """Return the pieces that share at most one actor with one another, as positions of (nodes, ties), smallest first.

    Frustration adds up over them, and ties on no cycle (pendant actors, bridges) are in none. A piece without a
    hostile tie is left out: nothing in it is frustrated. Ties are positions in `graph.ends`.
    Source: J. Hopcroft and R. Tarjan (1973), Efficient algorithms for graph manipulation, through NetworkX.
    """
    import networkx  # type: ignore[import-untyped]  # loaded only when a whole network is to be divided

    whole = networkx.Graph()
    whole.add_edges_from((int(a), int(b), {"at": at}) for at, (a, b) in enumerate(graph.ends))
    found: list[tuple[Integers, Integers]] = []
    for edges in networkx.biconnected_component_edges(whole):
        ties = np.array(sorted(whole[a][b]["at"] for a, b in edges), dtype=np.int64)
        nodes = np.unique(graph.ends[ties])
        if len(nodes) >= SMALLEST_BLOCK and (graph.weights[ties] < 0).any():
            found.append((nodes, ties))
    return sorted(found, key=lambda block: (len(block[1]), int(block[1][0])))


def camps_from_apart(graph: SignedGraph, apart: Booleans, k: int | None) -> Integers:
    """Return each actor's camp, numbered from 0 in order of their first actors, from which ties run between camps.

    Two camps: where the network falls into parts, the first actor of each part is in camp 0. Any number: actors are
    in one camp if a chain of ties within camps joins them.
    """
    if k is None:
        return _in_order(_parts(len(graph.nodes), graph.ends[~apart]))
    # Two copies of every actor, one on each side: a tie between the camps joins opposite copies.
    nodes = len(graph.nodes)
    first, second = graph.ends[:, 0], graph.ends[:, 1]
    shift = np.where(apart, nodes, 0)
    one, other = (first, first + nodes), (second + shift, second + nodes - shift)
    sides = _parts(2 * nodes, np.stack([np.concatenate(one), np.concatenate(other)], axis=1))[:nodes]
    parts = _in_order(_parts(nodes, graph.ends))
    leaders = np.unique(parts, return_index=True)[1]
    across: Booleans = sides != sides[leaders[parts]]
    return across.astype(np.int64)


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


def _parts(nodes: int, ends: Integers) -> Integers:
    graph: csr_matrix[np.float64] = csr_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(nodes, nodes))
    labels: Integers = np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)
    return labels


def _in_order(labels: Integers) -> Integers:
    """Number labels anew in order of first appearance."""
    _, first, back = np.unique(labels, return_index=True, return_inverse=True)
    rank: Integers = np.argsort(np.argsort(first)).astype(np.int64)
    return rank[back]
