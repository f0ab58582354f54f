"""The words of English relations: which verbs and nouns make one actor do something to another, and how.

All words stand in `reading/data/relation_*_en.csv`; `docs/how-to/add-a-relation-verb.md` says how to add one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahlaf.model import RelationType
from ahlaf.reading.relations.word_classes import read_classes


class Kind(StrEnum):
    """What sort of word a trigger is: it decides where its two parties stand."""

    VERB = "verb"
    NOUN = "noun"
    ACTIVE = "active"
    PASSIVE = "passive"
    PLAIN = "plain"


class Role(StrEnum):
    """What a word does beyond its type: see the headers of the data files."""

    PLAIN = "plain"
    BLAME = "blame"
    PRAISE = "praise"
    REFUSE = "refuse"
    MEDIATE = "mediate"
    DEMAND = "demand"
    STATE = "state"
    PROMISE = "promise"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the lexicon. `type` is None for plain verbs, which only carry a subject.

    `targets` are the prepositions that mark the other party, "obj" for a direct object; `idafa` says who follows a
    noun alone ("subject" or "object"); `needs` are word beginnings of which one must follow.
    """

    lemma: str
    kind: Kind
    type: RelationType | None
    cameo: str
    targets: tuple[str, ...]
    symmetric: bool = False
    needs: tuple[str, ...] = ()
    role: Role = Role.PLAIN
    idafa: str = "subject"


@cache
def words() -> Mapping[str, frozenset[str]]:
    """Return, for each class of `relation_words_en.csv`, its words in normal form."""
    return read_classes("relation_words_en.csv")
