"""What an English word can be as a trigger: the forms of verbs and nouns of relations, and what verbs act upon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahlaf.codebook import Row, package_table, plover
from ahlaf.model import RelationType
from ahlaf.reading.relations.english.inflect import noun_forms, verb_forms
from ahlaf.reading.relations.english.lexicon import Entry, Kind, Role

_VERBS = "relation_verbs_en.csv"
_PLAIN = "relation_plain_verbs_en.csv"
_NOUNS = "relation_nouns_en.csv"
_OBJECTS = "relation_objects_en.csv"


class Governs(StrEnum):
    """What a verb makes of the verb or clause it governs: see the header of `relation_plain_verbs_en.csv`."""

    NOTHING = "do"
    CLAUSE = "say"
    DEED = "go"
    PLAN = "plan"
    OFFER = "ready"
    INABILITY = "unable"
    FAILURE = "fail"
    REFUSAL = "refuse"
    THREAT = "threaten"


@dataclass(frozen=True, slots=True)
class VerbEntry(Entry):
    """A row of the verbs, for one verb: `particle` are the words that make it one with the verb ("carry out").

    `objects` are what it must act upon, in words; `marks` the demands on its construction (+object, +preposition,
    +infinitive); `governs` what it makes of a verb or clause that depends on it.
    """

    particle: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    governs: Governs = Governs.NOTHING


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its entries, whether it is a verb, and which forms of the verb (base, s, past, ing).

    Of a verb, `bare` are the entries without a particle, `phrasal` those with one, which `particles` begin.
    """

    entries: tuple[Entry, ...]
    verb: bool
    forms: frozenset[str] = frozenset()
    bare: tuple[VerbEntry, ...] = ()
    phrasal: tuple[VerbEntry, ...] = ()
    particles: frozenset[str] = frozenset()


def _rows(name: str) -> Iterator[Row]:
    return package_table("ahlaf.reading", f"data/{name}", ())


def _list(cell: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(mark) if part.strip())


@cache
def object_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of each class of `relation_objects_en.csv`, in all their forms."""
    classes: dict[str, set[str]] = {}
    for row in _rows(_OBJECTS):
        classes.setdefault(row["class"], set()).update(noun_forms(row["word"]))
    return {name: frozenset(members) for name, members in classes.items()}


def _objects(cell: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that a cell of objects asks for, and its marks."""
    parts = _list(cell)
    words = {word for part in parts if part[0] not in "@+" for word in noun_forms(part)}
    for part in parts:
        if part.startswith("@"):
            words |= object_classes()[part[1:]]
    return frozenset(words), tuple(part for part in parts if part.startswith("+"))


def verb_rows() -> Iterator[VerbEntry]:
    """Yield the entry of each relation verb; its lemma is the base form, without the particle."""
    for row in _rows(_VERBS):
        kind = RelationType(row["type"])
        words, marks = _objects(row["objects"])
        for name in _list(row["verbs"], ";"):
            base, *particle = name.split()
            yield VerbEntry(
                lemma=base,
                kind=Kind.VERB,
                type=kind,
                cameo=row["cameo"] or plover()[kind].cameo,
                targets=_list(row["target"]),
                symmetric=row["symmetric"] == "1",
                role=Role(row["role"]),
                particle=tuple(particle),
                objects=words,
                marks=marks,
            )


def plain_verb_rows() -> Iterator[VerbEntry]:
    """Yield the entry of each verb without a relation of its own."""
    for row in _rows(_PLAIN):
        for name in _list(row["verbs"], ";"):
            base, *particle = name.split()
            yield VerbEntry(base, Kind.PLAIN, None, "", (), particle=tuple(particle), governs=Governs(row["kind"]))


def noun_rows() -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield the entry of each relation noun with its forms; of two words ("hunger strike") the first is needed."""
    for row in _rows(_NOUNS):
        kind = RelationType(row["type"])
        for name in _list(row["forms"], ";"):
            *modifiers, head = name.split()
            forms = tuple(noun_forms(head))
            yield (
                Entry(
                    forms[0], Kind.NOUN, kind, row["cameo"] or plover()[kind].cameo, _list(row["target"]),
                    row["symmetric"] == "1", tuple(modifiers) or _list(row["needs"]), Role(row["role"]), row["idafa"],
                ),
                forms,
            )  # fmt: skip


def verb_reading(entries: tuple[VerbEntry, ...], forms: frozenset[str]) -> Reading:
    """Return the reading of a word as a verb."""
    bare = tuple(entry for entry in entries if not entry.particle)
    phrasal = tuple(entry for entry in entries if entry.particle)
    return Reading(entries, True, forms, bare, phrasal, frozenset(entry.particle[0] for entry in phrasal))


@cache
def _tables() -> tuple[dict[str, Reading], dict[str, Reading]]:
    verbs: dict[str, Reading] = {}
    entries_of: dict[str, list[VerbEntry]] = {}
    for entry in (*verb_rows(), *plain_verb_rows()):
        entries_of.setdefault(entry.lemma, []).append(entry)
    for lemma, entries in entries_of.items():
        for form, name in verb_forms(lemma):
            known = verbs.get(form)
            verbs[form] = verb_reading(
                tuple(dict.fromkeys((*known.bare, *known.phrasal, *entries))) if known else tuple(entries),
                known.forms | {name} if known else frozenset((name,)),
            )
    nouns: dict[str, Reading] = {}
    for noun, forms_of in noun_rows():
        for form in forms_of:
            found = nouns.get(form)
            nouns[form] = Reading((*found.entries, noun) if found else (noun,), False)
    return verbs, nouns


def readings(word: str) -> tuple[Reading | None, Reading | None]:
    """Return a normal form's reading as a verb and as a noun."""
    verbs, nouns = _tables()
    return verbs.get(word), nouns.get(word)


@cache
def hyphenated() -> frozenset[str]:
    """Return every form of the lexicon that is written with a hyphen."""
    verbs, nouns = _tables()
    named = (word for words in object_classes().values() for word in words)
    return frozenset(form for form in (*verbs, *nouns, *named) if "-" in form)
