"""The tables that intake, articles and dates rest on keep their form."""

from __future__ import annotations

import pytest

from ahlaf.codebook import package_table
from ahlaf.reading.boilerplate import CueKind, CueMatch
from ahlaf.reading.date_words import date_words


def test_months() -> None:
    rows = list(package_table("ahlaf.reading", "data/months.csv", ("name", "month", "calendar", "tradition", "lang")))
    for row in rows:
        assert row["name"]
        assert 1 <= row.number("month", 1, 12) <= 12
        assert row["calendar"] in {"gregorian", "hijri"}
        assert row["tradition"] in {"english", "western", "levantine", "maghrebi", "moroccan", "islamic"}
        assert row["lang"] in {"ar", "en"}
    for tradition in ("english", "western", "levantine", "islamic"):
        assert {row["month"] for row in rows if row["tradition"] == tradition} == {str(i) for i in range(1, 13)}


def test_days() -> None:
    kinds = {"weekday", "day", "direction", "filler", "part", "not_before", "not_after", "same"}
    for row in package_table("ahlaf.reading", "data/days.csv", ("kind", "form", "value", "lang")):
        assert row["kind"] in kinds
        assert row["form"]
        assert row["lang"] in {"ar", "en"}
        low, high = {"weekday": (1, 7), "day": (-2, 2), "direction": (-1, 1)}.get(row["kind"], (0, 0))
        assert row.number("value", low, high) == int(row["value"])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_weekday_and_month_has_a_name(lang: str) -> None:
    words = date_words(lang)
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert {month.number for month in words.months.values() if not month.hijri} == set(range(1, 13))
    assert {month.number for month in words.months.values() if month.hijri} == set(range(1, 13))


def test_boilerplate() -> None:
    rows = list(package_table("ahlaf.reading", "data/boilerplate.csv", ("kind", "match", "form", "lang")))
    for row in rows:
        kind, match = CueKind(row["kind"]), CueMatch(row["match"])
        assert (match is CueMatch.CONTAINS) == (kind is CueKind.NOTICE)
        assert row["form"]
        assert row["lang"] in {"ar", "en"}
    assert len({(row["match"], row["form"].lower()) for row in rows}) == len(rows)


def test_agencies() -> None:
    for row in package_table("ahlaf.reading", "data/agencies.csv", ("form", "publisher", "lang")):
        assert row["form"]
        assert row["publisher"].isascii()
        assert row["lang"] in {"ar", "en"}


def test_elements() -> None:
    rows = list(package_table("ahlaf.reading", "data/elements.csv", ("element", "kind")))
    assert {row["kind"] for row in rows} == {"inline", "unseen"}
    assert len({row["element"] for row in rows}) == len(rows)


def test_clause_marks() -> None:
    for row in package_table("ahlaf.reading", "data/clause_marks.csv", ("form", "lang")):
        assert row["form"]
        assert row["lang"] in {"ar", "en", "both"}
