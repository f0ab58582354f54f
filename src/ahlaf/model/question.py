"""What is asked, and the few parameters that the answer rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class TieParameters:
    """How relations add up to a tie; each is explained in docs/theory/ties.md.

    `prior_weight` is κ, the weight of "nothing between them"; `prior_sd` the spread of ties before any evidence;
    `half_life_days` how fast evidence ages; `level` the coverage of the interval.
    `claim_about_others` is how much of a claim counts for the pair it speaks of; `claim_as_attitude` how much of it
    counts for what the claimant holds against the one it speaks of. `report_weight` is the most that one report can
    weigh on one pair, however often it repeats itself: one report is one witness.
    """

    prior_weight: float = 0.5
    prior_sd: float = 0.5
    half_life_days: float = 180.0
    level: float = 0.90
    claim_about_others: float = 0.3
    claim_as_attitude: float = 0.5
    report_weight: float = 1.0


@dataclass(frozen=True, slots=True)
class CoalitionParameters:
    """β, e and k of the gain, and the seed and number of draws of the sampled verdict.

    `benefit` β ≥ 0, the worth of the threat's defeat in units of a whole tie; `exclusivity` e in [0, 1], the share
    of it that only members enjoy; `joining_cost` k ≥ 0.
    """

    benefit: float = 0.5
    exclusivity: float = 0.5
    joining_cost: float = 0.1
    samples: int = 2000
    seed: int = 0


@dataclass(frozen=True, slots=True)
class PriceParameters:
    """What it costs to mend ties, on a scale of whole notches from −3 to +3 (a notch is a third of a whole tie).

    `opening` f: to open a track between two parties at all; `notch` q: each notch of improvement; `red_line`: to lift
    a red line, on top. `broker_discount` in [0, 1]: the share of a track's price that a perfectly trusted broker saves.
    `broker_accuracy` in [0.5, 1]: how often a broker judges rightly whether a side would stand firm.
    """

    opening: float = 1.0
    notch: float = 1.0
    red_line: float = 3.0
    broker_discount: float = 0.5
    broker_accuracy: float = 0.9


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters of an answer."""

    ties: TieParameters = field(default_factory=TieParameters)
    coalition: CoalitionParameters = field(default_factory=CoalitionParameters)
    price: PriceParameters = field(default_factory=PriceParameters)


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a package of reconciliation must keep to; nothing where none is given.

    `untouchable` are pairs whose tie is not to be mended and whose red line is not to be lifted. `not_first` are actors
    that will not move first: some track of the package, between two others, can come before theirs.
    `most_tracks` is how many tracks a package may open, `most_notches` how far any one of them may go, `budget` the
    most that it may cost.
    """

    untouchable: tuple[Pair, ...] = ()
    not_first: tuple[str, ...] = ()
    most_tracks: int | None = None
    most_notches: int | None = None
    budget: float | None = None

    @property
    def given(self) -> bool:
        """Whether there is any constraint at all."""
        return self != Constraints()


@dataclass(frozen=True, slots=True)
class Question:
    """Can `members` stand together against `threat`?

    `requirement` R > 0 is the capability that the task takes, in the unit of the parties' capabilities.
    `requirement_assumed` is true where it is a default. `start` and `end` bound the evidence, both included.
    `as_of` is the day on which the question is asked, where that is not today: nothing counts that came later.
    `constraints` bind what it would take, and nothing else.
    """

    members: tuple[str, ...]
    threat: str
    requirement: float
    requirement_assumed: bool = False
    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    parameters: Parameters = field(default_factory=Parameters)
    constraints: Constraints = field(default_factory=Constraints)
