"""The fewest ties that turn the verdict together: by hand, and against every subset of ties on small coalitions."""

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from scipy.optimize import linprog

from ahlaf.model import Pair
from ahlaf.solve.coalition.flips import flip_set, flips
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from solve.examples import NAMES, games, party, question, ties_of


def near(value: float) -> object:
    return pytest.approx(value)


def game_of(ties: dict[str, tuple[float, float, float]], members: int = 4) -> CoalitionGame:
    """Members of capability 5 against R = 10: with four, P = 1 also without any one, so each gains 0.4."""
    parties = [party(code) for code in NAMES[:members]]
    every = {f"{a} {b}": (0.0, 0.0, 0.0) for a, b in combinations(NAMES[:members], 2)}
    return CoalitionGame.of(question(NAMES[:members]), parties, ties_of(every | ties))


def test_one_tie_that_decides_is_the_set() -> None:
    game = game_of({"AAA BBB": (-0.9, -0.5, 0.0)})
    # A and B have 0.4 − 0.5 = −0.1 each; the tie serves both.
    (flip,) = flips(game)
    found = flip_set(game)
    assert found is not None
    assert (found.moves[0].pair, found.at_least) == (flip.pair, 1)
    assert (found.moves[0].flips_at, found.total) == pytest.approx((-0.4, 0.1))


def test_two_quarrels_take_two_ties() -> None:
    game = game_of({"AAA BBB": (-0.9, -0.6, 0.0), "CCC DDD": (-0.9, -0.5, 0.0)})
    # A, B lack 0.2 and C, D lack 0.1: raised to −0.4 each, 0.3 in all.
    assert flips(game) == ()
    found = flip_set(game)
    assert found is not None
    assert [(flip.pair, near(flip.flips_at)) for flip in found.moves] == [
        (("AAA", "BBB"), -0.4),
        (("CCC", "DDD"), -0.4),
    ]
    assert (found.total, found.at_least) == (near(0.3), 2)


def test_a_coalition_that_holds_falls_by_the_member_with_least_to_lose() -> None:
    # A can lose 0.4 through ties that fall by 0.3 and 0.3: two are needed, each by two thirds of its room.
    game = game_of({"AAA BBB": (-0.3, 0.0, 0.0), "AAA CCC": (-0.3, 0.0, 0.0), "AAA DDD": (-0.1, 0.0, 0.0)})
    assert flips(game) == ()
    found = flip_set(game)
    assert found is not None
    assert [(flip.pair, near(flip.flips_at)) for flip in found.moves] == [
        (("AAA", "BBB"), -0.2),
        (("AAA", "CCC"), -0.2),
    ]
    assert (found.total, found.at_least) == (near(0.4), 2)


def test_what_no_move_turns_has_no_set() -> None:
    assert flip_set(game_of({})) is None
    assert flip_set(game_of({"AAA BBB": (-0.9, -0.9, -0.8)})) is None


def test_of_many_quarrels_only_a_bound_is_given() -> None:
    names = [f"P{number:02d}" for number in range(10)]
    quarrels = {f"{a} {b}": (-0.9, -0.9, 0.0) for a, b in zip(names[::2], names[1::2], strict=True)}
    every = {f"{a} {b}": (0.0, 0.0, 0.0) for a, b in combinations(names, 2)}
    game = CoalitionGame.of(question(names), [party(code) for code in names], ties_of(every | quarrels))
    found = flip_set(game)
    assert found is not None
    assert (found.moves, found.at_least) == ((), 5)


@given(games(least=2, most=4))
@settings(max_examples=150, deadline=None)
def test_no_fewer_ties_and_no_smaller_moves_would_do(game: CoalitionGame) -> None:
    found, best = flip_set(game), _by_brute_force(game)
    if best is None:
        assert found is None
        return
    assert found is not None
    size, total = best
    assert found.at_least <= size
    if found.moves:
        assert (len(found.moves), found.at_least) == (size, size)
        assert found.total == pytest.approx(total, abs=1e-6)
        for flip in found.moves:
            tie = game.network.ties[flip.pair]
            assert tie.low - 1e-9 <= flip.flips_at <= tie.high + 1e-9
        # At the moves the verdict is about to turn: a hair further it has.
        further = 1e-6 if not game.stands() else -1e-6
        moved = {flip.pair: flip.flips_at + further for flip in found.moves}
        assert _stands(game, moved) is not game.stands()
    elif size <= 4:
        raise AssertionError("a set of up to four ties was missed")


def _stands(game: CoalitionGame, moved: dict[Pair, float]) -> bool:
    balance = dict(zip(game.members, game.balances(), strict=True))
    for pair, value in moved.items():
        for end in pair:
            balance[end] += value - game.value(pair)
    return min(balance.values()) >= -HOLDS_TOLERANCE


def _by_brute_force(game: CoalitionGame) -> tuple[int, float] | None:
    """Try every subset of ties, the smallest first, with a linear program for how far to move its ties."""
    for size in range(1, len(game.pairs) + 1):
        totals = [total for chosen in combinations(game.pairs, size) if (total := _least(game, chosen)) is not None]
        if totals:
            return size, min(totals)
    return None


def _least(game: CoalitionGame, chosen: Iterable[Pair]) -> float | None:
    """The least movement of these ties that turns the verdict, or is about to; None where none does."""
    pairs, balances = list(chosen), dict(zip(game.members, game.balances(), strict=True))
    if not game.stands():
        rooms = [game.value(pair, "high") - game.value(pair) for pair in pairs]
        rows = [[-float(member in pair) for pair in pairs] for member in game.members]
        limits = [max(balance, 0.0) if balance >= -HOLDS_TOLERANCE else balance for balance in balances.values()]
        found = linprog([1.0] * len(pairs), A_ub=rows, b_ub=limits, bounds=[(0, room) for room in rooms])
        return float(found.fun) if found.success and found.fun is not None else None
    rooms = [game.value(pair) - game.value(pair, "low") for pair in pairs]
    needed = [
        max(0.0, balances[member])
        for member in game.members
        if sum(room for pair, room in zip(pairs, rooms, strict=True) if member in pair)
        > balances[member] + HOLDS_TOLERANCE
    ]
    return min(needed, default=None)
