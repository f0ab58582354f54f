"""Blocks against those that NetworkX finds, and by hand."""

from __future__ import annotations

import networkx  # type: ignore[import-untyped]
import numpy as np
from hypothesis import given, settings

from ahlaf.solve.camps.blocks import block_numbers
from ahlaf.solve.camps.piece import Piece
from solve.camps.small import piece_of, pieces


@settings(deadline=None, max_examples=200)
@given(pieces(14))
def test_blocks_are_the_biconnected_components(piece: Piece) -> None:
    numbers = block_numbers(piece)
    found = sorted(np.flatnonzero(numbers == number).tolist() for number in set(numbers.tolist()))
    graph = networkx.Graph()
    graph.add_edges_from((a, b, {"tie": at}) for at, (a, b) in enumerate(piece.ends.tolist()))
    blocks = networkx.biconnected_component_edges(graph)
    assert found == sorted(sorted(graph[a][b]["tie"] for a, b in block) for block in blocks)
    assert [numbers[ties[0]] for ties in found] == list(range(len(found)))


def test_two_triangles_on_a_way_and_one_apart() -> None:
    """Ties in order: 01, 02, 12 are a triangle, 23 a way, 34, 35, 45 a triangle; 67 is far off."""
    ties = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5), (6, 7)]
    numbers = block_numbers(piece_of(9, [(a, b, 1) for a, b in ties]))
    assert numbers.tolist() == [0, 0, 0, 1, 2, 2, 2, 3]


def test_a_long_ring_is_one_block_and_a_long_way_is_many() -> None:
    nodes = 5000
    at = np.arange(nodes)
    ring = Piece.of(nodes, np.stack([at, (at + 1) % nodes], axis=1), np.ones(nodes, dtype=np.int64))
    assert block_numbers(ring).max() == 0
    way = Piece.of(nodes, ring.ends[1:], ring.weights[1:])
    assert sorted(block_numbers(way).tolist()) == list(range(nodes - 1))
