"""Measures of a ranking against brute force over all orders of the tied, and probabilities by hand."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from joins.bootstrap import means
from joins.measures import brier, log_score, ranked, reliability


def _orders(scores: list[int]) -> list[tuple[int, ...]]:
    """Return every order of the candidates that puts higher scores first."""
    return [
        order for order in permutations(range(len(scores))) if all(scores[a] >= scores[b] for a, b in pairwise(order))
    ]


def _average(order: tuple[int, ...], joined: list[bool]) -> float:
    precisions = [
        sum(joined[other] for other in order[: place + 1]) / (place + 1)
        for place, one in enumerate(order)
        if joined[one]
    ]
    return sum(precisions) / len(precisions)


def _above(order: tuple[int, ...], joined: list[bool]) -> float:
    pairs = [(a, b) for a in range(len(order)) for b in range(len(order)) if joined[a] and not joined[b]]
    return sum(order.index(a) < order.index(b) for a, b in pairs) / len(pairs)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.booleans()), min_size=2, max_size=6).filter(
        lambda rows: 0 < sum(joined for _, joined in rows) < len(rows)
    )
)
def test_ties_are_worth_the_mean_over_all_orders_of_the_tied(rows: list[tuple[int, bool]]) -> None:
    scores, joined = [score for score, _ in rows], [one for _, one in rows]
    found = ranked(np.array(scores, dtype=float), np.array(joined))
    orders = _orders(scores)
    number = sum(joined)
    assert found.average == pytest.approx(np.mean([_average(order, joined) for order in orders]))
    assert found.area == pytest.approx(np.mean([_above(order, joined) for order in orders]))
    assert found.first == pytest.approx(np.mean([joined[order[0]] for order in orders]))
    within = [sum(joined[one] for one in order[:number]) / number for order in orders]
    assert found.as_many == pytest.approx(np.mean(within))
    assert found.five == pytest.approx(np.mean([sum(joined[one] for one in order[:5]) / 5 for order in orders]))


def test_probabilities_are_scored_by_distance_and_by_surprise() -> None:
    chances, joined = np.array([0.5, 0.1]), np.array([True, False])
    assert brier(chances, joined) == pytest.approx((0.25 + 0.01) / 2)
    assert log_score(chances, joined) == pytest.approx(-(np.log(0.5) + np.log(0.9)) / 2)
    assert np.isfinite(log_score(np.array([0.0, 1.0]), joined))


def test_reliability_sets_what_was_said_beside_what_happened() -> None:
    chances, joined = np.array([0.1, 0.2, 0.6, 1.0]), np.array([False, True, True, True])
    low, high = reliability(chances, joined, (0.0, 0.5, 1.0))
    assert [low.number, low.said, low.happened] == pytest.approx([2, 0.15, 0.5])
    assert [high.number, high.said, high.happened] == pytest.approx([2, 0.8, 1.0])


def test_the_interval_of_a_mean_holds_it_and_is_the_same_for_the_same_seed() -> None:
    values = np.array([[0.0, 1.0], [1.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
    mixed, constant = means(values, draws=500)
    assert mixed.value == 0.5
    assert mixed.low < 0.5 < mixed.high
    assert (constant.low, constant.high) == (1.0, 1.0)
    assert means(values, draws=500) == (mixed, constant)
