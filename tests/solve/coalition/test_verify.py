"""The value of knowing a tie: by hand, against the definition itself, and what must hold for every coalition."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings

from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.sampling import draw, probability_of_holding, ties_to_verify
from solve.examples import NAMES, games, party, question, three, ties_of

Z = NormalDist().inv_cdf(0.95)


def test_a_tie_that_alone_decides_makes_the_answer_certain() -> None:
    # Only AC is unsure, and it decides: once it is known nothing is left to guess, so the rise is min(p, 1 - p).
    game = three((-0.8, -0.6, -0.4))
    p = 1 - NormalDist(-0.6, 0.2 / Z).cdf(-0.5)
    (tie,) = ties_to_verify(game, draw(game))
    assert tie.pair == ("AAA", "CCC")
    assert tie.rise.value == pytest.approx(min(p, 1 - p))
    assert tie.rise.low == pytest.approx(tie.rise.value) == tie.rise.high
    assert tie.variance == pytest.approx(p * (1 - p))


def test_two_ties_of_one_member_each_tell_a_part() -> None:
    # A holds iff AB + AC >= -0.4 and both are N(-0.2, 0.1/z): p = 1/2, and sure of one the other decides.
    parties = [party(code) for code in NAMES[:3]]
    ties = ties_of({"AAA BBB": (-0.3, -0.2, -0.1), "AAA CCC": (-0.3, -0.2, -0.1), "BBB CCC": 0.5})
    game = CoalitionGame.of(question(samples=20_000), parties, ties)
    # P(right | one known) = P(two independent symmetric normals agree in sign of their sum and of the first) = 3/4.
    for tie in ties_to_verify(game, draw(game)):
        assert tie.rise.value == pytest.approx(0.25, abs=0.01)
        assert tie.rise.low < 0.25 < tie.rise.high
        # Var(Phi(X)) for X standard normal: 1/12.
        assert tie.variance == pytest.approx(1 / 12, abs=0.005)


def test_where_no_tie_turns_the_better_answer_the_variance_ranks() -> None:
    # Both ties would have to be far above their weights: p is small, and so is P(holds | one known), below a half.
    parties = [party(code) for code in NAMES[:3]]
    ties = ties_of({"AAA BBB": (-0.6, -0.5, -0.4), "AAA CCC": (-0.6, -0.45, -0.3), "BBB CCC": 0.9})
    game = CoalitionGame.of(question(benefit=1.6), parties, ties)
    first, second = ties_to_verify(game, draw(game))
    assert (first.pair, second.pair) == (("AAA", "CCC"), ("AAA", "BBB"))
    assert (first.rise.value, second.rise.value) == pytest.approx((0.0, 0.0), abs=0.02)
    assert first.variance > second.variance > 0


def test_nothing_to_tell_where_all_is_known_or_all_is_lost() -> None:
    known, lost = three(-0.4), three((-0.99, -0.9, -0.8))
    assert ties_to_verify(known, draw(known)) == ()
    assert ties_to_verify(lost, draw(lost)) == ()


@given(games(least=2, most=4))
@settings(max_examples=30, deadline=None)
def test_it_is_what_the_definition_says(game: CoalitionGame) -> None:
    draws = draw(game)
    told = {tie.pair: tie for tie in ties_to_verify(game, draws)}
    p = probability_of_holding(game, draws).value
    for column, pair in enumerate(game.pairs):
        rise, variance = _by_definition(game, draws, column)
        if pair in told:
            # The grid of the definition is coarse where the tie is discrete in effect.
            assert told[pair].rise.value == pytest.approx(rise, abs=4e-3)
            assert told[pair].variance == pytest.approx(variance, abs=4e-3)
            assert 0 <= told[pair].rise.low <= told[pair].rise.value <= told[pair].rise.high
        elif len(told) < 5:
            assert max(rise, variance) < 4e-3
    assert 0 <= p <= 1


def _by_definition(game: CoalitionGame, draws: np.ndarray, column: int) -> tuple[float, float]:
    """Put the tie at each of 1,000 equally likely values and count in how many draws of the others it holds."""
    tie = game.network.ties[game.pairs[column]]
    spread = (tie.high - tie.low) / (2 * Z)
    steps = 1000
    normal = NormalDist(tie.weight, spread) if spread else None
    values = [min(1.0, max(-1.0, normal.inv_cdf((k + 0.5) / steps))) if normal else tie.weight for k in range(steps)]
    i, j = (game.members.index(end) for end in game.pairs[column])
    balances = game.balances_of(draws)
    others = np.delete(balances, [i, j], axis=1)
    stands = (others >= -HOLDS_TOLERANCE).all(axis=1)
    slack = np.minimum(balances[:, i], balances[:, j]) - draws[:, column]
    chance = np.array([(stands & (slack + value >= -HOLDS_TOLERANCE)).mean() for value in values])
    p = chance.mean()
    return float(np.maximum(chance, 1 - chance).mean() - max(p, 1 - p)), float(chance.var())


def test_the_error_shrinks_with_the_draws() -> None:
    parties = [party(code) for code in NAMES[:3]]
    ties = ties_of({"AAA BBB": (-0.3, -0.2, -0.1), "AAA CCC": (-0.3, -0.2, -0.1), "BBB CCC": 0.5})
    reach = []
    for samples in (500, 8000):
        game = CoalitionGame.of(question(samples=samples), parties, ties)
        rise = ties_to_verify(game, draw(game))[0].rise
        assert (rise.samples, rise.seed) == (samples, 0)
        reach.append(rise.high - rise.low)
    assert reach[0] / reach[1] == pytest.approx(4, rel=0.15)
