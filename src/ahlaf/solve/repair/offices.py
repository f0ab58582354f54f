"""The cheapest package at the prices that good offices leave: one coalition, asked again and again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Certificate, Package, Pair, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.cheapest import cheapest
from ahlaf.solve.repair.lower_bound import PriceBound
from ahlaf.solve.repair.tracks import SAME_PRICE, Notches, Tracks

Floats = NDArray[np.float64]

_SHARE_OF_WHAT_IS_LEFT = 0.2
"""No single search takes more of the time that is left: one hard broker must not leave the others unasked."""


@dataclass(frozen=True, slots=True)
class Brokered:
    """The cheapest package at discounted prices: its price, the notches of each track, and how far the proof came."""

    price: float
    notches: Notches
    certificate: Certificate


class GoodOffices:
    """Prices packages of one coalition under any trust: a track's whole price is multiplied by 1 − d · trust.

    d = `broker_discount`. The same trust over the tracks that can help is sought once only. What was found for one
    broker is a package for every other as well; so is the cheapest without a broker, so that no price is above it.
    """

    def __init__(self, game: CoalitionGame, reconciliation: Reconciliation, time_limit: float) -> None:
        self.game = game
        self.alone = reconciliation.packages[0]
        self.tracks = Tracks.of(game)
        self.pairs = tuple(track.pair for track in self.tracks.tracks)
        self.discount = game.question.parameters.price.broker_discount
        self.allow(time_limit)
        self._place = {pair: place for place, pair in enumerate(self.pairs)}
        self._known: list[Notches] = []
        self._prices: list[list[float]] = []
        self._sought: dict[tuple[float, ...], Brokered] = {}
        for package in reconciliation.packages:
            self._remember(self._notches_of(package))

    def allow(self, seconds: float) -> None:
        """Give the searches that follow so many seconds from now."""
        self._deadline = monotonic() + seconds

    @property
    def out_of_time(self) -> bool:
        """Whether the deadline is past."""
        return monotonic() >= self._deadline

    def with_trust(self, trust: Mapping[Pair, float]) -> Brokered:
        """Return the cheapest package under this trust over pairs, 0 where none is given; never above the price alone.

        It is sought if bounds alone do not tell it, and there is time; otherwise the certificate says how far it came.
        """
        factors = self._factors(trust)
        known = self._sought.get(factors)
        if known is not None:
            return known
        bounded = self._bounded(factors)
        if bounded.certificate.status is ProofStatus.OPTIMAL or self.out_of_time:
            return bounded
        found = self._sought[factors] = self._seek(factors, bounded)
        return found

    def bounded(self, trust: Mapping[Pair, float]) -> Brokered:
        """Return what was sought under this trust, or else the best known package and the best lower bound."""
        factors = self._factors(trust)
        known = self._sought.get(factors)
        if known is not None and known.certificate.status is ProofStatus.OPTIMAL:
            return known
        bounded = self._bounded(factors)
        return bounded if known is None else _better(bounded, known)

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

    @cached_property
    def _price_bound(self) -> PriceBound:
        return PriceBound(self.tracks)

    @cached_property
    def _most(self) -> Floats:
        """The price of every track, mended as far as can help."""
        return np.array([track.price(track.most) for track in self.tracks.tracks])

    def _factors(self, trust: Mapping[Pair, float]) -> tuple[float, ...]:
        factors = [1.0] * len(self.pairs)
        for pair, share in trust.items():
            if pair in self._place:
                factors[self._place[pair]] = 1.0 - self.discount * share
        return tuple(factors)

    def _notches_of(self, package: Package) -> Notches:
        notches_of = {step.pair: step.notches for step in package.steps}
        return tuple(notches_of.get(pair, 0) for pair in self.pairs)

    def _remember(self, notches: Notches) -> None:
        if notches not in self._known:
            self._known.append(notches)
            tracks = zip(self.tracks.tracks, notches, strict=True)
            self._prices.append([track.price(count) for track, count in tracks])

    def _bounded(self, factors: tuple[float, ...]) -> Brokered:
        """Price the known packages, and bound all others.

        A package costs at least what the cheapest does without a broker, less all that the discount can take off; at
        least that price times the least factor; and at least the bound by multipliers.
        """
        least = self.alone.certificate.bound
        if min(factors, default=1.0) == 1.0:
            return Brokered(self.alone.price, self._known[0], self.alone.certificate)
        discounted = np.array(factors)
        prices = np.array(self._prices) @ discounted
        best = int(prices.argmin())
        price = min(self._price(self._known[best], factors), self.alone.price)
        taken_off = float(((1.0 - discounted) * self._most).sum())
        bound = max(least - taken_off, least * min(factors), self._price_bound(discounted))
        bound = min(bound, price)
        return Brokered(price, self._known[best], certificate_of(price, bound))

    def _seek(self, factors: tuple[float, ...], bounded: Brokered) -> Brokered:
        left = self._deadline - monotonic()
        tracks = _discounted(self.tracks, factors)
        found = cheapest(tracks, monotonic() + _SHARE_OF_WHAT_IS_LEFT * left)
        notches, price = bounded.notches, bounded.price
        if found.notches is not None:
            self._remember(found.notches)
            if tracks.price(found.notches) <= price:
                notches, price = found.notches, tracks.price(found.notches)
        if found.certificate.status is ProofStatus.OPTIMAL:
            return Brokered(price, notches, Certificate(ProofStatus.OPTIMAL, price, 0.0))
        bound = min(max(found.certificate.bound, bounded.certificate.bound), price)
        return Brokered(price, notches, Certificate(ProofStatus.STOPPED, bound, price - bound))

    def _price(self, notches: Notches, factors: tuple[float, ...]) -> float:
        tracks = zip(self.tracks.tracks, notches, factors, strict=True)
        return math.fsum(track.price(count) * factor for track, count, factor in tracks)


def certificate_of(price: float, bound: float) -> Certificate:
    """Return how far a price is proven by a lower bound that is no higher: to the end where the two are the same."""
    if price - bound <= SAME_PRICE:
        return Certificate(ProofStatus.OPTIMAL, price, 0.0)
    return Certificate(ProofStatus.STOPPED, bound, price - bound)


def _better(one: Brokered, other: Brokered) -> Brokered:
    """Return the lower price of two with the higher of their bounds."""
    best = min(one, other, key=lambda brokered: brokered.price)
    bound = min(max(one.certificate.bound, other.certificate.bound), best.price)
    return replace(best, certificate=certificate_of(best.price, bound))


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
