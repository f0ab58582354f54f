from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Constraints, ProofStatus, QuestionError, Reconciliation, UnknownActorError
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.reconciliation import reconcile
from solve.examples import games, party, question, three, ties_of


def bound(game: CoalitionGame, constraints: Constraints) -> CoalitionGame:
    return replace(game, question=replace(game.question, constraints=constraints))


def first(found: Reconciliation) -> tuple[list[tuple[tuple[str, str], int]], float]:
    package = found.packages[0]
    return [(step.pair, step.notches) for step in package.steps], package.price


def quarrel() -> CoalitionGame:
    """A lacks 0.5 and C lacks 0.5, B nothing: gains 0.4, AB = 0.1, AC = −1, BC = 0.1. Two notches on AC do for both."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC")]
    return CoalitionGame.of(question(), parties, ties_of({"AAA BBB": 0.1, "AAA CCC": -1.0, "BBB CCC": 0.1}))


def test_an_untouchable_tie_costs_another_road() -> None:
    found = reconcile(bound(quarrel(), Constraints(untouchable=(("AAA", "CCC"),))))
    assert first(found) == ([(("AAA", "BBB"), 2), (("BBB", "CCC"), 2)], 6.0)
    assert found.free_price == 3.0


def test_who_will_not_move_first_needs_a_track_before_its_own() -> None:
    # Every track of A must follow one without A: only BC has none of A's.
    found = reconcile(bound(quarrel(), Constraints(not_first=("AAA",))))
    assert first(found) == ([(("AAA", "CCC"), 2), (("BBB", "CCC"), 1)], 5.0)
    # Of three members no track is free of two.
    stuck = reconcile(bound(quarrel(), Constraints(not_first=("AAA", "BBB"), most_tracks=3)))
    assert stuck.certificate.status is ProofStatus.INFEASIBLE
    assert stuck.conflict == Constraints(not_first=("AAA", "BBB"))


def test_few_tracks_short_tracks_and_a_budget() -> None:
    found = reconcile(bound(quarrel(), Constraints(most_notches=1)))
    # One notch on each: A has a third of AC and a third of AB, and so has C.
    assert first(found) == ([(("AAA", "BBB"), 1), (("AAA", "CCC"), 1), (("BBB", "CCC"), 1)], 6.0)
    stuck = reconcile(bound(quarrel(), Constraints(most_notches=1, most_tracks=2, budget=20.0)))
    assert stuck.conflict == Constraints(most_notches=1, most_tracks=2)
    poor = reconcile(bound(quarrel(), Constraints(budget=2.5)))
    assert (poor.packages, poor.conflict, poor.free_price) == ((), Constraints(budget=2.5), 3.0)
    assert [package.price for package in reconcile(bound(quarrel(), Constraints(budget=3.0))).packages] == [3.0]


def test_a_red_line_that_is_not_to_be_touched_is_to_blame() -> None:
    game = three(0.9, red_lines=["AAA BBB"])
    found = reconcile(bound(game, Constraints(untouchable=(("AAA", "BBB"), ("BBB", "CCC")))))
    assert found.certificate.status is ProofStatus.INFEASIBLE
    assert found.conflict == Constraints(untouchable=(("AAA", "BBB"),))


def test_nobody_is_blamed_where_there_is_no_package_anyway() -> None:
    parties = [party("AAA", salience=0.0, cost=2.0), party("BBB")]
    game = CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA BBB": 0.0}))
    found = reconcile(bound(game, Constraints(most_tracks=1)))
    assert (found.packages, found.conflict, found.free_price) == ((), None, None)


@pytest.mark.parametrize(
    ("constraints", "error"),
    [
        (Constraints(not_first=("AAB",)), UnknownActorError),
        (Constraints(untouchable=(("AAA", "XXX"),)), UnknownActorError),
        (Constraints(untouchable=(("AAA", "AAA"),)), QuestionError),
        (Constraints(most_notches=0), QuestionError),
        (Constraints(budget=float("nan")), QuestionError),
    ],
)
def test_constraints_on_nobody_or_out_of_range(constraints: Constraints, error: type[Exception]) -> None:
    game = quarrel()
    with pytest.raises(error):
        CoalitionGame.of(replace(game.question, constraints=constraints), game.parties, ())


@st.composite
def bound_games(draw: st.DrawFn) -> CoalitionGame:
    game = draw(games(least=2, most=3))
    names = st.sampled_from(game.members)
    return bound(
        game,
        Constraints(
            untouchable=tuple(pair for pair in game.pairs if draw(st.integers(0, 4)) == 0),
            not_first=tuple(draw(st.sets(names, max_size=2))),
            most_tracks=draw(st.sampled_from([None, None, 1, 2])),
            most_notches=draw(st.sampled_from([None, None, 1, 2, 3])),
            budget=draw(st.sampled_from([None, None, 4.0, 8.0])),
        ),
    )


@given(bound_games())
@settings(max_examples=80, deadline=None)
def test_against_every_package(game: CoalitionGame) -> None:
    asked = game.question.constraints
    found = reconcile(game)
    price = _cheapest_of_all(game, asked)
    assert (found.packages[0].price if found.packages else None) == price
    if asked.given:
        assert found.free_price == _cheapest_of_all(game, Constraints())
    if found.conflict is not None:
        assert _cheapest_of_all(game, found.conflict) is None
        for fewer in _parts(found.conflict):
            assert _cheapest_of_all(game, fewer) is not None
    else:
        assert found.packages or found.free_price is None


def _cheapest_of_all(game: CoalitionGame, bound: Constraints) -> float | None:
    """Go through every number of notches of every pair that may be mended and has an end that lacks something."""
    most = bound.most_notches or 6
    lacks = {member for member, balance in zip(game.members, game.balances(), strict=True) if balance < -1e-9}
    free = [pair not in bound.untouchable and not lacks.isdisjoint(pair) for pair in game.pairs]
    choices = [range(most + 1) if may_be else range(1) for may_be in free]
    prices = [_price(game, bound, notches) for notches in product(*choices)]
    fit = [price for price in prices if price is not None]
    return min(fit) if fit else None


def _price(game: CoalitionGame, bound: Constraints, notches: Sequence[int]) -> float | None:
    """The price of a package at the usual prices, None where it is not enough or breaks a constraint."""
    left = dict(zip(game.members, game.balances(), strict=True))
    opened = [pair for pair, count in zip(game.pairs, notches, strict=True) if count or pair in game.red_lines]
    for pair, count in zip(game.pairs, notches, strict=True):
        for end in pair:
            left[end] += min(1.0, game.value(pair) + count / 3) - game.value(pair)
    price = 1.0 * len(opened) + 1.0 * sum(notches) + 3.0 * len(game.red_lines)
    free = [pair for pair in opened if not set(pair) & set(bound.not_first)]
    fits = (
        min(left.values()) >= -2e-9
        and not set(game.red_lines) & set(bound.untouchable)
        and (not bound.not_first or not opened or bool(free))
        and (bound.most_tracks is None or len(opened) <= bound.most_tracks)
        and (bound.budget is None or price <= bound.budget)
    )
    return price if fits else None


def _parts(bound: Constraints) -> list[Constraints]:
    parts = [replace(bound, untouchable=tuple(p for p in bound.untouchable if p != pair)) for pair in bound.untouchable]
    parts += [replace(bound, not_first=tuple(a for a in bound.not_first if a != actor)) for actor in bound.not_first]
    if bound.most_tracks is not None:
        parts.append(replace(bound, most_tracks=None))
    if bound.most_notches is not None:
        parts.append(replace(bound, most_notches=None))
    if bound.budget is not None:
        parts.append(replace(bound, budget=None))
    return parts
