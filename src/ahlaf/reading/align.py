"""Which lines of a page its article stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

# From so many letters on a paragraph is found by itself.
_LONG = 30
# A paragraph that is not in the text word for word, since a link's words were left out of it, stands in a line that
# shares so much of the words of either.
_ALIKE = 0.8
_FEWEST_WORDS = 6


def align(paragraphs: Sequence[str], lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the `lines` of a page that its article's `paragraphs` stand in.

    Both are compared by their letters and digits, since spacing, bullets and soft hyphens differ. Long paragraphs are
    found first, the next one behind the last where it comes more than once; a short one only between the places of
    its neighbours, since its words may well stand in a menu too.
    """
    page = _Page(lines)
    wanted = [_squeeze(paragraph) for paragraph in paragraphs]
    places: dict[int, range] = {}
    cursor = 0
    for number, paragraph in enumerate(wanted):
        if len(paragraph) >= _LONG:
            found = page.find(paragraph, cursor, len(lines)) or page.find(paragraph, 0, cursor)
            if found:
                places[number] = found
                cursor = found.start
    chosen = {line for found in places.values() for line in found}
    for number, low, high in _gaps(wanted, places, len(lines)):
        found = page.find(wanted[number], low, high)
        pieces = found or page.pieces(wanted[number], low, high) or page.alike(paragraphs[number], low, high) or ()
        chosen |= set(pieces)
    return frozenset(chosen)


def _gaps(wanted: Sequence[str], places: dict[int, range], end: int) -> list[tuple[int, int, int]]:
    """The paragraphs that have no place, each with the lines between its neighbours' places."""
    highs, high = [end] * len(wanted), end
    for number in reversed(range(len(wanted))):
        highs[number] = high
        high = places[number].start if number in places else high
    missing, low = [], 0
    for number, paragraph in enumerate(wanted):
        if number in places:
            low = places[number].stop
        elif paragraph:
            missing.append((number, low, highs[number] if highs[number] >= low else end))
    return missing


class _Page:
    """The lines of a page, run together by their letters and digits."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.squeezed = [_squeeze(line) for line in lines]
        self.starts = list(accumulate(map(len, self.squeezed), initial=0))
        self.text = "".join(self.squeezed)

    @cached_property
    def words(self) -> list[frozenset[str]]:
        return [frozenset(line.split()) for line in self.lines]

    def find(self, paragraph: str, low: int, high: int) -> range | None:
        """The first line, or run of lines, of lines[low:high] that the paragraph fills or stands in."""
        at = self.text.find(paragraph, self.starts[low], self.starts[high])
        while at >= 0:
            first = bisect_right(self.starts, at) - 1
            last = bisect_right(self.starts, at + len(paragraph) - 1) - 1
            whole = at == self.starts[first] and at + len(paragraph) == self.starts[last + 1]
            if whole or (first == last and len(paragraph) >= _LONG):
                return range(first, last + 1)
            at = self.text.find(paragraph, at + 1, self.starts[high])
        return None

    def alike(self, paragraph: str, low: int, high: int) -> range | None:
        """The line of lines[low:high] that shares most of its words with the paragraph."""
        words = frozenset(paragraph.split())
        if len(words) < _FEWEST_WORDS:
            return None
        least = _ALIKE * len(words)
        for number in range(low, high):
            line = self.words[number]
            if least <= len(words & line) >= _ALIKE * len(line):
                return range(number, number + 1)
        return None

    def pieces(self, paragraph: str, low: int, high: int) -> frozenset[int]:
        """The long lines of lines[low:high] that stand in the paragraph: a table's cells run together in it."""
        if len(paragraph) < 2 * _LONG:
            return frozenset()
        return frozenset(
            n for n in range(low, high) if len(self.squeezed[n]) >= _LONG and self.squeezed[n] in paragraph
        )


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text))
