from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Coalition, Share, Status
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.overlaps import cross_pressures, overlap, share_of
from solve.examples import games, party, question, ties_of


def coalition(members: tuple[str, ...], key: str = "other", **shares: float) -> Coalition:
    return Coalition(key, members, shares=tuple(Share(actor, share) for actor, share in shares.items()))


def four(requirement: float = 10.0) -> CoalitionGame:
    """A, B, C asked about, D outside; capability 5 each, R = 10, β = 1, e = 0.5, k = 0.1, all ties 0."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD")]
    return CoalitionGame.of(question(requirement=requirement), parties, ties_of({}))


def asked(game: CoalitionGame) -> Coalition:
    return Coalition("asked", game.members)


def test_a_member_of_two_has_less_to_lose() -> None:
    # Alone each gains 1 − 0.5·1 − 0.1 = 0.4. A also stands with D: P(AD) = 1, so the three add nothing to it: −0.1.
    game = four()
    found = overlap(game, asked(game), [coalition(("AAA", "DDD"))])
    assert found is not None
    (member,) = found.members
    assert (member.actor, member.others, member.share, member.adds) == ("AAA", ("other",), 0.5, 0.0)
    assert (member.alone, member.beside) == pytest.approx((0.4, -0.1))
    assert (found.outside, found.central) == (("AAA",), False)
    # 2.5 + 5 + 5 is still enough for 10.
    assert (found.strength, found.enough) == (12.5, True)


def test_what_it_adds_where_the_others_are_too_weak() -> None:
    # R = 20: alone P(ABC) = 0.75, P(BC) = 0.5, A gains 0.75 − 0.25 − 0.1 = 0.4. With D: P(ABCD) − P(AD) = 1 − 0.5,
    # half of it for members only: 0.25 − 0.1 = 0.15.
    game = four(20.0)
    found = overlap(game, asked(game), [coalition(("AAA", "DDD"))])
    assert found is not None
    (member,) = found.members
    assert member.adds == pytest.approx(0.5)
    assert (member.alone, member.beside) == pytest.approx((0.4, 0.15))
    assert (found.strength, found.enough) == (12.5, False)


def test_shares_are_even_unless_given() -> None:
    one, two, three = (
        coalition(("AAA", "BBB"), "one", AAA=0.7),
        coalition(("AAA",), "two"),
        coalition(("AAA",), "three"),
    )
    assert share_of("AAA", one, [two, three]) == 0.7
    assert share_of("AAA", two, [one, three]) == pytest.approx(0.15)
    assert share_of("BBB", one, [two]) == 0.5
    assert share_of("AAA", coalition(("AAA",), "four"), [coalition(("AAA",), "all", AAA=1.0)]) == 0.0


def test_quarrels_on_either_side() -> None:
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    ties = {"BBB DDD": -0.3, "BBB EEE": 0.4, "CCC DDD": -0.6, "CCC EEE": 0.1, "BBB CCC": -1.0}
    game = CoalitionGame.of(question(), parties, ties_of(ties, ["BBB EEE"]))
    (found,) = cross_pressures(game, [asked(game), coalition(("AAA", "DDD", "EEE"))])
    assert (found.first, found.second, found.members) == ("asked", "other", ("AAA",))
    # B and C are both in the first: their quarrel is no spill-over. A red line counts whatever the weight.
    assert [quarrel.pair for quarrel in found.quarrels] == [("BBB", "EEE"), ("CCC", "DDD"), ("BBB", "DDD")]
    assert cross_pressures(game, [asked(game), coalition(("DDD", "EEE"))]) == ()


@st.composite
def overlapping(draw: st.DrawFn) -> tuple[CoalitionGame, list[Coalition]]:
    game = draw(games(least=2, most=4, outsiders=3))
    codes = [one.id for one in game.parties]
    others = draw(st.lists(st.sets(st.sampled_from(codes), min_size=2), min_size=1, max_size=3))
    return game, [Coalition(f"other{i}", tuple(sorted(other))) for i, other in enumerate(others)]


def chance(game: CoalitionGame, actors: set[str]) -> float:
    return min(1.0, sum(one.capability for one in game.parties if one.id in actors) / game.question.requirement)


@given(overlapping())
@settings(max_examples=150, deadline=None)
def test_the_definition_and_that_overlap_never_helps(asks: tuple[CoalitionGame, list[Coalition]]) -> None:
    game, others = asks
    found = overlap(game, asked(game), others)
    sharing = {member for member in game.members if any(member in other.members for other in others)}
    assert (found is None) == (not sharing)
    if found is None:
        return
    assert {member.actor for member in found.members} == sharing
    for member in found.members:
        i, allies = member.actor, {one for other in others if member.actor in other.members for one in other.members}
        inside, left = set(game.members) | allies, (set(game.members) - {i}) | allies
        stake = chance(game, inside) - 0.5 * chance(game, left) - 0.5 * chance(game, allies)
        ties = sum(game.network.tie(i, other).weight for other in game.members if other != i)
        scale = game.parameters.benefit * game.by_id[i].salience
        assert member.beside == pytest.approx(ties + scale * stake - 0.1)
        assert member.beside <= member.alone + 1e-9
        assert 0.0 <= member.share <= 0.5
    assert found.strength <= game.capability(game.members) + 1e-9
    if found.central:
        assert game.holds()
    if found.status is Status.HOLDS:
        assert game.holds("low")


@given(overlapping())
@settings(max_examples=100, deadline=None)
def test_one_coalition_more_never_helps(asks: tuple[CoalitionGame, list[Coalition]]) -> None:
    game, others = asks
    more, fewer = overlap(game, asked(game), others), overlap(game, asked(game), others[:-1])
    if more is None or fewer is None:
        return
    after = {member.actor: member.beside for member in more.members}
    assert all(after[member.actor] <= member.beside + 1e-9 for member in fewer.members)
    assert more.strength <= fewer.strength + 1e-9
    assert set(fewer.outside) <= set(more.outside)


@given(overlapping())
@settings(max_examples=50, deadline=None)
def test_nothing_is_given_twice(asks: tuple[CoalitionGame, list[Coalition]]) -> None:
    """Over all its coalitions a member gives the whole of its strength, no more and no less."""
    game, others = asks
    every = [asked(game), *others]
    for actor in game.members:
        of = [one for one in every if actor in one.members]
        assert sum(share_of(actor, one, [other for other in of if other is not one]) for one in of) == pytest.approx(1)


def test_a_red_line_stays_a_red_line() -> None:
    game = CoalitionGame.of(question(), four().parties, ties_of({"AAA BBB": 0.5}, ["AAA BBB"]))
    found = overlap(game, asked(game), [coalition(("AAA", "DDD"))])
    assert found is not None
    assert (found.status, found.probability.value) == (Status.FAILS, 0.0)


def test_disjoint_coalitions_change_nothing() -> None:
    game = four()
    others = [coalition(pair, "+".join(pair)) for pair in combinations(("DDD", "EEE", "FFF"), 2)]
    assert overlap(game, asked(game), others) is None
    assert overlap(game, replace(asked(game), key="again"), []) is None
