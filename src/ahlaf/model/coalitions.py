"""Several coalitions against one threat: what each is, and what they do to one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ahlaf.model.broker import BrokerSaving
from ahlaf.model.proof import Certificate, Estimate
from ahlaf.model.reconciliation import Package
from ahlaf.model.tie import Pair
from ahlaf.model.verdict import Miracle, Status, Verdict


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a member's capability is a coalition's to use, from 0 to 1, where it has several."""

    actor: str
    share: float


@dataclass(frozen=True, slots=True)
class Coalition:
    """A named set of parties of a case that stand, stood or were to stand against its threat.

    `members` are those that are parties of the case; `total` is how many the coalition had in all, None where these
    are all. `requirement` is its own where it has one, else that of the question. It stood from `since` to `until`,
    both included; None is without an end. `source` is a key of the case's sources. `shares` are given by hand; what a
    member has left is split evenly among its other coalitions. A title that is empty is made from the members.
    """

    key: str
    members: tuple[str, ...]
    title_en: str = ""
    title_ar: str = ""
    total: int | None = None
    requirement: float | None = None
    since: date | None = None
    until: date | None = None
    source: str = ""
    note_en: str = ""
    note_ar: str = ""
    shares: tuple[Share, ...] = ()

    def stands(self, start: date | None, end: date | None) -> bool:
        """Say whether it stood on any day from `start` to `end`, both included."""
        begun = self.since is None or end is None or self.since <= end
        return begun and (self.until is None or start is None or self.until >= start)


@dataclass(frozen=True, slots=True)
class OverlappingMember:
    """A member that stands in `others` too: the share of its strength left here, and its balance alone and beside them.

    `adds` is what the coalition adds to the chance that the threat is beaten, given the others that the member is in.
    """

    actor: str
    others: tuple[str, ...]
    share: float
    adds: float
    alone: float
    beside: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the other coalitions that its members stand in do to a coalition (docs/theory/memberships.md).

    `strength` is the capability left to it where each member's counts once, split among its coalitions; `enough` says
    whether that meets its requirement. `status`, `central`, `probability` and `outside` (the members below zero, at the
    weights) are its verdict where walking out means standing with the others that one is in, not standing alone.
    """

    members: tuple[OverlappingMember, ...]
    strength: float
    enough: bool
    status: Status
    central: bool
    probability: Estimate
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedCoalition:
    """One coalition in a comparison, by itself and beside the others.

    `asked`: it is the one that the question names. `standing`: it stood within the days of the case, and so beside
    the others; `overlap` is None where it did not, or shares no member with those that did. `package` is the cheapest
    reconciliation and `broker` who would save most on it, None for none; `certificate` says how far the search for
    the package came.
    """

    coalition: Coalition
    asked: bool
    standing: bool
    verdict: Verdict
    capability: float
    requirement: float
    enough: bool
    package: Package | None
    certificate: Certificate
    broker: BrokerSaving | None
    miracle: Miracle
    overlap: Overlap | None


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A pair on either side of a member of two coalitions: `pair[0]` is not always in `first`; see CrossPressure."""

    pair: Pair
    weight: float
    low: float
    high: float
    red_line: bool


@dataclass(frozen=True, slots=True)
class CrossPressure:
    """Members of two coalitions, and the quarrels between those they sit with only in one and only in the other.

    A quarrel is a tie below zero at its weight, or a red line; red lines first, then the most hostile.
    """

    first: str
    second: str
    members: tuple[str, ...]
    quarrels: tuple[Quarrel, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several coalitions side by side, in the order in which they were named, the one asked about first."""

    coalitions: tuple[ComparedCoalition, ...]
    cross_pressures: tuple[CrossPressure, ...]
