import math
from itertools import combinations
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import ProofStatus, Sufficiency
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.membership_program import MembershipProgram
from ahlaf.solve.coalition.sufficiency import sufficiency
from solve.examples import games, party, question, ties_of

RED = ties_of({"AAA BBB": 0.5}, ["AAA BBB"])


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
    # There are no quarrels and everybody gains: whoever makes it strong enough lets it hold too.
    found = sufficiency(with_outsiders(requirement))
    assert found == Sufficiency(10.0, requirement, enough, enlargement, found.holding)
    assert found.holding.added == enlargement
    assert found.holding.certificate.status is (ProofStatus.INFEASIBLE if enlargement is None else ProofStatus.OPTIMAL)


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


def every_holding_enlargement(game: CoalitionGame) -> list[tuple[int, float]]:
    """Size and −capability of every enlargement that is strong enough and holds, by the definition alone."""
    found = []
    for size in range(len(game.outsiders) + 1):
        for added in combinations(game.outsiders, size):
            whole = (*game.members, *added)
            red = any(game.network.tie(a, b).red_line for a, b in combinations(whole, 2))
            strong = game.capability(whole) >= game.question.requirement
            if strong and not red and min(game.balance(one, whole) for one in whole) >= -1e-9:
                found.append((size, -game.capability(added)))
    return found


@given(games(least=2, most=3, outsiders=5))
@settings(max_examples=150, deadline=None)
def test_the_smallest_enlargement_that_also_holds(game: CoalitionGame) -> None:
    every = every_holding_enlargement(game)
    found = sufficiency(game).holding
    assert (found.added is None) == (not every)
    assert found.certificate.status is not ProofStatus.STOPPED
    if found.added is not None:
        assert (len(found.added), -game.capability(found.added)) == min(every)
        assert found.capability == game.capability((*game.members, *found.added))
        assert found.certificate.bound == len(found.added)


@given(games(least=2, most=3, outsiders=5))
@settings(max_examples=100, deadline=None)
def test_the_program_agrees_with_the_search(game: CoalitionGame) -> None:
    """Larger enlargements are left to the program; on small ones it must find the same number."""
    every = every_holding_enlargement(game)
    found = MembershipProgram(game, game.members, game.outsiders).fewest_that_meet(monotonic() + 60.0, at_least=0)
    fewest = min(every)[0] if every else None
    assert (found.members is None) == (fewest is None)
    if found.members is not None:
        assert len(found.members) - len(game.members) == fewest == found.certificate.bound
    assert found.certificate.status is (ProofStatus.INFEASIBLE if fewest is None else ProofStatus.OPTIMAL)


def test_an_enlargement_of_four_is_found_by_the_program() -> None:
    outside = [party(f"O{i}", 1) for i in range(6)]
    game = CoalitionGame.of(question(("AAA", "BBB"), requirement=14), [party("AAA"), party("BBB"), *outside], ())
    found = sufficiency(game).holding
    assert found.added is not None and len(found.added) == 4
    assert (found.capability, found.certificate.status) == (14.0, ProofStatus.OPTIMAL)


def test_nobody_can_be_added_to_a_red_line() -> None:
    found = sufficiency(CoalitionGame.of(question(("AAA", "BBB")), [party("AAA"), party("BBB"), party("CCC")], RED))
    assert (found.enough, found.enlargement, found.holding.added) == (True, (), None)
    assert found.holding.certificate.bound == math.inf
