"""Names to actors in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType

from ahlaf.actors.entries import ActorEntry, load_groups, load_seats, load_states
from ahlaf.actors.index import NameIndex
from ahlaf.actors.names import NameKind, Naming, key, script
from ahlaf.actors.persons import Person, in_office, load_persons
from ahlaf.actors.suggest import nearest
from ahlaf.model import Actor, UnknownActorError

_WHY = {
    NameKind.CODE: "{name} is the code of {actor}.",
    NameKind.NAME: "{name} is a name of {actor}.",
    NameKind.CAPITAL: "{name} is the capital of {actor}.",
    NameKind.SEAT: "{name} is the seat of the government of {actor}.",
    NameKind.ORGAN: "{name} is an organ of {actor}.",
    NameKind.MEMBERS: "{name} means those who belong to {actor}.",
    NameKind.DEMONYM: "{name} is the demonym of {actor}.",
}
_NEAREST_TERM = "the term nearest to that date"
# Where one name means several things, the surer kind of name wins: the order of NameKind.
_ORDER = {kind: rank for rank, kind in enumerate(NameKind)}


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: the actor, the person and role if it is a person's name, and a sentence that says why."""

    actor: str
    person: str | None
    role: str | None
    why: str


class Gazetteer:
    """All actors and persons that Ahlaf knows, and what they are called in Arabic and English."""

    def __init__(self, entries: Iterable[ActorEntry], seats: Iterable[Naming], persons: Iterable[Person]) -> None:
        self._entries = {entry.actor.id: entry for entry in entries}
        self._seats = tuple(seats)
        self.persons: Mapping[str, Person] = MappingProxyType({person.name: person for person in persons})
        self.actors: Mapping[str, Actor] = MappingProxyType({id_: e.actor for id_, e in self._entries.items()})
        self.state_numbers: Mapping[int, str] = MappingProxyType(
            {entry.gw: id_ for id_, entry in self._entries.items() if entry.gw is not None}
        )

    @cached_property
    def index(self) -> NameIndex:
        """Every name, ready to be searched for in texts; built when first asked for."""
        return NameIndex(self._namings())

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The first words of the names of all persons, in normal form."""
        keys = (key(name) for person in self.persons.values() for name in person.names)
        return frozenset(words[0] for words in keys if len(words) > 1)

    def _namings(self) -> Iterator[Naming]:
        for entry in self._entries.values():
            yield from entry.namings
        yield from self._seats
        for person in self.persons.values():
            for name in person.names:
                yield Naming(NameKind.PERSON, name, script(name), person=person.name)
            for name in person.short:
                yield Naming(NameKind.SURNAME, name, script(name), person=person.name)

    def actor(self, id: str) -> Actor:
        """Return the actor with the code `id`; raises UnknownActorError with the nearest codes and names."""
        found = self.actors.get(id)
        if found is None:
            raise UnknownActorError(id, suggestions=self._codes_for(id), remedy=f"give a code, as in {self._example()}")
        return found

    def resolve(self, name: str, *, on: date | None = None) -> Resolution:
        """Return whom `name` means on the day `on` (a person's last known term where no day is given).

        Raises UnknownActorError with the nearest names in the language of `name`.
        """
        if name in self.actors:
            return Resolution(name, None, None, self._why(NameKind.CODE, name, name))
        namings = sorted(self.index.exact(key(name)), key=lambda naming: _ORDER[naming.kind])
        if not namings:
            raise UnknownActorError(
                name, suggestions=self.suggest(name), remedy="give a name or code that is known, in Arabic or English"
            )
        first = namings[0]
        if first.actor:
            return Resolution(first.actor, None, None, self._why(first.kind, name, first.actor))
        people = [self.persons[n.person] for n in namings if n.kind is first.kind and n.person]
        return self._person(name, people, on)

    def _person(self, name: str, people: list[Person], on: date | None) -> Resolution:
        """Choose among people of one name: the one in office on that day, then the first known."""
        person = in_office(people, on)
        term = person.term(on)
        who = f"{name} is {person.name}" if name != person.name else name
        what = f"{term.role} ({self.actors[term.actor].name_en})"
        joint = " is " if who == name else ", "
        when = f", {_NEAREST_TERM}" if on and term.distance(on) else ""
        return Resolution(term.actor, person.name, term.role, f"{who}{joint}{what}{when}.")

    def _why(self, kind: NameKind, name: str, actor: str) -> str:
        return _WHY[kind].format(name=name, actor=self.actors[actor].name_en)

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Return up to `limit` known names nearest to `name`, in its language, nearest first, the same every time."""
        return nearest(" ".join(key(name)), self._spellings[script(name)], limit)

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each language every name in normal form with the name to suggest."""
        found: dict[str, dict[tuple[str, str], None]] = {"ar": {}, "en": {}}
        for naming in self._namings():
            found[naming.lang][(" ".join(key(naming.text)), self._canonical(naming))] = None
        return {lang: tuple(pairs) for lang, pairs in found.items()}

    def _canonical(self, naming: Naming) -> str:
        """Return the name to suggest: the name as it is written, but for demonyms the actor's own."""
        if naming.kind not in (NameKind.DEMONYM, NameKind.SURNAME):
            return naming.text
        if naming.kind is NameKind.SURNAME:
            names = (n for n in self.persons[naming.person].names if script(n) == naming.lang)
            return next(names, naming.text)
        actor = self.actors[naming.actor]
        return actor.name_ar if naming.lang == "ar" else actor.name_en

    def _codes_for(self, id: str) -> tuple[str, ...]:
        names = [(code.lower(), code) for code in self.actors]
        near = nearest(id.lower(), names, 3)
        return near or self.suggest(id)

    def _example(self) -> str:
        return next(iter(self.actors), "SYR")

    def with_persons(self, persons: Iterable[Person]) -> Gazetteer:
        """Return a gazetteer that knows `persons` too; of two with one English name the one known before stays."""
        added = (person for person in persons if person.name not in self.persons)
        return Gazetteer(self._entries.values(), self._seats, (*self.persons.values(), *added))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the data files that come with Ahlaf, loaded once."""
    return Gazetteer((*load_states(), *load_groups()), load_seats(), load_persons())
