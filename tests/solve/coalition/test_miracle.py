from dataclasses import replace

import pytest
from hypothesis import given

from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.miracle import miracle
from solve.examples import games, party, question, three, ties_of


def test_how_big_a_miracle() -> None:
    # Stakes 0.5 each. C needs (0.1 + 0.5)/0.5 = 1.2, A (0.1 + 0.4)/0.5 = 1, B nothing.
    found = miracle(three((-0.8, -0.6, -0.4)))
    assert found.factor == pytest.approx(1.2)
    assert found.binding == ("CCC",)
    # At AC = −0.8: (0.1 + 0.7)/0.5 = 1.6; at −0.4: (0.1 + 0.3)/0.5 = 0.8, room to spare.
    assert (found.worst, found.best) == pytest.approx((1.6, 0.8))


def test_friends_need_no_threat() -> None:
    parties = [party("AAA"), party("BBB")]
    found = miracle(CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA BBB": 0.5})))
    assert (found.factor, found.binding) == (0.0, ())


def test_no_factor_helps_against_a_red_line_or_without_a_stake() -> None:
    barred = miracle(three(0.5, red_lines=["AAA BBB"]))
    assert (barred.factor, barred.worst, barred.best, barred.binding) == (None, None, None, ())
    assert barred.lifted == 0.0
    quarrel = miracle(three(-0.6, red_lines=["AAA BBB"]))
    assert quarrel.factor is None
    assert quarrel.lifted == pytest.approx(1.2)
    parties = [party("AAA"), party("BBB", salience=0.0)]
    idle = miracle(CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA BBB": (0.0, 0.0, 0.2)})))
    assert (idle.factor, idle.worst, idle.binding) == (None, None, ("BBB",))
    # At the high end B's tie of 0.2 outweighs its cost of 0.1, and A gains by itself.
    assert idle.best == 0.0


def test_two_bind_together() -> None:
    parties = [party("AAA"), party("BBB")]
    found = miracle(CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA BBB": -0.65})))
    # P = 1, P without one 0.5: stake 1 − 0.25 = 0.75; (0.1 + 0.65)/0.75 = 1.
    assert found.factor == pytest.approx(1.0)
    assert found.binding == ("AAA", "BBB")


@given(games(least=2, most=5))
def test_at_the_factor_it_holds_and_just_below_it_fails(game: CoalitionGame) -> None:
    found = miracle(game)
    if found.factor is None:
        assert not _times(game, 1e9).holds()
        return
    assert _times(game, found.factor).holds()
    if found.factor > 1e-3:
        assert not _times(game, found.factor * (1 - 1e-4)).holds()
        assert found.binding
    if found.best is not None and found.worst is not None:
        assert found.best <= found.factor <= found.worst


def _times(game: CoalitionGame, factor: float) -> CoalitionGame:
    """The same game with every salience times a factor; β does it as well, and has no cap."""
    coalition = replace(game.parameters, benefit=game.parameters.benefit * factor)
    parameters = replace(game.question.parameters, coalition=coalition)
    return replace(game, question=replace(game.question, parameters=parameters))
