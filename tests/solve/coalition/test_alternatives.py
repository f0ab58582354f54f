from collections.abc import Iterator
from itertools import combinations
from math import comb

import pytest
from hypothesis import given, settings

from ahlaf.model import ChangeCount, ProofStatus, Status
from ahlaf.solve.coalition.alternatives import LISTED, alternatives
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.membership_program import MembershipProgram
from ahlaf.solve.coalition.parts import maximal_parts
from solve.examples import games, party, question, three, ties_of


def holds(game: CoalitionGame, members: tuple[str, ...], basis: str = "weight") -> bool:
    """By the definition alone: two members at least, no red line inside, nobody below zero."""
    if len(members) < 2 or any(game.network.tie(a, b).red_line for a, b in combinations(members, 2)):
        return False
    for member in members:
        ties = sum(getattr(game.network.tie(member, other), basis) for other in members if other != member)
        chance = min(1.0, game.capability(members) / game.question.requirement)
        left = game.capability([other for other in members if other != member])
        alone = min(1.0, left / game.question.requirement)
        salience = game.by_id[member].salience
        gain = game.parameters.benefit * salience * (chance - 0.5 * alone) - 0.1
        if ties + gain < -1e-9:
            return False
    return True


def every(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(names) + 1):
        yield from combinations(names, size)


def test_without_the_one_who_quarrels() -> None:
    # A: 0.0, B: 0.7, C: −0.1 at AC = −0.6. Of the pairs, P = 1 and P(C∖i) = 0.5: a gain of 0.65 each.
    found = alternatives(three())
    assert found.counts == (ChangeCount(1, 3, 3), ChangeCount(2, 3, 0), ChangeCount(3, 1, 0))
    assert [(one.leave, one.come, one.capability, one.enough) for one in found.found] == [
        (("AAA",), (), 10.0, True),
        (("BBB",), (), 10.0, True),
        (("CCC",), (), 10.0, True),
    ]
    assert all(one.status is Status.HOLDS and one.probability.value == 1.0 for one in found.found)
    assert found.complete


def test_a_substitute_must_want_to_come() -> None:
    parties = [party("AAA"), party("BBB"), party("DDD", 8), party("EEE", 9)]
    ties = {"AAA BBB": -0.9, "AAA DDD": 0.0, "AAA EEE": -0.7, "BBB DDD": -0.9, "BBB EEE": 0.0, "DDD EEE": -1.0}
    found = alternatives(CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of(ties)))
    # Of three, none goes without two hostile ends; of pairs, A with D and B with E have nothing against each other.
    assert [(one.leave, one.come, one.capability) for one in found.found] == [
        (("AAA",), ("EEE",), 14.0),
        (("BBB",), ("DDD",), 13.0),
    ]


def test_a_tie_that_is_not_sure_makes_it_contested() -> None:
    first, second, third = alternatives(three((-0.9, -0.6, -0.3))).found
    assert [first.status, second.status, third.status] == [Status.HOLDS, Status.CONTESTED, Status.HOLDS]
    assert second.leave == ("BBB",)
    assert 0.0 < second.probability.value < 1.0


@given(games(least=2, most=5, outsiders=3))
@settings(max_examples=100, deadline=None)
def test_all_that_hold_are_counted_and_the_best_listed(game: CoalitionGame) -> None:
    found = alternatives(game)
    names = tuple(one.id for one in game.parties)
    place = 0
    for count in found.counts:
        holding = []
        for changed in combinations(names, count.changes):
            members = tuple(name for name in names if (name in game.members) != (name in changed))
            if holds(game, members):
                capability = round(game.capability(members), 9)
                holding.append((capability < game.question.requirement, -capability, changed, members))
        assert count == ChangeCount(count.changes, comb(len(names), count.changes), len(holding))
        listed = found.found[place : place + min(LISTED, len(holding))]
        assert [one.members for one in listed] == [members for *_, members in sorted(holding)[:LISTED]]
        place += len(listed)
    assert place == len(found.found)
    for one in found.found:
        assert one.status is (Status.HOLDS if holds(game, one.members, "low") else Status.CONTESTED)
        assert set(one.come) == set(one.members) - set(game.members)
        assert set(one.leave) == set(game.members) - set(one.members)


@given(games(least=2, most=7))
@settings(max_examples=100, deadline=None)
def test_maximal_parts_by_brute_force(game: CoalitionGame) -> None:
    holding = [set(part) for part in every(game.members) if holds(game, part)]
    maximal = [part for part in holding if not any(part < other for other in holding)]
    found = maximal_parts(game)
    assert sorted(found) == sorted(tuple(sorted(part)) for part in maximal)
    strengths = [game.capability(part) for part in found]
    assert strengths == sorted(strengths, reverse=True)


@given(games(least=2, most=7))
@settings(max_examples=100, deadline=None)
def test_the_program_finds_a_part_as_strong(game: CoalitionGame) -> None:
    """Beyond 14 members only the program is asked; on fewer it must agree with all parts tried."""
    strengths = [game.capability(part) for part in every(game.members) if holds(game, part)]
    found = MembershipProgram(game, (), game.members).strongest(float("inf"))
    assert (found.members is None) == (not strengths)
    if found.members is not None:
        assert game.capability(found.members) == pytest.approx(max(strengths))
        assert found.certificate.bound == pytest.approx(max(strengths))
        assert holds(game, found.members)
    assert found.certificate.status is (ProofStatus.OPTIMAL if strengths else ProofStatus.INFEASIBLE)


def test_more_members_than_can_be_tried_one_and_all() -> None:
    codes = [f"P{number:02d}" for number in range(16)]
    hostile = {f"{codes[0]} {code}": -1.0 for code in codes[1:]}
    game = CoalitionGame.of(question(codes), [party(code) for code in codes], ties_of(hostile))
    found = alternatives(game)
    assert found.strongest is not None
    assert found.strongest.members == tuple(codes[1:])
    assert (found.certificate.status, found.certificate.bound) == (ProofStatus.OPTIMAL, 75.0)
    assert (found.parts, found.parts_complete) == ((), False)
    assert (found.counts[0], found.complete) == (ChangeCount(1, 16, 1), False)


def test_no_part_of_many_who_hold_is_stronger_than_all() -> None:
    codes = [f"P{number:02d}" for number in range(16)]
    game = CoalitionGame.of(question(codes), [party(code) for code in codes], ties_of({f"{codes[0]} {codes[1]}": 0.5}))
    found = alternatives(game, time_limit=0.0)
    assert found.strongest is not None
    assert found.strongest.members == tuple(codes)
    assert (found.certificate.status, found.certificate.bound) == (ProofStatus.OPTIMAL, 80.0)
