"""How far the cheapest package hangs on what steps are taken to cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import Literal

from ahlaf.model import Certificate, Package, PriceRange, PriceSensitivity, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.repair.cheapest import cheapest
from ahlaf.solve.repair.envelope import Line, pieces
from ahlaf.solve.repair.tracks import Tracks

TIMES = 4.0
"""Prices are looked at from 0 to so many times what was asked for."""

_IF_FREE = 1.0
"""A price of 0 is looked at up to this."""

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
        found = [
            *pieces(0.0, self._cheapest(0.0), value, first, self._cheapest),
            *pieces(value, first, high, self._cheapest(high), self._cheapest),
        ]
        ranges: list[PriceRange] = []
        lines: list[Line[Package]] = []
        for piece in found:
            line = first if piece.line.same(first) else piece.line
            if lines and lines[-1].same(line):
                ranges[-1] = replace(ranges[-1], high=piece.high)
            elif piece.high > piece.low:
                ranges.append(PriceRange(piece.low, piece.high, line.choice))
                lines.append(line)
        return PriceSensitivity(self._parameter, value, tuple(ranges), self._proven)

    def _cheapest(self, value: float) -> Line[Package]:
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

    def _line(self, package: Package) -> Line[Package]:
        slope = self._count(package)
        return Line(package, slope, package.price - slope * self._value)
