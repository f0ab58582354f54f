"""Friends and enemies who need more camps than there may be: worked out by hand, and against all colourings."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.any_number.colours import clashes, coloured, colouring
from ahlaf.solve.camps.piece import Piece
from solve.camps.partitions import partitions
from solve.camps.small import piece_of, pieces

Pairs = set[tuple[int, int]]


@st.composite
def pair_sets(draw: st.DrawFn) -> Pairs:
    nodes = draw(st.integers(2, 7))
    return set(draw(st.lists(st.sampled_from([*combinations(range(nodes), 2)]))))


@settings(deadline=None, max_examples=150)
@given(pair_sets(), st.integers(2, 4))
def test_a_colouring_is_found_where_there_is_one(pairs: Pairs, colours: int) -> None:
    nodes = sorted({node for pair in pairs for node in pair})
    possible = any(
        all(given[nodes.index(a)] != given[nodes.index(b)] for a, b in pairs)
        for given in product(range(colours), repeat=len(nodes))
    )
    found = coloured(pairs, colours)
    assert (len(found) == len(nodes)) == possible
    assert all(found[a] != found[b] for a, b in pairs if possible)
    assert max(found.values(), default=0) < colours


def test_four_enemies_cannot_be_in_three_camps() -> None:
    enemies = {node: {0, 1, 2, 3} - {node} for node in range(4)}
    assert colouring(enemies, 3) is None
    piece = piece_of(5, [*((a, b, -1) for a, b in combinations(range(4), 2)), (0, 4, -1)])
    (clash,) = clashes(piece, np.zeros(piece.ties), 3)
    assert piece.ends[clash].tolist() == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]
    assert clashes(piece, np.zeros(piece.ties), 4) == []


def test_friends_pass_enmity_on() -> None:
    """Of four enemies one pair is hostile only through a friend: his tie is part of the clash."""
    rows = [(0, 1, -1), (0, 2, -1), (1, 2, -1), (1, 3, -1), (2, 3, -1), (3, 4, 2), (0, 4, -1)]
    piece = piece_of(5, rows)
    (clash,) = clashes(piece, np.zeros(piece.ties), 3)
    assert len(clash) == piece.ties


@settings(deadline=None, max_examples=150)
@given(pieces(7, scales=(1,)), st.integers(2, 3), st.integers(0, 2**32 - 1))
def test_every_division_frustrates_a_tie_of_each_clash(piece: Piece, most: int, seed: int) -> None:
    x = np.random.default_rng(seed).choice([0.0, 0.1, 1.0], piece.ties, p=[0.8, 0.1, 0.1])
    for clash in clashes(piece, x, most):
        assert x[clash].sum() < 1.0
        assert all(piece.frustrated(labels)[clash].any() for labels in partitions(piece.nodes, most))
