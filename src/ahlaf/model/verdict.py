"""Whether a coalition holds, and how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ahlaf.model.proof import Estimate
from ahlaf.model.tie import Pair


class Status(StrEnum):
    """Whether a coalition holds: contested where the answer flips within the ties' intervals."""

    HOLDS = "holds"
    FAILS = "fails"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Balance:
    """One member's balance b_i = Σ w_ij + G_i, at the ties' weights, at their lows and at their highs."""

    actor: str
    ties: float
    gain: float
    central: float
    worst: float
    best: float


@dataclass(frozen=True, slots=True)
class FlipTie:
    """A tie that decides on its own: within its interval the central verdict flips at weight `flips_at`."""

    pair: Pair
    flips_at: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Does the coalition hold, and how sure is that?

    `status` as defined in docs/theory/coalitions.md; `central` is whether it holds at the ties' weights.
    `flips` are the ties that decide on their own; `verify` the pair whose truth would tell most, if any does.
    """

    status: Status
    central: bool
    worst: bool
    best: bool
    probability: Estimate
    balances: tuple[Balance, ...]
    red_lines: tuple[Pair, ...]
    flips: tuple[FlipTie, ...]
    verify: Pair | None


@dataclass(frozen=True, slots=True)
class Miracle:
    """The smallest factor λ ≥ 0 on every salience for which the coalition holds as things are (no cap).

    None where no factor is enough: a red line stands, or some member gains nothing from the coalition.
    `lifted` is the factor were the red lines lifted, the same as `factor` where none stands.
    `binding` are the members that need the most. `worst` and `best` are the factor at the ties' lows and highs.
    """

    factor: float | None
    worst: float | None
    best: float | None
    binding: tuple[str, ...]
    lifted: float | None
