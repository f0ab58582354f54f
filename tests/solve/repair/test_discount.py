import pytest
from hypothesis import given, settings

from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.discount import best_brokers
from ahlaf.solve.repair.reconciliation import reconcile
from solve.examples import games, party, question, ties_of
from solve.repair.by_hand import cost, standing_packages, weaker_tie
from solve.repair.test_brokers import mediated


def found_in(game: CoalitionGame) -> list[tuple[float, float, str]]:
    return [(one.low, one.high, one.actor) for one in best_brokers(game, reconcile(game))]


def test_one_broker_may_be_the_best_at_any_discount() -> None:
    assert found_in(mediated()) == [(0.0, 1.0, "DDD")]


def test_a_greater_discount_opens_another_road() -> None:
    # C lacks two notches: both on AC (3), or one each on AC and BC (4), as BC has room for 0.4 only. D is trusted at
    # 0.2 over AC: 3 − 0.6 d. E is trusted at 0.9 over BC: 4 − 1.8 d. The same at d = 5/6.
    parties = [party(code, cost=1.1 if code == "CCC" else 0.0) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    inside = {"AAA BBB": 0.05, "AAA CCC": 0.0, "BBB CCC": 0.6}
    outside = {"AAA DDD": 0.2, "BBB DDD": -1.0, "CCC DDD": 0.2, "BBB EEE": 0.9, "CCC EEE": 0.9}
    game = CoalitionGame.of(question(benefit=0.0), parties, ties_of({**inside, **outside}))
    (low, turn, first), (again, high, second) = found_in(game)
    assert (low, high, first, second) == (0.0, 1.0, "DDD", "EEE")
    assert turn == again == pytest.approx(5 / 6)


def test_nobody_and_no_time() -> None:
    game = CoalitionGame.of(question(("AAA", "BBB")), [party("AAA"), party("BBB")], ties_of({"AAA BBB": -1.0}))
    assert best_brokers(game, reconcile(game)) == ()


@given(games(least=2, most=3, outsiders=3))
@settings(max_examples=30, deadline=None)
def test_the_best_at_every_discount_against_going_through_all(game: CoalitionGame) -> None:
    packages = standing_packages(game)
    if not packages:
        return
    price = game.question.parameters.price
    ranges = best_brokers(game, reconcile(game))
    assert [one.low for one in ranges[1:]] == [one.high for one in ranges[:-1]]

    def priced(broker: str, discount: float) -> float:
        factor = {pair: 1 - discount * weaker_tie(game, broker, pair) for pair in game.pairs}
        return min(cost(game, package, price, lambda pair: factor[pair]) for package in packages)

    for one in ranges:
        for discount in (one.low, (one.low + one.high) / 2, one.high):
            least = min(priced(p.id, discount) for p in game.parties)
            assert priced(one.actor, discount) == pytest.approx(least, abs=1e-5)
    if not ranges:
        alone = min(cost(game, package, price, lambda _: 1.0) for package in packages)
        assert all(priced(p.id, 1.0) == pytest.approx(alone, abs=1e-5) for p in game.parties)
