"""The Hijri calendar, from its days to ours and back: Umm al-Qura, and beyond its tables the tabular reckoning."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate

from ahlaf.codebook import package_table

# Ordinal (as of `date.toordinal`) of 1 Muharram of year 1, 16 July 622 in the Julian calendar, the civil epoch.
_EPOCH = 227015
HIJRI_YEARS = (1200, 1600)


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class _Years:
    """The years of the Umm al-Qura calendar: ordinals of the first days of their months, and of the day after each."""

    months: Mapping[int, tuple[int, ...]]
    firsts: Sequence[int]


def from_hijri(hijri: HijriDate) -> date:
    """Return the Gregorian day of a Hijri one.

    From 1343 to 1500 (1924 to 2077) by the Umm al-Qura calendar, exactly; before and after by the tabular calendar
    with the civil epoch, right to within a day: months of 30 and 29 days in turn, and eleven leap years in thirty,
    year y being one if (11y + 14) mod 30 < 11. Raises ValueError for a day that its month does not have.
    Sources: `data/umm_al_qura.csv`; Reingold & Dershowitz (2018), Calendrical Calculations, 4th ed., chapter 7.

    >>> from_hijri(HijriDate(1436, 9, 12)).isoformat()
    '2015-06-29'
    """
    known = _umm_al_qura().months.get(hijri.year)
    if 1 <= hijri.month <= 12:
        first = known[hijri.month - 1] if known else _tabular(hijri.year, hijri.month)
        days = known[hijri.month] - first if known else 30
        if 1 <= hijri.day <= days:
            return date.fromordinal(first + hijri.day - 1)
    raise ValueError(f"no such day: {hijri}")


def to_hijri(day: date) -> HijriDate:
    """Return the Hijri day of a Gregorian one, by the same reckoning as `from_hijri`.

    >>> to_hijri(date(2015, 6, 29))
    HijriDate(year=1436, month=9, day=12)
    """
    ordinal = day.toordinal()
    known = _umm_al_qura()
    at = bisect_right(known.firsts, ordinal) - 1
    months = known.months[min(known.months) + at] if at >= 0 else (0, 0)
    if ordinal < months[-1]:
        month = bisect_right(months, ordinal)
        return HijriDate(min(known.months) + at, month, ordinal - months[month - 1] + 1)
    year = (30 * (ordinal - _EPOCH) + 10646) // 10631
    month = min(12, (11 * (ordinal - _tabular(year, 1)) + 330) // 325)
    return HijriDate(year, month, ordinal - _tabular(year, month) + 1)


def hijri_month_end(year: int, month: int) -> date:
    """Return the last day of a Hijri month, as a Gregorian one."""
    after = HijriDate(year + 1, 1, 1) if month == 12 else HijriDate(year, month + 1, 1)
    return date.fromordinal(from_hijri(after).toordinal() - 1)


def _tabular(year: int, month: int) -> int:
    """The ordinal of the first day of a month in the tabular calendar."""
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2


@cache
def _umm_al_qura() -> _Years:
    months = {}
    for row in package_table("ahlaf.reading", "data/umm_al_qura.csv", ("year", "first_day", "months")):
        first = date.fromisoformat(row["first_day"]).toordinal()
        months[int(row["year"])] = tuple(accumulate(map(int, row["months"].split()), initial=first))
    return _Years(months, tuple(starts[0] for starts in months.values()))
