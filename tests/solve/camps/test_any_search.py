"""The search for any number of camps, alone."""

from __future__ import annotations

import math
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.any_number import settling
from ahlaf.solve.camps.any_number.settling import merged, search_any, search_often
from ahlaf.solve.camps.piece import Piece
from solve.camps.partitions import least_frustration
from solve.camps.small import piece_of, pieces


def planted(seed: int, nodes: int = 60) -> Piece:
    """Four camps, every fifth tie against them."""
    random = np.random.default_rng(seed)
    pairs = random.integers(0, nodes, (8 * nodes, 2))
    same = pairs[:, 0] % 4 == pairs[:, 1] % 4
    signs = np.where(same ^ (random.random(len(pairs)) < 0.2), 1, -1)
    return Piece.of(nodes, pairs, signs)


@settings(deadline=None, max_examples=60)
@given(pieces(7), st.integers(1, 4), st.integers(0, 3))
def test_it_uses_no_more_camps_than_it_may_and_is_never_worse_than_its_start(
    piece: Piece, most: int, seed: int
) -> None:
    start = np.random.default_rng(seed).integers(0, most, piece.nodes)
    found = search_any(piece, most=most, seed=seed, deadline=math.inf, start=start, effort=0.2)
    assert len(np.unique(found)) <= most
    assert least_frustration(piece, most) <= piece.frustration(found) <= piece.frustration(start)


@settings(deadline=None, max_examples=40)
@given(pieces(6))
def test_small_pieces_are_divided_best(piece: Piece) -> None:
    assert piece.frustration(search_any(piece, seed=0, deadline=math.inf, effort=20)) == least_frustration(piece)


def test_the_same_seed_gives_the_same_division() -> None:
    piece = planted(1)
    first, second = (search_any(piece, seed=3, deadline=math.inf, effort=0.5) for _ in range(2))
    assert first.tolist() == second.tolist()


def test_where_none_would_move_no_actor_gains_by_it() -> None:
    piece = planted(2)
    labels = search_any(piece, seed=0, deadline=math.inf, effort=0.0)
    for node in range(piece.nodes):
        for label in range(piece.nodes):
            other = labels.copy()
            other[node] = label
            assert piece.frustration(other) >= piece.frustration(labels)


def test_compiled_loops_find_the_same() -> None:
    piece = planted(3)
    plain = search_any(piece, seed=5, deadline=math.inf, effort=1)
    with patch.object(settling, "COMPILED_FROM", 0), patch.object(settling, "ROUNDS_COMPILED", settling.ROUNDS):
        compiled = search_any(piece, seed=5, deadline=math.inf, effort=1)
    assert plain.tolist() == compiled.tolist()


def test_several_searches_use_few_camps_too_and_lose_nothing() -> None:
    piece = planted(6, nodes=30)
    start = np.arange(30) % 3
    found = search_often(piece, most=3, seed=0, deadline=math.inf, start=start, effort=0.05, runs=4)
    once = search_any(piece, most=3, seed=0, deadline=math.inf, start=start, effort=0.05)
    assert len(np.unique(found)) <= 3
    assert piece.frustration(found) <= piece.frustration(once) <= piece.frustration(start)


def test_untied_actors_are_put_together_where_camps_are_few() -> None:
    piece = piece_of(4, [(0, 1, -3), (0, 2, -2), (1, 2, -1)])
    labels = merged(piece, np.arange(4), 3)
    assert piece.frustration(labels) == 0
    assert len(set(labels.tolist())) == 3
