import pytest
from hypothesis import given, settings

from ahlaf.model import FlipTie, Status
from ahlaf.solve.coalition.flips import flips
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.sampling import draw
from ahlaf.solve.coalition.verdict import verdict
from solve.examples import games, party, question, three, ties_of


def test_exactly_known_ties_leave_nothing_contested() -> None:
    fails = verdict(three(-0.6))
    assert (fails.status, fails.probability.value) == (Status.FAILS, 0.0)
    assert (fails.lifted.flips, fails.lifted.together, fails.lifted.verify) == ((), None, ())
    holds = verdict(three(-0.4))
    assert (holds.status, holds.probability.value) == (Status.HOLDS, 1.0)
    assert (holds.lifted.flips, holds.lifted.together, holds.lifted.verify) == ((), None, ())
    assert holds.probability.low == pytest.approx(0.99865, abs=1e-5)
    assert holds.probability.high == 1.0


def test_contested_with_probability_flip_point_and_tie_to_verify() -> None:
    answer = verdict(three((-0.8, -0.6, -0.4)))
    assert answer.status is Status.CONTESTED
    assert (answer.central, answer.worst, answer.best) == (False, False, True)
    # C stands from AC = −0.5 upwards; A from −0.6.
    assert [flip.pair for flip in answer.lifted.flips] == [("AAA", "CCC")]
    assert answer.lifted.flips[0].flips_at == pytest.approx(-0.5)
    assert [tie.pair for tie in answer.lifted.verify] == [("AAA", "CCC")]
    # P(w ≥ −0.5) for w ~ N(−0.6, 0.2/1.6449): 1 − Φ(0.8224) = 0.2054.
    assert answer.probability.value == pytest.approx(0.2054, abs=0.03)
    assert answer.probability.low < 0.2054 < answer.probability.high
    balance = answer.balances[2]
    assert balance.actor == "CCC"
    assert (balance.ties, balance.gain) == pytest.approx((-0.5, 0.4))
    assert (balance.worst, balance.central, balance.best) == pytest.approx((-0.3, -0.1, 0.1))


def test_a_holding_coalition_flips_downwards() -> None:
    answer = verdict(three((-0.8, -0.4, -0.3)))
    assert answer.status is Status.CONTESTED
    assert answer.central
    assert [flip.pair for flip in answer.lifted.flips] == [("AAA", "CCC")]
    assert answer.lifted.flips[0].flips_at == pytest.approx(-0.5)


def test_a_red_line_fails_for_certain() -> None:
    answer = verdict(three((-0.8, 0.2, 0.4), red_lines=["AAA BBB"]))
    assert answer.status is Status.FAILS
    assert (answer.central, answer.worst, answer.best) == (False, False, False)
    assert (answer.probability.value, answer.probability.high) == (0.0, 0.0)


def test_with_the_red_lines_lifted_the_ties_answer_as_if_there_were_none() -> None:
    barred, free = verdict(three((-0.8, -0.6, -0.4), red_lines=["AAA BBB"])), verdict(three((-0.8, -0.6, -0.4)))
    assert barred.lifted == free.lifted
    assert barred.lifted.status is Status.CONTESTED
    assert free.probability == free.lifted.probability


def test_what_is_assumed_is_counted_and_set_aside() -> None:
    # AB and BC are known to be good; of AC nothing is known, and −0.82 would drive A and C out.
    parties = [party(code) for code in ("AAA", "BBB", "CCC")]
    firm = verdict(CoalitionGame.of(question(), parties, ties_of({"AAA BBB": 0.2, "BBB CCC": 0.1}))).lifted
    assert (firm.pairs, firm.assumed) == (3, 1)
    assert (firm.status, firm.neutral) == (Status.CONTESTED, Status.HOLDS)


def test_a_tie_cannot_flip_what_another_pair_spoils() -> None:
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD")]
    ties = ties_of({"AAA BBB": (-0.9, -0.9, 0.9), "CCC DDD": (-0.9, -0.9, 0.9)})
    game = CoalitionGame.of(question([p.id for p in parties]), parties, ties)
    # A and B fail for their quarrel, C and D for theirs; the other ties are unknown, and none of them helps all four.
    assert flips(game) == ()


def test_the_tie_to_verify_is_the_one_that_decides() -> None:
    # AB is as wide as AC, but A and B have much to spare without it.
    parties = [party(code) for code in ("AAA", "BBB", "CCC")]
    ties = ties_of({"AAA BBB": (0.1, 0.5, 0.9), "AAA CCC": (-0.9, -0.5, -0.1), "BBB CCC": 0.1})
    verify = verdict(CoalitionGame.of(question(), parties, ties)).lifted.verify
    assert verify[0].pair == ("AAA", "CCC")


def test_one_seed_one_draw() -> None:
    game = three((-0.8, -0.6, -0.4))
    assert (draw(game) == draw(game)).all()
    assert draw(game).shape == (2000, 3)


@given(games(least=2, most=5))
@settings(max_examples=60)
def test_verdict_is_consistent(game: CoalitionGame) -> None:
    answer = verdict(game)
    assert answer.worst <= answer.central <= answer.best
    assert (answer.status is Status.CONTESTED) == (answer.best and not answer.worst)
    assert 0 <= answer.probability.low <= answer.probability.value <= answer.probability.high <= 1
    if answer.red_lines:
        assert answer.probability.value == 0
    for flip in answer.lifted.flips:
        tie = game.network.ties[flip.pair]
        assert tie.low <= flip.flips_at <= tie.high
        below, above = (_holds_at(game, flip, flip.flips_at + shift) for shift in (-1e-6, 1e-6))
        assert (below, above) == (False, True)


def _holds_at(game: CoalitionGame, flip: FlipTie, value: float) -> bool:
    shift = value - game.value(flip.pair)
    moved = [
        balance + shift * (member in flip.pair) for member, balance in zip(game.members, game.balances(), strict=True)
    ]
    return min(moved) >= -HOLDS_TOLERANCE
