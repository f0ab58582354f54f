"""What the evidence adds up to for a pair of actors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ahlaf.model.plover import Realis, RelationType

Pair = tuple[str, str]


def pair_of(a: str, b: str) -> Pair:
    """Return the two ends of a tie in alphabetical order, the form under which every pair is known."""
    return (a, b) if a < b else (b, a)


class TieOrigin(StrEnum):
    """Where a tie's weight comes from: counted from evidence, coded by hand, or assumed for want of either."""

    COMPUTED = "computed"
    CODED = "coded"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One relation as it bears on a tie: its value x in [−1, 1] and its weight ω ≥ 0, with the words behind it.

    `quote` is the sentence as it stands in the report; `start` and `end` are its code points in the report's text.
    `why` says in a few words how the relation came to bear on this pair ("states it", "claims it of the other", ...).
    """

    report: str
    source: str
    target: str
    type: RelationType
    realis: Realis
    claimed_by: str | None
    date: date | None
    value: float
    weight: float
    quote: str
    start: int
    end: int
    trigger: str
    lang: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """An undirected tie, `a` < `b`, with −1 ≤ low ≤ weight ≤ high ≤ 1.

    `red_line`: the two will not sit together, whatever the weight; an explicit flag, never a threshold.
    `note` (in Arabic `note_ar`, where given) and `source` are a coder's words; `overrides` is the computed weight that
    a hand-coded tie replaced.
    """

    a: str
    b: str
    weight: float
    low: float
    high: float
    red_line: bool = False
    origin: TieOrigin = TieOrigin.COMPUTED
    note: str = ""
    source: str = ""
    evidence: tuple[Evidence, ...] = ()
    overrides: float | None = None
    note_ar: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two ends in alphabetical order."""
        return (self.a, self.b)
