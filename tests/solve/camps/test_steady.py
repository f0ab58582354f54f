"""Of all best divisions the nearest to an earlier one: against all divisions of small networks."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.find import divide_whole
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Integers, Piece
from ahlaf.solve.camps.steady import matched, steadied, turned


def piece_of(nodes: int, rows: list[tuple[int, int, int]]) -> Piece:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Piece.of(nodes, table[:, :2], table[:, 2])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Piece, dict[int, int]]:
    nodes = draw(st.integers(1, 7))
    actor = st.integers(0, nodes - 1)
    rows = draw(st.lists(st.tuples(actor, actor, st.sampled_from([-2, -1, 1])), max_size=12))
    before = draw(st.dictionaries(actor, st.integers(0, 1), max_size=nodes))
    return piece_of(nodes, rows), before


def crossings(labels: Integers, before: dict[int, int]) -> int:
    return sum(int(labels[actor]) != camp for actor, camp in before.items())


@settings(deadline=None, max_examples=80)
@given(cases())
def test_two_camps_have_the_fewest_crossings_of_all_best_divisions(case: tuple[Piece, dict[int, int]]) -> None:
    whole, before = case
    labels, _ = divide_whole(whole, 2, seed=0, deadline=math.inf)
    found = steadied(whole, labels, before, 2, seed=0, deadline=math.inf)
    every = [np.array(sides, dtype=np.int64) for sides in product(range(2), repeat=whole.nodes)]
    least = min(whole.frustration(one) for one in every)
    fewest = min(crossings(one, before) for one in every if whole.frustration(one) == least)
    assert found.fewest
    assert whole.frustration(found.labels) == least
    assert crossings(found.labels, before) == fewest


@settings(deadline=None, max_examples=40)
@given(cases())
def test_any_number_of_camps_stay_the_best(case: tuple[Piece, dict[int, int]]) -> None:
    whole, before = case
    labels, _ = divide_whole(whole, None, seed=0, deadline=math.inf)
    found = steadied(whole, labels, before, None, seed=0, deadline=math.inf)
    assert whole.frustration(found.labels) == whole.frustration(labels)


def test_any_number_of_camps_keeps_two_camps_apart_that_nothing_forces_together() -> None:
    # All are friends of actor 4, who must be frustrated once: with camps {0, 1, 4} and {2, 3} before, it stays.
    whole = piece_of(5, [(0, 1, 1), (2, 3, 1), (0, 2, -1), (1, 3, -1), (0, 4, 1), (2, 4, 1)])
    for stays, camp in ((0, {0: 0, 1: 0, 4: 0, 2: 1, 3: 1}), (2, {0: 0, 1: 0, 2: 1, 3: 1, 4: 1})):
        labels, _ = divide_whole(whole, None, seed=0, deadline=math.inf)
        found = steadied(whole, labels, camp, None, seed=0, deadline=math.inf).labels
        assert found[4] == found[stays]


def test_each_part_is_turned_by_itself() -> None:
    whole = piece_of(4, [(0, 1, -1), (2, 3, -1)])
    assert turned(whole, np.array([0, 1, 0, 1]), {0: 1, 1: 0, 2: 0}).tolist() == [1, 0, 0, 1]


def test_weights_too_large_for_it_leave_the_division_and_say_so() -> None:
    heavy = LARGEST_TOTAL // 4
    whole = piece_of(3, [(0, 1, -heavy), (1, 2, heavy), (0, 2, -heavy)])
    labels = np.array([0, 1, 1])
    found = steadied(whole, labels, {0: 1, 1: 0, 2: 0}, 2, seed=0, deadline=math.inf)
    assert (found.labels.tolist(), found.fewest) == ([1, 0, 0], False)


@pytest.mark.parametrize(
    ("overlap", "pairs"), [([[3, 2], [3, 0]], [(0, 1), (1, 0)]), ([[0, 0], [0, 4]], [(1, 1)]), ([[]], [])]
)
def test_camps_are_matched_by_their_largest_overlap_together(
    overlap: list[list[int]], pairs: list[tuple[int, int]]
) -> None:
    assert matched(np.array(overlap, dtype=np.int64)) == pairs
