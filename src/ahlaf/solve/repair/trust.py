"""How far a broker is trusted over a track: as an even-handed one, and as one who is believed by its own side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ahlaf.model import Pair, Tie, TieOrigin, Trust, pair_of
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

TrustBasis = Literal["weight", "low", "known_high"]
"""Which number of a broker's ties is used. `known_high` is the high where something is known of the tie, and the weight
where it is assumed: ignorance is no trust."""

_HALF = 0.5
"""A track is mended from both its ends, each of which pays half of its price."""


@dataclass(frozen=True, slots=True)
class Lean:
    """Which end of a track a broker is closer to, by how much, and which end believes its counsel of restraint."""

    to: str | None
    by: float
    believed_by: str | None


def even_trust(
    game: CoalitionGame, broker: str, pairs: Iterable[Pair], basis: TrustBasis = "weight"
) -> dict[Pair, float]:
    """Return how far both ends of each pair trust an even-handed broker, in (0, 1]; pairs that do not are left out.

    trust_k(i, j) = max(0, min(w_ki, w_kj)), and 0 on its own tracks and where a red line lies between it and an end.
    """
    trusted = {}
    for pair in pairs:
        ties = _ties(game, broker, pair)
        weaker = min(_value(tie, basis) for tie in ties) if ties else 0.0
        if weaker > 0:
            trusted[pair] = weaker
    return trusted


def credible_trust(game: CoalitionGame, broker: str, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return how far a broker's counsel moves each pair where only the side it leans to believes it, in (0, 1/2].

    w_ki / 2 where i believes k, as i pays half of what the track costs; pairs where nobody does are left out.

    Source: A. Kydd (2003), Which Side Are You On? Bias, Credibility, and Mediation (our small version of it).
    """
    trusted = {}
    for pair in pairs:
        believer = lean(game, broker, pair).believed_by
        if believer is not None:
            trusted[pair] = _HALF * game.network.ties[pair_of(broker, believer)].weight
    return trusted


def lean(game: CoalitionGame, broker: str, pair: Pair) -> Lean:
    """Say to which end of a pair a broker leans, and whether that end would believe its counsel of restraint.

    i believes k where w_ki > 0 and t ≤ w_ki − w_kj ≤ 1/t, t = (1 − a)/a, a = `broker_accuracy`: leaning less, k
    would warn of the other side's resolve whether it is so or not; leaning more, it would hide it. Nobody leans on
    its own tracks or across a red line, and nothing can be told where one of the two ties is unknown.
    """
    ties = _ties(game, broker, pair)
    if not ties or any(tie.origin is TieOrigin.ASSUMED for tie in ties):
        return Lean(None, 0.0, None)
    first, second = (tie.weight for tie in ties)
    by = abs(first - second)
    if by <= HOLDS_TOLERANCE:
        return Lean(None, 0.0, None)
    to, weight = (pair[0], first) if first > second else (pair[1], second)
    accuracy = game.question.parameters.price.broker_accuracy
    # t ≤ by ≤ 1/t, multiplied out: at an accuracy of 1 every lean is enough and none is too much.
    enough = (1.0 - accuracy) <= accuracy * by + HOLDS_TOLERANCE
    not_too_much = (1.0 - accuracy) * by <= accuracy + HOLDS_TOLERANCE
    return Lean(to, by, to if weight > 0 and enough and not_too_much else None)


def sides(game: CoalitionGame, broker: str, pair: Pair) -> tuple[Trust, Trust]:
    """Return the broker's tie to either end of a pair that it is no end of."""
    first, second = (game.network.ties[pair_of(broker, end)] for end in pair)
    return _trust(pair[0], first), _trust(pair[1], second)


def _trust(end: str, tie: Tie) -> Trust:
    return Trust(end, tie.weight, tie.low, tie.high, tie.origin)


def _ties(game: CoalitionGame, broker: str, pair: Pair) -> tuple[Tie, ...]:
    """Return a broker's ties to both ends, none on its own tracks and across a red line."""
    if broker in pair:
        return ()
    ties = tuple(game.network.ties[pair_of(broker, end)] for end in pair)
    return () if any(tie.red_line for tie in ties) else ties


def _value(tie: Tie, basis: TrustBasis) -> float:
    if basis == "known_high":
        return tie.weight if tie.origin is TieOrigin.ASSUMED else tie.high
    return tie.low if basis == "low" else tie.weight
