"""How far the cheapest package hangs on what steps are taken to cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from time import monotonic
from typing import Literal

from ahlaf.model import Certificate, Package, PriceRange, PriceSensitivity, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.cheapest import cheapest
from ahlaf.solve.repair.tracks import Tracks

TIMES = 4.0
"""Prices are looked at from 0 to so many times what was asked for."""

_IF_FREE = 1.0
"""A price of 0 is looked at up to this."""

_SAME_PRICE = 1e-6
"""Packages whose prices differ by less than this count as equally cheap."""

Varied = Literal["opening", "notch"]


def price_sensitivity(
    game: CoalitionGame, reconciliation: Reconciliation, *, time_limit: float = 60.0
) -> tuple[PriceSensitivity, ...]:
    """Say over which range of the price of opening a track, of a notch and of a red line each package is the cheapest.

    What a package costs is linear in each price: opening · tracks + notch · notches + red_line · red lines. The least
    over all packages is concave and piecewise linear, and its pieces are found exactly: between two prices whose
    cheapest packages differ, their lines cross; if nothing is cheaper there, that is where the one takes the other's
    place, else the search goes on on both sides. Every package lifts every red line, so the price of a red line
    changes nothing. Empty where there is no package, or no step in it.

    Source: M. J. Eisner and D. G. Severance (1976), Mathematical techniques for efficient record segmentation in large
    shared databases, Journal of the ACM 23.
    """
    if not reconciliation.packages or not reconciliation.packages[0].steps:
        return ()
    first, price = reconciliation.packages[0], game.question.parameters.price
    proven = first.certificate.status is ProofStatus.OPTIMAL
    deadline = monotonic() + time_limit
    parameters: tuple[Varied, ...] = ("opening", "notch")
    varied = [_Envelope(game, parameter, first, deadline).sensitivity() for parameter in parameters]
    lifting = PriceSensitivity("red_line", price.red_line, (PriceRange(0.0, None, first),), proven)
    return (*varied, lifting)


@dataclass(frozen=True, slots=True)
class _Line:
    """A package, and its price as a line in the price that varies."""

    package: Package
    slope: int
    intercept: float

    def at(self, value: float) -> float:
        return self.intercept + self.slope * value

    def same(self, other: _Line) -> bool:
        return self.slope == other.slope and abs(self.intercept - other.intercept) <= _SAME_PRICE


class _Envelope:
    """The least price of a package, as one price varies and all others stay."""

    def __init__(self, game: CoalitionGame, parameter: Varied, first: Package, deadline: float) -> None:
        self._game = game
        self._parameter = parameter
        self._deadline = deadline
        self._tracks = Tracks.of(game)
        self._count: Callable[[Package], int] = {
            "opening": lambda package: len(package.steps),
            "notch": lambda package: sum(step.notches for step in package.steps),
        }[parameter]
        self._value: float = getattr(game.question.parameters.price, parameter)
        self._first = self._line(first)
        self._proven = first.certificate.status is ProofStatus.OPTIMAL

    def sensitivity(self) -> PriceSensitivity:
        """Find all pieces from 0 to `TIMES` the price that was asked for; the package asked for has the one with it."""
        value, first = self._value, self._first
        high = TIMES * value or _IF_FREE
        pieces = [*self._pieces(0.0, self._cheapest(0.0), value, first)]
        pieces += self._pieces(value, first, high, self._cheapest(high))
        ranges = []
        for _, group in groupby(pieces, key=lambda piece: (piece[2].slope, round(piece[2].intercept / _SAME_PRICE))):
            same = [*group]
            line = next((line for _, _, line in same if line is first), same[0][2])
            if same[-1][1] > same[0][0]:
                ranges.append(PriceRange(same[0][0], same[-1][1], line.package))
        return PriceSensitivity(self._parameter, value, tuple(ranges), self._proven)

    def _pieces(self, low: float, left: _Line, high: float, right: _Line) -> Iterator[tuple[float, float, _Line]]:
        """Return the pieces between two prices at which these lines are the lowest."""
        if left.same(right):
            yield low, high, self._first if self._first.same(left) else left
            return
        if left.slope == right.slope:
            # Only where the time ran out before one of them was proven the cheapest.
            self._proven = False
            yield low, high, min(left, right, key=lambda line: line.intercept)
            return
        crossing = (right.intercept - left.intercept) / (left.slope - right.slope)
        crossing = min(max(crossing, low), high)
        between = self._cheapest(crossing)
        if between.at(crossing) >= min(left.at(crossing), right.at(crossing)) - _SAME_PRICE:
            yield low, crossing, left
            yield crossing, high, right
            return
        yield from self._pieces(low, left, crossing, between)
        yield from self._pieces(crossing, between, high, right)

    def _cheapest(self, value: float) -> _Line:
        """Return the line of the cheapest package at another price; the one asked for where time runs out."""
        price = replace(self._game.question.parameters.price, **{self._parameter: value})
        parameters = replace(self._game.question.parameters, price=price)
        game = replace(self._game, question=replace(self._game.question, parameters=parameters))
        found = cheapest(Tracks.of(game), self._deadline)
        if found.notches is None or found.certificate.status is not ProofStatus.OPTIMAL:
            self._proven = False
        if found.notches is None:
            return self._first
        # The notches are priced as asked for: how cheap it is at another price is not what a reader compares.
        own = self._tracks.price(found.notches)
        status = ProofStatus.OPTIMAL if self._proven else ProofStatus.STOPPED
        return self._line(self._tracks.package(found.notches, Certificate(status, own, 0.0)))

    def _line(self, package: Package) -> _Line:
        slope = self._count(package)
        return _Line(package, slope, package.price - slope * self._value)
