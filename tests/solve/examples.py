"""Small coalitions worked out by hand, and strategies for large numbers of them, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hypothesis import strategies as st

from ahlaf.model import (
    Actor,
    ActorKind,
    CoalitionParameters,
    Pair,
    Parameters,
    Party,
    PriceParameters,
    Question,
    Tie,
    TieOrigin,
)
from ahlaf.solve.coalition.game import CoalitionGame

THREAT = "ISIS"
NAMES = ("AAA", "BBB", "CCC", "DDD", "EEE")

Weight = float | tuple[float, float, float]
"""A weight known exactly, or (low, weight, high)."""


def party(code: str, capability: float = 5.0, salience: float = 1.0, cost: float | None = None) -> Party:
    return Party(Actor(code, code.title(), f"طرف {code}", ActorKind.STATE), capability, salience, cost)


def tie(pair: Pair, weight: Weight, red_line: bool = False) -> Tie:
    low, middle, high = weight if isinstance(weight, tuple) else (weight, weight, weight)
    return Tie(pair[0], pair[1], middle, low, high, red_line, TieOrigin.CODED)


def ties_of(weights: Mapping[str, Weight], red_lines: Iterable[str] = ()) -> tuple[Tie, ...]:
    """Ties under names like "AAA BBB"."""
    red = set(red_lines)
    return tuple(tie((name[:3], name[4:]), weight, name in red) for name, weight in weights.items())


def question(
    members: Sequence[str] = ("AAA", "BBB", "CCC"),
    *,
    requirement: float = 10.0,
    benefit: float = 1.0,
    price: PriceParameters | None = None,
    samples: int = 2000,
    seed: int = 0,
) -> Question:
    coalition = CoalitionParameters(benefit, exclusivity=0.5, joining_cost=0.1, samples=samples, seed=seed)
    parameters = Parameters(coalition=coalition, price=price or PriceParameters())
    return Question(tuple(members), THREAT, requirement, parameters=parameters)


def three(ac: Weight = -0.6, *, red_lines: Iterable[str] = (), benefit: float = 1.0) -> CoalitionGame:
    """Three members of capability 5, R = 10, β = 1, e = 0.5, k = 0.1: P = 1 with or without any one of them.

    Gain 1 · (1 − 0.5) − 0.1 = 0.4 each. AB = 0.2, BC = 0.1, so the balances are
    A: 0.2 + ac + 0.4,  B: 0.2 + 0.1 + 0.4 = 0.7,  C: ac + 0.1 + 0.4; at ac = −0.6 they are 0.0, 0.7, −0.1.
    """
    parties = [party(code) for code in NAMES[:3]]
    ties = ties_of({"AAA BBB": 0.2, "AAA CCC": ac, "BBB CCC": 0.1}, red_lines)
    return CoalitionGame.of(question(benefit=benefit), parties, ties)


hundredths = st.integers(-100, 100).map(lambda number: number / 100)


@st.composite
def games(
    draw: st.DrawFn, *, least: int = 2, most: int = 5, outsiders: int = 0, red_lines: bool = True
) -> CoalitionGame:
    """A coalition of `least` to `most` members with ties, capabilities and saliences in round numbers."""
    size = draw(st.integers(least, most))
    codes = [f"P{number}" for number in range(size + outsiders)]
    parties = [party(code, draw(st.integers(0, 10)), draw(st.integers(0, 10)) / 10) for code in codes]
    ties = []
    for i, a in enumerate(codes):
        for b in codes[i + 1 :]:
            low, weight, high = sorted(draw(st.tuples(hundredths, hundredths, hundredths)))
            red = red_lines and draw(st.integers(0, 9)) == 0
            ties.append(tie((a, b), (low, weight, high), red))
    asked = question(
        codes[:size], requirement=draw(st.integers(1, 30)), benefit=draw(st.integers(0, 20)) / 10, samples=50
    )
    return CoalitionGame.of(asked, parties, ties)
