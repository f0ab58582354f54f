import pytest
from hypothesis import given, settings

from ahlaf.model import PriceParameters, ProofStatus
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.brokers import brokers, trust
from ahlaf.solve.repair.reconciliation import reconcile
from solve.examples import games, party, question, ties_of


def mediated(discount: float = 0.5) -> CoalitionGame:
    """A, B and C as in `three` with AC = −0.6, C lacking 0.1; D trusted by A and C, E by nobody but A."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    weights = {"AAA BBB": 0.2, "AAA CCC": -0.6, "BBB CCC": 0.1}
    outside = {"AAA DDD": 0.8, "BBB DDD": -0.1, "CCC DDD": 0.6, "AAA EEE": 0.9, "BBB EEE": 0.0, "CCC EEE": -0.5}
    price = PriceParameters(broker_discount=discount)
    return CoalitionGame.of(question(price=price), parties, ties_of({**weights, **outside, "DDD EEE": 0.0}))


def test_who_saves_most_and_who_nothing() -> None:
    game = mediated()
    found = brokers(game, reconcile(game))
    assert [broker.actor for broker in found] == ["DDD", "BBB", "AAA", "CCC", "EEE"]
    # D over AC: trust min(0.8, 0.6) = 0.6, so a price of 2 falls to 2·(1 − 0.3) = 1.4, by another road than BC.
    best = found[0]
    assert (best.price, best.saving) == pytest.approx((1.4, 0.6))
    assert (best.pairs, best.trust) == ((("AAA", "CCC"),), (0.6,))
    assert best.certificate.status is ProofStatus.OPTIMAL
    # B, a member, over AC: trust min(0.2, 0.1).
    assert found[1].saving == pytest.approx(0.1)
    assert found[1].trust == (0.1,)
    assert [(broker.saving, broker.price, broker.pairs) for broker in found[2:]] == [(0.0, 2.0, ())] * 3


def test_trust_is_the_weaker_tie_and_never_over_its_own_tracks() -> None:
    game = mediated()
    assert trust(game, "DDD") == {("AAA", "CCC"): 0.6}
    assert trust(game, "BBB") == {("AAA", "CCC"): 0.1}
    assert trust(game, "CCC") == {}


def test_nobody_trusts_a_broker_across_a_red_line() -> None:
    parties = [party(code) for code in ("AAA", "CCC", "DDD")]
    ties = ties_of({"AAA CCC": -0.6, "AAA DDD": 0.8, "CCC DDD": 0.6}, red_lines=["CCC DDD"])
    assert trust(CoalitionGame.of(question(("AAA", "CCC")), parties, ties), "DDD") == {}


def test_without_a_discount_nobody_saves() -> None:
    game = mediated(discount=0.0)
    assert all(broker.saving == 0 for broker in brokers(game, reconcile(game)))


def test_nothing_to_broker_where_no_package_will_do() -> None:
    parties = [party("AAA", salience=0.0, cost=2.0), party("BBB"), party("CCC")]
    game = CoalitionGame.of(question(("AAA", "BBB")), parties, ties_of({"AAA BBB": 0.0}))
    assert brokers(game, reconcile(game)) == ()


@given(games(least=2, most=4, outsiders=2))
@settings(max_examples=40, deadline=None)
def test_a_broker_never_costs(game: CoalitionGame) -> None:
    reconciliation = reconcile(game)
    found = brokers(game, reconciliation)
    if not reconciliation.packages:
        assert found == ()
        return
    assert sorted(broker.actor for broker in found) == [p.id for p in game.parties]
    for broker in found:
        assert broker.saving >= 0
        assert broker.price + broker.saving == pytest.approx(reconciliation.packages[0].price)
        assert (broker.saving > 0) == bool(broker.pairs)
        assert all(broker.actor not in pair for pair in broker.pairs)
        assert all(0 < weight <= 1 for weight in broker.trust)
    assert [broker.saving for broker in found] == sorted((broker.saving for broker in found), reverse=True)
