from collections.abc import Callable

import pytest
from hypothesis import given, settings

from ahlaf.model import BrokerSaving, PriceParameters, ProofStatus, Tie, TieOrigin
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.brokers import brokers
from ahlaf.solve.repair.offices import GoodOffices
from ahlaf.solve.repair.reconciliation import reconcile
from solve.examples import Weight, games, party, question, ties_of
from solve.repair.by_hand import least, standing_packages, weaker_tie


def offices_of(game: CoalitionGame, time_limit: float = 60.0) -> GoodOffices:
    return GoodOffices(game, reconcile(game), time_limit)


def found_in(game: CoalitionGame) -> dict[str, BrokerSaving]:
    return {broker.actor: broker for broker in brokers(offices_of(game))}


def mediated(discount: float = 0.5, friend: Weight = 0.6) -> CoalitionGame:
    """A, B and C as in `three` with AC = −0.6, C lacking 0.1; D trusted by A and C, E by nobody but A."""
    parties = [party(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]
    weights: dict[str, Weight] = {"AAA BBB": 0.2, "AAA CCC": -0.6, "BBB CCC": 0.1}
    weights |= {"AAA DDD": 0.8, "BBB DDD": -0.1, "CCC DDD": friend, "AAA EEE": 0.9, "BBB EEE": 0.0, "CCC EEE": -0.5}
    price = PriceParameters(broker_discount=discount)
    return CoalitionGame.of(question(price=price), parties, ties_of({**weights, "DDD EEE": 0.0}))


def test_who_saves_most_and_who_nothing() -> None:
    found = brokers(offices_of(mediated()))
    assert [broker.actor for broker in found] == ["DDD", "BBB", "AAA", "CCC", "EEE"]
    # D over AC: trust min(0.8, 0.6) = 0.6, so a price of 2 falls to 2·(1 − 0.3) = 1.4, by another road than BC.
    best = found[0]
    assert (best.price, best.saving) == pytest.approx((1.4, 0.6))
    assert best.pairs == (("AAA", "CCC"),)
    assert best.certificate.status is ProofStatus.OPTIMAL
    # B, a member, over AC: trust min(0.2, 0.1).
    assert found[1].saving == pytest.approx(0.1)
    assert [(broker.saving, broker.price, broker.pairs) for broker in found[2:]] == [(0.0, 2.0, ())] * 3


def test_the_trust_of_either_side_is_told() -> None:
    track = next(track for track in found_in(mediated(friend=(0.3, 0.6, 0.7)))["DDD"].tracks if track.saving)
    assert [(side.actor, side.weight, side.low, side.high) for side in track.sides] == [
        ("AAA", 0.8, 0.8, 0.8),
        ("CCC", 0.6, 0.3, 0.7),
    ]
    assert track.sides[1].origin is TieOrigin.CODED
    assert (track.even, track.saving) == pytest.approx((0.6, 0.6))


def test_the_range_is_the_saving_at_the_lows_and_at_the_highs() -> None:
    # At C's low the trust is 0.3 and the saving 2 · 0.5 · 0.3; at its high 0.7.
    found = found_in(mediated(friend=(0.3, 0.6, 0.7)))["DDD"]
    assert (found.low, found.saving, found.high) == pytest.approx((0.3, 0.6, 0.7))
    assert found_in(mediated(friend=(-0.3, 0.6, 0.6)))["DDD"].low == 0.0
    # It saves nothing as things are, but would save 0.2 if C's tie were at its high.
    unsure = found_in(mediated(friend=(-0.3, 0.0, 0.2)))["DDD"]
    assert (unsure.low, unsure.saving, unsure.high) == pytest.approx((0.0, 0.0, 0.2))


def test_of_a_broker_of_whom_nothing_is_known_nothing_is_hoped() -> None:
    parties = [party(code) for code in ("AAA", "CCC", "DDD")]
    game = CoalitionGame.of(question(("AAA", "CCC")), parties, ties_of({"AAA CCC": -0.9, "AAA DDD": 0.8}))
    assert found_in(game)["DDD"].high == 0.0


def test_nobody_trusts_a_broker_across_a_red_line_or_on_its_own_track() -> None:
    parties = [party(code) for code in ("AAA", "CCC", "DDD")]
    ties = ties_of({"AAA CCC": -0.9, "AAA DDD": 0.8, "CCC DDD": 0.6}, red_lines=["CCC DDD"])
    found = found_in(CoalitionGame.of(question(("AAA", "CCC")), parties, ties))
    assert [broker.saving for broker in found.values()] == [0.0, 0.0, 0.0]
    assert (found["DDD"].tracks[0].even, found["DDD"].tracks[0].leans_to) == (0.0, None)
    assert found["AAA"].tracks == ()


def test_without_a_discount_nobody_saves() -> None:
    found = found_in(mediated(discount=0.0)).values()
    assert all(broker.saving == 0 == broker.credible.saving == broker.high for broker in found)


def test_without_time_the_saving_is_bounded() -> None:
    game = mediated()
    for broker in brokers(GoodOffices(game, reconcile(game), 0.0)):
        assert 0 <= broker.low <= broker.saving <= broker.high <= 2.0
        assert broker.certificate.bound <= broker.price


@given(games(least=2, most=3, outsiders=2))
@settings(max_examples=40, deadline=None)
def test_savings_against_going_through_all_packages(game: CoalitionGame) -> None:
    packages = standing_packages(game)
    if not packages:
        return
    alone = least(game, packages, lambda _: 1.0)
    discount = game.question.parameters.price.broker_discount

    def saved(broker: str, end: Callable[[Tie], float]) -> float:
        return alone - least(game, packages, lambda pair: 1 - discount * weaker_tie(game, broker, pair, end))

    for name, broker in found_in(game).items():
        saving = saved(name, lambda tie: tie.weight)
        low, high = saved(name, lambda tie: tie.low), saved(name, lambda tie: tie.high)
        assert (broker.low, broker.saving, broker.high) == pytest.approx((low, saving, high), abs=1e-6)
        assert broker.price == pytest.approx(alone - saving, abs=1e-6)
        assert sum(track.saving for track in broker.tracks) >= broker.saving - 1e-6
        assert all(name not in track.pair for track in broker.tracks)
        assert broker.certificate.gap == 0
