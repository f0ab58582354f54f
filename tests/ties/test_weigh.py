"""The shrunken mean and its interval."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import TieOrigin, TieParameters
from ahlaf.ties.weigh import unknown_tie, weigh

PARAMETERS = TieParameters(prior_weight=0.5, prior_sd=0.5, level=0.9)
values = st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 3)), max_size=8)


def test_one_witness_worked_by_hand() -> None:
    # -0.9 · 1 / (1 + 0.5) = -0.6; spread 0.5·√0.5; half-width 1.6449 · 0.35355 / √1.5 = 0.47483
    weight, low, high = weigh([-0.9], [1.0], PARAMETERS)
    assert weight == pytest.approx(-0.6)
    assert low == -1.0
    assert high == pytest.approx(-0.6 + 0.47483, abs=1e-5)


def test_without_evidence_the_interval_is_the_priors() -> None:
    weight, low, high = weigh([], [], PARAMETERS)
    assert weight == 0
    assert high == -low == pytest.approx(NormalDist().inv_cdf(0.95) * 0.5)
    assert unknown_tie("TUR", "JOR", PARAMETERS).pair == ("JOR", "TUR")
    assert unknown_tie("TUR", "JOR", PARAMETERS).origin is TieOrigin.ASSUMED


def test_witnesses_that_disagree_widen_the_interval() -> None:
    agreed = weigh([0.1, 0.1, 0.1, 0.1], [1.0] * 4, PARAMETERS)
    divided = weigh([1.0, -0.8, 1.0, -0.8], [1.0] * 4, PARAMETERS)
    assert agreed[0] == pytest.approx(divided[0])
    assert divided[2] - divided[1] > agreed[2] - agreed[1]


@given(values)
def test_low_weight_high_are_in_order_and_in_range(pairs: list[tuple[float, float]]) -> None:
    weight, low, high = weigh([x for x, _ in pairs], [w for _, w in pairs], PARAMETERS)
    assert -1 <= low <= weight <= high <= 1


@given(values)
def test_turning_every_sign_turns_the_tie(pairs: list[tuple[float, float]]) -> None:
    xs, ws = [x for x, _ in pairs], [w for _, w in pairs]
    weight, low, high = weigh(xs, ws, PARAMETERS)
    turned = weigh([-x for x in xs], ws, PARAMETERS)
    assert turned == pytest.approx((-weight, -high, -low))


@given(st.floats(-1, 1), st.integers(1, 20))
def test_the_interval_narrows_as_like_evidence_comes_in(x: float, n: int) -> None:
    def width(count: int) -> float:
        mass = count + PARAMETERS.prior_weight
        return PARAMETERS.prior_sd * sqrt(PARAMETERS.prior_weight / mass)

    assert width(n + 1) < width(n)
    few, more = weigh([x] * n, [1.0] * n, PARAMETERS), weigh([x] * (n + 1), [1.0] * (n + 1), PARAMETERS)
    assert abs(more[0] - x) <= abs(few[0] - x) + 1e-12
