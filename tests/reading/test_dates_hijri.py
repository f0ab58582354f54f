"""The Hijri calendar against days that are on record."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.codebook import package_table
from ahlaf.reading.dates.calendars import HijriDate, from_hijri, hijri_month_end, to_hijri


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        (HijriDate(1, 1, 1), date(622, 7, 19)),  # 16 July 622 in the Julian calendar
        (HijriDate(1343, 1, 1), date(1924, 8, 1)),  # the first day of the tables
        (HijriDate(1400, 1, 1), date(1979, 11, 20)),  # the Grand Mosque was seized
        (HijriDate(1436, 1, 1), date(2014, 10, 25)),
        (HijriDate(1436, 9, 1), date(2015, 6, 18)),
        (HijriDate(1436, 10, 1), date(2015, 7, 17)),
        (HijriDate(1500, 12, 30), date(2077, 11, 16)),  # the last one
    ],
)
def test_known_days(hijri: HijriDate, day: date) -> None:
    assert from_hijri(hijri) == day
    assert to_hijri(day) == hijri


def test_the_last_day_of_a_month() -> None:
    assert hijri_month_end(1436, 9) == date(2015, 7, 16)
    assert hijri_month_end(1436, 12) == date(2015, 10, 13)


def test_the_table_has_no_gaps() -> None:
    rows = list(package_table("ahlaf.reading", "data/umm_al_qura.csv", ("year", "first_day", "months")))
    assert [int(row["year"]) for row in rows] == list(range(1343, 1501))
    for row, following in pairwise(rows):
        months = [int(days) for days in row["months"].split()]
        assert len(months) == 12
        assert set(months) <= {28, 29, 30, 31}
        first = date.fromisoformat(row["first_day"])
        assert first + timedelta(days=sum(months)) == date.fromisoformat(following["first_day"])


@given(st.dates(date(1780, 1, 1), date(2170, 1, 1)))
def test_there_and_back(day: date) -> None:
    hijri = to_hijri(day)
    assert from_hijri(hijri) == day
    assert 1 <= hijri.month <= 12
    assert 1 <= hijri.day <= 31  # four months before 1944 were given 31 days


@pytest.mark.parametrize(
    "hijri", [HijriDate(1436, 13, 1), HijriDate(1436, 0, 1), HijriDate(1436, 9, 30), HijriDate(1300, 1, 31)]
)
def test_no_such_day(hijri: HijriDate) -> None:
    with pytest.raises(ValueError, match="no such day"):
        from_hijri(hijri)
