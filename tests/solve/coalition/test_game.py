from dataclasses import replace

import pytest
from hypothesis import given

from ahlaf.model import QuestionError, Tie, UnknownActorError
from ahlaf.solve.coalition.game import CoalitionGame
from solve.examples import NAMES, THREAT, games, party, question, three, ties_of


def test_balances_by_hand() -> None:
    game = three(-0.6)
    assert game.gains == pytest.approx((0.4, 0.4, 0.4))
    assert game.balances() == pytest.approx((0.0, 0.7, -0.1))
    assert not game.holds()


def test_a_balance_of_zero_holds() -> None:
    # C: −0.5 + 0.1 + 0.4 = 0, which binary fractions miss by a hair.
    game = three(-0.5)
    assert game.balances()[2] == pytest.approx(0.0, abs=1e-12)
    assert game.holds()


def test_gain_where_members_are_pivotal() -> None:
    # R = 10, capabilities 6, 3 and 1: P = 1, without A 0.4. A: 0.5·(1 − 0.5·0.4) − 0.3 = 0.1 with salience 0.5, k 0.3.
    parties = [party("AAA", 6, 0.5, cost=0.3), party("BBB", 3, 1.0), party("CCC", 1, 0.0)]
    game = CoalitionGame.of(question(), parties, ties_of({"AAA BBB": 0.0, "AAA CCC": 0.0, "BBB CCC": 0.0}))
    # B: 1·(1 − 0.5·0.7) − 0.1 = 0.55; C cares nothing for the threat: −0.1.
    assert game.gains == pytest.approx((0.1, 0.55, -0.1))


def test_a_red_line_inside_fails_whatever_the_balances() -> None:
    game = three(0.9, red_lines=["AAA BBB"])
    assert min(game.balances()) > 0
    assert game.red_lines == (("AAA", "BBB"),)
    assert not game.holds()


def test_the_threat_is_no_party_and_its_ties_count_for_nothing() -> None:
    parties = [*map(party, NAMES[:3]), party(THREAT)]
    hostile = [Tie(name, THREAT, -1.0, -1.0, -1.0) for name in NAMES[:3]]
    game = CoalitionGame.of(question(), parties, hostile)
    assert game.outsiders == ()
    assert THREAT not in game.network.actors
    assert game.balances() == pytest.approx((0.4, 0.4, 0.4))


def test_order_of_input_does_not_matter() -> None:
    game = three(-0.6)
    shuffled = CoalitionGame.of(
        question(("CCC", "AAA", "BBB")), game.parties[::-1], [*game.network.ties.values()][::-1]
    )
    assert shuffled.members == game.members
    assert shuffled.balances() == game.balances()


def test_members_that_make_no_question() -> None:
    parties = [party(name) for name in NAMES]
    with pytest.raises(QuestionError, match="at least two members; given: AAA"):
        CoalitionGame.of(question(("AAA",)), parties, ())
    with pytest.raises(QuestionError, match="AAA is named twice"):
        CoalitionGame.of(question(("AAA", "BBB", "AAA")), parties, ())
    with pytest.raises(QuestionError, match="ISIS is the threat"):
        CoalitionGame.of(question(("AAA", THREAT)), parties, ())
    with pytest.raises(QuestionError, match="party AAA is given twice"):
        CoalitionGame.of(question(), [*parties, party("AAA")], ())


def test_an_unknown_member_brings_suggestions_in_both_languages() -> None:
    parties = [party(name) for name in NAMES]
    with pytest.raises(UnknownActorError) as error:
        CoalitionGame.of(question(("AAA", "BBBB")), parties, ())
    assert error.value.suggestions[0] == "BBB"
    with pytest.raises(UnknownActorError) as error:
        CoalitionGame.of(question(("AAA", "طرف ddd")), parties, ())
    assert error.value.suggestions[0] == "DDD"


@pytest.mark.parametrize("requirement", [0.0, -1.0, float("nan"), float("inf")])
def test_requirement_out_of_range(requirement: float) -> None:
    with pytest.raises(QuestionError, match="requirement"):
        CoalitionGame.of(question(requirement=requirement), [party(name) for name in NAMES], ())


def test_numbers_out_of_range() -> None:
    parties = [party(name) for name in NAMES[:3]]
    with pytest.raises(QuestionError, match="salience of CCC"):
        CoalitionGame.of(question(), [*parties[:2], party("CCC", 5, 1.5)], ())
    with pytest.raises(QuestionError, match="capability of CCC"):
        CoalitionGame.of(question(), [*parties[:2], party("CCC", -5)], ())
    with pytest.raises(QuestionError, match="benefit"):
        CoalitionGame.of(question(benefit=-1), parties, ())
    with pytest.raises(QuestionError, match=r"low 0\.5, weight 0\.2, high 0\.3"):
        CoalitionGame.of(question(), parties, ties_of({"AAA BBB": (0.5, 0.2, 0.3)}))


@given(games(least=2, most=5))
def test_balances_rise_with_ties_and_with_the_threat(game: CoalitionGame) -> None:
    lows, weights, highs = game.balances("low"), game.balances(), game.balances("high")
    assert all(low <= weight <= high for low, weight, high in zip(lows, weights, highs, strict=True))
    coalition = game.parameters
    parameters = replace(game.question.parameters, coalition=replace(coalition, benefit=coalition.benefit * 1.5 + 0.1))
    heavier = CoalitionGame.of(
        replace(game.question, parameters=parameters), game.parties, [*game.network.ties.values()]
    )
    assert heavier.holds() or not game.holds()
