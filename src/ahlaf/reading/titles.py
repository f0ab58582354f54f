"""The title of a report: where it stands, and where it is only said again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ahlaf.model import Span
from ahlaf.reading.lines import Line, is_paragraph, squeeze

# A shorter line may come twice by chance.
_SHORTEST = 12
# Longer lines are no titles.
_LONGEST = 400
# Only lines this near to the top are looked at for a title that nobody gave.
_HEAD_LINES = 10
_FEWEST_WORDS, _MOST_WORDS = 3, 20
_SITE = re.compile(r"\s*[-|–—·•/»]\s*")
_SITE_PARTS = re.compile(r"\s+[-|–—·•»]\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """The title once, as a span and as its words, and the numbers of the lines that are nothing but the title."""

    span: Span
    text: str
    lines: frozenset[int]


def find_title(lines: Sequence[Line], given: Sequence[str], *, blank_after_first: bool) -> Title | None:
    """Find the title among `lines`: one that was `given`, one that is repeated, or a heading over the text.

    A line counts as the title also where the title stands in it several times, glued to itself, or with the name of
    the site behind a dash. A heading that comes once counts only if none was given and a blank line follows it.
    """
    for wanted in [*given, *(part for title in given for part in _SITE_PARTS.split(title))]:
        title = _standing(lines, squeeze(wanted).letters)
        if title:
            return title
    repeated = _repeated(lines)
    if repeated:
        return repeated
    if not given and blank_after_first and _heads(lines):
        return Title(lines[0].span, lines[0].text, frozenset((0,)))
    return None


def _standing(lines: Sequence[Line], wanted: str) -> Title | None:
    """The title whose letters are `wanted`, where lines consist of it."""
    if len(wanted) < _SHORTEST:
        return None
    found = [(number, span) for number, line in enumerate(lines) if (span := _unit(line, wanted)) is not None]
    if not found:
        return None
    line, span = lines[found[0][0]], found[0][1]
    text = line.text[span.start - line.span.start : span.end - line.span.start]
    return Title(span, text, frozenset(number for number, _ in found))


def _unit(line: Line, wanted: str) -> Span | None:
    """The first stretch of the line that is the title, if the line is the title once or more and at most a site."""
    first = next(iter(line.words), "")[: len(wanted)]
    if len(line.text) > _LONGEST * 3 or not wanted.startswith("".join(filter(str.isalnum, first))):
        return None
    held = squeeze(line.text)
    if not held.letters.startswith(wanted):
        return None
    times = 1
    while held.letters.startswith(wanted, times * len(wanted)):
        times += 1
    rest = len(held.letters) - times * len(wanted)
    if rest:
        last = held.places[times * len(wanted) - 1]
        if _SITE.match(line.text, last + 1) is None or rest > len(wanted):
            return None
    end = held.places[len(wanted)] if len(wanted) < len(held.letters) else len(line.text)
    piece = line.text[:end].rstrip()
    if rest and times == 1:
        piece = line.text[: held.places[len(wanted) - 1] + 1]
    return Span(line.span.start, line.span.start + len(piece))


def _repeated(lines: Sequence[Line]) -> Title | None:
    """The first line near the top that comes again or is glued to itself; a title ends in no full stop."""
    head = [line for line in lines[:_HEAD_LINES] if not line.text.endswith(".")]
    letters = [squeeze(line.text[: 3 * _LONGEST]).letters for line in head]
    for number, held in enumerate(letters):
        if len(held) < _SHORTEST:
            continue
        unit = _period(held)
        again = any(other != number and letters[other].startswith(unit) for other in range(len(letters)))
        if len(unit) >= _SHORTEST and (unit != held or again):
            title = _standing(lines, unit)
            if title and (unit != held or len(title.lines) > 1):
                return title
    return None


def _period(letters: str) -> str:
    """The shortest piece that, said again and again, makes up `letters`."""
    return letters[: (letters + letters).find(letters, 1)]


def _heads(lines: Sequence[Line]) -> bool:
    """Whether the first line is a heading over running text."""
    if len(lines) < 2 or is_paragraph(lines[0]) or not is_paragraph(lines[1]):
        return False
    return _FEWEST_WORDS <= len(lines[0].words) <= _MOST_WORDS
