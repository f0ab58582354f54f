"""Days, months, years and weeks as stretches of days, and which of them a date without a year means."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ahlaf.reading.dates.calendars import HijriDate, from_hijri, hijri_month_end, to_hijri
from ahlaf.reading.dates.words import Month


class Precision(StrEnum):
    """How exactly a text names a time: by the day, month or year, or as some other stretch of days."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, the first and the last included."""

    first: date
    last: date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Named:
    """A date as it is named: what is said of it, None what is not. `last_day` ends "15-18 June".

    `direction` -1, 0, 1: the last, the current, the next such date. `lean` -1, 1: it lies back, or ahead.
    """

    month: Month | None = None
    day: int | None = None
    last_day: int | None = None
    year: int | None = None
    hijri: bool = False
    direction: int | None = None
    lean: int = 0


def day_period(day: date) -> Period:
    """Return one day."""
    return Period(day, day, Precision.DAY)


def month_period(year: int, month: Month) -> Period:
    """Return a month; one of the Hijri calendar is a stretch of ours. Raises ValueError where there is none."""
    if month.hijri:
        first = from_hijri(HijriDate(year, month.number, 1))
        return Period(first, hijri_month_end(year, month.number), Precision.STRETCH)
    last = calendar.monthrange(year, month.number)[1]
    return Period(date(year, month.number, 1), date(year, month.number, last), Precision.MONTH)


def year_period(year: int, *, hijri: bool = False) -> Period:
    """Return a year; one of the Hijri calendar is a stretch of ours."""
    if hijri:
        return Period(from_hijri(HijriDate(year, 1, 1)), hijri_month_end(year, 12), Precision.STRETCH)
    return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def week_period(day: date) -> Period:
    """Return the week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), Precision.STRETCH)


def stretch(first: Period, last: Period) -> Period:
    """Return the stretch from one period to another."""
    return Period(first.first, last.last, Precision.STRETCH)


def months_on(day: date, months: int) -> date:
    """Return the day so many months later, or the last of its month where that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def resolve(named: Named, anchor: date | None) -> Period | None:
    """Return the days that a named date means to a report of the day `anchor`; None if that cannot be told."""
    try:
        if named.month is None:
            return None if named.year is None else year_period(named.year, hijri=named.hijri)
        if named.year is not None:
            return _of_year(named, named.year)
        if anchor is None:
            return None
        here = to_hijri(anchor).year if named.month.hijri else anchor.year
        if named.direction == 0:
            return _of_year(named, here)
    except (ValueError, OverflowError):
        return None
    return _nearest(named, anchor, range(here - 1, here + 2))


def resolve_before(named: Named, last: Period) -> Period | None:
    """Return the days of a date without a year that opens a stretch ending with `last`."""
    return resolve(replace(named, direction=None, lean=-1), last.last)


def _of_year(named: Named, year: int) -> Period:
    if named.month is None:
        raise ValueError("no month")
    if named.day is None:
        return month_period(year, named.month)
    first = _day(year, named.month, named.day)
    if named.last_day is None:
        return day_period(first)
    if named.last_day <= named.day:
        raise ValueError("a stretch that ends before it begins")
    return Period(first, _day(year, named.month, named.last_day), Precision.STRETCH)


def _day(year: int, month: Month, day: int) -> date:
    return from_hijri(HijriDate(year, month.number, day)) if month.hijri else date(year, month.number, day)


def _nearest(named: Named, anchor: date, years: Sequence[int]) -> Period | None:
    """The one of several years that lies on the side that is said, and nearest to the anchor."""
    lies = _side(named, anchor)
    made = []
    for year in years:
        try:
            period = _of_year(named, year)
        except (ValueError, OverflowError):
            continue
        if lies(period):
            made.append(period)
    return min(made, key=lambda p: (_distance(p, anchor), p.first), default=None)


def _side(named: Named, anchor: date) -> Callable[[Period], bool]:
    """What holds of a period on the side of the anchor that is said; "last June" is no part of this June."""
    if named.direction == -1:
        return lambda p: p.last < anchor
    if named.direction == 1:
        return lambda p: p.first > anchor
    if named.lean == -1:
        return lambda p: p.first <= anchor
    if named.lean == 1:
        return lambda p: p.last >= anchor
    return lambda p: True


def _distance(period: Period, anchor: date) -> int:
    return max((period.first - anchor).days, (anchor - period.last).days, 0)
