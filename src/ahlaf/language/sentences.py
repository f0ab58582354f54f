"""Sentences: where one ends, in Arabic and English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language.languages import function_words
from ahlaf.language.normal import normal
from ahlaf.language.tokens import Token
from ahlaf.model import Span

_STOPS = frozenset(".!?؟…۔")
# No sentence of prose is longer; a run of words without a stop is cut here, so that no text takes for ever.
MAX_SENTENCE_TOKENS = 400
_CLOSERS = frozenset([*"\"”»“«')]’›", "''"])


class Follower(StrEnum):
    """What must follow a short form for its full stop to end no sentence."""

    ANY = "any"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens, and the number of its paragraph within the document."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


@cache
def abbreviations() -> Mapping[str, Follower]:
    """Return the short forms, in normal form, whose full stop may end no sentence (source: `abbreviations.csv`)."""
    rows = package_table("ahlaf.language", "abbreviations.csv", ("lang", "abbreviation", "before"))
    return {normal(row["abbreviation"]): Follower(row["before"]) for row in rows}


def split_sentences(tokens: Sequence[Token], paragraph: int = 0) -> Iterator[Sentence]:
    """Cut the tokens of one paragraph into sentences; closing marks stay with the sentence they close."""
    group: list[Token] = []
    for i, token in enumerate(tokens):
        group.append(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is not None and (len(group) >= MAX_SENTENCE_TOKENS or _ends_here(group, following)):
            yield _sentence(group, paragraph)
            group = []
    if group:
        yield _sentence(group, paragraph)


def _sentence(group: Sequence[Token], paragraph: int) -> Sentence:
    return Sentence(Span(group[0].span.start, group[-1].span.end), tuple(group), paragraph)


def _ends_here(group: Sequence[Token], following: Token) -> bool:
    """Whether a sentence ends between the group and the token that follows it."""
    stop = _last_stop(group)
    if stop is None or following.text in _STOPS:
        return False
    last, glued = group[-1], following.span.start == group[-1].span.end
    if glued and following.text in _CLOSERS:
        return False
    if glued and not _space_forgotten(group, following):
        return False
    if following.text[0].islower():  # no sentence begins in lower case: "Why?" he asked
        return False
    return last is not stop or not _abbreviated(group, following)


def _last_stop(group: Sequence[Token]) -> Token | None:
    """The stop that the group ends with, but for closing marks."""
    for token in reversed(group):
        if token.text in _STOPS:
            return token
        if token.text not in _CLOSERS:
            return None
    return None


def _space_forgotten(group: Sequence[Token], following: Token) -> bool:
    """Whether a stop that stands between two words without a space still parts two sentences."""
    if len(group) < 2 or group[-1].text not in _STOPS or not following.is_word:
        return False
    before, after = group[-2].text, following.text[0]
    if len(before) < 2 or not before[-1].isalpha() or _is_arabic(before[-1]) != _is_arabic(after):
        return False
    return _is_arabic(after) or (before[-1].islower() and after.isupper())


def _is_arabic(character: str) -> bool:
    return "\u0620" <= character <= "\u06ff"


def _abbreviated(group: Sequence[Token], following: Token) -> bool:
    """Whether the group ends with a short form and its full stop rather than with a sentence."""
    if group[-1].text != "." or len(group) < 2:
        return False
    word = group[-2]
    if word.span.end != group[-1].span.start:
        return False
    if len(word.text) == 1 and word.text.isupper():  # an initial: "John F. Kennedy"
        return True
    follower = abbreviations().get(word.normal)
    if follower is Follower.NUMBER:
        return following.text[0].isdigit()
    if follower is Follower.NAME:
        return following.text[0].isupper() and following.normal not in function_words()["en"]
    return follower is Follower.ANY
