"""Other memberships, enlargements that hold, the order of signatures and the ranges of prices, beside every case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from ahlaf.model import Alternative
from ahlaf.solve import answer, sufficiency
from solve.properties import oracle
from solve.properties.cases import cases, game_of, parties_of, question_of, ties_of
from solve.properties.oracle import LOW, Case

_OPEN_END = 4.0
"""Where a range of prices has no end, it is looked at so far beyond its beginning."""


@given(cases(most=4, outsiders=2))
@settings(max_examples=25)
def test_other_memberships_are_all_tried(case: Case) -> None:
    found = answer(question_of(case), parties_of(case), ties_of(case)).alternatives
    for count in found.counts:
        holding = oracle.memberships(case, count.changes)
        assert count.holding == len(holding)
        named = [one for one in found.found if len(one.leave) + len(one.come) == count.changes]
        assert _memberships(named) <= set(holding)
        if found.complete:
            assert _memberships(named) == set(holding)
    for one in found.found:
        assert frozenset(one.members) == frozenset(case.members) - set(one.leave) | set(one.come)
        assert (one.status.value == "holds") == oracle.holds(case, case.weights(LOW), one.members)
        strength = sum((case.capability[i] for i in one.members), Fraction(0))
        assert one.capability == pytest.approx(float(strength))
        assert one.enough == (strength >= case.requirement)
    parts = oracle.holding_parts(case)
    maximal = {part for part in parts if not any(part < other for other in parts)}
    assert _memberships(found.parts) <= maximal
    if found.parts_complete:
        assert _memberships(found.parts) == maximal
    strengths = [sum((case.capability[i] for i in part), Fraction(0)) for part in parts]
    assert (found.strongest is None) == (not parts)
    if found.strongest is not None:
        assert found.strongest.capability == pytest.approx(float(max(strengths)))


def _memberships(found: Iterable[Alternative]) -> set[frozenset[str]]:
    return {frozenset(one.members) for one in found}


@given(cases(most=4, outsiders=4))
@settings(max_examples=40)
def test_the_smallest_enlargement_that_holds(case: Case) -> None:
    found, expected = sufficiency(game_of(case)).holding, oracle.smallest_holding_enlargement(case)
    assert (found.added is None) == (expected is None)
    if found.added is not None and expected is not None:
        assert len(found.added) == expected[0]
        assert found.capability == pytest.approx(float(expected[1]))
        assert oracle.holds(case, case.weights(), (*case.members, *found.added))


@given(cases(most=4))
@settings(max_examples=25)
def test_the_order_and_the_prices_of_the_cheapest_package(case: Case) -> None:
    found = answer(question_of(case), parties_of(case), ties_of(case))
    if not found.reconciliation.packages:
        return
    steps = found.reconciliation.packages[0].steps
    if found.order is not None:
        fewest = oracle.fewest_at_once(case, {step.pair: step.notches for step in steps})
        assert (found.order.proven, found.order.together) == (True, fewest)
        assert sorted(name for moment in found.order.moments for name in moment.signs) == list(case.members)
        assert max(len(moment.signs) for moment in found.order.moments) == fewest
    if len(case.members) > 3:
        return
    for sensitivity in found.sensitivity:
        for each in sensitivity.ranges:
            low = Fraction(each.low).limit_denominator(1000)
            high = Fraction(each.high if each.high is not None else each.low + _OPEN_END).limit_denominator(1000)
            name = "lifting" if sensitivity.parameter == "red_line" else sensitivity.parameter
            at = replace(case, **{name: (low + high) / 2})  # type: ignore[arg-type]
            notches = {step.pair: step.notches for step in each.package.steps}
            assert oracle.price(at, notches) == oracle.cheapest(at)
