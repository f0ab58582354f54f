"""The words that dates are written with, by language, and how they are found in a row of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from ahlaf.codebook import package_table
from ahlaf.language import Token, normal, tokenize

_PROCLITICS = frozenset("وفبلك")
# A shorter word with a letter taken off is another word.
_SHORTEST_WITH_PROCLITIC = 4

Value = TypeVar("Value")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's number and whether it is one of the Hijri calendar."""

    number: int
    hijri: bool


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the words of one language mean in a date; keys are normal forms, one a token."""

    months: Mapping[Key, Month]
    weekdays: Mapping[Key, int]
    days: Mapping[Key, int]
    directions: Mapping[Key, int]
    fillers: Mapping[Key, int]
    parts: Mapping[Key, int]
    not_before: Mapping[Key, int]
    not_after: Mapping[Key, int]
    same: Mapping[Key, int]

    @property
    def beginnings(self) -> tuple[Iterable[Key], ...]:
        """The forms that a date may begin with, other than a number."""
        return (self.months, self.weekdays, self.days, self.directions, self.parts)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A form found at a token: what it means, where it starts in the text, and the number of the token after it."""

    value: Value
    start: int
    after: int


@cache
def date_words(lang: str) -> DateWords:
    """Return the date words of "ar" or "en" (source: `data/months.csv`, `data/days.csv`)."""
    months = package_table("ahlaf.reading", "data/months.csv", ("name", "month", "calendar", "tradition", "lang"))
    rows = list(package_table("ahlaf.reading", "data/days.csv", ("kind", "form", "value", "lang")))

    def forms(kind: str) -> Mapping[Key, int]:
        return {_key(row["form"]): int(row["value"]) for row in rows if row["kind"] == kind and row["lang"] == lang}

    return DateWords(
        months={_key(r["name"]): Month(int(r["month"]), r["calendar"] == "hijri") for r in months if r["lang"] == lang},
        weekdays=forms("weekday"),
        days=forms("day"),
        directions=forms("direction"),
        fillers=forms("filler"),
        parts=forms("part"),
        not_before=forms("not_before"),
        not_after=forms("not_after"),
        same=forms("same"),
    )


@cache
def _first_words_of_dates(lang: str) -> frozenset[str]:
    return frozenset(key[0] for forms in date_words(lang).beginnings for key in forms)


def may_begin(token: Token, lang: str) -> bool:
    """Say whether a date in the language `lang` may begin with the token: a number, or a word of the tables."""
    if token.normal[0].isdigit():
        return True
    known = _first_words_of_dates(lang)
    return any(word in known for word, _ in _first_words(token))


def match_form(tokens: Sequence[Token], at: int, forms: Mapping[Key, Value]) -> Match[Value] | None:
    """Find the longest of `forms` that begins at token `at`; the first word may carry an Arabic proclitic."""
    if at >= len(tokens):
        return None
    for first, offset in _first_words(tokens[at]):
        for length in range(min(4, len(tokens) - at), 0, -1):
            key = (first, *(token.normal for token in tokens[at + 1 : at + length]))
            if key in forms:
                return Match(forms[key], tokens[at].span.start + offset, at + length)
    return None


def _key(form: str) -> Key:
    return tuple(token.normal for token in tokenize(form))


def _first_words(token: Token) -> list[tuple[str, int]]:
    """The word as it is and without a proclitic, each with the number of characters left out."""
    words = [(token.normal, 0)]
    text = token.text
    if len(text) >= _SHORTEST_WITH_PROCLITIC and text[0] in _PROCLITICS:
        if text.startswith("لل"):
            words.append((normal("ا" + text[1:]), 1))
        else:
            words.append((normal(text[1:]), 1))
    return words
