"""From files to reports: text, web pages, JSON, archives and folders, streamed one report at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ahlaf.model import Place, Report, ReportError
from ahlaf.reading.encoding import decode_text
from ahlaf.reading.frontmatter import Field, read_front_matter
from ahlaf.reading.html import Page, make_page
from ahlaf.reading.records import (
    MAX_LINE_BYTES,
    Where,
    check_length,
    iter_records,
    parse_date,
    parse_json,
    parse_language,
    record_report,
)
from ahlaf.reading.sources import UNREADABLE, Source, SourceKind, iter_sources, read_source, unreadable

# The source of a page may be longer than what it shows, but not without end.
MAX_PAGE_CHARACTERS = 8_000_000


def iter_reports(paths: Iterable[str | Path]) -> Iterator[Report]:
    """Yield the reports at `paths`, in order: files, folders and zip archives (by name), "-" for standard input.

    Text may open with a block of metadata; a page's `text` is what the page shows. A report's id is the one it
    gives or else its file's stem; one that has come before gets "-2", "-3" and so on. Raises ReportError at the
    first report that cannot be taken in.
    """
    for found in attempt_reports(paths):
        if isinstance(found, ReportError):
            raise found
        yield found


def attempt_reports(paths: Iterable[str | Path]) -> Iterator[Report | ReportError]:
    """Yield the reports at `paths` as `iter_reports` does, and in the place of each that fails its error."""
    taken: dict[str, int] = {}
    for source in iter_sources(paths):
        if isinstance(source, ReportError):
            yield source
            continue
        try:
            for found in _reports(source):
                yield found if isinstance(found, ReportError) else _with_own_id(found, taken)
        except ReportError as error:
            yield error


def _with_own_id(report: Report, taken: dict[str, int]) -> Report:
    """The report under an id of its own; `taken` holds the ids so far and the number that each has come to."""
    name, number = report.id, taken.get(report.id, 1)
    while name in taken:
        number += 1
        name = f"{report.id}-{number}"
    taken[report.id] = number
    taken.setdefault(name, 1)
    return report if name == report.id else replace(report, id=name)


def _reports(source: Source) -> Iterator[Report | ReportError]:
    if source.kind is SourceKind.JSON_LINES:
        yield from _json_lines(source)
        return
    text = decode_text(read_source(source), file=source.file, html=source.kind is SourceKind.HTML)
    if source.kind is SourceKind.JSON:
        where = Where(source.file)
        for record, place in iter_records(parse_json(text, where), where):
            yield _attempt(record, place, source.stem)
    elif source.kind is SourceKind.HTML:
        yield _page(text, source)
    else:
        yield check_length(_text_report(text, source))


def _attempt(record: object, where: Where, stem: str) -> Report | ReportError:
    try:
        return check_length(record_report(record, where, stem=stem))
    except ReportError as error:
        return error


def _json_lines(source: Source) -> Iterator[Report | ReportError]:
    """One report a line; blank lines are passed over, and one bad line spoils no other."""
    empty = True
    for row, line in _lines(source):
        if isinstance(line, ReportError):
            empty = False
            yield line
        elif line.strip():
            empty = False
            where = Where(source.file, row=row)
            try:
                text = decode_text(line, file=source.file)
                yield check_length(record_report(parse_json(text.strip(), where), where, stem=source.stem))
            except ReportError as error:
                yield error
    if empty:
        raise ReportError("the file is empty", place=Place(file=source.file), expected="a JSON object a line")


def _lines(source: Source) -> Iterator[tuple[int, bytes | ReportError]]:
    row = 0
    try:
        with source.open() as stream:
            while line := stream.readline(MAX_LINE_BYTES + 1):
                row += 1
                if len(line) <= MAX_LINE_BYTES:
                    yield row, line
                    continue
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE_BYTES)
                yield row, _line_too_long(source.file, row)
    except UNREADABLE as error:
        raise unreadable(source.file, error) from error


def _line_too_long(file: str, row: int) -> ReportError:
    return ReportError(
        f"the line is longer than {MAX_LINE_BYTES // 1024**2} MB (MAX_LINE_BYTES)",
        place=Place(file=file, row=row),
        expected="one report a line",
        remedy="put each report on a line of its own",
    )


def _page(source_text: str, source: Source) -> Page:
    if len(source_text) > MAX_PAGE_CHARACTERS:
        raise ReportError(
            f"the page has {len(source_text):,} characters",
            place=Place(file=source.file),
            expected=f"at most {MAX_PAGE_CHARACTERS:,} (MAX_PAGE_CHARACTERS)",
            remedy="save the text of the article as .txt",
        )
    page = make_page(source.stem, source_text, path=source.file)
    check_length(page)
    return page


def _text_report(text: str, source: Source) -> Report:
    fields = read_front_matter(text, file=source.file)

    def value(key: str) -> str | None:
        return fields[key].value or None if key in fields else None

    def place(field: Field) -> Place:
        return Place(file=source.file, row=field.line, column=field.key)

    day, lang = fields.get("date"), fields.get("lang")
    return Report(
        id=value("id") or source.stem,
        text=text,
        lang=parse_language(lang.value, place(lang)) if lang and lang.value else None,
        date=parse_date(day.value, place(day)) if day and day.value else None,
        url=value("url"),
        title=value("title"),
        publisher=value("publisher"),
        path=source.file,
    )
