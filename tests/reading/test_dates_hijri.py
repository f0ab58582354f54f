"""The Hijri calendar against days that are on record."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.reading.calendars import HijriDate, from_hijri, to_hijri


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        (HijriDate(1, 1, 1), date(622, 7, 19)),  # 16 July 622 in the Julian calendar
        (HijriDate(1400, 1, 1), date(1979, 11, 21)),  # the day after the Grand Mosque was seized, by the tables
        (HijriDate(1436, 1, 1), date(2014, 10, 25)),
        (HijriDate(1436, 9, 1), date(2015, 6, 18)),
        (HijriDate(1436, 10, 1), date(2015, 7, 18)),
    ],
)
def test_known_days(hijri: HijriDate, day: date) -> None:
    assert abs((from_hijri(hijri) - day).days) <= 1


@given(st.dates(date(1780, 1, 1), date(2170, 1, 1)))
def test_there_and_back(day: date) -> None:
    hijri = to_hijri(day)
    assert from_hijri(hijri) == day
    assert 1 <= hijri.month <= 12
    assert 1 <= hijri.day <= 30


@pytest.mark.parametrize("hijri", [HijriDate(1436, 13, 1), HijriDate(1436, 0, 1), HijriDate(1436, 1, 31)])
def test_no_such_day(hijri: HijriDate) -> None:
    with pytest.raises(ValueError, match="no such day"):
        from_hijri(hijri)
