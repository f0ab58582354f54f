"""States and what is on record between them, read from the public data sets of the Correlates of War and others.

Read are the COW system of states, capabilities (NMC) and militarised disputes, capitals, ATOP 5.1 members, Thompson's
rivalries, UCDP's armed conflicts and the roll calls of the General Assembly. Every row keeps its year, so that what is
asked of a year can be answered from what was on record by then.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "reference"
STILL = 9999
"""The year of an end that has not come, or is not on record."""
LAST_SYSTEM_DAY = "2016-12-31"
"""The last day that the system of states covers: a state that ends there goes on."""
VOTES = {"yes": 1.0, "abstain": 0.0, "no": -1.0}
PACTS = ("defense", "offense", "neutral", "nonagg", "consul")

# The General Assembly's names for states that the system of states names otherwise.
_VOTERS = {
    "Bosnia & Herzegovina": "Bosnia and Herzegovina",
    "Congo - Brazzaville": "Congo",
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Czechia": "Czech Republic",
    "Côte d’Ivoire": "Ivory Coast",
    "Eswatini": "Swaziland",
    "Federal Republic of Germany": "German Federal Republic",
    "Micronesia (Federated States of)": "Federated States of Micronesia",
    "Myanmar (Burma)": "Myanmar",
    "North Macedonia": "Macedonia",
    "St. Kitts & Nevis": "St. Kitts and Nevis",
    "St. Vincent & Grenadines": "St. Vincent and the Grenadines",
    "São Tomé & Príncipe": "Sao Tome and Principe",
    "Timor-Leste": "East Timor",
    "Trinidad & Tobago": "Trinidad and Tobago",
    "United States": "United States of America",
}
# Gleditsch and Ward's numbers where the Correlates of War have another.
_NUMBERS = {340: 345, 970: 946, 971: 970, 972: 955, 973: 947}
_UNIFIED = 1990
_UNIFIED_NUMBERS = {260: 255, 678: 679}


@dataclass(frozen=True, slots=True)
class Member:
    """One state's stay in one phase of a treaty: what it owes and from when to when; STILL where no end is known."""

    treaty: str
    state: int
    entered: int
    left: int
    active: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """Something between two states, from one year to another: a dispute's hostility, or 0 where there is no degree."""

    a: int
    b: int
    first: int
    last: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Ballots:
    """Roll calls: the year of each, and the (roll calls, states) votes 1, 0, −1, NaN where a state did not vote."""

    years: NDArray[np.int64]
    votes: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reference:
    """All that is read. States are known by their COW number; `codes` gives their order in every matrix."""

    codes: tuple[int, ...]
    names: dict[int, str]
    short: dict[int, str]
    spells: tuple[tuple[int, str, str], ...]
    capability: dict[tuple[int, int], float]
    capitals: dict[int, tuple[tuple[str, str, float, float], ...]]
    members: tuple[Member, ...]
    disputes: tuple[Dated, ...]
    rivalries: tuple[Dated, ...]
    wars: tuple[Dated, ...]
    fellows: tuple[Dated, ...]
    backers: tuple[Dated, ...]
    ballots: Ballots

    def in_system(self, year: int) -> tuple[int, ...]:
        """Return the states of the system on the last day of a year."""
        day = f"{year:04d}-12-31"
        return tuple(sorted({code for code, first, last in self.spells if first <= day <= last}))


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    with path.open(encoding="latin-1") as stream:
        yield from csv.DictReader(stream)


def whole(text: str, default: int = 0) -> int:
    """Return the whole number that a cell holds ("2.0" too), or the default for an empty one."""
    return int(float(text)) if text.strip() else default


@cache
def load(data: Path = DATA) -> Reference:
    """Read everything; FileNotFoundError where a table is missing."""
    systems = [*rows(data / "cow_states.csv")]
    names = {whole(row["ccode"]): row["statenme"] for row in systems}
    codes = tuple(sorted(names))
    known = frozenset(codes)
    wars, fellows, backers = _conflicts(data / "ucdp_acd.csv", known)
    return Reference(
        codes,
        names,
        {whole(row["ccode"]): row["stateabb"] for row in systems},
        tuple((whole(row["ccode"]), _day(row, "st"), _last_day(_day(row, "end"))) for row in systems),
        {(whole(row["ccode"]), whole(row["year"])): float(row["cinc"]) for row in rows(data / "cow_nmc.csv")},
        _capitals(data / "cow_capitals.csv"),
        _members(data / "atop5_1m.csv"),
        _disputes(data / "cow_mid_dirdisps.csv"),
        _rivalries(data / "tss_rivalries.csv", known),
        wars,
        fellows,
        backers,
        _ballots(data / "unga", {name: code for code, name in names.items()}, codes),
    )


