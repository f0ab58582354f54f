"""Expressions of time in Arabic and English, and the days they mean.

The list lies in this repository. It was written before the parser that is measured on it; its header says what each
kind of expression means. An expression is right if the parser finds in it the one time that is meant, to the first and
the last day, or none where none is named. Rows are halved as they stand in the file.
"""

from __future__ import annotations

import calendar
import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gate.score import Score, parts, ratio

FOLDER = Path(__file__).resolve().parents[2] / "reading"
NEEDS = "date_expressions.csv"
NAME = "dates"
TARGET = 0.97
LANGUAGES = {"ar": "Arabic", "en": "English"}

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that may name a time, the day of the report, and the first and last day meant; None where none is."""

    text: str
    on: date
    days: Days | None

    @property
    def lang(self) -> str:
        """The language of the words."""
        return "ar" if any("\u0600" <= character <= "\u06ff" for character in self.text) else "en"


def expressions(folder: Path) -> list[Expression]:
    """Read the list."""
    lines = (folder / NEEDS).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [Expression(row["text"], date.fromisoformat(row["on"]), _days(row["meaning"])) for row in rows]


def _days(meaning: str) -> Days | None:
    if meaning == "-":
        return None
    first, _, last = meaning.partition("/")
    return _ends(first)[0], _ends(last or first)[1]


def _ends(written: str) -> Days:
    """The first and last day of a day, month or year."""
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if month else (1, 12)
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def read(expression: Expression) -> list[Days]:
    """Return the times that our parser finds."""
    from ahlaf.reading import find_dates

    found = find_dates(expression.text, lang=expression.lang, anchor=expression.on)
    return [(one.first, one.last) for one in found]


def measure(folder: Path) -> list[Score]:
    """Read every expression and score each part by language."""
    listed = expressions(folder)
    return [
        _row(part, lang, [e for e in listed[chosen] if e.lang == lang])
        for part, chosen in parts(len(listed)).items()
        for lang in LANGUAGES
    ]


def _row(part: str, lang: str, chosen: list[Expression]) -> Score:
    right = sum(read(e) == ([] if e.days is None else [e.days]) for e in chosen)
    return Score(NAME, part, f"exact, {LANGUAGES[lang]}", ratio(right, len(chosen)), count=len(chosen), target=TARGET)
