import pytest

from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.joining import joining
from solve.examples import party, question, ties_of


def courted(ac: float = -0.4, red_lines: tuple[str, ...] = ()) -> CoalitionGame:
    """A, B, C (balances 0.2, 0.7, 0.1 at AC = −0.4, gain 0.4 each with or without a fourth) and D, E outside."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    inside = {"AAA BBB": 0.2, "AAA CCC": ac, "BBB CCC": 0.1}
    d = {"AAA DDD": 0.3, "BBB DDD": 0.3, "CCC DDD": -0.2}
    e = {"AAA EEE": -0.3, "BBB EEE": 0.0, "CCC EEE": 0.0, "DDD EEE": 0.0}
    return CoalitionGame.of(question(), parties, ties_of({**inside, **d, **e}, red_lines))


def test_who_wants_in_and_who_minds() -> None:
    found = {answer.actor: answer for answer in joining(courted())}
    # D: 0.3 + 0.3 − 0.2 + 0.4 = 0.8, but C goes from 0.1 to −0.1. E: −0.3 + 0.4 = 0.1, but A goes from 0.2 to −0.1.
    assert (found["DDD"].balance, found["EEE"].balance) == pytest.approx((0.8, 0.1))
    assert (found["DDD"].wants, found["DDD"].objectors) == (True, ("CCC",))
    assert (found["EEE"].wants, found["EEE"].objectors) == (True, ("AAA",))


def test_who_is_welcome_comes_first() -> None:
    # At AC = −0.3 C has 0.2 and takes D's −0.2; A has 0.3 and takes E's −0.3: nobody minds either.
    assert [(answer.actor, answer.objectors) for answer in joining(courted(-0.3))] == [("DDD", ()), ("EEE", ())]
    spoiled = joining(courted(-0.3, ("BBB DDD",)))
    assert [(answer.actor, answer.objectors) for answer in spoiled] == [("EEE", ()), ("DDD", ("BBB",))]


def test_a_member_already_below_zero_minds_only_what_makes_it_worse() -> None:
    # At AC = −0.6 C has −0.1: D's −0.2 makes it worse, E's 0 does not. A has 0.0: E takes it below, D lifts it.
    found = {answer.actor: answer.objectors for answer in joining(courted(-0.6))}
    assert found == {"DDD": ("CCC",), "EEE": ("AAA",)}


def test_who_gains_too_little_stays_out() -> None:
    parties = [party("AAA"), party("BBB"), party("CCC", salience=0.0)]
    game = CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA CCC": 0.0, "BBB CCC": 0.05}))
    (answer,) = joining(game)
    assert answer.balance == pytest.approx(-0.05)
    assert not answer.wants


def test_an_outsiders_strength_counts_for_those_inside() -> None:
    # R = 20 and two members of 5: P = 0.5. With C's 10: P = 1, A's gain rises from 0.275 to 1 − 0.5·0.75 − 0.1 = 0.525.
    parties = [party("AAA"), party("BBB"), party("CCC", 10)]
    ties = ties_of({"AAA BBB": 0.0, "AAA CCC": -0.25, "BBB CCC": 0.0})
    game = CoalitionGame.of(question(("AAA", "BBB"), requirement=20), parties, ties)
    assert game.balances() == pytest.approx((0.275, 0.275))
    assert game.balance("AAA", ("AAA", "BBB", "CCC")) == pytest.approx(0.275)
    # C: −0.25 + 1 − 0.5·0.5 − 0.1 = 0.4.
    (answer,) = joining(game)
    assert answer.balance == pytest.approx(0.4)
    assert answer.objectors == ()
