"""A row of tokens on which dates are read, and the small steps that all kinds of dates share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ahlaf.language import Token
from ahlaf.reading.dates.periods import Named, Period
from ahlaf.reading.dates.words import DateWords, Match, first_words, match_form

_DIGITS = re.compile(r"(?:ال)?(\d{1,3})(?:st|nd|rd|th)?")
_OPENS, _CLOSES = "(", ")"


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in numbers only: where it ends, and the day."""

    start: int
    end: int
    period: Period
    hijri: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """What dates are read from: the tokens, their language and its words, the day of the report, dates in numbers."""

    tokens: Sequence[Token]
    lang: str
    words: DateWords
    anchor: date | None
    numeric: Mapping[int, Numeric]

    def match(self, kind: str, at: int) -> Match[int] | None:
        """Find the longest form of a kind at a token."""
        return match_form(self.tokens, at, self.words[kind])

    def normal(self, at: int) -> str:
        """Return the normal form of a token, "" beyond the ends."""
        return self.tokens[at].normal if 0 <= at < len(self.tokens) else ""

    def is_any(self, kind: str, at: int) -> bool:
        """Say whether a token, with or without a proclitic, is a form of a kind."""
        return 0 <= at < len(self.tokens) and any((w,) in self.words[kind].whole for w, _ in self.first_words(at))

    def lead(self, kind: str, at: int) -> int | None:
        """Return the value of the form of a kind that ends right before a token, None if there is none."""
        if at < 1:
            return None
        forms = self.words[kind].whole
        return next((forms[w,] for w, _ in self.first_words(at - 1) if (w,) in forms), None)

    def first_words(self, at: int) -> tuple[tuple[str, int], ...]:
        """Return a token's word as it is and without a proclitic, each with the number of letters left out."""
        return first_words(self.tokens[at].text, self.tokens[at].normal)

    def end(self, after: int) -> int:
        """Return where the token before `after` ends in the text."""
        return self.tokens[after - 1].span.end

    def past(self, kind: str, at: int) -> int:
        """Step over forms of a kind."""
        while (found := self.match(kind, at)) is not None:
            at = found.after
        return at

    def past_mark(self, marks: str, at: int) -> int:
        """Step over one of some marks."""
        return at + 1 if at < len(self.tokens) and self.tokens[at].text in marks else at


@dataclass(frozen=True, slots=True)
class Piece:
    """A date as it was read: where in the text, the tokens it takes, and what it says.

    `named` waits for the day of the report or for the date behind it; `period` is known. `sort` tells which dates may
    be the two ends of a stretch; what is not `firm` is a date only as the first of two.
    """

    start: int
    at: int
    after: int
    rule: str
    sort: str
    named: Named | None = None
    period: Period | None = None
    firm: bool = True


def number_at(reader: Reader, at: int, kind: str) -> Match[int] | None:
    """Read a number at a token, in digits or words; `kind` is "cardinal" or "ordinal"."""
    if at >= len(reader.tokens):
        return None
    for word, offset in reader.first_words(at):
        digits = _DIGITS.fullmatch(word)
        if digits:
            return Match(int(digits[1]), reader.tokens[at].span.start + offset, at + 1)
    tens_kind = "tens" if kind == "cardinal" else "ordinal_tens"
    units = match_form(reader.tokens, at, reader.words.numbers[kind])
    tens = match_form(reader.tokens, at, reader.words.numbers[tens_kind])
    if reader.lang == "ar":
        return _with_tens(reader, units, tens_kind) if units else tens
    return _with_units(reader, tens, kind) if tens else units


def _with_tens(reader: Reader, units: Match[int], kind: str) -> Match[int]:
    """«التاسع والعشرين»: units, and the tens behind "and"."""
    if units.value < 10 and reader.normal(units.after).startswith("و"):
        tens = match_form(reader.tokens, units.after, reader.words.numbers[kind])
        if tens:
            return Match(units.value + tens.value, units.start, tens.after)
    return units


def _with_units(reader: Reader, tens: Match[int], kind: str) -> Match[int]:
    """ "Twenty-first": tens, and the units behind a hyphen."""
    units = match_form(reader.tokens, reader.past_mark("-", tens.after), reader.words.numbers[kind])
    if units and units.value < 10:
        return Match(tens.value + units.value, tens.start, units.after)
    return tens


def past_paren(reader: Reader, at: int) -> int:
    """Step over an opening parenthesis."""
    return reader.past_mark(_OPENS, at)


def closed(reader: Reader, opened: bool, after: int) -> int:
    """Step over the closing parenthesis of one that was opened."""
    return reader.past_mark(_CLOSES, after) if opened else after
