"""The words that dates are written with, by language, and how they are found in a row of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from ahlaf.codebook import package_table
from ahlaf.language import Token, normal, tokenize

_PROCLITICS = frozenset("وفبلك")
# A shorter word with a letter taken off is another word.
_SHORTEST_WITH_PROCLITIC = 4
_LONGEST_FORM = 5
# What a date may begin with, other than a month or a number.
_BEGINNINGS = (
    "weekday", "day", "direction", "weekday_direction", "part", "edge", "fraction", "first_day", "last_day",
    "period_week", "period_month", "period_year", "year_word", "decade", "ago",
)  # fmt: skip

Value = TypeVar("Value")
Key = tuple[str, ...]
Forms = Mapping[Key, int]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's number and whether it is one of the Hijri calendar."""

    number: int
    hijri: bool


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the words of one language mean in a date; keys are normal forms, one a token.

    `kinds` holds the forms of `data/days.csv` by kind, `numbers` those of `data/numbers.csv`.
    """

    months: Mapping[Key, Month]
    kinds: Mapping[str, Forms]
    numbers: Mapping[str, Forms]
    first_words: frozenset[str]

    def __getitem__(self, kind: str) -> Forms:
        return self.kinds.get(kind, {})


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A form found at a token: what it means, where it starts in the text, and the number of the token after it."""

    value: Value
    start: int
    after: int


@cache
def date_words(lang: str) -> DateWords:
    """Return the date words of "ar" or "en" (source: `data/months.csv`, `data/days.csv`, `data/numbers.csv`)."""
    rows = package_table("ahlaf.reading", "data/months.csv", ("name", "month", "calendar", "tradition", "lang"))
    months = {_key(r["name"]): Month(int(r["month"]), r["calendar"] == "hijri") for r in rows if r["lang"] == lang}
    kinds, numbers = _forms("data/days.csv", lang), _forms("data/numbers.csv", lang)
    beginnings = [months, *(kinds.get(kind, {}) for kind in _BEGINNINGS), *numbers.values()]
    return DateWords(months, kinds, numbers, frozenset(key[0] for forms in beginnings for key in forms))


def _forms(file: str, lang: str) -> dict[str, Forms]:
    found: dict[str, dict[Key, int]] = {}
    for row in package_table("ahlaf.reading", file, ("kind", "form", "value", "lang")):
        if row["lang"] == lang:
            found.setdefault(row["kind"], {})[_key(row["form"])] = int(row["value"])
    return dict(found)


def may_begin(token: Token, words: DateWords) -> bool:
    """Say whether a date may begin with the token: a number, or a word of the tables."""
    if token.normal[0].isdigit() or token.normal[-1].isdigit():
        return True
    return any(word in words.first_words for word, _ in first_words(token))


def match_form(tokens: Sequence[Token], at: int, forms: Mapping[Key, Value]) -> Match[Value] | None:
    """Find the longest of `forms` that begins at token `at`; the first word may carry an Arabic proclitic."""
    if at >= len(tokens):
        return None
    for first, offset in first_words(tokens[at]):
        for length in range(min(_LONGEST_FORM, len(tokens) - at), 0, -1):
            key = (first, *(token.normal for token in tokens[at + 1 : at + length]))
            if key in forms:
                return Match(forms[key], tokens[at].span.start + offset, at + length)
    return None


def _key(form: str) -> Key:
    return tuple(token.normal for token in tokenize(form))


def first_words(token: Token) -> Iterator[tuple[str, int]]:
    """Yield the word as it is and without a proclitic, each with the number of characters left out."""
    yield token.normal, 0
    text = token.text
    if text[0] in _PROCLITICS and (len(text) >= _SHORTEST_WITH_PROCLITIC or text[1:].isdigit()):
        yield normal("ا" + text[1:] if text.startswith("لل") else text[1:]), 1
