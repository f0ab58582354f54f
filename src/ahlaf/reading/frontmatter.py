"""The block of `key: value` lines that a text file may open with."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ahlaf.model import Place, ReportError, Span

KEYS = ("id", "title", "date", "publisher", "url", "lang")
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|[ \t]*)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
# A block longer than this is no block of metadata.
MAX_LINES = 40


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the block: its key, its value, and its line in the file (from 1)."""

    key: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block, both its --- lines included, and its fields."""

    span: Span
    fields: tuple[Field, ...]


def find_front_matter(text: str) -> FrontMatter | None:
    """Find the block that `text` opens with: a line ---, lines `key: value`, a line ---; None if there is none."""
    fence = _FENCE.match(text)
    if fence is None:
        return None
    fields: list[Field] = []
    for number, line, end in _lines(text, fence.end()):
        if line.rstrip() == "---":
            return FrontMatter(Span(0, end), tuple(fields)) if fields else None
        pair = _PAIR.fullmatch(line.strip())
        if line.strip() and pair is None:
            return None
        if pair is not None:
            fields.append(Field(pair[1].lower(), _unquoted((pair[2] or "").strip()), number))
    return None


def read_front_matter(text: str, *, file: str) -> dict[str, Field]:
    """Return the fields of the block by key; none if `text` has no block.

    Raises ReportError for a block that begins but breaks off, for an unknown key, and for a key that comes twice.
    """
    block = find_front_matter(text)
    if block is None:
        _refuse_broken(text, file)
        return {}
    found: dict[str, Field] = {}
    for field in block.fields:
        place = Place(file=file, row=field.line, column=field.key)
        if field.key not in KEYS:
            near = difflib.get_close_matches(field.key, KEYS, n=1)
            raise ReportError(
                f"unknown key {field.key!r} in the front matter",
                place=place,
                expected=f"one of {', '.join(KEYS)}",
                remedy=f"did you mean {near[0]}?" if near else None,
            )
        if field.key in found:
            raise ReportError(f"the key {field.key!r} comes twice in the front matter", place=place)
        found[field.key] = field
    return found


def _lines(text: str, start: int) -> Iterator[tuple[int, str, int]]:
    """The lines after the first: number, text and end, as many as a block may have."""
    for number in range(2, MAX_LINES + 2):
        match = _LINE.match(text, start)
        if match is None or match.end() == start:
            return
        yield number, match[1], match.end()
        start = match.end()


def _refuse_broken(text: str, file: str) -> None:
    """A block that opens like one and then is none is a slip of the hand; a rule of dashes over a text is not."""
    fence = _FENCE.match(text)
    if fence is None:
        return
    opened = False
    for number, line, _ in _lines(text, fence.end()):
        key = _PAIR.fullmatch(line.strip())
        opened = opened or (number == 2 and key is not None and key[1].lower() in KEYS)
        if not opened:
            return
        if line.strip() and key is None:
            raise ReportError(
                "the front matter breaks off",
                place=Place(file=file, row=number),
                expected="`key: value` lines, then a line ---",
                remedy="end the block with a line --- before the text begins",
            )
    raise ReportError(
        "the front matter never ends",
        place=Place(file=file, row=1),
        expected=f"a line --- after at most {MAX_LINES} lines `key: value`",
        remedy="end the block with a line --- before the text begins",
    )


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
