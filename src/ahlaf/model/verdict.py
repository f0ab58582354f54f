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
    """A tie that decides: within its interval the central verdict flips at weight `flips_at`."""

    pair: Pair
    flips_at: float


@dataclass(frozen=True, slots=True)
class FlipSet:
    """The fewest ties that flip the central verdict together, each moved within its interval to its `flips_at`.

    Of the sets of as few ties, one whose moves sum to the least (`total`). No fewer than `at_least` ties flip it;
    `moves` is empty, and `total` 0, where that is all that was proven.
    """

    moves: tuple[FlipTie, ...]
    total: float
    at_least: int


@dataclass(frozen=True, slots=True)
class TieToVerify:
    """What it would tell to know the true weight of a tie.

    `rise`: by how much the probability of answering rightly, max(p, 1 − p), is expected to rise, with its sampling
    error. `variance`: by how much the variance p(1 − p) of the answer is expected to fall.
    """

    pair: Pair
    rise: Estimate
    variance: float


@dataclass(frozen=True, slots=True)
class ParameterFlip:
    """Where one number of the question, moved alone, flips the central verdict of the ties.

    `parameter` is benefit, exclusivity, joining_cost, requirement, salience or capability, `actor` whose it is, None
    for a number of the question. `below` and `above` are the nearest values on either side of `value`, within the
    number's range, at which the verdict is about to turn; None where there is none.
    """

    parameter: str
    actor: str | None
    value: float
    below: float | None
    above: float | None


@dataclass(frozen=True, slots=True)
class ReportFlip:
    """What the ties come to without the sentences of one report, where that is another answer than with them."""

    report: str
    status: Status
    central: bool


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm the answer is that the ties give, red lines aside.

    `status` as defined in docs/theory/coalitions.md; `central` is whether it holds at the ties' weights, `worst` at
    their lows, `best` at their highs. `flips` are the ties that decide on their own, `together` the fewest that do so
    jointly, None where nothing within the intervals flips it. `verify` are the ties whose truth would tell most, best
    first, none where no tie tells anything. `parameters` has every number of the question that bears on it, the nearest
    flip first. `reports` are those of `reports_tried` without which the answer is another. Of `pairs` ties inside
    `assumed` are assumed for want of evidence; `neutral` is the status with these at 0.
    """

    status: Status
    central: bool
    worst: bool
    best: bool
    probability: Estimate
    flips: tuple[FlipTie, ...]
    together: FlipSet | None
    verify: tuple[TieToVerify, ...]
    parameters: tuple[ParameterFlip, ...]
    reports: tuple[ReportFlip, ...]
    reports_tried: int
    pairs: int
    assumed: int
    neutral: Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """Does the coalition hold, and how sure is that?

    With a red line inside it fails, whatever the ties. `lifted` is how firm the answer of the ties alone is: what it
    would be were the red lines lifted, and what it is where none stands.
    """

    status: Status
    central: bool
    worst: bool
    best: bool
    probability: Estimate
    balances: tuple[Balance, ...]
    red_lines: tuple[Pair, ...]
    lifted: Firmness


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
