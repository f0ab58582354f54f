"""Which treaties were signed, by whom, and who came later: each treaty and each entry once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from state_tables import STILL, rows, whole

RESIGNED_YEARS = 5
"""A treaty among the same states as one that was in force within so many years is that one signed again."""
SUCCESSORS: Mapping[int, int] = {255: 260, 679: 678}
"""States that took the place of another in its treaties: Germany, Yemen."""


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty with its original signatories, who entered later and when, and the states it is directed against.

    `helps` says whether anybody promises help in arms, in defence or in attack.
    """

    id: str
    year: int
    last: int
    signatories: frozenset[int]
    accessions: Mapping[int, int]
    threats: tuple[int, ...]
    helps: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The row of a treaty as a whole."""

    id: str
    year: int
    last: int
    threats: tuple[int, ...]
    helps: bool


def read_treaties(folder: Path) -> tuple[Treaty, ...]:
    """Read all treaties, in the order of their years and numbers."""
    heads = [
        Head(
            row["atopid"],
            whole(row["begyr"]),
            whole(row["endyr"]) or STILL,
            tuple(code for code in (whole(row["statthr1"]), whole(row["statthr2"])) if code),
            "1" in (row["defense"], row["offense"]),
        )
        for row in rows(folder / "atop5_1a.csv")
    ]
    entries: dict[str, list[tuple[int, int]]] = {}
    for row in rows(folder / "atop5_1m.csv"):
        entries.setdefault(row["atopid"], []).append((whole(row["member"]), whole(row["yrent"])))
    return tuple(treaty(head, entries[head.id]) for head in sorted(heads, key=lambda head: (head.year, head.id)))


def treaty(head: Head, entries: Iterable[tuple[int, int]]) -> Treaty:
    """Put a treaty together from (state, year of entry), one pair a stay or a phase."""
    first: dict[int, int] = {}
    for state, year in entries:
        first[state] = min(first.get(state, STILL), year)
    signatories = frozenset(state for state, year in first.items() if year <= head.year)
    later = {
        state: year
        for state, year in first.items()
        if year > head.year and first.get(SUCCESSORS.get(state, 0), STILL) >= year
    }
    return Treaty(head.id, head.year, head.last, signatories, later, head.threats, head.helps)


def signed_once(treaties: Iterable[Treaty]) -> tuple[Treaty, ...]:
    """Leave out re-signings: the same signatories as an earlier treaty, in force within the five years before."""
    kept: list[Treaty] = []
    latest: dict[frozenset[int], int] = {}
    for one in treaties:
        last = latest.get(one.signatories)
        if last is None or last < one.year - RESIGNED_YEARS:
            kept.append(one)
        latest[one.signatories] = max(one.last, last or 0)
    return tuple(kept)
