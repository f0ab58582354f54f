"""Cases drawn in round numbers, and the same cases as the library takes them.

All numbers are tenths, hundredths or whole, so that a balance that is not 0 is far from it: what the library counts
as 0 for the sake of rounding is 0, and its answers must be those of exact arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from ahlaf.model import (
    Actor,
    ActorKind,
    CoalitionParameters,
    Parameters,
    Party,
    PriceParameters,
    Question,
    Tie,
    TieOrigin,
)
from ahlaf.solve import CoalitionGame
from solve.properties.oracle import Box, Case, Pair

THREAT = "THREAT"

hundredths = st.integers(-100, 100).map(lambda number: Fraction(number, 100))
tenths = st.integers(0, 10).map(lambda number: Fraction(number, 10))
boxes: st.SearchStrategy[Box] = st.tuples(hundredths, hundredths, hundredths).map(
    lambda three: (min(three), sorted(three)[1], max(three))
)


@st.composite
def cases(
    draw: st.DrawFn, least: int = 2, most: int = 5, outsiders: int = 0, exact: bool = False, red_lines: bool = True
) -> Case:
    """A coalition of `least` to `most` members; `exact` ties have no interval."""
    size = draw(st.integers(least, most))
    names = [f"P{number}" for number in range(size + outsiders)]
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    ties = {pair: draw(boxes) for pair in pairs}
    if exact:
        ties = {pair: (box[1], box[1], box[1]) for pair, box in ties.items()}
    one_in_ten = st.integers(0, 9).map(lambda number: red_lines and number == 9)
    opening, notch, lifting = draw(st.sampled_from([(2, 2, 6), (1, 2, 4), (4, 1, 2), (0, 2, 2)]))
    return Case(
        members=tuple(names[:size]),
        outsiders=tuple(names[size:]),
        capability={name: Fraction(draw(st.integers(0, 10))) for name in names},
        salience={name: draw(tenths) for name in names},
        cost={name: draw(st.integers(0, 5)) * Fraction(1, 10) for name in names},
        ties=ties,
        red_lines=frozenset(pair for pair in pairs if draw(one_in_ten)),
        requirement=Fraction(draw(st.integers(1, 30))),
        benefit=Fraction(draw(st.integers(0, 20)), 10),
        exclusivity=draw(tenths),
        opening=Fraction(opening, 2),
        notch=Fraction(notch, 2),
        lifting=Fraction(lifting, 2),
    )


def question_of(case: Case, samples: int = 50) -> Question:
    coalition = CoalitionParameters(float(case.benefit), float(case.exclusivity), samples=samples, seed=0)
    price = PriceParameters(float(case.opening), float(case.notch), float(case.lifting), float(case.discount))
    parameters = Parameters(coalition=coalition, price=price)
    return Question(case.members, THREAT, float(case.requirement), parameters=parameters)


def parties_of(case: Case) -> list[Party]:
    return [
        Party(
            Actor(name, name, name, ActorKind.STATE),
            float(case.capability[name]),
            float(case.salience[name]),
            float(case.cost[name]),
        )
        for name in (*case.members, *case.outsiders)
    ]


def ties_of(case: Case) -> list[Tie]:
    return [
        Tie(a, b, float(weight), float(low), float(high), (a, b) in case.red_lines, TieOrigin.CODED)
        for (a, b), (low, weight, high) in case.ties.items()
    ]


def game_of(case: Case, samples: int = 50) -> CoalitionGame:
    return CoalitionGame.of(question_of(case, samples), parties_of(case), ties_of(case))


def first_pair(members: Sequence[str]) -> Pair:
    return members[0], members[1]
