"""Who could broker it: what each party's good offices would take off the price."""

from __future__ import annotations

from ahlaf.model import BrokeredTrack, BrokerSaving, CredibleSaving
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
    Equal savings go by code.
    """
    savings = [_saving(offices, party.id) for party in offices.game.parties]
    return tuple(sorted(savings, key=lambda saving: (-saving.saving, saving.actor)))


def _saving(offices: GoodOffices, broker: str) -> BrokerSaving:
    """Seek the cheapest package with one broker, by either rule, and at either end of its ties."""
    game, alone = offices.game, offices.alone
    even = even_trust(game, broker, offices.pairs)
    credible = credible_trust(game, broker, offices.pairs)
    found, believed = offices.with_trust(even), offices.with_trust(credible)
    at_lows = offices.with_trust(even_trust(game, broker, offices.pairs, "low"))
    at_highs = offices.with_trust(even_trust(game, broker, offices.pairs, "known_high"))
    return BrokerSaving(
        actor=broker,
        price=found.price,
        saving=alone.price - found.price,
        low=max(0.0, alone.certificate.bound - at_lows.price),
        high=alone.price - at_highs.certificate.bound,
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
