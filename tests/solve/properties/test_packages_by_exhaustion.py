"""The cheapest packages and the brokers' savings beside every number of notches on every pair."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from ahlaf.model import Package, ProofStatus
from ahlaf.solve import brokers, reconcile
from solve.properties import oracle
from solve.properties.cases import cases, game_of
from solve.properties.oracle import LOW, WEIGHT, Case


def _is_a_package(case: Case, package: Package, end: int) -> None:
    """Look at every step: it is enough, in exact fractions, and costs what it says."""
    notches = {step.pair: step.notches for step in package.steps}
    assert oracle.enough(case, notches, end)
    assert package.price == pytest.approx(float(oracle.price(case, notches)))
    assert {step.pair for step in package.steps if step.lifts_red_line} == case.red_lines & set(case.pairs)
    for step in package.steps:
        before = case.ties[step.pair][end]
        assert (step.before, step.after) == pytest.approx((float(before), float(oracle.mended(before, step.notches))))


@given(cases(most=3))
@settings(max_examples=60)
def test_no_package_is_cheaper(case: Case) -> None:
    found, expected = reconcile(game_of(case)), oracle.cheapest(case)
    if expected is None:
        assert (found.packages, found.certificate.status) == ((), ProofStatus.INFEASIBLE)
        return
    first = found.packages[0]
    assert (found.certificate.status, found.certificate.gap) == (ProofStatus.OPTIMAL, 0)
    assert first.price == pytest.approx(float(expected))
    assert first.certificate.bound <= first.price + 1e-9
    touched = [frozenset(step.pair for step in package.steps) for package in found.packages]
    assert len(set(touched)) == len(touched)
    assert [package.price for package in found.packages] == sorted(package.price for package in found.packages)
    for package in found.packages:
        _is_a_package(case, package, WEIGHT)
    at_lows = oracle.cheapest(case, LOW)
    assert (found.robust is None) == (at_lows is None)
    if found.robust is not None:
        assert found.robust.price == pytest.approx(float(at_lows or 0))
        _is_a_package(case, found.robust, LOW)


@given(cases(least=2, most=3, outsiders=2))
@settings(max_examples=25)
def test_no_broker_saves_more(case: Case) -> None:
    game = game_of(case)
    reconciliation = reconcile(game)
    alone = oracle.cheapest(case)
    found = {broker.actor: broker for broker in brokers(game, reconciliation)}
    assert set(found) == (set() if alone is None else {*case.members, *case.outsiders})
    for actor, broker in found.items():
        expected = oracle.cheapest_with(case, actor)
        assert expected is not None and alone is not None
        assert broker.price == pytest.approx(float(expected))
        assert broker.saving == pytest.approx(float(alone - expected))
        assert 0 <= alone - expected <= case.discount * alone
        trusted = oracle.trust(case, actor)
        assert list(broker.trust) == pytest.approx([float(trusted[pair]) for pair in broker.pairs])


@given(cases(least=3, most=3))
@settings(max_examples=25)
def test_a_red_line_more_costs_its_lifting_and_at_most_its_opening_besides(case: Case) -> None:
    pair = case.pairs[0]
    without = replace(case, red_lines=case.red_lines - {pair})
    with_it = replace(case, red_lines=case.red_lines | {pair})
    prices = [found.packages[0].price for found in map(reconcile, map(game_of, (without, with_it))) if found.packages]
    if prices:
        more = Fraction(prices[1]) - Fraction(prices[0])
        assert case.lifting - Fraction(1, 10**9) <= more <= case.lifting + case.opening + Fraction(1, 10**9)
