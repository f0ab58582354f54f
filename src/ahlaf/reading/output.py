"""What reading found, as JSON Lines: one object a report, and back again."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from ahlaf.model import Article, CaseError, Mention, Place, Reading, Relation, Report, Span, Statement

SCHEMA = "ahlaf.reading/1"


class _Line(msgspec.Struct, frozen=True):
    """The form of a line; the order of the fields is the order of the keys."""

    schema: Literal["ahlaf.reading/1"]
    fingerprint: str
    id: str
    lang: str | None
    date: date | None
    title: str | None
    publisher: str | None
    url: str | None
    path: str | None
    text: str
    article: Article
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    attitudes: tuple[Statement, ...]
    relations: tuple[Relation, ...]


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder()


@cache
def _decoder() -> msgspec.json.Decoder[_Line]:
    return msgspec.json.Decoder(_Line)


def encode(reading: Reading) -> bytes:
    """Return a reading as one line of JSON in UTF-8, with its line end; `decode` gives the same reading back.

    Keys come in a fixed order; spans are [start, end) in code points of `text`. The form is set down in
    docs/reference/reading-output.md and in `reading.schema.json`.
    """
    report = reading.report
    line = _Line(
        schema="ahlaf.reading/1",
        fingerprint=reading.fingerprint,
        id=report.id,
        lang=report.lang,
        date=report.date,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        path=report.path,
        text=report.text,
        article=reading.article,
        mentions=reading.mentions,
        statements=reading.statements,
        attitudes=reading.attitudes,
        relations=reading.relations,
    )
    return _encoder().encode(line) + b"\n"


def decode(line: bytes | str, *, place: Place) -> Reading:
    """Return the reading that a line of `ahlaf read` holds; `place` says where the line stands.

    Raises CaseError for broken JSON, another schema, a missing or ill-typed key, or a span outside the text.
    """
    try:
        held = _decoder().decode(line)
    except msgspec.ValidationError as error:
        what, _, column = str(error).partition(" - at ")
        raise CaseError(
            what,
            place=_at(place, column.strip("`") or None),
            expected=f"a line of `ahlaf read`, schema {SCHEMA}",
            remedy="read the reports again with: ahlaf read",
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CaseError(
            f"broken JSON: {error}",
            place=place,
            expected=f"a line of `ahlaf read`, schema {SCHEMA}",
            remedy="read the reports again with: ahlaf read",
        ) from None
    report = Report(
        id=held.id,
        text=held.text,
        lang=held.lang,
        date=held.date,
        url=held.url,
        title=held.title,
        publisher=held.publisher,
        path=held.path,
    )
    _check_spans(held, place)
    return Reading(
        report, held.article, held.mentions, held.statements, held.relations, held.attitudes, held.fingerprint
    )


def iter_readings(path: str | Path) -> Iterator[Reading]:
    """Yield the readings that `ahlaf read` wrote to a file, "-" for standard input.

    CaseError names the file and the row that break the form.
    """
    file = "standard input" if str(path) == "-" else str(path)
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == "-" else Path(path).open("rb") as stream:
            for row, line in enumerate(stream, start=1):
                if line.strip():
                    yield decode(line, place=Place(file=file, row=row))
    except OSError as error:
        raise CaseError(
            f"the file cannot be read: {error.strerror}", place=Place(file=file), remedy="write it with: ahlaf read"
        ) from error


def _at(place: Place, column: str | None) -> Place:
    return Place(file=place.file, row=place.row, column=column)


def _check_spans(held: _Line, place: Place) -> None:
    """Every span must lie within the text: nothing may lead nowhere."""
    length = len(held.text)
    records: Iterable[object] = (held.article, *held.mentions, *held.statements, *held.attitudes, *held.relations)
    for record in records:
        for name, span in _spans(record):
            if not 0 <= span.start <= span.end <= length:
                raise CaseError(
                    f"the span [{span.start}, {span.end}) lies outside the text of {length} characters",
                    place=_at(place, f"{type(record).__name__.lower()}.{name}"),
                    expected="0 ≤ start ≤ end ≤ length",
                )


def _spans(record: object) -> Iterator[tuple[str, Span]]:
    assert is_dataclass(record)
    for field in fields(record):
        value = getattr(record, field.name)
        held = value if isinstance(value, tuple) and not isinstance(value, Span) else (value,)
        for item in held:
            if isinstance(item, Span):
                yield field.name, item