def _day(row: dict[str, str], which: str) -> str:
    return f"{whole(row[f'{which}year']):04d}-{whole(row[f'{which}month']):02d}-{whole(row[f'{which}day']):02d}"


def _last_day(day: str) -> str:
    return f"{STILL}-12-31" if day >= LAST_SYSTEM_DAY else day


def _capitals(path: Path) -> dict[int, tuple[tuple[str, str, float, float], ...]]:
    found: dict[int, list[tuple[str, str, float, float]]] = {}
    for row in rows(path):
        spell = (row["stdate"], row["enddate"], float(row["lat"]), float(row["lng"]))
        found.setdefault(whole(row["ccode"]), []).append(spell)
    return {code: tuple(sorted(spells)) for code, spells in found.items()}


def _members(path: Path) -> tuple[Member, ...]:
    return tuple(
        Member(
            row["atopid"],
            whole(row["member"]),
            whole(row["yrent"]),
            whole(row["yrexit"]) or STILL,
            "1" in (row["defense"], row["offense"]),
        )
        for row in rows(path)
        if any(row[pact] == "1" for pact in PACTS)
    )


def _disputes(path: Path) -> tuple[Dated, ...]:
    """One row a dispute, pair and year, at the higher of the two sides' hostility in the dispute; `last` is its end."""
    ends: dict[tuple[str, int, int], int] = {}
    levels: dict[tuple[str, int, int, int], int] = {}
    for row in rows(path):
        a, b = sorted((whole(row["ccode1"]), whole(row["ccode2"])))
        key = (row["dispnum"], a, b, whole(row["year"]))
        levels[key] = max(levels.get(key, 0), whole(row["hostlev1"]), whole(row["hostlev2"]))
        ends[key[:3]] = max(ends.get(key[:3], 0), key[3])
    return tuple(Dated(a, b, year, ends[number, a, b], level) for (number, a, b, year), level in levels.items())


def _rivalries(path: Path, known: frozenset[int]) -> tuple[Dated, ...]:
    spells = [
        Dated(whole(row["ccode1"]), whole(row["ccode2"]), whole(row["start"]), whole(row["end"])) for row in rows(path)
    ]
    return tuple(spell for spell in spells if {spell.a, spell.b} <= known)


def _conflicts(path: Path, known: frozenset[int]) -> tuple[tuple[Dated, ...], tuple[Dated, ...], tuple[Dated, ...]]:
    """Return, a pair and year each: enemies in war between states, fellows in arms, backers of the other's rebels."""
    enemies: set[tuple[int, int, int]] = set()
    fellows: set[tuple[int, int, int]] = set()
    backers: set[tuple[int, int, int]] = set()
    for row in rows(path):
        year = whole(row["year"])
        sides = [_side(row, side, year) & known for side in "ab"]
        across = {(min(a, b), max(a, b), year) for a in sides[0] for b in sides[1] if a != b}
        fellows |= {(a, b, year) for side in sides for a in side for b in side if a < b}
        if row["type_of_conflict"] == "interstate":
            enemies |= across
        else:
            backers |= across
    return _pairs(enemies), _pairs(fellows), _pairs(backers)


def _side(row: dict[str, str], side: str, year: int) -> set[int]:
    listed = f"{row[f'gwno_{side}']},{row[f'gwno_{side}_2nd']}"
    return {_number(whole(part), year) for part in listed.split(",") if part.strip()}


def _pairs(found: set[tuple[int, int, int]]) -> tuple[Dated, ...]:
    return tuple(Dated(a, b, year, year) for a, b, year in sorted(found))


def _number(code: int, year: int) -> int:
    """Return the COW number for Gleditsch and Ward's."""
    unified = _UNIFIED_NUMBERS.get(code, code) if year >= _UNIFIED else code
    return _NUMBERS.get(unified, unified)


def _ballots(folder: Path, numbers: dict[str, int], codes: tuple[int, ...]) -> Ballots:
    years = {whole(row["rcid"]): whole(row["date"][:4]) for row in rows(folder / "un_roll_calls.csv")}
    row_of = {call: row for row, call in enumerate(sorted(years))}
    column_of = {code: column for column, code in enumerate(codes)}
    voters = {name: column_of[code] for name, code in numbers.items()}
    voters |= {voter: voters[name] for voter, name in _VOTERS.items()}
    votes = np.full((len(row_of), len(codes)), np.nan)
    with gzip.open(folder / "un_votes.csv.gz", "rt", encoding="utf-8") as stream:
        reader = csv.reader(stream)
        next(reader)
        for call, name, _, vote in reader:
            votes[row_of[int(float(call))], voters[name]] = VOTES[vote]
    return Ballots(np.array([years[call] for call in sorted(years)]), votes)
