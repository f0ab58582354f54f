"""What it would take: packages of steps."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate
from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class Step:
    """One track of a package: mend this pair by whole notches, and lift its red line or not; `price` after discount."""

    pair: Pair
    notches: int
    before: float
    after: float
    lifts_red_line: bool
    price: float


@dataclass(frozen=True, slots=True)
class Package:
    """A set of steps after which the coalition holds, and what they cost together."""

    steps: tuple[Step, ...]
    price: float
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The cheapest packages, cheapest first; they differ in which ties they touch. `robust` holds at the lows.

    With no package, `certificate` tells impossible (infeasible) from not found in time (stopped).
    """

    packages: tuple[Package, ...]
    robust: Package | None
    certificate: Certificate
