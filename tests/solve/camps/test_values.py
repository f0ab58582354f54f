"""The values that a division can cost, against all divisions."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.values import values_of_any, values_of_two
from solve.camps.small import divisions, piece_of, pieces


@settings(deadline=None, max_examples=100)
@given(pieces(6))
def test_the_step_is_the_largest_that_all_costs_differ_by(piece: Piece) -> None:
    values = values_of_two(piece)
    costs = [piece.frustration(labels) for labels in divisions(piece)]
    assert math.gcd(*(cost - costs[0] for cost in costs)) == values.step
    assert all((cost - values.one) % max(values.step, 1) == 0 for cost in costs)
    assert values.from_bound(min(costs)) == min(costs)


@given(st.integers(-5, 50), st.integers(1, 7))
def test_a_bound_goes_up_to_the_next_value(numerator: int, unit: int) -> None:
    """Four enemies in a circle and one in the middle have 8 ties and each an odd or even number of them."""
    ring = piece_of(4, [(0, 1, -1), (1, 2, -1), (2, 3, -1), (3, 0, 1)])
    values = values_of_two(ring)
    assert (values.one, values.step) == (3, 2)
    bound = values.from_bound(numerator, unit)
    assert bound % 2 == 1
    assert bound * unit >= numerator
    assert bound <= 1 or (bound - 2) * unit < numerator


def test_any_number_of_camps_costs_multiples() -> None:
    values = values_of_any(piece_of(3, [(0, 1, 4), (1, 2, -6)]))
    assert [values.from_bound(bound) for bound in (0, 1, 2, 3)] == [0, 2, 2, 4]
