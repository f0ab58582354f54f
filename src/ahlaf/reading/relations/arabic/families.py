"""The families of Arabic words that make relations, with all their inflected forms in one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahlaf.codebook import Row, package_table, plover
from ahlaf.language import normal
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic import inflect

_SHORT = 3


class Role(StrEnum):
    """What a family does beyond its type; see the header of its data file."""

    PLAIN = "plain"
    MEDIATE = "mediate"
    REFUSE = "refuse"
    BLAME = "blame"
    DEMAND = "demand"
    WEAK = "weak"
    DESCRIBE = "describe"


class Kind(StrEnum):
    """What sort of word a form is: it decides where the two parties stand."""

    VERB = "verb"
    NOUN = "noun"
    ACTIVE = "active"
    PASSIVE = "passive"


@dataclass(frozen=True, slots=True)
class Family:
    """One row: the type it makes and how its two parties are marked; of the words in `needs` one has to follow."""

    name: str
    type: RelationType
    cameo: str
    verb_marks: frozenset[str]
    noun_marks: frozenset[str]
    idafa: str
    symmetric: bool
    needs: tuple[str, ...]
    role: Role

    def marks(self, kind: Kind) -> frozenset[str]:
        """How the other party is marked after a word of this kind."""
        return self.verb_marks if kind is Kind.VERB else self.noun_marks


@dataclass(frozen=True, slots=True)
class Forms:
    """Every form with the families it may belong to. `verbs` also says which forms are in the first person."""

    verbs: dict[str, tuple[tuple[Family, ...], bool]]
    nouns: dict[str, tuple[Family, ...]]
    bound: dict[str, tuple[Family, ...]]
    active: dict[str, tuple[Family, ...]]
    passive: dict[str, tuple[Family, ...]]
    plain: frozenset[str]


def _list(cell: str) -> tuple[str, ...]:
    return tuple(normal(part.strip()) for part in cell.split("|") if part.strip())


def _family(row: Row) -> Family:
    kind = RelationType(row["type"])
    name = _list(row["verb"] or row["nouns"] or row["adjectives"])[0].strip("/").split("/")[0]
    return Family(
        name,
        kind,
        row["cameo"] or plover()[kind].cameo,
        frozenset(_list(row["verb_marks"])),
        frozenset(_list(row["noun_marks"])),
        row["idafa"],
        row["symmetric"] == "1",
        _list(row["needs"]),
        Role(row["role"]),
    )


def _verb_forms(perfect: str, imperfect: str) -> Iterator[tuple[str, bool]]:
    yield from inflect.imperfect_forms(imperfect)
    if not perfect:
        return
    yield from inflect.perfect_forms(perfect)
    if len(perfect) == 4 and perfect[1] == "ا":
        yield from ((form, False) for form, _ in inflect.perfect_forms(perfect[0] + "و" + perfect[2:]))


def _add(table: dict[str, tuple[Family, ...]], forms: Iterable[str], family: Family) -> None:
    for form in set(forms):
        table[form] = (*table.get(form, ()), family)


@cache
def forms() -> Forms:
    """Return the forms of all families of `relation_families_ar.csv`."""
    verbs: dict[str, tuple[tuple[Family, ...], bool]] = {}
    tables: tuple[dict[str, tuple[Family, ...]], ...] = ({}, {}, {}, {})
    nouns, bound, active, passive = tables
    mine: dict[str, Family] = {}
    for row in package_table("ahlaf.reading", "data/relation_families_ar.csv", ("type", "verb", "nouns", "role")):
        family = _family(row)
        for pair in _list(row["verb"]):
            for form, first in dict(_verb_forms(*pair.split("/"))).items():
                known = verbs.get(form)
                verbs[form] = ((*known[0], family), known[1]) if known else ((family,), first)
            mine["ا" + pair.split("/")[1][1:]] = family
        for noun in _list(row["nouns"]):
            _add(nouns, inflect.noun_forms(noun), family)
            _add(bound, inflect.bound_forms(noun), family)
        for adjective in _list(row["adjectives"]):
            voice, form = adjective.split(":")
            _add(active if voice == "act" else passive, inflect.adjective_forms(form), family)
    plain: set[str] = set()
    for row in package_table("ahlaf.reading", "data/relation_bare_verbs_ar.csv", ("perfect", "imperfect")):
        plain.update(f for f, _ in _verb_forms(normal(row["perfect"]), normal(row["imperfect"])))
    for form, family in mine.items():  # «أطالب»: only where nothing else is spelt so
        if form not in verbs and form not in plain and form not in nouns and len(form) > _SHORT:
            verbs[form] = ((family,), True)
    return Forms(verbs, nouns, bound, active, passive, frozenset(plain))
