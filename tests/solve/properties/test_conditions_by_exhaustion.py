"""Packages under conditions, firm packages and the next best ones, beside every number of notches on every pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Constraints, Pair, ProofStatus
from ahlaf.solve import CoalitionGame, reconcile
from solve.properties import oracle
from solve.properties.cases import cases, game_of
from solve.properties.oracle import LOW, WEIGHT, Case


@dataclass(frozen=True)
class Enough:
    """A package that is enough: what it mends, what it opens, and what it costs."""

    notches: dict[Pair, int]
    price: Fraction

    @property
    def mends(self) -> frozenset[Pair]:
        return frozenset(pair for pair, count in self.notches.items() if count)


def all_packages(case: Case, at_low: int = 0) -> Iterator[Enough]:
    """Every package on ties of which an end lacks something, with any `at_low` ties of each member at their lows."""
    weights = case.weights()
    lowest = {}
    for member in case.members:
        own = [pair for pair in case.pairs if member in pair]
        some = combinations(own, min(at_low, len(own)))
        falls = max(sum((weights[p] - case.ties[p][LOW] for p in chosen), Fraction(0)) for chosen in some)
        lowest[member] = oracle.balance(case, member, case.members, weights) - falls
    lacking = {member for member, balance in lowest.items() if balance < 0}
    for notches in oracle.packages(case):
        if any(count and not lacking & set(pair) for pair, count in notches.items()):
            continue
        left = dict(lowest)
        for pair, count in notches.items():
            for member in pair:
                left[member] += oracle.mended(weights[pair], count) - weights[pair]
        if min(left.values()) >= 0:
            yield Enough(notches, oracle.price(case, notches))


def keeps_to(case: Case, package: Enough, constraints: Constraints) -> bool:
    """Whether a package keeps to each condition, read as the record of the conditions says it."""
    opened = package.mends | (case.red_lines & set(case.pairs))
    if opened & set(constraints.untouchable):
        return False
    if constraints.most_tracks is not None and len(opened) > constraints.most_tracks:
        return False
    if constraints.most_notches is not None and max(package.notches.values()) > constraints.most_notches:
        return False
    if constraints.budget is not None and package.price > Fraction(constraints.budget):
        return False
    return not opened or any(not set(pair) & set(constraints.not_first) for pair in opened)


@st.composite
def conditions(draw: st.DrawFn, case: Case) -> Constraints:
    return Constraints(
        untouchable=tuple(sorted(draw(st.sets(st.sampled_from(case.pairs), max_size=1)))),
        not_first=tuple(sorted(draw(st.sets(st.sampled_from(case.members), max_size=1)))),
        most_tracks=draw(st.none() | st.integers(0, 3)),
        most_notches=draw(st.none() | st.integers(1, 4)),
        budget=draw(st.none() | st.integers(1, 12).map(float)),
    )


def under(game: CoalitionGame, constraints: Constraints) -> CoalitionGame:
    return replace(game, question=replace(game.question, constraints=constraints))


@given(cases(least=2, most=3), st.data())
@settings(max_examples=60)
def test_under_conditions_no_package_is_cheaper_and_none_of_the_conflict_can_be_spared(
    case: Case, data: st.DataObject
) -> None:
    constraints = data.draw(conditions(case))
    every = list(all_packages(case))
    prices = [package.price for package in every if keeps_to(case, package, constraints)]
    found = reconcile(under(game_of(case), constraints))
    free = min((package.price for package in every), default=None)
    assert (found.certificate.status is ProofStatus.INFEASIBLE) == (not prices)
    if constraints.given or prices:
        assert found.free_price == (None if free is None else pytest.approx(float(free)))
    if prices:
        assert found.packages[0].price == pytest.approx(float(min(prices)))
        for package in found.packages:
            steps = {step.pair: step.notches for step in package.steps}
            notches = {pair: steps.get(pair, 0) for pair in case.pairs}
            assert keeps_to(case, Enough(notches, oracle.price(case, notches)), constraints)
    elif every:
        assert found.conflict is not None and found.conflict.given
        assert not any(keeps_to(case, package, found.conflict) for package in every)
        for fewer in _one_dropped(found.conflict):
            assert any(keeps_to(case, package, fewer) for package in every)


def _one_dropped(conflict: Constraints) -> Iterator[Constraints]:
    for field in ("untouchable", "not_first"):
        for one in getattr(conflict, field):
            kept = tuple(other for other in getattr(conflict, field) if other != one)
            yield replace(conflict, **{field: kept})  # type: ignore[arg-type]
    for field in ("most_tracks", "most_notches", "budget"):
        if getattr(conflict, field) is not None:
            yield replace(conflict, **{field: None})  # type: ignore[arg-type]


@given(cases(least=2, most=3))
@settings(max_examples=40)
def test_a_firm_package_is_enough_whichever_ties_are_low_and_none_is_cheaper(case: Case) -> None:
    for firm in reconcile(game_of(case)).firm:
        at_low = len(case.members) if firm.at_low is None else firm.at_low
        prices = [package.price for package in all_packages(case, at_low)]
        assert (firm.package is None) == (not prices)
        if firm.package is not None:
            assert firm.package.price == pytest.approx(float(min(prices)))


@given(cases(least=3, most=3))
@settings(max_examples=40)
def test_each_next_package_is_the_cheapest_that_leaves_alone_a_tie_of_each_before_it(case: Case) -> None:
    found = reconcile(game_of(case))
    every = list(all_packages(case))
    before: list[frozenset[Pair]] = []
    for package in found.packages:
        prices = [one.price for one in every if not any(mended <= one.mends for mended in before)]
        assert package.price == pytest.approx(float(min(prices)))
        before.append(frozenset(step.pair for step in package.steps if step.notches))
        assert oracle.enough(case, {step.pair: step.notches for step in package.steps}, WEIGHT)
    rest = [one for one in every if not any(mended <= one.mends for mended in before)]
    if found.complete:
        assert not rest
