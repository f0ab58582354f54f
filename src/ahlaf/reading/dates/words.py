"""The words that dates are written with, by language, and how they are found in a row of tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from ahlaf.codebook import package_table
from ahlaf.language import Token, normal, tokenize

_PROCLITICS = frozenset("وفبلك")
# A shorter word with a letter taken off is another word.
_SHORTEST_WITH_PROCLITIC = 4
# What a date may begin with, other than a month or a number.
_BEGINNINGS = (
    "weekday", "day", "direction", "weekday_direction", "part", "edge", "fraction", "first_day", "last_day",
    "period_week", "period_month", "period_year", "period_weekend", "year_word", "decade", "ago",
)  # fmt: skip

Value = TypeVar("Value")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms(Generic[Value]):
    """Forms with what they mean: as a whole, and by their first words, each with the words behind it, longest first."""

    whole: Mapping[Key, Value]
    by_first: Mapping[str, tuple[tuple[Key, Value], ...]]


def index_forms(whole: Mapping[Key, Value]) -> Forms[Value]:
    """Return forms ready to be found."""
    by_first: dict[str, list[tuple[Key, Value]]] = {}
    for key, value in sorted(whole.items(), key=lambda pair: -len(pair[0])):
        by_first.setdefault(key[0], []).append((key[1:], value))
    return Forms(whole, {first: tuple(rest) for first, rest in by_first.items()})


_NO_FORMS: Forms[int] = index_forms({})


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

    months: Forms[Month]
    kinds: Mapping[str, Forms[int]]
    numbers: Mapping[str, Forms[int]]
    first_words: frozenset[str]

    def __getitem__(self, kind: str) -> Forms[int]:
        return self.kinds.get(kind, _NO_FORMS)


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
    beginnings = [kinds[kind] for kind in _BEGINNINGS if kind in kinds] + list(numbers.values())
    first = frozenset(word for forms in beginnings for word in forms.by_first) | {key[0] for key in months}
    return DateWords(index_forms(months), kinds, numbers, first)


def _forms(file: str, lang: str) -> dict[str, Forms[int]]:
    found: dict[str, dict[Key, int]] = {}
    for row in package_table("ahlaf.reading", file, ("kind", "form", "value", "lang")):
        if row["lang"] == lang:
            found.setdefault(row["kind"], {})[_key(row["form"])] = int(row["value"])
    return {kind: index_forms(forms) for kind, forms in found.items()}


def may_begin(token: Token, words: DateWords) -> bool:
    """Say whether a date may begin with the token: a number, or a word of the tables."""
    if token.normal[0].isdigit() or token.normal[-1].isdigit():
        return True
    return any(word in words.first_words for word, _ in first_words(token.text, token.normal))


def match_form(tokens: Sequence[Token], at: int, forms: Forms[Value]) -> Match[Value] | None:
    """Find the longest of `forms` that begins at token `at`; the first word may carry an Arabic proclitic."""
    if at >= len(tokens):
        return None
    for first, offset in first_words(tokens[at].text, tokens[at].normal):
        for rest, value in forms.by_first.get(first, ()):
            after = at + 1 + len(rest)
            if after <= len(tokens) and all(tokens[at + 1 + i].normal == word for i, word in enumerate(rest)):
                return Match(value, tokens[at].span.start + offset, after)
    return None


def _key(form: str) -> Key:
    return tuple(token.normal for token in tokenize(form))


@lru_cache(maxsize=1 << 14)
def first_words(text: str, form: str) -> tuple[tuple[str, int], ...]:
    """Return a word (its normal form is `form`) and what it is without a proclitic, each with the letters left off.

    An English genitive counts as the word itself.
    """
    if form.endswith("'s"):
        return (form[:-2], 0), (form, 0)
    if text[0] in _PROCLITICS and (len(text) >= _SHORTEST_WITH_PROCLITIC or text[1:].isdigit()):
        return (form, 0), (normal("ا" + text[1:] if text.startswith("لل") else text[1:]), 1)
    return ((form, 0),)
