"""Says where in a rule the trouble is: the line, and a caret under the words."""

from __future__ import annotations

import unicodedata

from ahlaf.model import Place, RuleError, Span


def trouble(
    what: str,
    line: str,
    span: Span,
    *,
    file: str | None,
    row: int,
    expected: str | None = None,
    remedy: str | None = None,
) -> RuleError:
    """Return the error for `span` of `line`, with the line and a caret under the trouble."""
    return RuleError(
        f"{what}\n    {line}\n    {_underline(line, span)}",
        place=Place(file=file, row=row, span=(span.start, span.end)),
        expected=expected,
        remedy=remedy,
    )


def _underline(line: str, span: Span) -> str:
    """Return spaces (and tabs, as they stand) up to the span and carets under it; vowel signs take no room."""
    before = "".join("\t" if char == "\t" else " " for char in line[: span.start] if not unicodedata.combining(char))
    under = sum(not unicodedata.combining(char) for char in line[span.start : span.end])
    return before + "^" * max(under, 1)
