"""States and groups as their data files give them, each with all its namings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ahlaf.actors.demonyms import arabic_forms, english_forms
from ahlaf.actors.names import NameKind, Naming
from ahlaf.actors.table import rows, values
from ahlaf.model import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor with everything that it is called; `gw` is its Gleditsch & Ward state number, if it has one."""

    actor: Actor
    namings: tuple[Naming, ...]
    gw: int | None = None


def load_states() -> Iterator[ActorEntry]:
    """Yield the states of `states.csv`."""
    for row in rows("states.csv"):
        id_, gw, name_en, name_ar, more_en, more_ar, capital_en, capital_ar, demonym, nisba, plural = row
        namings = [
            *_names(id_, NameKind.NAME, "en", (name_en, *values(more_en))),
            *_names(id_, NameKind.NAME, "ar", (name_ar, *values(more_ar))),
            *_names(id_, NameKind.CAPITAL, "en", values(capital_en)),
            *_names(id_, NameKind.CAPITAL, "ar", values(capital_ar)),
            *_demonyms(id_, NameKind.DEMONYM, demonym, nisba, plural),
        ]
        actor = Actor(id_, name_en, name_ar, ActorKind.STATE)
        yield ActorEntry(actor, tuple(namings), int(gw) if gw else None)


def load_groups() -> Iterator[ActorEntry]:
    """Yield the organisations, coalitions, armed groups and oppositions of `groups.csv`."""
    for id_, kind, name_en, name_ar, more_en, more_ar, members, nisba in rows("groups.csv"):
        sort = ActorKind(kind)
        # An armed group is its people: "the Houthis"; the nisba of an organisation works as that of a state.
        people = NameKind.DEMONYM if sort is ActorKind.ORGANISATION else NameKind.MEMBERS
        namings = [
            *_names(id_, NameKind.NAME, "en", (name_en, *values(more_en))),
            *_names(id_, NameKind.NAME, "ar", (name_ar, *values(more_ar))),
            *_demonyms(id_, people, members, nisba, ""),
        ]
        yield ActorEntry(Actor(id_, name_en, name_ar, sort), tuple(namings))


def load_seats() -> Iterator[Naming]:
    """Yield the seats and organs of `seats.csv`."""
    for name, lang, actor, kind in rows("seats.csv"):
        yield Naming(NameKind(kind), name, lang, actor)


def _names(actor: str, kind: NameKind, lang: str, names: tuple[str, ...]) -> Iterator[Naming]:
    for name in names:
        yield Naming(kind, name, lang, actor)


def _demonyms(actor: str, kind: NameKind, english: str, nisba: str, broken: str) -> Iterator[Naming]:
    for demonym in values(english):
        for form, plural in english_forms(demonym):
            yield Naming(kind, form, "en", actor, plural=plural)
    for stem in values(nisba):
        for form, plural in arabic_forms(stem):
            yield Naming(kind, form, "ar", actor, plural=plural)
    for form in values(broken):
        yield Naming(kind, form, "ar", actor, plural=True)
        yield Naming(kind, "ال" + form, "ar", actor, plural=True)
