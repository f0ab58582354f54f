"""Who could broker it: what each party's good offices would take off the price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ahlaf.model import BrokeredTrack, BrokerSaving, CredibleSaving, Pair
from ahlaf.solve.repair.offices import Brokered, GoodOffices
from ahlaf.solve.repair.trust import credible_trust, even_trust, lean, sides


def brokers(offices: GoodOffices) -> tuple[BrokerSaving, ...]:
    """Say of every party how much the cheapest package would cost with it as the broker, who saves most first.

    Party k, member or not, is trusted by the ends of a track as much as its weaker tie to them: trust_k(i, j) =
    max(0, min(w_ki, w_kj)), and 0 on its own tracks and where a red
    line lies between it and an end. A track's whole price (opening, notches, red line) is multiplied
    by 1 − d · trust, d = `broker_discount`, and the cheapest package sought again: it may take another road.
    The range is the same at the lows and at the highs of the broker's ties, with the members' own ties as they are.
    Beside it the saving by the rule of credible counsel, where only the side that a broker leans to believes it.
    Equal savings go by code. Who could save most by quick bounds is sought first, so that where time runs out what is
    not proven is what matters least.
    """
    trust = {party.id: _Trusted.of(offices, party.id) for party in offices.game.parties}
    hopes = sorted(trust, key=lambda broker: (offices.bounded(trust[broker].even).certificate.bound, broker))
    for broker in hopes:
        offices.with_trust(trust[broker].even)
    for broker in hopes:
        for other in (trust[broker].credible, trust[broker].at_lows, trust[broker].at_highs):
            offices.with_trust(other)
    savings = [_saving(offices, broker, trusted) for broker, trusted in trust.items()]
    return tuple(sorted(savings, key=lambda saving: (-saving.saving, saving.actor)))


@dataclass(frozen=True, slots=True)
class _Trusted:
    """How far a broker is trusted over each track that can help, by either rule and at either end of its ties."""

    even: Mapping[Pair, float]
    at_lows: Mapping[Pair, float]
    at_highs: Mapping[Pair, float]
    credible: Mapping[Pair, float]

    @classmethod
    def of(cls, offices: GoodOffices, broker: str) -> _Trusted:
        game, pairs = offices.game, offices.pairs
        at_lows, at_highs = (even_trust(game, broker, pairs, end) for end in ("low", "known_high"))
        return cls(even_trust(game, broker, pairs), at_lows, at_highs, credible_trust(game, broker, pairs))


def _saving(offices: GoodOffices, broker: str, trusted: _Trusted) -> BrokerSaving:
    """Put together what was found of one broker."""
    alone = offices.alone
    found, believed = offices.bounded(trusted.even), offices.bounded(trusted.credible)
    at_lows, at_highs = offices.bounded(trusted.at_lows), offices.bounded(trusted.at_highs)
    saving = alone.price - found.price
    return BrokerSaving(
        actor=broker,
        price=found.price,
        saving=saving,
        low=min(saving, max(0.0, alone.certificate.bound - at_lows.price)),
        high=max(saving, alone.price - at_highs.certificate.bound),
        tracks=_tracks(offices, broker, found, believed),
        certificate=found.certificate,
        credible=CredibleSaving(believed.price, alone.price - believed.price, believed.certificate),
    )


def _tracks(offices: GoodOffices, broker: str, found: Brokered, believed: Brokered) -> tuple[BrokeredTrack, ...]:
    """Look at every track of the package without a broker and of the two with it, own tracks left out."""
    game = offices.game
    alone = (step.pair for step in offices.alone.steps)
    touched = {*alone, *offices.touched(found), *offices.touched(believed)}
    pairs = [pair for pair in sorted(touched) if broker not in pair]
    even, credible = even_trust(game, broker, pairs), credible_trust(game, broker, pairs)
    tracks = []
    for pair in pairs:
        leaning = lean(game, broker, pair)
        tracks.append(
            BrokeredTrack(
                pair=pair,
                sides=sides(game, broker, pair),
                even=even.get(pair, 0.0),
                saving=offices.saved(found, pair, even.get(pair, 0.0)),
                leans_to=leaning.to,
                lean=leaning.by,
                believed_by=leaning.believed_by,
                credible=credible.get(pair, 0.0),
                credible_saving=offices.saved(believed, pair, credible.get(pair, 0.0)),
            )
        )
    return tuple(tracks)
