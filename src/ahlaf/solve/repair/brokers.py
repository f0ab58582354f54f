"""Who could broker it: what each party's good offices would take off the price."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

from ahlaf.model import BrokerSaving, Certificate, Pair, ProofStatus, Reconciliation, pair_of
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.reconciliation import cheapest
from ahlaf.solve.repair.tracks import Tracks


def brokers(
    game: CoalitionGame, reconciliation: Reconciliation, *, time_limit: float = 60.0
) -> tuple[BrokerSaving, ...]:
    """Say of every party how much the cheapest package would cost with it as the broker, who saves most first.

    Party k, member or not, is trusted by the ends of a track as much as its weaker tie to them: trust_k(i, j) =
    max(0, min(w_ki, w_kj)), and 0 on its own tracks and where a red
    line lies between it and an end. A track's whole price (opening, notches, red line) is multiplied
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
    trusted: dict[Pair, float] = {}
    for pair in game.pairs:
        if broker not in pair:
            ties = [game.network.ties[pair_of(broker, end)] for end in pair]
            weaker = min(tie.weight for tie in ties)
            if weaker > 0 and not any(tie.red_line for tie in ties):
                trusted[pair] = weaker
    return trusted


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
    certificate = found.certificate
    # The package without a broker is still one, at a discount: it stands in where time ran out before a better one.
    notches_of = {step.pair: step.notches for step in alone.steps}
    fallback = tuple(notches_of.get(track.pair, 0) for track in tracks.tracks)
    notches = fallback if found.notches is None else min(found.notches, fallback, key=tracks.price)
    price = min(tracks.price(notches), alone.price)
    if certificate.status is not ProofStatus.OPTIMAL:
        bound = min(certificate.bound, price)
        certificate = Certificate(ProofStatus.STOPPED, bound, price - bound)
    package = tracks.package(notches, certificate)
    pairs = tuple(step.pair for step in package.steps if step.pair in trusted)
    saving = alone.price - price
    return BrokerSaving(broker, price, saving, pairs, tuple(trusted[pair] for pair in pairs), certificate)
