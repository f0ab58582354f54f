from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Sufficiency
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.sufficiency import sufficiency
from solve.examples import party, question


def with_outsiders(requirement: float) -> CoalitionGame:
    parties = [party("AAA", 5), party("BBB", 5), party("DDD", 3), party("EEE", 3), party("FFF", 7)]
    return CoalitionGame.of(question(("AAA", "BBB"), requirement=requirement), parties, ())


@pytest.mark.parametrize(
    ("requirement", "enough", "enlargement"),
    [
        (10.0, True, ()),
        (10.1, False, ("FFF",)),
        (17.0, False, ("FFF",)),
        (17.5, False, ("DDD", "FFF")),
        (22.0, False, ("DDD", "EEE", "FFF")),
        (23.0, False, ("DDD", "EEE", "FFF")),
        (23.1, False, None),
    ],
)
def test_smallest_enlargement(requirement: float, enough: bool, enlargement: tuple[str, ...] | None) -> None:
    assert sufficiency(with_outsiders(requirement)) == Sufficiency(10.0, requirement, enough, enlargement)


def test_tenths_add_up() -> None:
    parties = [party("AAA", 0.1), party("BBB", 0.2)]
    assert sufficiency(CoalitionGame.of(question(("AAA", "BBB"), requirement=0.3), parties, ())).enough


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.integers(1, 40))
def test_no_smaller_and_no_stronger(capabilities: list[int], requirement: int) -> None:
    outside = [party(f"O{i}", capability) for i, capability in enumerate(capabilities)]
    parties = [party("AAA"), party("BBB"), *outside]
    game = CoalitionGame.of(question(("AAA", "BBB"), requirement=requirement), parties, ())
    every = [
        (len(chosen), -sum(p.capability for p in chosen))
        for size in range(len(outside) + 1)
        for chosen in combinations(outside, size)
        if 10 + sum(p.capability for p in chosen) >= requirement
    ]
    found = sufficiency(game).enlargement
    assert (found is None) == (not every)
    if found is not None:
        assert (len(found), -game.capability(found)) == min(every)
