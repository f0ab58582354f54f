"""Files of single sentences: lines of text, JSON or JSON Lines, or a table with tabs; streamed row by row."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from ahlaf.language import detect_language
from ahlaf.model import Place, ReportError, Span
from ahlaf.reading.records import Where, iter_records, parse_json, parse_language

STDIN = "-"
# A sentence longer than this is none; a text of many sentences is for `ahlaf read`.
MAX_SENTENCE_CHARACTERS = 20_000
# The column of a table that holds the sentences is the first of these that it has, or --lang's own.
TEXT_COLUMNS = ("text", "sentence", "ar", "en")
_EXPECTED = "an object with `text`, and `id`, `lang`, `source` and `target` (spans [start, end]) if known"
_LANGUAGES = frozenset({"ar", "en"})


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence to code: where it stands, its language, and the spans of the parties that are marked in it."""

    row: int
    id: str | None
    text: str
    lang: str
    source: Span | None = None
    target: Span | None = None


def iter_sentences(path: str, lang: str | None = None) -> Iterator[SentenceRow]:
    """Yield the sentences of a file, or of standard input for "-"; blank lines are passed over.

    The first line tells the form: one that begins with { or [ is JSON, one with a column `text`, `sentence`, `ar` or
    `en` is the head of a table with tabs, any other is a sentence. `lang` goes before what is found out. Raises
    ReportError with file and row at the first that cannot be taken in.
    """
    with _opened(path) as stream:
        lines = _lines(stream, _name(path))
        first = next(lines, None)
        if first is None:
            raise ReportError("the file is empty", place=Place(file=_name(path)), expected="one sentence a line")
        head = first[1].lstrip()
        if head.startswith("["):
            yield from _list(chain([first], lines), _name(path), lang)
        elif head.startswith("{"):
            yield from _objects(chain([first], lines), _name(path), lang)
        elif _text_column(first[1], lang) is not None:
            yield from _table(first[1], lines, _name(path), lang)
        else:
            yield from (_sentence(text, None, row, _name(path), lang) for row, text in chain([first], lines))


def _name(path: str) -> str:
    return "standard input" if path == STDIN else path


def _opened(path: str) -> AbstractContextManager[IO[bytes]]:
    if path == STDIN:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise ReportError(
            f"the file cannot be opened: {error.strerror}", place=Place(file=path), remedy="check the path"
        ) from None


def _lines(stream: IO[bytes], file: str) -> Iterator[tuple[int, str]]:
    """Yield each line that is not blank with its number."""
    for row, line in enumerate(stream, start=1):
        try:
            text = line.decode("utf-8-sig" if row == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise ReportError(
                f"the line is not UTF-8 (byte {error.start + 1})",
                place=Place(file=file, row=row),
                expected="text in UTF-8",
                remedy="save the file as UTF-8",
            ) from None
        if text.strip():
            yield row, text


def _objects(lines: Iterable[tuple[int, str]], file: str, lang: str | None) -> Iterator[SentenceRow]:
    for row, text in lines:
        where = Where(file, row=row)
        yield _record(parse_json(text.strip(), where), where, row, lang)


def _list(lines: Iterable[tuple[int, str]], file: str, lang: str | None) -> Iterator[SentenceRow]:
    where = Where(file)
    data = parse_json("\n".join(text for _, text in lines), where)
    for number, (record, place) in enumerate(iter_records(data, where), start=1):
        yield _record(record, place, number, lang)


def _record(data: object, where: Where, row: int, lang: str | None) -> SentenceRow:
    if not isinstance(data, dict):
        raise ReportError(f"{where.which} is no JSON object", place=where.place(), expected=_EXPECTED)
    text = data.get("text")
    if not isinstance(text, str):
        raise ReportError(f"{where.which} has no text", place=where.place("text"), expected=_EXPECTED)
    given = data.get("lang")
    if given is not None and not isinstance(given, str):
        raise ReportError(f"`lang` of {where.which} is no string", place=where.place("lang"), expected="ar or en")
    known = parse_language(given, where.place("lang")) if given else lang
    found = _sentence(text, _id(data.get("id"), where), row, where.file, known)
    source, target = (_span(data, key, len(text), where) for key in ("source", "target"))
    return SentenceRow(found.row, found.id, found.text, found.lang, source, target)


def _id(value: object, where: Where) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise ReportError(f"`id` of {where.which} is no string", place=where.place("id"), expected="a string or a number")


def _span(data: Mapping[str, object], key: str, length: int, where: Where) -> Span | None:
    value = data.get(key)
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2:
        start, end = value
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length:
            return Span(start, end)
    raise ReportError(
        f"`{key}` of {where.which} is no span of its text",
        place=where.place(key),
        expected=f"[start, end] in code points, 0 <= start < end <= {length}",
    )


def _text_column(head: str, lang: str | None) -> int | None:
    columns = [cell.strip().lower() for cell in head.split("\t")]
    wanted = (lang, *TEXT_COLUMNS) if lang else TEXT_COLUMNS
    return next((columns.index(name) for name in wanted if name in columns), None)


def _table(head: str, lines: Iterable[tuple[int, str]], file: str, lang: str | None) -> Iterator[SentenceRow]:
    columns = [cell.strip().lower() for cell in head.split("\t")]
    at = _text_column(head, lang)
    assert at is not None
    told = {name: columns.index(name) for name in ("id", "lang") if name in columns}
    known = lang or (columns[at] if columns[at] in _LANGUAGES else None)
    for row, line in lines:
        cells = [_unquoted(cell) for cell in line.split("\t")]
        if len(cells) != len(columns):
            raise ReportError(
                f"the row has {len(cells)} cells, the head has {len(columns)}",
                place=Place(file=file, row=row),
                expected="one cell a column, with tabs between",
            )
        given = cells[told["lang"]] if "lang" in told else ""
        place = Place(file=file, row=row, column="lang")
        own = parse_language(given, place) if given else known
        yield _sentence(cells[at], cells[told["id"]] if "id" in told else None, row, file, own)


def _unquoted(cell: str) -> str:
    """A cell as spreadsheets write it: in double quotes, those within doubled."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _sentence(text: str, given: str | None, row: int, file: str, lang: str | None) -> SentenceRow:
    place = Place(file=file, row=row)
    if not text.strip():
        raise ReportError("the sentence is empty", place=place, expected="a sentence in Arabic or English")
    if len(text) > MAX_SENTENCE_CHARACTERS:
        raise ReportError(
            f"the sentence has {len(text):,} characters",
            place=place,
            expected=f"at most {MAX_SENTENCE_CHARACTERS:,}",
            remedy="cut it into its sentences, or read it as a report: ahlaf read",
        )
    found = lang or detect_language(text)
    if found is None:
        raise ReportError(
            "the sentence is in neither Arabic nor English",
            place=place,
            expected="a sentence in Arabic or English",
            remedy="say which it is with --lang, or leave the row out",
        )
    return SentenceRow(row, given, text, found)
