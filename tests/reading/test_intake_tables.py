"""The tables that intake, articles and dates rest on keep their form."""

from __future__ import annotations

import pytest

from ahlaf.codebook import package_table
from ahlaf.reading.boilerplate import CueKind, CueMatch
from ahlaf.reading.dates.words import date_words


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


# The values that each kind of date word may have; 0 for those that have none.
VALUES = {
    "weekday": range(1, 8),
    "day": range(-2, 3),
    **dict.fromkeys(("direction", "weekday_direction", "lead", "month_lead"), range(-1, 2)),
    **dict.fromkeys(("ago", "ago_behind"), (-1, 1)),
    **dict.fromkeys(("first_day", "last_day"), (1,)),
    **dict.fromkeys(("day_unit", "week_unit", "month_unit"), (1, 2)),
    **dict.fromkeys(("day_units", "week_units", "month_units"), (1,)),
    "year_unit": (1, 2, 10, 20),
    "year_units": (1, 10),
    "join": (0, 1),
    "fraction": (21, 22, 41, 42, 43, 44),
    "decade": range(20, 100, 10),
    "century": (19, 20, 21),
    **dict.fromkeys(
        ("filler", "part", "edge", "period_week", "period_month", "period_year", "year_word", "open", "determiner",
         "about", "article", "pair", "period_weekend", "not_ago", "same", "not_before", "not_after",
         "future", "not_future", "counted", "not_counted"),
        (0,),
    ),
}  # fmt: skip


def test_days() -> None:
    rows = list(package_table("ahlaf.reading", "data/days.csv", ("kind", "form", "value", "lang")))
    for row in rows:
        assert row["form"]
        assert row["lang"] in {"ar", "en"}
        assert int(row["value"]) in VALUES[row["kind"]], row.place()
    assert {row["kind"] for row in rows} == set(VALUES)
    assert len({(row["kind"], row["form"], row["lang"]) for row in rows}) == len(rows)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_numbers(lang: str) -> None:
    for row in package_table("ahlaf.reading", "data/numbers.csv", ("kind", "form", "value", "lang")):
        assert row["kind"] in {"cardinal", "ordinal", "tens", "ordinal_tens"}
        assert row["form"]
        assert row.number("value", 1, 100) % (10 if "tens" in row["kind"] else 1) == 0
    numbers = date_words(lang).numbers
    assert set(range(1, 20)) <= set(numbers["cardinal"].whole.values())
    assert set(range(1, 20)) <= set(numbers["ordinal"].whole.values())
    assert set(numbers["tens"].whole.values()) == set(range(20, 100, 10))


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_weekday_and_month_has_a_name(lang: str) -> None:
    words = date_words(lang)
    assert set(words["weekday"].whole.values()) == set(range(1, 8))
    assert {month.number for month in words.months.whole.values() if not month.hijri} == set(range(1, 13))
    assert {month.number for month in words.months.whole.values() if month.hijri} == set(range(1, 13))


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
    assert {row["kind"] for row in rows} == {"inline", "unseen", "void", "head"}
    assert len({(row["element"], row["kind"]) for row in rows}) == len(rows)


def test_clause_marks() -> None:
    for row in package_table("ahlaf.reading", "data/clause_marks.csv", ("form", "lang")):
        assert row["form"]
        assert row["lang"] in {"ar", "en", "both"}
