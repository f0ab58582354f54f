"""Who could broker it: what each party's good offices would take off the price."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from ahlaf.model import BrokerSaving, Pair, Reconciliation
from ahlaf.network import pair_of
from ahlaf.solve.game import CoalitionGame
from ahlaf.solve.reconciliation import cheapest
from ahlaf.solve.tracks import Tracks


def brokers(
    game: CoalitionGame, reconciliation: Reconciliation, *, time_limit: float = 60.0
) -> tuple[BrokerSaving, ...]:
    """Say of every party how much the cheapest package would cost with it as the broker, who saves most first.

    Party k, member or not, is trusted by the ends of a track as much as its weaker tie to them: trust_k(i, j) =
    max(0, min(w_ki, w_kj)), and 0 on its own tracks. A track's whole price (opening, notches, red line) is multiplied
    by 1 − d · trust, d = `broker_discount`, and the cheapest package sought again: it may take another road.
    Empty where there is no package to begin with. Equal savings go by code.
    """
    if not reconciliation.packages:
        return ()
    deadline = monotonic() + time_limit
    savings = [_saving(game, party.id, reconciliation, deadline) for party in game.parties]
    return tuple(sorted(savings, key=lambda saving: (-saving.saving, saving.actor)))


def trust(game: CoalitionGame, broker: str) -> dict[Pair, float]:
    """Return how far both ends of each pair of members trust a broker, in (0, 1]; pairs that do not are left out."""
    weaker = {
        (a, b): min(game.network.ties[pair_of(broker, a)].weight, game.network.ties[pair_of(broker, b)].weight)
        for a, b in game.pairs
        if broker not in (a, b)
    }
    return {pair: weight for pair, weight in weaker.items() if weight > 0}


def _saving(game: CoalitionGame, broker: str, reconciliation: Reconciliation, deadline: float) -> BrokerSaving:
    """Seek the cheapest package with one broker."""
    alone = reconciliation.packages[0]
    trusted = trust(game, broker)
    discount = game.question.parameters.price.broker_discount
    factors: Mapping[Pair, float] = {pair: 1.0 - discount * weight for pair, weight in trusted.items()}
    tracks = Tracks.of(game, factors=factors)
    if discount == 0 or not any(track.pair in trusted for track in tracks.tracks):
        return BrokerSaving(broker, alone.price, 0.0, (), (), alone.certificate)
    found = cheapest(tracks, deadline)
    if found.notches is None:
        return BrokerSaving(broker, alone.price, 0.0, (), (), found.certificate)
    package = tracks.package(found.notches, found.certificate)
    if package.price >= alone.price:
        return BrokerSaving(broker, alone.price, 0.0, (), (), found.certificate)
    pairs = tuple(step.pair for step in package.steps if step.pair in trusted)
    return BrokerSaving(
        broker,
        package.price,
        alone.price - package.price,
        pairs,
        tuple(trusted[pair] for pair in pairs),
        found.certificate,
    )
