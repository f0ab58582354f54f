"""The cheapest packages and the brokers' savings beside every number of notches on every pair."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings

from ahlaf.model import Package, ProofStatus
from ahlaf.solve import answer, reconcile
from solve.properties import oracle
from solve.properties.cases import cases, game_of, parties_of, question_of, ties_of
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
    touched = [frozenset(step.pair for step in package.steps if step.notches) for package in found.packages]
    assert len(set(touched)) == len(touched)
    assert [package.price for package in found.packages] == sorted(package.price for package in found.packages)
    for package in found.packages:
        _is_a_package(case, package, WEIGHT)
    at_lows = oracle.cheapest(case, LOW)
    for firm in found.firm:
        if firm.package is not None:
            _is_a_package(case, firm.package, WEIGHT)
        if firm.package is not None and firm.at_low is None:
            # What is mended from the weights is enough from the lows too, so it costs no less than what is only that.
            assert oracle.enough(case, {step.pair: step.notches for step in firm.package.steps}, LOW)
            assert at_lows is not None
            assert firm.package.price >= float(at_lows) - 1e-9


@given(cases(least=2, most=3, outsiders=2))
@settings(max_examples=12)
def test_no_broker_and_no_team_saves_more(case: Case) -> None:
    found = answer(question_of(case), parties_of(case), ties_of(case))
    alone = oracle.cheapest(case)
    everybody = (*case.members, *case.outsiders)
    by_name = {broker.actor: broker for broker in found.brokers}
    assert set(by_name) == (set() if alone is None else set(everybody))
    if alone is None:
        assert not found.teams
        return
    with_one = {actor: oracle.cheapest_with(case, actor) or Fraction(0) for actor in everybody}
    for actor, broker in by_name.items():
        assert broker.price == pytest.approx(float(with_one[actor]))
        assert broker.saving == pytest.approx(float(alone - with_one[actor]))
        assert 0 <= alone - with_one[actor] <= case.discount * alone
        assert broker.low - 1e-9 <= broker.saving <= broker.high + 1e-9
        trusted = oracle.trust(case, actor)
        for track in broker.tracks:
            assert track.even == pytest.approx(float(trusted[track.pair]))
    for team in found.teams:
        with_team = min(oracle.cheapest_with(case, *some) or 0 for some in combinations(everybody, team.size))
        assert team.price == pytest.approx(float(with_team))
        assert team.price == pytest.approx(float(oracle.cheapest_with(case, *team.actors) or 0))
        assert len(team.actors) <= team.size


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
