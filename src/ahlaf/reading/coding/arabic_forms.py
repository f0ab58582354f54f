"""What a word of an Arabic sentence can be, as the lexicon of relations knows it."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.arabic.words import analyse

_GLUED = "بلك"
_SHORT = 3


def is_verb(word: str) -> bool:
    """Whether the lexicon knows a normal form as a verb, with or without a relation of its own."""
    found = analyse(word)
    return found.verb is not None or found.plain


def is_joined_verb(word: str) -> bool:
    """Whether the word is a verb that «و» or «ف» joins to what stands before."""
    return analyse(word).conjunction and is_verb(word)


@dataclass(frozen=True, slots=True)
class Stem:
    """A word with its proclitics off."""

    conjunction: bool
    preposition: str
    article: bool
    rest: str


def stem_of(word: str) -> Stem:
    """Take a word's proclitics off; of a word that no list knows, a «ب», «ل» or «ك» in front counts as one."""
    found = analyse(word)
    rest = found.rest
    known = found.preposition or found.article or found.verb or found.noun or found.plain or found.classes
    if known or len(rest) <= _SHORT or rest[0] not in _GLUED:
        return Stem(found.conjunction, found.preposition, found.article, rest)
    return Stem(found.conjunction, rest[0], rest[1:3] == "ال", rest[1:])


def words_of(kind: str) -> frozenset[str]:
    """Return the function words of one class of the lexicon: prepositions, relatives, pronouns and so on."""
    return word_classes()[kind]
