"""The least of many lines over a range, found by asking for the lowest at single points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

_SAME_PRICE = 1e-6
"""Lines that differ by less than this count as the same, and a price lower by less than this as no lower."""

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Line(Generic[Choice]):
    """A choice, and its price as a line in what varies."""

    choice: Choice
    slope: float
    intercept: float

    def at(self, value: float) -> float:
        """Return the price at a value."""
        return self.intercept + self.slope * value

    def same(self, other: Line[Choice]) -> bool:
        """Whether two lines are one, whatever the choices."""
        return abs(self.slope - other.slope) <= _SAME_PRICE and abs(self.intercept - other.intercept) <= _SAME_PRICE


@dataclass(frozen=True, slots=True)
class Piece(Generic[Choice]):
    """From `low` to `high` this line is the lowest."""

    low: float
    high: float
    line: Line[Choice]


def pieces(
    low: float, left: Line[Choice], high: float, right: Line[Choice], lowest: Callable[[float], Line[Choice]]
) -> Iterator[Piece[Choice]]:
    """Yield the pieces of the least of all lines from `low`, where `left` is the lowest, to `high`, where `right` is.

    Where the two cross, the lowest line is asked for: if it is no lower, the one takes the other's place there; else
    the search goes on on both sides of it. Of k pieces it asks 2 k times at most.

    Source: M. J. Eisner and D. G. Severance (1976), Mathematical techniques for efficient record segmentation in large
    shared databases, Journal of the ACM 23.
    """
    if left.same(right) or abs(left.slope - right.slope) <= _SAME_PRICE:
        yield Piece(low, high, min(left, right, key=lambda line: line.intercept))
        return
    crossing = min(max((right.intercept - left.intercept) / (left.slope - right.slope), low), high)
    between = lowest(crossing)
    if between.at(crossing) >= min(left.at(crossing), right.at(crossing)) - _SAME_PRICE:
        yield Piece(low, crossing, left)
        yield Piece(crossing, high, right)
        return
    yield from pieces(low, left, crossing, between, lowest)
    yield from pieces(crossing, between, high, right, lowest)
