"""case.toml: the question, its parameters and its sources."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from ahlaf.model import (
    RANGES,
    CaseError,
    Coalition,
    CoalitionParameters,
    Constraints,
    Parameters,
    Place,
    PriceParameters,
    Share,
    Source,
    TieParameters,
    pair_of,
)

SCHEMA = "ahlaf.case/1"
_KNOWN = {
    "": ("schema", "name", "title", "question", "constraints", "parameters", "coalitions", "sources"),
    "question": (
        "members",
        "threat",
        "from",
        "to",
        "requirement",
        "requirement_note_en",
        "requirement_note_ar",
    ),
    "constraints": ("untouchable", "not_first", "most_tracks", "most_notches", "budget"),
    "parameters": ("ties", "coalition", "price"),
    "coalitions": (
        "title",
        "members",
        "total",
        "requirement",
        "since",
        "until",
        "source",
        "note_en",
        "note_ar",
        "shares",
    ),
}
_WHOLE = 1e-9
"""By how much shares may exceed the whole and still count as no more than it."""
_Group = TypeVar("_Group", TieParameters, CoalitionParameters, PriceParameters)


@dataclass(frozen=True, slots=True)
class Settings:
    """What case.toml says."""

    name: str
    title_en: str
    title_ar: str
    members: tuple[str, ...]
    threat: str
    start: date | None
    end: date | None
    requirement: float | None
    requirement_note_en: str
    requirement_note_ar: str
    parameters: Parameters
    constraints: Constraints
    sources: tuple[Source, ...]
    coalitions: tuple[Coalition, ...]


def read_settings(path: Path) -> Settings:
    """Read a case.toml; CaseError names the key that is missing, unknown or of the wrong kind."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CaseError(
            "the folder has no case.toml",
            place=Place(file=str(path.parent)),
            remedy=f"make a case to fill in with: ahlaf new {path.parent}",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"this is no TOML: {error}", place=Place(file=str(path))) from None
    reader = _Reader(str(path))
    reader.known(data, "")
    if data.get("schema") != SCHEMA:
        raise reader.wrong("schema", f'"{SCHEMA}"')
    title = reader.table(data, "title")
    question = reader.table(data, "question")
    reader.known(question, "question")
    start, end = reader.day(question, "from"), reader.day(question, "to")
    if start and end and start > end:
        raise reader.wrong("question.from", "a day no later than question.to")
    return Settings(
        name=reader.text(data, "name", ""),
        title_en=reader.text(title, "en", "title."),
        title_ar=reader.text(title, "ar", "title."),
        members=reader.names(question, "members"),
        threat=reader.text(question, "threat", "question."),
        start=start,
        end=end,
        requirement=reader.requirement(question),
        requirement_note_en=reader.note(question, "requirement_note_en"),
        requirement_note_ar=reader.note(question, "requirement_note_ar"),
        parameters=_parameters(reader, data),
        constraints=_constraints(reader, data),
        sources=_sources(reader, data),
        coalitions=_coalitions(reader, data),
    )


def _parameters(reader: _Reader, data: Mapping[str, Any]) -> Parameters:
    tables = reader.table(data, "parameters", optional=True)
    reader.known(tables, "parameters")
    return Parameters(
        ties=reader.group(tables, "ties", TieParameters),
        coalition=reader.group(tables, "coalition", CoalitionParameters),
        price=reader.group(tables, "price", PriceParameters),
    )


def _constraints(reader: _Reader, data: Mapping[str, Any]) -> Constraints:
    table = reader.table(data, "constraints", optional=True)
    reader.known(table, "constraints")
    pairs = table.get("untouchable", [])
    if not isinstance(pairs, list) or not all(_is_pair(pair) for pair in pairs):
        raise reader.wrong("constraints.untouchable", 'a list of pairs of two actors, as [["SYR", "SAU"]]')
    most_tracks = reader.limit(table, "most_tracks")
    most_notches = reader.limit(table, "most_notches")
    return Constraints(
        untouchable=tuple(pair_of(*pair) for pair in pairs),
        not_first=reader.names(table, "not_first", "constraints.") if "not_first" in table else (),
        most_tracks=None if most_tracks is None else int(most_tracks),
        most_notches=None if most_notches is None else int(most_notches),
        budget=reader.limit(table, "budget"),
    )


def _is_pair(value: Any) -> bool:
    """Say whether a value is a list of two different names."""
    return (
        isinstance(value, list)
        and all(isinstance(name, str) and name for name in value)
        and len(value) == len(set(value)) == 2
    )


def _sources(reader: _Reader, data: Mapping[str, Any]) -> tuple[Source, ...]:
    tables = reader.table(data, "sources", optional=True)
    return tuple(
        Source(key, reader.text(reader.table(tables, key), "citation", f"sources.{key}."), tables[key].get("url", ""))
        for key in sorted(tables)
    )


def _coalitions(reader: _Reader, data: Mapping[str, Any]) -> tuple[Coalition, ...]:
    tables = reader.table(data, "coalitions", optional=True)
    sources = reader.table(data, "sources", optional=True)
    coalitions = tuple(_coalition(reader, key, reader.table(tables, key), sources) for key in tables)
    _check_shares(reader, coalitions)
    return coalitions


