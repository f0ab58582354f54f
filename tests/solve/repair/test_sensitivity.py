from dataclasses import replace

import pytest
from hypothesis import given, settings

from ahlaf.model import Package, PriceParameters, PriceSensitivity
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.reconciliation import reconcile
from ahlaf.solve.repair.sensitivity import TIMES, price_sensitivity
from solve.examples import games, party, question, three, ties_of
from solve.repair.by_hand import cost, standing_packages


def by_parameter(game: CoalitionGame) -> dict[str, PriceSensitivity]:
    return {found.parameter: found for found in price_sensitivity(game, reconcile(game))}


def three_sides(opening: float, notch: float) -> CoalitionGame:
    """Each of three lacks two notches: one on each of three tracks (3 f + 3 q), or two on each of two (2 f + 4 q)."""
    parties = [party(code, cost=0.0) for code in ("AAA", "BBB", "CCC")]
    ties = ties_of({"AAA BBB": -0.3, "AAA CCC": -0.3, "BBB CCC": -0.3})
    price = PriceParameters(opening=opening, notch=notch)
    return CoalitionGame.of(question(benefit=0.0, price=price), parties, ties)


def shape(found: PriceSensitivity) -> list[tuple[float, float | None, int]]:
    """The ranges, each with the number of tracks of its package."""
    return [(one.low, one.high, len(one.package.steps)) for one in found.ranges]


def test_where_one_package_takes_the_place_of_another() -> None:
    # They cost the same where f = q.
    found = by_parameter(three_sides(1.0, 2.0))
    assert shape(found["opening"]) == [(0.0, 2.0, 3), (2.0, 4.0, 2)]
    assert shape(found["notch"]) == [(0.0, 1.0, 2), (1.0, 8.0, 3)]
    assert [one.package.price for one in found["opening"].ranges] == [9.0, 10.0]
    assert all(s.proven for s in found.values())


def test_a_red_line_is_lifted_whatever_it_costs() -> None:
    found = by_parameter(three(-0.6, red_lines=["AAA BBB"]))["red_line"]
    (only,) = found.ranges
    assert (only.low, only.high, found.value, found.proven) == (0.0, None, 3.0, True)


def test_one_package_may_be_the_cheapest_at_all_prices() -> None:
    found = by_parameter(three(-0.6))
    assert shape(found["opening"]) == [(0.0, TIMES, 1)]
    assert shape(found["notch"]) == [(0.0, TIMES, 1)]


def test_nothing_to_vary_without_steps() -> None:
    assert price_sensitivity(three(0.9), reconcile(three(0.9))) == ()


def test_without_time_it_says_that_it_is_not_proven() -> None:
    game = three(-0.6)
    found = price_sensitivity(game, reconcile(game), time_limit=0.0)
    assert [s.proven for s in found] == [False, False, True]


@given(games(least=2, most=3))
@settings(max_examples=40, deadline=None)
def test_ranges_against_going_through_all_packages(game: CoalitionGame) -> None:
    first = reconcile(game).packages
    if not first or not first[0].steps:
        return
    packages = standing_packages(game)
    price = game.question.parameters.price
    for parameter, found in by_parameter(game).items():
        assert found.proven
        assert [r.low for r in found.ranges[1:]] == [r.high for r in found.ranges[:-1]]
        assert found.ranges[0].low == 0.0
        assert any(r.package == first[0] and r.low <= found.value <= (r.high or found.value) for r in found.ranges)
        for one in found.ranges:
            high = 12.0 if one.high is None else one.high
            for value in (one.low, (one.low + high) / 2, high):
                varied = replace(price, **{parameter: value})
                least = min(cost(game, package, varied, lambda _: 1.0) for package in packages)
                assert _price(one.package, varied) == pytest.approx(least, abs=1e-5)


def _price(package: Package, price: PriceParameters) -> float:
    return sum(
        price.opening + price.notch * step.notches + price.red_line * step.lifts_red_line for step in package.steps
    )
