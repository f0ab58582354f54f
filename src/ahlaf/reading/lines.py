"""The lines of a report, and what their shape says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ahlaf.language import Token, normal, tokenize
from ahlaf.model import Span
from ahlaf.reading.dates.find import find_dates

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_STOPS = ".!?؟…"
_CLOSERS = "\"'”»“«’›)] \t\u00a0"
# A line without a full stop is still a paragraph from so many words on: headings are shorter.
PARAGRAPH_WORDS = 25
# A cue at the beginning of a line makes boilerplate of it only if the line is no longer than this.
CUE_LINE_WORDS = 12
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?|\S+@[\w-]+(?:\.[\w-]+)+|[@#]\w+")
_CLOCK = re.compile(r"\D{0,12}\d{1,2}[:.]\d{2}\D{0,12}")
_YEAR = re.compile(r"\d{4}")
_DATE_LINE_TOKENS = 40
# A line with a date and at most so many other words is a date line.
_DATE_LINE_OTHER_WORDS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: its span without outer white space, its text, its words and marks.

    `words` are the normal forms of its words.
    """

    span: Span
    text: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


def split_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """Return the lines of `text` from `start` on that are not blank."""
    lines = []
    for match in _LINE.finditer(text, start):
        held = match.group().strip()
        if held:
            begin = match.start() + match.group().index(held)
            span = Span(begin, begin + len(held))
            tokens = tokenize(text, span.start, span.end)
            lines.append(Line(span, held, tokens, tuple(token.normal for token in tokens if token.is_word)))
    return tuple(lines)


def is_paragraph(line: Line) -> bool:
    """Say whether the line is running text: it ends as a sentence does, or is longer than any heading."""
    bare = line.text.rstrip(_CLOSERS)
    return (bare[-1:] in _STOPS and len(line.words) > 2) or len(line.words) >= PARAGRAPH_WORDS


def is_address(line: Line) -> bool:
    """Say whether the line is a web address, an e-mail address, a handle or a hashtag, and nothing more."""
    return _ADDRESS.fullmatch(line.text) is not None


def is_empty_of_words(line: Line) -> bool:
    """Say whether the line has only marks, only a number, or only a time of day."""
    words = line.words
    return not words or all(word.isdigit() for word in words) or _CLOCK.fullmatch(line.text) is not None


def line_date(line: Line) -> date | None:
    """Return the day of a line that holds little else than a date with its year and begins with it."""
    if len(line.tokens) > _DATE_LINE_TOKENS or _YEAR.search(line.text) is None:
        return None
    for lang in ("ar", "en"):
        found = next((d for d in find_dates(line.text, lang=lang, anchor=None) if d.day), None)
        if found and not any(character.isalnum() for character in line.text[: found.span.start]):
            outside = _named(line.tokens) - _named(tokenize(found.span.of(line.text)))
            if outside <= _DATE_LINE_OTHER_WORDS:
                return found.day
    return None


def _named(tokens: tuple[Token, ...]) -> int:
    """How many words are no numbers."""
    return sum(token.text[0].isalpha() for token in tokens)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """The letters and digits of a text in normal form, each with its place in the text."""

    letters: str
    places: tuple[int, ...]


def squeeze(text: str) -> Squeezed:
    """Return only the letters and digits of `text`, so that spacing, marks and vowel signs make no difference."""
    pairs = [(n[0], i) for i, character in enumerate(text) if (n := normal(character)) and n[0].isalnum()]
    return Squeezed("".join(letter for letter, _ in pairs), tuple(place for _, place in pairs))
