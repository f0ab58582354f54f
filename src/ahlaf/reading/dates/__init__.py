"""Dates: the days, months, years and stretches that a text names."""

from ahlaf.reading.dates.find import FoundDate, find_dates

__all__ = ["FoundDate", "find_dates"]
