"""Dates that are named by the calendar: days, months and years, in numbers or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ahlaf.model import Span
from ahlaf.reading.dates.calendars import HIJRI_YEARS
from ahlaf.reading.dates.periods import Named, Period, Precision, resolve, year_period
from ahlaf.reading.dates.reader import Numeric, Piece, Reader, number_at
from ahlaf.reading.dates.words import Match, Month, match_form

_GREGORIAN_YEARS = (1800, 2200)
# A number that nothing but its place says to be a year is one of these.
_BARE_YEARS = (1900, 2100)
_NUMERIC = re.compile(
    r"""(?<![\dA-Za-z/.-])(?:(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?
      |(?P<first>\d{1,2})(?P<t>[-/.])(?P<second>\d{1,2})(?P=t)(?P<year>\d{4}))(?![\d/-])""",
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 4
_YEAR = re.compile(r"(?:ال)?(\d{4})([هم]?)")
_DECADE = re.compile(r"(\d{3}0|[2-9]0)s")
_ERAS = {"ه": True, "م": False, "ah": True, "ad": False}


def numeric_dates(text: str, stretch: Span, lang: str) -> Iterator[Numeric]:
    """Yield the days of a stretch of text that are written in numbers only."""
    for match in _NUMERIC.finditer(text, stretch.start, stretch.end):
        if match["y"]:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        else:
            year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
            if lang == "en" and first != second and max(first, second) <= 12:
                continue  # British or American order: nothing tells
            day, month = (first, second) if second <= 12 else (second, first)
        hijri = HIJRI_YEARS[0] <= year < HIJRI_YEARS[1]
        period = resolve(Named(Month(month, hijri), day, year=year), None) if 1 <= month <= 12 else None
        if period:
            yield Numeric(match.start(), match.end(), period, hijri)


def read_named(reader: Reader, at: int, *, joined: bool = False, edged: bool = False) -> Piece | None:
    """Read a date of the calendar from token `at` on; `joined` behind the first end of a stretch, `edged` behind
    "early", "the end of" and their like, where a month or a year may stand alone.
    """
    if at >= len(reader.tokens):
        return None
    if at in reader.numeric:
        return _numbers(reader, at)
    return (
        _day_first(reader, at)
        or _month_first(reader, at, sure=joined or edged)
        or _year(reader, at, joined=joined, edged=edged)
        or _decade(reader, at)
    )


def _numbers(reader: Reader, at: int) -> Piece:
    found = reader.numeric[at]
    after = next(
        (i for i in range(at, len(reader.tokens)) if reader.tokens[i].span.start >= found.end), len(reader.tokens)
    )
    rule = "Hijri numbers" if found.hijri else "numbers"
    if found.hijri and reader.normal(after) in _ERAS:
        after += 1
    return Piece(found.start, at, after, rule, "day", period=found.period)


def _day_first(reader: Reader, at: int) -> Piece | None:
    """ "29 June 2015", «التاسع والعشرين من حزيران», "15-18 June", «14 الجاري», «غرة محرم»."""
    day = reader.match("first_day", at) or reader.match("last_day", at)
    last = reader.match("last_day", at) is not None
    if day is None:
        day = number_at(reader, at, "ordinal")
        if day is None or not 1 <= day.value <= 31:
            return None
    until = None if last else _second_day(reader, day)
    after = reader.past("filler", until.after if until else day.after)
    month = _month(reader, after)
    named = Named(day=day.value, last_day=until.value if until else None)
    if month is None:
        return None if last else _of_this_month(reader, day, named, after, at)
    if last:
        named = replace(named, day=_last_day(month.value))
    return _with_year(reader, at, day.start, replace(named, month=month.value), month.after)


def _last_day(month: Month) -> int:
    """The last day of a month, that of February and of a Hijri month as far as every year has it."""
    return 29 if month.hijri else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month.number - 1]


def _second_day(reader: Reader, day: Match[int]) -> Match[int] | None:
    """The second day of «15 و18 حزيران», "15-18 June", «من 15 إلى 18 حزيران»."""
    at = day.after
    join = reader.match("join", at)
    if join:
        second = number_at(reader, join.after, "ordinal")
    elif reader.lang == "ar" and reader.normal(at).startswith("و"):
        second = number_at(reader, at, "ordinal")
    else:
        return None
    return second if second and day.value < second.value <= 31 else None


def _of_this_month(reader: Reader, day: Match[int], named: Named, after: int, at: int) -> Piece | None:
    """«14 الجاري», «14 من الشهر الماضي», "the 14th of last month"."""
    months = _months_on(reader, after)
    if months is None or reader.anchor is None:
        return None
    year, month = divmod(reader.anchor.year * 12 + reader.anchor.month - 1 + months.value, 12)
    whole = replace(named, month=Month(month + 1, False), year=year)
    return Piece(day.start, at, months.after, "day of a month", "day", named=whole)


def _months_on(reader: Reader, at: int) -> Match[int] | None:
    """How many months on the month lies: «الجاري», «الشهر الماضي», "this month"."""
    leading = reader.match("direction", at)
    period = reader.match("period_month", leading.after if leading else at)
    if period is None:
        return leading if leading and leading.value == 0 and reader.lang == "ar" else None
    direction = leading or reader.match("direction", period.after)
    if direction is None:
        return None
    return Match(direction.value, period.start, max(direction.after, period.after))


def _month(reader: Reader, at: int) -> Match[Month] | None:
    """A month, under one name or both: «حزيران/ يونيو», «يونيو (حزيران)»."""
    if at >= len(reader.tokens):
        return None
    month = match_form(reader.tokens, at, reader.words.months)
    if month is None or (reader.lang == "en" and not reader.tokens[at].text[0].isupper()):
        return None
    dotted = reader.past_mark(".", month.after)  # "21 Aug. 2013"
    short = len(reader.tokens[at].text) <= _LONGEST_ABBREVIATION
    after = dotted if short and reader.normal(dotted).isdigit() else month.after
    marked = after < len(reader.tokens) and reader.tokens[after].text in "/(-–"
    other = match_form(reader.tokens, after + marked, reader.words.months)
    if other is None or other.value != month.value:
        return Match(month.value, month.start, after)
    closes = reader.tokens[after].text == "(" and reader.normal(other.after) == ")"
    return Match(month.value, month.start, other.after + closes)


def _month_first(reader: Reader, at: int, *, sure: bool) -> Piece | None:
    """ "June 29, 2015", "June 15-18", "June 2015", "last December", and after "in" a month alone."""
    leading = reader.match("direction", at)
    begin = leading.after if leading else at
    month = _month(reader, begin)
    if month is None:
        return None
    start = leading.start if leading else month.start
    named = Named(month.value, direction=leading.value if leading else None)
    day = number_at(reader, month.after, "ordinal")
    if day and reader.lang == "ar" and reader.normal(day.after).isalpha():
        day = None  # «تسليم سبتمبر 15 سنتا»: Arabic says the day first
    if day and 1 <= day.value <= 31 and reader.tokens[day.after - 1].span.end - day.start <= 4:
        until = _second_day(reader, day)
        dated = replace(named, day=day.value, last_day=until.value if until else None)
        return _with_year(reader, at, start, dated, until.after if until else day.after)
    found = _with_year(reader, at, start, named, month.after)
    if found is None or found.named is None:
        return found
    if found.named.year is not None or found.named.direction is not None:
        return found
    lean = reader.lead("month_lead", at)
    doubled = month.after - begin > 2
    firm = lean is not None or sure or doubled
    return replace(found, named=replace(found.named, lean=lean or 0), firm=firm)


def _with_year(reader: Reader, at: int, start: int, named: Named, after: int) -> Piece | None:
    """The year behind a day and month or a month, or what stands for it: «الماضي», "last year"."""
    month = named.month
    if month is None:
        return None
    hijri, sort = "Hijri " if month.hijri else "", "month" if named.day is None else "day"
    what = "month" if named.day is None else "day, month"
    behind = reader.past("filler", reader.past_mark(",،", after))
    year = year_at(reader, behind)
    low, high = HIJRI_YEARS if month.hijri else _GREGORIAN_YEARS
    if year and low <= year.value < high:
        whole = replace(named, year=year.value, direction=None)
        if resolve(whole, None) is None:
            return None
        return Piece(start, at, year.after, f"{hijri}{what} and year", sort, named=whole)
    years = _years_on(reader, behind)
    if years and reader.anchor and not month.hijri:
        whole = replace(named, year=reader.anchor.year + years.value, direction=None)
        return Piece(start, at, years.after, f"{what} and year", sort, named=whole)
    direction = reader.match("direction", after) if named.direction is None else None
    if direction and not (reader.lang == "en" or reader.match("period_month", direction.after)):
        named, after = replace(named, direction=direction.value), direction.after
    what = "month" if named.day is None else "day and month"
    return Piece(start, at, after, f"{hijri}{what}", sort, named=named)


def year_at(reader: Reader, at: int) -> Match[int] | None:
    """Read a year of four digits with its era, if it has one."""
    if at >= len(reader.tokens):
        return None
    for word, offset in reader.first_words(at):
        year = _YEAR.fullmatch(word)
        if year:
            after = at + 1
            if not year[2] and reader.normal(after) in _ERAS:
                after += 1
            return Match(int(year[1]), reader.tokens[at].span.start + offset, after)
    return None


def _years_on(reader: Reader, at: int) -> Match[int] | None:
    """How many years on the year lies: «العام الماضي», "last year"; «الماضي» where "the year" was stepped over."""
    leading = reader.match("direction", at)
    period = reader.match("period_year", leading.after if leading else at)
    if period is None:
        before = reader.match("period_year", at - 1)
        return leading if leading and before and before.after == at else None
    direction = leading or reader.match("direction", period.after)
    if direction is None:
        return None
    return Match(direction.value, period.start, max(direction.after, period.after))


def _year(reader: Reader, at: int, *, joined: bool, edged: bool) -> Piece | None:
    """«عام 2003», "in 2003", «1436 هـ», and "2011-2013"."""
    word = reader.match("year_word", at)
    year = year_at(reader, word.after if word else at)
    if year is None:
        return None
    start, hijri = word.start if word else year.start, _is_hijri(reader, year)
    if hijri or (word and HIJRI_YEARS[0] <= year.value < HIJRI_YEARS[1]):
        if not HIJRI_YEARS[0] <= year.value < HIJRI_YEARS[1]:
            return None
        return Piece(start, at, year.after, "Hijri year", "year", named=Named(year=year.value, hijri=True))
    low, high = _GREGORIAN_YEARS if word else _BARE_YEARS
    if not low <= year.value < high:
        return None
    era = year.after - (word.after if word else at) > 1 or reader.normal(year.after - 1).endswith("م")
    if word or era or edged or (joined and not _counts(reader, year.after)) or _said_to_be_a_year(reader, at, year):
        return Piece(start, at, year.after, "year", "year", named=Named(year=year.value))
    return None


def _is_hijri(reader: Reader, year: Match[int]) -> bool:
    last = reader.normal(year.after - 1)
    return _ERAS.get(last, last.endswith("ه"))


def _said_to_be_a_year(reader: Reader, at: int, year: Match[int]) -> bool:
    """Whether the words around a number make a year of it, and not a number of things."""
    if reader.lead("determiner", at) is not None and year.value % 100 and _is_noun(reader, year.after):
        return True
    if _opens_years(reader, at, year):
        return True
    return reader.lead("lead", at) is not None and not _counts(reader, year.after)


def _opens_years(reader: Reader, at: int, year: Match[int]) -> bool:
    """Whether a second, later year is joined to this one: "2011-2013", "between 1980 and 1988"."""
    join = reader.match("join", year.after)
    joined = join.after if join else year.after
    proclitic = join is None and reader.lang == "ar" and reader.normal(year.after).startswith("و")
    if join is None and not proclitic:
        return False
    second = year_at(reader, joined)
    if second is None or not year.value < second.value < _BARE_YEARS[1] or _counts(reader, second.after):
        return False
    follows = reader.normal(second.after)
    return (join is not None and join.value == 1 and follows not in ("-", "–")) or reader.lead("open", at) is not None


def _is_noun(reader: Reader, at: int) -> bool:
    return reader.normal(at).isalpha()


def _counts(reader: Reader, at: int) -> bool:
    """Whether the word at a token is one that a number before it counts, as far as its form tells."""
    if at >= len(reader.tokens) or not reader.tokens[at].is_word:
        return reader.normal(at) == "%"
    token = reader.tokens[at]
    if reader.lang == "ar":
        return not token.normal.startswith(("ال", "وال")) and token.text.endswith(("ة", "اً", "ًا"))
    if reader.is_any("counted", at):
        return True
    return token.text.islower() and token.normal.endswith("s") and not reader.is_any("not_counted", at)


def _decade(reader: Reader, at: int) -> Piece | None:
    """ "The 1990s", "the nineties", «تسعينيات القرن الماضي»."""
    if at >= len(reader.tokens):
        return None
    digits = _DECADE.fullmatch(reader.normal(at))
    if digits and (len(digits[1]) == 4 or reader.lead("article", at) is not None):
        first = int(digits[1]) + (0 if len(digits[1]) == 4 else 1900)
        return _ten_years(at, at + 1, first, reader.tokens[at].span.start)
    decade = reader.match("decade", at)
    if decade is None:
        return None
    century = reader.match("century", decade.after)
    first = ((century.value if century else 20) - 1) * 100 + decade.value
    return _ten_years(at, century.after if century else decade.after, first, decade.start)


def _ten_years(at: int, after: int, first: int, start: int) -> Piece:
    whole = Period(year_period(first).first, year_period(first + 9).last, Precision.STRETCH)
    return Piece(start, at, after, "decade", "decade", period=whole)
