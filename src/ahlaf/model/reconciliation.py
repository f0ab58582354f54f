"""What it would take: packages of steps."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate, Estimate
from ahlaf.model.question import Constraints
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
    """A set of steps after which the coalition holds, and what they cost together.

    `probability` is how probable it then is that the coalition holds, over the ties' intervals; `holds_at_lows` whether
    it would hold even with every tie at its low; both are None where that was not asked. They take the steps to raise
    what is true by what they raise the weight.
    """

    steps: tuple[Step, ...]
    price: float
    certificate: Certificate
    probability: Estimate | None = None
    holds_at_lows: bool | None = None


@dataclass(frozen=True, slots=True)
class FirmPackage:
    """The cheapest package that holds even if any `at_low` of each member's ties are at their lows at once.

    `at_low` None stands for all of them. Without a package, `certificate` tells impossible from not found in time.
    """

    at_low: int | None
    package: Package | None
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The cheapest packages, cheapest first, each of which leaves alone a tie that each one before it mends.

    `complete` is true where there are no packages but these; `firm` are those that hold more surely. With no package,
    `certificate` tells impossible (infeasible) from not found in time (stopped). Under constraints, `free_price` is
    what the cheapest package costs without them, None where there is none; `conflict` is a smallest set of constraints
    that leave no package, where they do: drop any one of them and there is one.
    """

    packages: tuple[Package, ...]
    certificate: Certificate
    firm: tuple[FirmPackage, ...] = ()
    complete: bool = False
    free_price: float | None = None
    conflict: Constraints | None = None
