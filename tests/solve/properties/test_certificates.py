"""The cheapest package of larger coalitions: is what is claimed optimal so, by a bound that rests on no solver?"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from ahlaf.model import ProofStatus
from ahlaf.solve import reconcile
from solve.properties import oracle
from solve.properties.bounds import no_package_costs_less, price_by_another_program
from solve.properties.cases import game_of
from solve.properties.oracle import Case


def quarrelling(members: int, seed: int, hostile: int) -> Case:
    """A coalition with ties in whole hundredths, the more of them below zero the larger `hostile` is."""
    chance = random.Random(seed)
    names = [f"P{number:02d}" for number in range(members)]
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    ties = {pair: Fraction(chance.randint(-hostile, 50), 100) for pair in pairs}
    return Case(
        members=tuple(names),
        outsiders=(),
        capability={name: Fraction(chance.randint(1, 10)) for name in names},
        salience={name: Fraction(chance.randint(3, 10), 10) for name in names},
        cost=dict.fromkeys(names, Fraction(1, 10)),
        ties={pair: (weight, weight, weight) for pair, weight in ties.items()},
        red_lines=frozenset(pair for pair in pairs if chance.random() < 0.02),
        requirement=Fraction(4 * members),
        benefit=Fraction(1, 2),
        exclusivity=Fraction(1, 2),
    )


@pytest.mark.parametrize(
    ("members", "seed", "hostile"), [(12, 1, 60), (12, 3, 65), (14, 6, 55), (16, 6, 50), (18, 5, 45), (20, 5, 45)]
)
def test_no_package_is_cheaper_than_the_one_that_is_called_cheapest(members: int, seed: int, hostile: int) -> None:
    case = quarrelling(members, seed, hostile)
    found = reconcile(game_of(case))
    assert found.certificate.status is ProofStatus.OPTIMAL
    first = found.packages[0]
    claimed = Fraction(first.price)
    assert oracle.enough(case, {step.pair: step.notches for step in first.steps})
    assert oracle.price(case, {step.pair: step.notches for step in first.steps}) == claimed > 0
    assert no_package_costs_less(case, claimed, unit=Fraction(1), nodes=200) == claimed
    assert price_by_another_program(case) == pytest.approx(first.price)
