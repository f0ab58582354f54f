"""The cheapest package at the prices that good offices leave: one coalition, asked again and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import monotonic

from ahlaf.model import Certificate, Pair, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.reconciliation import cheapest
from ahlaf.solve.repair.tracks import Notches, Tracks


@dataclass(frozen=True, slots=True)
class Brokered:
    """The cheapest package at discounted prices: its price, the notches of each track, and how far the proof came."""

    price: float
    notches: Notches
    certificate: Certificate


class GoodOffices:
    """Prices packages of one coalition under any trust: a track's whole price is multiplied by 1 − d · trust.

    d = `broker_discount`. The same trust over the tracks that can help is priced once only.
    """

    def __init__(self, game: CoalitionGame, reconciliation: Reconciliation, deadline: float) -> None:
        self.game = game
        self.alone = reconciliation.packages[0]
        self.tracks = Tracks.of(game)
        self.pairs = tuple(track.pair for track in self.tracks.tracks)
        self.discount = game.question.parameters.price.broker_discount
        self._deadline = deadline
        notches_of = {step.pair: step.notches for step in self.alone.steps}
        self._fallback = tuple(notches_of.get(pair, 0) for pair in self.pairs)
        self._place = {pair: place for place, pair in enumerate(self.pairs)}
        self._priced: dict[tuple[float, ...], Brokered] = {}

    def with_trust(self, trust: Mapping[Pair, float]) -> Brokered:
        """Return the cheapest package under this trust over pairs, 0 where none is given; never above the price alone.

        The package without a broker is still one, at a discount: it stands in where time runs out before a better one.
        """
        factors = tuple(1.0 - self.discount * trust.get(pair, 0.0) for pair in self.pairs)
        known = self._priced.get(factors)
        if known is None:
            known = self._priced[factors] = self._seek(factors)
        return known

    @property
    def out_of_time(self) -> bool:
        """Whether the deadline is past."""
        return monotonic() > self._deadline

    def touched(self, brokered: Brokered) -> tuple[Pair, ...]:
        """Return the tracks that a package opens, those with a red line among them, in alphabetical order."""
        tracks = zip(self.tracks.tracks, brokered.notches, strict=True)
        return tuple(track.pair for track, count in tracks if count or track.red_line)

    def saved(self, brokered: Brokered, pair: Pair, trust: float) -> float:
        """Return what that much trust takes off one track of a package; 0 where the package leaves the track alone."""
        place = self._place.get(pair)
        if trust <= 0 or place is None:
            return 0.0
        return self.discount * trust * self.tracks.tracks[place].price(brokered.notches[place])

    def _seek(self, factors: tuple[float, ...]) -> Brokered:
        if all(factor == 1.0 for factor in factors):
            return Brokered(self.alone.price, self._fallback, self.alone.certificate)
        tracks = _discounted(self.tracks, factors)
        found = cheapest(tracks, self._deadline)
        notches = self._fallback if found.notches is None else min(found.notches, self._fallback, key=tracks.price)
        price = min(tracks.price(notches), self.alone.price)
        certificate = found.certificate
        if certificate.status is not ProofStatus.OPTIMAL:
            bound = min(certificate.bound, price)
            certificate = Certificate(ProofStatus.STOPPED, bound, price - bound)
        return Brokered(price, notches, certificate)


def _discounted(tracks: Tracks, factors: tuple[float, ...]) -> Tracks:
    """Multiply the whole price of each track by its factor."""
    return replace(
        tracks,
        tracks=tuple(
            track
            if factor == 1.0
            else replace(
                track, opening=track.opening * factor, notch=track.notch * factor, lifting=track.lifting * factor
            )
            for track, factor in zip(tracks.tracks, factors, strict=True)
        ),
    )
