"""A web page as the text that a reader sees, each character led back to the source of the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from html import unescape
from html.parser import HTMLParser

from ahlaf.codebook import package_table
from ahlaf.model import Report

SourceMap = tuple[tuple[int, int, int], ...]

_SPACES = " \t\n\r\f\v"


@cache
def _elements(kind: str) -> frozenset[str]:
    rows = package_table("ahlaf.reading", "data/elements.csv", ("element", "kind"))
    return frozenset(row["element"] for row in rows if row["kind"] == kind)


@dataclass(frozen=True, slots=True)
class Page(Report):
    """A report that came as HTML: `text` is what the page shows, `source` its HTML, `source_map` the way back.

    Rows of the map are (text start, source start, length): that many characters of the text stand one for one in
    the source. A character written as an entity has a row of length 1 that leads to where the entity begins.
    """

    source: str = ""
    source_map: SourceMap = ()

    def as_report(self) -> Report:
        """Return the report alone, without its source."""
        return Report(self.id, self.text, self.lang, self.date, self.url, self.title, self.publisher, self.path)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text that a page shows, one line a block, and the map back to its source."""

    text: str
    source_map: SourceMap


@dataclass(frozen=True, slots=True)
class MainContent:
    """What was found to be the article of a page: its paragraphs, and what the page says of itself."""

    paragraphs: tuple[str, ...]
    title: str | None
    date: date | None
    publisher: str | None
    url: str | None


def page_text(source: str) -> PageText:
    """Return the text that the HTML `source` shows: one line a block, white space run together, entities resolved."""
    builder = _Builder(source)
    builder.feed(source)
    builder.close()
    return PageText("".join(builder.pieces), tuple(builder.rows))


def main_content(source: str) -> MainContent | None:
    """Return what trafilatura holds to be the article of the page; None if it finds none."""
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found = trafilatura.bare_extraction(
        source,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2200-01-01"},
    )
    if not isinstance(found, Document) or not (text := found.text or "").strip():
        return None
    return MainContent(
        paragraphs=tuple(line.strip() for line in text.splitlines() if line.strip()),
        title=found.title or None,
        date=date.fromisoformat(found.date[:10]) if found.date else None,
        publisher=found.sitename or None,
        url=found.url or None,
    )


class _Builder(HTMLParser):
    """Collects the text of a page with the place of every stretch in its source."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.inline, self.never_shown = _elements("inline"), _elements("unseen")
        self.pieces: list[str] = []
        self.rows: list[tuple[int, int, int]] = []
        self.length = 0
        self.unseen: list[str] = []
        self.in_head = False
        self.in_title = False
        self.line_open = False
        self.space_at: int | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    def _here(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.never_shown:
            self.unseen.append(tag)
        elif tag == "title":
            self.in_title = self.in_head
        elif tag in ("head", "body"):
            self.in_head = tag == "head"
        if tag not in self.inline:
            self._end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.inline:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        elif tag == "title":
            self.in_title = False
        elif tag == "head":
            self.in_head = False
        if tag not in self.inline:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._shows():
            self._add_run(data, self._here())

    def handle_entityref(self, name: str) -> None:
        self._add_entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add_entity(f"&#{name};")

    def _shows(self) -> bool:
        return not self.unseen and (self.in_title or not self.in_head)

    def _add_entity(self, written: str) -> None:
        if not self._shows():
            return
        for character in unescape(written):
            if character in _SPACES:
                self._add_space(self._here())
            else:
                self._add(character, self._here())

    def _add_run(self, data: str, start: int) -> None:
        at = 0
        for word, begin in _words(data):
            if begin > at:
                self._add_space(start + at)
            self._add(word, start + begin)
            at = begin + len(word)
        if at < len(data):
            self._add_space(start + at)

    def _add_space(self, source_start: int) -> None:
        if self.line_open and self.space_at is None:
            self.space_at = source_start

    def _add(self, piece: str, source_start: int) -> None:
        if self.space_at is not None:
            space, self.space_at = self.space_at, None
            self._put(" ", space)
        self._put(piece, source_start)
        self.line_open = True

    def _put(self, piece: str, source_start: int) -> None:
        last = self.rows[-1] if self.rows else None
        literal = piece == " " or self.source.startswith(piece, source_start)
        if literal and last and last[0] + last[2] == self.length and last[1] + last[2] == source_start:
            self.rows[-1] = (last[0], last[1], last[2] + len(piece))
        else:
            self.rows.append((self.length, source_start, len(piece)))
        self.pieces.append(piece)
        self.length += len(piece)

    def _end_line(self) -> None:
        self.space_at = None
        if self.line_open:
            self.pieces.append("\n")
            self.length += 1
            self.line_open = False


def _words(data: str) -> Iterator[tuple[str, int]]:
    """The stretches of `data` without white space of HTML, each with its start; a no-break space is no such space."""
    begin: int | None = None
    for i, character in enumerate(data):
        if character in _SPACES:
            if begin is not None:
                yield data[begin:i], begin
                begin = None
        elif begin is None:
            begin = i
    if begin is not None:
        yield data[begin:], begin
