"""Blocks of a network, and the camps of the blocks put together again."""

from __future__ import annotations

import networkx  # type: ignore[import-untyped]
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.solve.camps.parts import blocks_of, blocks_to_divide, put_together
from ahlaf.solve.camps.piece import Integers, Piece


def piece_of(nodes: int, rows: list[tuple[int, int, int]]) -> Piece:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Piece.of(nodes, table[:, :2], table[:, 2])


# Two triangles that share actor 2, a tie from it to actor 5, and actor 6 alone.
BUTTERFLY = piece_of(7, [(0, 1, -1), (1, 2, -1), (0, 2, -1), (2, 3, 1), (3, 4, 1), (2, 4, 1), (2, 5, -1)])


def test_blocks_share_single_actors() -> None:
    blocks = blocks_of(BUTTERFLY)
    assert [block.nodes.tolist() for block in blocks] == [[2, 5], [0, 1, 2], [2, 3, 4]]
    assert [block.nodes.tolist() for block in blocks_to_divide(BUTTERFLY)] == [[0, 1, 2]]
    assert blocks[1].piece(BUTTERFLY).ends.tolist() == [[0, 1], [0, 2], [1, 2]]


@pytest.mark.parametrize("k", [2, 3, 4])
def test_camps_are_numbered_by_their_first_actors(k: int) -> None:
    labels = [np.array([0, 1]), np.array([1, 1, 0]), np.array([1, 1, 1])]
    assert put_together(BUTTERFLY, blocks_of(BUTTERFLY), labels, k).tolist() == [0, 0, 1, 1, 1, 0, 0]


def test_any_number_of_camps_are_chains_of_ties_within() -> None:
    labels = [np.array([0, 1]), np.array([0, 1, 2]), np.array([0, 0, 0])]
    assert put_together(BUTTERFLY, blocks_of(BUTTERFLY), labels, None).tolist() == [0, 1, 2, 2, 2, 3, 4]


@given(st.integers(1, 14), st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=30))
def test_blocks_are_the_biconnected_components(nodes: int, pairs: list[tuple[int, int]]) -> None:
    whole = piece_of(nodes, [(a % nodes, b % nodes, -1) for a, b in pairs])
    expected = networkx.biconnected_components(networkx.Graph(whole.ends.tolist()))
    blocks = blocks_of(whole)
    assert sorted(block.nodes.tolist() for block in blocks) == sorted(sorted(one) for one in expected)
    assert sorted(int(tie) for block in blocks for tie in block.ties) == list(range(whole.ties))


@st.composite
def divided(draw: st.DrawFn) -> tuple[Piece, Integers, int]:
    nodes = draw(st.integers(1, 12))
    pairs = draw(st.sets(st.tuples(st.integers(0, nodes - 1), st.integers(0, nodes - 1)), max_size=16))
    k = draw(st.integers(2, 4))
    rows = [(a, b, draw(st.sampled_from([-2, -1, 1, 3]))) for a, b in sorted(pairs) if a < b]
    labels = draw(st.lists(st.integers(0, k - 1), min_size=nodes, max_size=nodes))
    return piece_of(nodes, rows), np.array(labels, dtype=np.int64), k


@given(divided())
def test_what_is_cut_and_put_together_costs_the_same(given_: tuple[Piece, Integers, int]) -> None:
    whole, labels, k = given_
    blocks = blocks_of(whole)
    assert sorted(int(tie) for block in blocks for tie in block.ties) == list(range(whole.ties))
    together = put_together(whole, blocks, [labels[block.nodes] for block in blocks], k)
    assert whole.frustrated(together).tolist() == whole.frustrated(labels).tolist()
    assert together.min() >= 0
    assert together.max() < k
