"""How far the cheapest package hangs on what steps are taken to cost."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.reconciliation import Package


@dataclass(frozen=True, slots=True)
class PriceRange:
    """From `low` to `high` of a price, None without end, this package is the cheapest.

    The package's own price is that at the prices that were asked for.
    """

    low: float
    high: float | None
    package: Package


@dataclass(frozen=True, slots=True)
class BestBroker:
    """From `low` to `high` of the broker's discount this actor's good offices save most."""

    low: float
    high: float
    actor: str


@dataclass(frozen=True, slots=True)
class PriceSensitivity:
    """What takes the place of the cheapest package where one price is another and the rest stay as they are.

    `parameter` is its name in the price parameters, `value` what was asked for; the `ranges` follow one another over
    all that was looked at. `proven` if each range's end was proven by solving there; else they are what was found.
    """

    parameter: str
    value: float
    ranges: tuple[PriceRange, ...]
    proven: bool
