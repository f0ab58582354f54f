"""Persons who speak or act for an actor, and when they did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ahlaf.actors.table import rows, values


@dataclass(frozen=True, slots=True)
class Term:
    """A person's time in a role for an actor; a missing start or end is open."""

    actor: str
    role: str
    start: date | None = None
    end: date | None = None

    def distance(self, day: date) -> int:
        """Return how many days `day` lies outside the term, 0 if within."""
        if self.start and day < self.start:
            return (self.start - day).days
        if self.end and day > self.end:
            return (day - self.end).days
        return 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an English name, the names that texts use, and one or more terms.

    `short` are the names that mean the person alone ("Putin", "بوتين"); `known` says whether they do so
    without the full name having been given first.
    """

    name: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    known: bool
    terms: tuple[Term, ...]

    def term(self, on: date | None) -> Term:
        """Return the term that `on` falls in; where terms overlap the later one, outside all the nearest one."""
        if on is None:
            return self.terms[-1]
        return min(reversed(self.terms), key=lambda term: term.distance(on))


def in_office(people: Sequence[Person], on: date | None) -> Person:
    """Return who of `people` of one name is meant on the day `on`: the one whose term is nearest, then the first."""
    if on is None:
        return people[0]
    return min(people, key=lambda person: person.term(on).distance(on))


def load_persons() -> tuple[Person, ...]:
    """Return the persons of `persons.csv`; further rows with the same English name add terms."""
    found: dict[str, Person] = {}
    for name, actor, role, start, end, names_en, names_ar, short_en, short_ar, known in rows("persons.csv"):
        term = Term(actor, role, _day(start), _day(end))
        before = found.get(name)
        if before:
            found[name] = Person(name, before.names, before.short, before.known, (*before.terms, term))
            continue
        names = (name, *values(names_en), *values(names_ar))
        short = tuple(dict.fromkeys([*_short(name, short_en), *_short(values(names_ar)[0], short_ar)]))
        found[name] = Person(name, names, short, known == "yes", (term,))
    return tuple(found.values())


def _short(name: str, given: str) -> Iterator[str]:
    """Yield the short names given, or the last word of the name; in English also with its "al-" where it has one."""
    if given == "-":
        return
    if given:
        yield from values(given)
        return
    last = name.split()[-1]
    yield last
    if last.lower().startswith(("al-", "el-")):
        yield last[3:]


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None