def _coalition(reader: _Reader, key: str, table: Mapping[str, Any], sources: Mapping[str, Any]) -> Coalition:
    prefix = f"coalitions.{key}."
    reader.known(table, "coalitions")
    title = reader.table(table, "title")
    since, until = reader.day(table, "since", prefix), reader.day(table, "until", prefix)
    if since and until and since > until:
        raise reader.wrong(f"{prefix}since", f"a day no later than {prefix}until")
    source = reader.note(table, "source", prefix)
    if source and source not in sources:
        raise reader.wrong(f"{prefix}source", "a key of the tables [sources.KEY]")
    members = reader.names(table, "members", prefix)
    total = table.get("total")
    if total is not None and (isinstance(total, bool) or not isinstance(total, int) or total < len(members)):
        raise reader.wrong(f"{prefix}total", "a whole number of at least the members that are listed")
    return Coalition(
        key=key,
        members=members,
        title_en=reader.text(title, "en", f"{prefix}title."),
        title_ar=reader.text(title, "ar", f"{prefix}title."),
        total=total,
        requirement=reader.requirement(table, prefix),
        since=since,
        until=until,
        source=source,
        note_en=reader.note(table, "note_en", prefix),
        note_ar=reader.note(table, "note_ar", prefix),
        shares=_shares(reader, table, members, prefix),
    )


def _shares(reader: _Reader, table: Mapping[str, Any], members: tuple[str, ...], prefix: str) -> tuple[Share, ...]:
    given = reader.table(table, "shares", optional=True)
    for actor, share in given.items():
        if actor not in members:
            raise reader.wrong(f"{prefix}shares.{actor}", f"one of its members: {', '.join(members)}")
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            raise reader.wrong(f"{prefix}shares.{actor}", "a number from 0 to 1")
    return tuple(Share(actor, float(share)) for actor, share in sorted(given.items()))


def _check_shares(reader: _Reader, coalitions: tuple[Coalition, ...]) -> None:
    """Refuse to give away more than the whole of a member's strength."""
    totals: dict[str, float] = {}
    for coalition in coalitions:
        for share in coalition.shares:
            totals[share.actor] = totals.get(share.actor, 0.0) + share.share
            if totals[share.actor] > 1.0 + _WHOLE:
                raise reader.wrong(f"coalitions.{coalition.key}.shares.{share.actor}", "shares of at most 1 in all")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes values out of parsed TOML, and says which key is wrong and what belongs there."""

    file: str

    def wrong(self, key: str, expected: str) -> CaseError:
        return CaseError(f"{key} is missing or wrong", place=Place(file=self.file), expected=expected)

    def known(self, table: Mapping[str, Any], name: str) -> None:
        unknown = sorted(set(table) - set(_KNOWN[name]))
        if unknown:
            key = f"{name}.{unknown[0]}" if name else unknown[0]
            raise CaseError(
                f"unknown key {key}", place=Place(file=self.file), expected=f"one of {', '.join(_KNOWN[name])}"
            )

    def table(self, data: Mapping[str, Any], key: str, *, optional: bool = False) -> Mapping[str, Any]:
        value = data.get(key, {} if optional else None)
        if not isinstance(value, dict):
            raise self.wrong(key, f"a table [{key}]")
        return value

    def text(self, table: Mapping[str, Any], key: str, prefix: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{prefix}{key}", "a text in quotes")
        return value

    def note(self, table: Mapping[str, Any], key: str, prefix: str = "question.") -> str:
        return self.text(table, key, prefix) if key in table else ""

    def limit(self, table: Mapping[str, Any], key: str) -> float | None:
        value = table.get(key)
        if value is None:
            return None
        allowed = RANGES[key]
        kinds = int if allowed.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or value not in allowed:
            raise self.wrong(f"constraints.{key}", allowed.expected)
        return float(value)

    def names(self, table: Mapping[str, Any], key: str, prefix: str = "question.") -> tuple[str, ...]:
        value = table.get(key)
        if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
            raise self.wrong(f"{prefix}{key}", 'a list of actors, as ["SYR", "SAU"]')
        return tuple(value)

    def day(self, table: Mapping[str, Any], key: str, prefix: str = "question.") -> date | None:
        value = table.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.wrong(f"{prefix}{key}", "a day without quotes, as 2015-06-29")
        return value

    def requirement(self, table: Mapping[str, Any], prefix: str = "question.") -> float | None:
        value = table.get("requirement")
        if value is None:
            return None
        allowed = RANGES["requirement"]
        if isinstance(value, bool) or not isinstance(value, int | float) or value not in allowed:
            raise self.wrong(f"{prefix}requirement", f"{allowed.expected}, in the unit of the capabilities")
        return float(value)

    def group(self, tables: Mapping[str, Any], name: str, kind: type[_Group]) -> _Group:
        table = self.table(tables, name, optional=True)
        known = [field.name for field in fields(kind)]
        given: dict[str, Any] = {}
        for key, value in table.items():
            if key not in known:
                raise CaseError(
                    f"unknown parameter parameters.{name}.{key}",
                    place=Place(file=self.file),
                    expected=f"one of {', '.join(known)}",
                )
            allowed = RANGES[key]
            kinds = int if allowed.whole else (int, float)
            if isinstance(value, bool) or not isinstance(value, kinds) or value not in allowed:
                raise self.wrong(f"parameters.{name}.{key}", allowed.expected)
            given[key] = value if allowed.whole else float(value)
        return kind(**given)
