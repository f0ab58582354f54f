"""Verdict, blocking sets, joining, strength and miracle beside an oracle that tries every case in exact fractions."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from ahlaf.model import Status
from ahlaf.solve import blocking_sets, joining, miracle, sufficiency, verdict
from solve.properties import oracle
from solve.properties.cases import cases, game_of
from solve.properties.oracle import HIGH, LOW, WEIGHT, Case


@given(cases(most=4))
@settings(max_examples=60)
def test_the_verdict_is_that_of_every_corner_of_the_box(case: Case) -> None:
    found = verdict(game_of(case))
    assert found.status.value == oracle.status(case)
    assert found.central == oracle.holds(case, case.weights())
    for stands in found.balances:
        expected = [oracle.balance(case, stands.actor, case.members, case.weights(end)) for end in (WEIGHT, LOW, HIGH)]
        assert [stands.central, stands.worst, stands.best] == pytest.approx([float(value) for value in expected])


@given(cases(least=6, most=8))
@settings(max_examples=12)
def test_the_verdict_of_up_to_eight_members(case: Case) -> None:
    found = verdict(game_of(case)).status
    expected = Status.HOLDS if oracle.always_holds(case) else Status.CONTESTED
    assert found is (Status.FAILS if oracle.never_holds(case) else expected)


def _check_blocking(case: Case, max_size: int, *, every_size: bool) -> None:
    found = blocking_sets(game_of(case), max_size=max_size, most=10**6)
    end = {"central": WEIGHT, "worst_known": LOW, "none": None}[found.basis]
    assert end == next((end for end in (WEIGHT, LOW) if not oracle.holds(case, case.weights(end))), None)
    if end is None:
        assert (found.sets, found.count, found.smallest, found.deficits) == ((), 0, None, ())
        return
    expected = oracle.blocking(case, end, None if every_size else max_size)
    small = {pairs for pairs in expected.sets if len(pairs) <= max_size}
    assert {frozenset(one.pairs) for one in found.sets} == small
    assert len(found.sets) == found.count == len(small)
    assert {short.actor for short in found.structural} == expected.structural
    below = {member: oracle.balance(case, member, case.members, case.weights(end)) for member in case.members}
    assert {short.actor: short.balance for short in found.deficits} == pytest.approx(
        {member: float(balance) for member, balance in below.items() if balance < 0}
    )
    if every_size:
        assert found.larger == (small != expected.sets)
        assert found.complete == (small == expected.sets)
        sizes = {len(pairs) for pairs in expected.sets}
        assert (None if found.smallest is None else len(found.smallest.pairs)) == min(sizes, default=None)
        fewest = oracle.fewest_that_touch(expected.sets)
        assert found.touching_at_least <= fewest
        if found.touching:
            assert len(found.touching) == fewest
            assert all(set(found.touching) & pairs for pairs in expected.sets)


@given(cases(most=5))
@settings(max_examples=60)
def test_blocking_sets_are_all_irreducible_subsets(case: Case) -> None:
    _check_blocking(case, 4, every_size=True)
    _check_blocking(case, 2, every_size=True)


@given(cases(least=7, most=8))
@settings(max_examples=8)
def test_blocking_sets_of_up_to_eight_members(case: Case) -> None:
    _check_blocking(case, 3, every_size=False)


@given(cases(most=5, outsiders=3))
@settings(max_examples=60)
def test_who_joins_and_what_is_strong_enough(case: Case) -> None:
    game = game_of(case)
    answers = {answer.actor: answer for answer in joining(game)}
    assert set(answers) == set(case.outsiders)
    for outsider, answer in answers.items():
        balance, minds = oracle.joins(case, outsider)
        assert answer.balance == pytest.approx(float(balance))
        assert answer.wants == (balance >= 0)
        assert frozenset(answer.objectors) == minds
    strength, expected = sufficiency(game), oracle.smallest_enlargement(case)
    assert strength.enough == (expected is not None and expected[0] == 0)
    assert (strength.enlargement is None) == (expected is None)
    if strength.enlargement is not None:
        added = sum((case.capability[outsider] for outsider in strength.enlargement), Fraction(0))
        assert (len(strength.enlargement), added) == expected


@given(cases(most=8))
@settings(max_examples=60)
def test_the_miracle_is_where_the_last_balance_crosses_zero(case: Case) -> None:
    found, expected = miracle(game_of(case)), oracle.miracle(case)
    assert (found.lifted is None) == (expected is None)
    if expected is not None:
        assert found.lifted == pytest.approx(float(expected))
        # It holds at the factor and not a hundredth below it, were the red lines lifted.
        at = replace(case, red_lines=frozenset(), benefit=case.benefit * expected)
        assert oracle.holds(at, at.weights())
        below = replace(at, benefit=at.benefit * Fraction(99, 100))
        assert expected == 0 or not oracle.holds(below, below.weights())
    if any(pair in case.red_lines for pair in case.pairs):
        assert found.factor is None
    else:
        assert found.factor == found.lifted
