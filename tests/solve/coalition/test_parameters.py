"""Where one number turns the verdict: by hand, and against the game itself on a fine grid of values."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from ahlaf.model import ParameterFlip, Party
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.parameters import parameter_flips, relative_move
from solve.examples import games, party, question, three, ties_of

LARGEST = 60.0


def near(value: float) -> object:
    return pytest.approx(value)


def flips_of(game: CoalitionGame) -> dict[tuple[str, str | None], tuple[float | None, float | None]]:
    return {(flip.parameter, flip.actor): (flip.below, flip.above) for flip in parameter_flips(game)}


def test_what_would_make_it_hold() -> None:
    # C is 0.1 short, and its stake is β τ · 0.5 − 0.1 with P = P∖C = 1.
    found = flips_of(three(-0.6))
    assert found["benefit", None] == (None, near(1.2))
    # e: 1 − (1 − e) = e must be 0.6.
    assert found["exclusivity", None] == (None, near(0.6))
    # k: 0.5 − 0.5 = 0 for C, and then it stands.
    assert found["joining_cost", None] == (near(0.0), None)
    # C's salience is 1 already; that of the others has no bearing on C.
    assert [found["salience", name] for name in ("AAA", "BBB", "CCC")] == [(None, None)] * 3
    # R: with R above 10 the chance without C falls below 1: 1 − 0.5 · 10/R ≥ 0.6 from R = 12.5 on.
    assert found["requirement", None] == (None, near(12.5))
    # A of capability x: P∖C = min(1, (5 + x)/10), and 1 − 0.5 (5 + x)/10 ≥ 0.6 up to x = 3; B the same.
    assert found["capability", "AAA"] == (near(3.0), None)
    assert found["capability", "BBB"] == (near(3.0), None)
    # C's own changes neither P nor what is left without it.
    assert found["capability", "CCC"] == (None, None)


def test_what_would_make_it_fail() -> None:
    # C has 0.1 + (−0.4) + 0.4 = 0.1 to spare; A 0.2, B 0.7.
    found = flips_of(three(-0.4))
    assert found["benefit", None] == (near(0.8), None)
    assert found["exclusivity", None] == (near(0.4), None)
    assert found["joining_cost", None] == (None, near(0.2))
    assert found["salience", "CCC"] == (near(0.8), None)
    assert found["salience", "AAA"] == (near(0.6), None)
    # R upwards: to 15 P stays 1 and the stakes rise; beyond, P = 15/R, P∖C = 10/R: 10/R ≥ 0.4 up to 25.
    assert found["requirement", None] == (None, near(25.0))


def test_a_member_with_a_cost_of_its_own() -> None:
    parties = [party("AAA"), party("BBB"), party("CCC", cost=0.1)]
    found = flips_of(CoalitionGame.of(question(), parties, ties_of({"AAA BBB": 0.2, "AAA CCC": -0.4, "BBB CCC": 0.1})))
    assert found["joining_cost", "CCC"] == (None, near(0.2))
    assert found["joining_cost", None] == (None, near(0.3))


def test_the_smallest_change_comes_first() -> None:
    found = parameter_flips(three(-0.6))
    moves = [relative_move(flip) for flip in found]
    assert moves == sorted(moves)
    # 10 to 12.5 is a quarter; 1 to 1.2 and 0.5 to 0.6 a fifth.
    assert [flip.parameter for flip in found[:3]] == ["benefit", "exclusivity", "requirement"]


@given(games(least=2, most=4))
@settings(max_examples=50, deadline=None)
def test_no_value_nearer_turns_it_and_there_it_turns(game: CoalitionGame) -> None:
    now = game.stands()
    for flip in parameter_flips(game):
        for end, limit, way in ((flip.below, 0.0, -1), (flip.above, _limit(flip), 1)):
            reach = limit if end is None else end
            between = np.linspace(flip.value, reach, 12)
            inner = between[:-1] if end is not None else between
            near = HOLDS_TOLERANCE + 1e-7 * abs(reach - flip.value)
            for value in inner:
                if abs(value - reach) > near and value > 0:
                    assert _stands(game, flip, float(value)) is now, (flip, value)
            if end is not None and not now:
                assert _stands(game, flip, end)
            if end is not None and now:
                # Where a balance hardly moves with the number, it takes more of it to fall below the tolerance.
                further = (end + way * 10.0**power for power in range(-6, 0))
                assert not all(_stands(game, flip, value) for value in further), (flip, end)


def _limit(flip: ParameterFlip) -> float:
    return 1.0 if flip.parameter in ("exclusivity", "salience") else LARGEST


def _stands(game: CoalitionGame, flip: ParameterFlip, value: float) -> bool:
    """Ask the game itself, with one number changed; tolerant of rounding by a millionth of a whole tie."""
    asked, parties = game.question, game.parties
    if flip.actor is not None:
        parties = tuple(_changed(each, flip, value) if each.id == flip.actor else each for each in parties)
    elif flip.parameter == "requirement":
        asked = replace(asked, requirement=value)
    else:
        change: dict[str, Any] = {flip.parameter: value}
        coalition = replace(game.parameters, **change)
        asked = replace(asked, parameters=replace(asked.parameters, coalition=coalition))
    changed = replace(game, question=asked, parties=parties)
    balances = changed.balances()
    if game.stands():
        return min(balances) >= -HOLDS_TOLERANCE
    return min(balances) >= -HOLDS_TOLERANCE - 1e-12


def _changed(each: Party, flip: ParameterFlip, value: float) -> Party:
    change: dict[str, Any] = {flip.parameter: value}
    return replace(each, **change)
