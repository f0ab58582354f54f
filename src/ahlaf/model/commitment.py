"""Conditional promises: "RUS guarantees SYR if SYR joins"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Act:
    """Something a party does: `party` and `deed` ("joins", "halts_funding"), with an object where there is one.

    Acts are in the order of party, deed and object; an act without an object comes before the same with one.
    """

    party: str
    deed: str
    object: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What acts are sorted by."""
        return (self.party, self.deed, self.object or "")

    def __lt__(self, other: Act) -> bool:
        """Say whether this act comes before another one."""
        return self.key < other.key

    def __str__(self) -> str:
        return f"{self.party} {self.deed}" + (f" {self.object}" if self.object else "")


@dataclass(frozen=True, slots=True)
class Condition:
    """At least `at_least` of `acts` are done; all of them where `at_least` equals their number."""

    acts: tuple[Act, ...]
    at_least: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """One rule: `act` follows once every condition of `when` is met and no act of `unless` is done.

    `line` counts from 1; `text` is the rule as written; `note` is the comment after `#` on its line or right above it.
    `since` is the day from which on the promise stands, None where it always does.
    """

    act: Act
    when: tuple[Condition, ...]
    unless: tuple[Act, ...]
    line: int
    text: str
    note: str = ""
    since: date | None = None
