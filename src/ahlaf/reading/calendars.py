"""The Hijri calendar: from its days to ours and back, by the tabular reckoning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Ordinal (as of `date.toordinal`) of 1 Muharram of year 1, 16 July 622 in the Julian calendar, the civil epoch.
_EPOCH = 227015
HIJRI_YEARS = (1200, 1600)


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A day of the Hijri calendar."""

    year: int
    month: int
    day: int


def from_hijri(hijri: HijriDate) -> date:
    """Return the Gregorian day of a Hijri one, right to within a day.

    The tabular Islamic calendar with the civil epoch: months of 30 and 29 days in turn, and eleven leap years in
    thirty, year y being one if (11y + 14) mod 30 < 11. The true calendar follows the moon's sighting, so that the
    day may differ by one. Raises ValueError for a month outside 1 to 12 or a day outside 1 to 30.
    Source: Reingold & Dershowitz (2018), Calendrical Calculations, 4th ed., chapter 7.

    >>> from_hijri(HijriDate(1436, 9, 12)).isoformat()
    '2015-06-29'
    """
    if not 1 <= hijri.month <= 12 or not 1 <= hijri.day <= 30:
        raise ValueError(f"no such day: {hijri}")
    months = 29 * (hijri.month - 1) + hijri.month // 2
    return date.fromordinal(_EPOCH - 1 + (hijri.year - 1) * 354 + (3 + 11 * hijri.year) // 30 + months + hijri.day)


def to_hijri(day: date) -> HijriDate:
    """Return the Hijri day of a Gregorian one, by the same reckoning as `from_hijri`.

    >>> to_hijri(date(2015, 6, 29))
    HijriDate(year=1436, month=9, day=12)
    """
    ordinal = day.toordinal()
    year = (30 * (ordinal - _EPOCH) + 10646) // 10631
    past = ordinal - from_hijri(HijriDate(year, 1, 1)).toordinal()
    month = min(12, (11 * past + 330) // 325)
    return HijriDate(year, month, ordinal - from_hijri(HijriDate(year, month, 1)).toordinal() + 1)
