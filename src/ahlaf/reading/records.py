"""Reports as JSON: objects with an id, a text, and what else is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from ahlaf.model import Place, Report, ReportError

# A line of JSON Lines longer than this is refused.
MAX_LINE_BYTES = 32 * 1024 * 1024
# A report longer than this, some eighty pages, is refused: it is a book, and reading it would take minutes.
MAX_REPORT_CHARACTERS = 250_000
_KEYS = "an object with `text`, and `id`, `lang`, `date`, `url`, `title`, `publisher` if known"
_LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record stands: its file, its line in it, and its number where several stand in a list."""

    file: str
    row: int | None = None
    number: int | None = None

    def place(self, column: str | None = None) -> Place:
        """Return the place for a message."""
        return Place(file=self.file, row=self.row, column=column)

    @property
    def which(self) -> str:
        """What to call the record."""
        return "the object" if self.number is None else f"object {self.number} of the list"


def parse_json(data: str, where: Where) -> object:
    """Return what the JSON text `data` says; ReportError names the row and column where it breaks off."""
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        row, column = _breaking_point(data, str(error))
        raise ReportError(
            f"broken JSON: {str(error).split(' (byte')[0].removeprefix('JSON is malformed: ')}",
            place=Place(file=where.file, row=(where.row or 1) + row - 1, column=str(column)),
            expected=_KEYS,
            remedy="mend the line, or write the file anew with a JSON tool",
        ) from None
    except RecursionError:
        raise ReportError("the JSON is nested too deeply", place=where.place(), expected=_KEYS) from None


def _breaking_point(data: str, message: str) -> tuple[int, int]:
    """Row and column, from 1, of the byte that a message of the decoder names; the end of the text if it names none."""
    raw = data.encode()
    digits = message.rpartition("(byte ")[2].rstrip(")")
    at = min(int(digits), len(raw)) if digits.isdigit() else len(raw)
    before = raw[:at].decode(errors="ignore")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def iter_records(data: object, where: Where) -> Iterator[tuple[object, Where]]:
    """Yield each object of a JSON file that holds one object or a list of them, with its place."""
    if isinstance(data, list):
        if not data:
            raise ReportError("the list is empty", place=where.place(), expected=_KEYS)
        for number, item in enumerate(data, start=1):
            yield item, Where(where.file, where.row, number)
    else:
        yield data, where


def record_report(data: object, where: Where, *, stem: str) -> Report:
    """Return the report that a JSON object holds; keys other than ours are passed over.

    Raises ReportError for a missing or empty `text`, a value of the wrong type, a bad date, or another language.
    """
    if not isinstance(data, dict):
        raise ReportError(f"{where.which} is no JSON object", place=where.place(), expected=_KEYS)
    if "text" not in data:
        raise ReportError(f"{where.which} has no key `text`", place=where.place("text"), expected=_KEYS)
    text = _string(data, "text", where)
    if text is None or not text.strip():
        raise ReportError(f"the text of {where.which} is empty", place=where.place("text"), expected=_KEYS)
    given = data.get("id")
    name = str(given) if isinstance(given, int) and not isinstance(given, bool) else _string(data, "id", where)
    day, lang = _string(data, "date", where), _string(data, "lang", where)
    return Report(
        id=name or stem,
        text=text,
        lang=parse_language(lang, where.place("lang")) if lang else None,
        date=parse_date(day, where.place("date")) if day else None,
        url=_string(data, "url", where) or None,
        title=_string(data, "title", where) or None,
        publisher=_string(data, "publisher", where) or None,
        path=where.file,
    )


def _string(data: Mapping[str, object], key: str, where: Where) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        kind = type(value).__name__
        raise ReportError(f"`{key}` of {where.which} is {kind}", place=where.place(key), expected="a string in quotes")
    return value


def parse_date(value: str, place: Place) -> date:
    """Return the day that `value` names in ISO 8601, of a date or a time stamp; ReportError for anything else."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise ReportError(
            f"{value!r} is no date", place=place, expected="year, month and day in ISO 8601, like 2015-06-29"
        ) from None


def parse_language(value: str, place: Place) -> str:
    """Return "ar" or "en" for a language code such as "ar" or "en-GB"; ReportError for any other."""
    code = value.strip().lower().replace("_", "-").split("-")[0]
    if code not in _LANGUAGES:
        raise ReportError(
            f"the language {value!r} is not read",
            place=place,
            expected="ar or en",
            remedy="leave the language out to have it found, or leave the report out",
        )
    return code


def check_length(report: Report) -> Report:
    """Return `report`; ReportError if its text has more than MAX_REPORT_CHARACTERS."""
    if len(report.text) > MAX_REPORT_CHARACTERS:
        raise ReportError(
            f"the report has {len(report.text):,} characters",
            place=Place(file=report.path),
            expected=f"at most {MAX_REPORT_CHARACTERS:,} (MAX_REPORT_CHARACTERS)",
            remedy="split it into its articles",
        )
    return report
