"""A web page as the text that a reader sees, each character led back to the source of the page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from html import unescape
from html.parser import HTMLParser

from ahlaf.codebook import package_table
from ahlaf.model import Report, Span

SourceMap = tuple[tuple[int, int, int], ...]

_SPACES = " \t\n\r\f\v"
_TAG = re.compile(r"<[A-Za-z/!?]")
# The elements whose stretches are put down.
_MARKED = frozenset(("a", "h1", "title"))


@cache
def _elements(kind: str) -> frozenset[str]:
    rows = package_table("ahlaf.reading", "data/elements.csv", ("element", "kind"))
    return frozenset(row["element"] for row in rows if row["kind"] == kind)


@dataclass(frozen=True, slots=True)
class Page(Report):
    """A report that came as HTML: `text` is what the page shows, `source` its HTML, `source_map` the way back.

    Rows of the map are (text start, source start, length): that many characters of the text stand one for one in
    the source. A character written as an entity has a row of length 1 that leads to where the entity begins.
    `links` are the stretches of the text that are links, `headings` the page's title and its headings of first rank.
    """

    source: str = ""
    source_map: SourceMap = ()
    links: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()

    def as_report(self) -> Report:
        """Return the report alone, without its source."""
        return Report(self.id, self.text, self.lang, self.date, self.url, self.title, self.publisher, self.path)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text that a page shows, one line a block, the map back to its source, its links and headings."""

    text: str
    source_map: SourceMap
    links: tuple[Span, ...]
    headings: tuple[Span, ...]


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
    # A tag that begins behind the last ">" has no end: a browser drops it, and a parser would look for its end again
    # and again.
    unfinished = _TAG.search(source, source.rfind(">") + 1)
    builder.feed(source[: unfinished.start()] if unfinished else source)
    builder.close()
    return PageText("".join(builder.pieces), tuple(builder.rows), tuple(builder.links), tuple(builder.headings))


def make_page(identifier: str, source: str, *, path: str | None = None) -> Page:
    """Return the HTML `source` as a report, its text what the page shows."""
    shown = page_text(source)
    return Page(
        id=identifier,
        text=shown.text,
        path=path,
        source=source,
        source_map=shown.source_map,
        links=shown.links,
        headings=shown.headings,
    )


def main_content(source: str) -> MainContent | None:
    """Return what trafilatura holds to be the article of the page; None if it finds none."""
    import trafilatura
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found = trafilatura.bare_extraction(
        source,
        include_comments=False,
        include_tables=True,
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


class _OpenElements:
    """The elements that are open, innermost last, and how many of them are never shown.

    An end tag closes what was left open inside its element, so that a video without an end hides no more than its box.
    """

    def __init__(self, never_shown: frozenset[str]) -> None:
        self.never_shown = never_shown
        self.tags: list[str] = []
        self.count: dict[str, int] = {}
        self.unseen = 0

    def push(self, tag: str) -> None:
        """Open an element."""
        self.tags.append(tag)
        self.count[tag] = self.count.get(tag, 0) + 1
        self.unseen += tag in self.never_shown

    def pop(self, tag: str) -> None:
        """Close the innermost element of the name, with all in it; do nothing if none is open."""
        if not self.count.get(tag):
            return
        while True:
            last = self.tags.pop()
            self.count[last] -= 1
            self.unseen -= last in self.never_shown
            if last == tag:
                return


class _Builder(HTMLParser):
    """Collects the text of a page with the place of every stretch in its source."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.inline, self.never_shown = _elements("inline"), _elements("unseen")
        self.void, self.of_head = _elements("void"), _elements("head")
        self.pieces: list[str] = []
        self.rows: list[tuple[int, int, int]] = []
        self.length = 0
        self.open = _OpenElements(self.never_shown)
        self.in_head = False
        self.in_title = False
        self.line_open = False
        self.space_at: int | None = None
        self.links: list[Span] = []
        self.headings: list[Span] = []
        self.begun: dict[str, int] = {}

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

    def parse_comment(self, i: int, report: int = 1) -> int:
        """Step over a comment or a declaration; one without an end goes on to the end of the page."""
        mark = "-->" if self.rawdata.startswith("<!--", i) else ">"
        end = self.rawdata.find(mark, i + len("<!"))
        return len(self.rawdata) if end < 0 else end + len(mark)

    def parse_html_declaration(self, i: int) -> int:
        """Step over a declaration."""
        return self.parse_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.void:
            self.open.push(tag)
        if tag == "title":
            self.in_title = self.in_head
        elif tag == "head":
            self.in_head = True
        elif tag not in self.of_head:
            self.in_head = False
        self._end_block(tag)
        if tag in _MARKED:
            self._close(tag)
            if tag != "a" or any(name == "href" for name, _ in attrs):
                self.begun[tag] = self.length + (self.space_at is not None)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop(tag)
        if tag == "title":
            self.in_title = False
        elif tag == "head":
            self.in_head = False
        if tag in _MARKED:
            self._close(tag)
        self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if self._shows():
            self._add_run(data, self._here())

    def handle_entityref(self, name: str) -> None:
        self._add_entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add_entity(f"&#{name};")

    def _close(self, tag: str) -> None:
        """Put down where a link or heading stands that ends here."""
        start = self.begun.pop(tag, self.length)
        if start < self.length:
            (self.links if tag == "a" else self.headings).append(Span(start, self.length))

    def _end_block(self, tag: str) -> None:
        if tag not in self.inline and "-" not in tag:
            self._end_line()

    def _shows(self) -> bool:
        return not self.open.unseen and (self.in_title or not self.in_head)

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
