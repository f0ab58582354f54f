"""A stretch of a text, counted in Unicode code points of the text as it was given."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The half-open stretch [start, end) of a text, in code points.

    >>> Span(1, 3).of("أحلاف")
    'حل'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
