"""Rules that shrink a piece for any number of camps: worked out by hand, and against all divisions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.any_number.contraction import (
    MIXTURES,
    WHOLE,
    contract,
    cut_down,
    kernelise_any,
    spare_weight,
    ties_to_contract,
    without_free_ties,
)
from ahlaf.solve.camps.piece import Piece
from solve.camps.partitions import least_frustration, partitions
from solve.camps.small import piece_of, pieces


def test_a_tie_heavier_than_all_others_of_an_actor_is_contracted() -> None:
    # Actor 0 has a friend worth 5 and three other ties worth 4 together.
    piece = piece_of(4, [(0, 1, 5), (0, 2, -2), (0, 3, 2), (1, 2, 3), (1, 3, -1), (2, 3, -1)])
    assert spare_weight(piece, new_camps=False)[0] >= (5 - 4) * WHOLE
    assert least_frustration(piece) == kernelise_any(piece).constant == 4


def test_shares_are_of_one_whole() -> None:
    assert all(sum(shares) == WHOLE for shares in MIXTURES)


def test_two_with_the_same_friends_and_enemies_stand_together() -> None:
    # Both are tied to 2, 3 and 4 alike, so their own tie need not be heavy.
    rows = [(0, 1, 1), *((u, x, w) for u in (0, 1) for x, w in ((2, 3), (3, -3), (4, 3)))]
    assert spare_weight(piece_of(5, rows), new_camps=False)[0] == WHOLE


def test_a_hostile_tie_is_cut_down_to_what_its_end_is_held_by() -> None:
    piece, lonely, disliked = cut_down(piece_of(3, [(0, 1, 2), (1, 2, 7), (0, 2, -5)]))
    assert (piece.weights.tolist(), lonely.tolist(), disliked.tolist()) == ([2, -2, 7], [0], [2])


def test_hostile_ties_that_no_chain_of_friends_closes_are_free() -> None:
    piece = piece_of(4, [(0, 1, 1), (1, 2, -4), (2, 3, 1), (0, 3, -1)])
    assert without_free_ties(piece).weights.tolist() == [1, 1]


def test_parallel_ties_add_up_and_what_cancels_is_paid() -> None:
    left, paid = contract(piece_of(3, [(0, 1, 9), (0, 2, 3), (1, 2, -2)]), np.array([0, 0, 1]))
    assert (left.ends.tolist(), left.weights.tolist(), paid) == ([[0, 1]], [1], 2)


@settings(deadline=None, max_examples=150)
@given(pieces(7, scales=(1, 3)), st.booleans())
def test_the_kernel_keeps_the_optimum_and_every_division_of_it_can_be_lifted(piece: Piece, limited: bool) -> None:
    kernel = kernelise_any(piece, new_camps=not limited)
    most = 3 if limited else None
    assert kernel.constant + least_frustration(kernel.piece, most) == least_frustration(piece, most)
    for labels in partitions(min(kernel.piece.nodes, 4), most):
        extended = np.zeros(kernel.piece.nodes, dtype=np.int64)
        extended[: len(labels)] = labels
        lifted = kernel.lift(extended)
        assert piece.frustration(lifted) <= kernel.constant + kernel.piece.frustration(extended)
        assert most is None or len(np.unique(lifted)) <= most


@pytest.mark.parametrize("shares", MIXTURES)
@settings(deadline=None, max_examples=60)
@given(piece=pieces(6, scales=(1,)))
def test_each_mixture_alone_joins_only_what_some_optimum_joins(shares: tuple[int, int, int], piece: Piece) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ahlaf.solve.camps.any_number.contraction.MIXTURES", (shares,))
        joined = ties_to_contract(piece, new_camps=True)
    first, second = piece.ends[joined, 0], piece.ends[joined, 1]
    together = [labels for labels in partitions(piece.nodes) if (labels[first] == labels[second]).all()]
    assert min(piece.frustration(labels) for labels in together) == least_frustration(piece)
