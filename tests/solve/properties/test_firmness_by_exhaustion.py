"""What turns the verdict, beside an oracle: ties alone and together, numbers of the question, and a probability."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from statistics import NormalDist

from hypothesis import assume, given, settings

from ahlaf.model import ParameterFlip
from ahlaf.solve import verdict
from solve.properties import oracle
from solve.properties.cases import cases, game_of
from solve.properties.oracle import HIGH, LOW, Case

_A_LITTLE = Fraction(1, 10**7)
_STEPS = 12
_FAR = Fraction(1000)


@given(cases(most=4))
@settings(max_examples=60)
def test_the_fewest_ties_that_turn_it_are_the_fewest(case: Case) -> None:
    firm = verdict(game_of(case)).lifted
    fewest = oracle.fewest_that_flip(case)
    assert (firm.together is None) == (fewest is None)
    lifted = replace(case, red_lines=frozenset())
    central = oracle.holds(lifted, case.weights())
    if firm.together is not None:
        assert fewest is not None and firm.together.at_least <= fewest
        if firm.together.moves:
            assert len(firm.together.moves) == fewest
    alone = {
        pair
        for pair in case.pairs
        if any(oracle.holds(lifted, {**case.weights(), pair: case.ties[pair][end]}) != central for end in (LOW, HIGH))
    }
    assert {flip.pair for flip in firm.flips} == alone
    for flip in firm.flips:
        low, _, high = case.ties[flip.pair]
        at = Fraction(flip.flips_at).limit_denominator(10**6)
        assert low <= at <= high
        for value, stands in ((at + _A_LITTLE, True), (at - _A_LITTLE, False)):
            assert oracle.holds(lifted, {**case.weights(), flip.pair: value}) == stands


@given(cases(most=4, red_lines=False))
@settings(max_examples=30)
def test_a_number_of_the_question_turns_it_where_it_is_said_and_not_before(case: Case) -> None:
    central = oracle.holds(case, case.weights())
    for flip in verdict(game_of(case)).lifted.parameters:
        value = _number(case, flip)
        lowest, highest = _range(flip)
        for turn, end in ((flip.below, lowest), (flip.above, highest)):
            goal = end if turn is None else Fraction(turn).limit_denominator(10**9)
            for step in range(1, _STEPS):
                between = value + (goal - value) * step / _STEPS
                if abs(goal - between) > 10 * _A_LITTLE and between > 0:
                    assert _holds_at(case, flip, between) == central
            if turn is not None and lowest < goal < highest:
                # Just beyond, or, where it holds at one value alone, there.
                near = {_holds_at(case, flip, goal + way * _A_LITTLE) for way in (-1, 0, 1)}
                assert (not central) in near


def _range(flip: ParameterFlip) -> tuple[Fraction, Fraction]:
    return Fraction(0), Fraction(1) if flip.parameter in ("exclusivity", "salience") else _FAR


def _number(case: Case, flip: ParameterFlip) -> Fraction:
    held = getattr(case, {"joining_cost": "cost"}.get(flip.parameter, flip.parameter))
    number = held if flip.actor is None else held[flip.actor]
    assert isinstance(number, Fraction)
    assert math.isclose(number, flip.value)
    return number


def _holds_at(case: Case, flip: ParameterFlip, value: Fraction) -> bool:
    name = {"joining_cost": "cost"}.get(flip.parameter, flip.parameter)
    changed: object = value if flip.actor is None else {**getattr(case, name), flip.actor: value}
    return oracle.holds(moved := replace(case, **{name: changed}), moved.weights())  # type: ignore[arg-type]


@given(cases(most=2, red_lines=False))
@settings(max_examples=40)
def test_of_two_members_the_probability_is_the_normal_tail_beyond_the_flip_point(case: Case) -> None:
    low, weight, high = case.ties[case.pairs[0]]
    assume(high > low)
    needs = max(-oracle.gain(case, member, case.members) for member in case.members)
    assume(abs(needs) < 1)
    z = NormalDist().inv_cdf(0.95)
    exact = 1 - NormalDist(float(weight), float(high - low) / (2 * z)).cdf(float(needs))
    found = verdict(game_of(case, samples=2000)).probability
    # Five standard errors: one in two million draws of a sample this large goes further.
    assert abs(found.value - exact) <= 5 * math.sqrt(exact * (1 - exact) / found.samples) + 1e-12
    assert found.low <= found.value <= found.high
