"""When: the dates that a text names, in full or against the day on which it was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ahlaf.language import Token, tokenize
from ahlaf.model import Span
from ahlaf.reading.calendars import HIJRI_YEARS, HijriDate, from_hijri, to_hijri
from ahlaf.reading.date_words import DateWords, Month, date_words, match_form, may_begin

# A bare weekday is the last such day if that lies no further back than this, and else the next one.
BARE_WEEKDAY_DAYS_BACK = 4
_GREGORIAN_YEARS = (1800, 2200)
_NUMERIC = re.compile(
    r"""(?<![\dA-Za-z/.-])(?:(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?
      |(?P<first>\d{1,2})(?P<t>[-/.])(?P<second>\d{1,2})(?P=t)(?P<year>\d{4}))(?![\d/-])""",
    re.VERBOSE,
)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(\d{4})([هم]?)")
_ERAS = frozenset("هم")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day that a text names: the words that name it, the day, and the rule that read it."""

    span: Span
    date: date
    rule: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A date read so far, and the number of the token after it."""

    found: FoundDate
    after: int


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    lang: str
    words: DateWords
    anchor: date | None
    numeric: dict[int, FoundDate]


def find_dates(text: str, *, lang: str, anchor: date | None, within: Span | None = None) -> tuple[FoundDate, ...]:
    """Find the days that `text`, or the stretch `within` of it, names; `anchor` is the day of the report.

    Reads ISO and numeric dates, days with month names (English, and the western, Levantine and Maghrebi Arabic
    ones, doubled too), Hijri dates (right to within a day), weekdays, and yesterday, today, tomorrow. A date without
    a year is the one nearest to the anchor; a bare weekday the last one up to four days back, else the next. Without
    an anchor only dates with a year are found. A month without a day is no date.

    >>> found = find_dates("بيان جنيف الصادر في 30 حزيران/ يونيو 2012", lang="ar", anchor=None)
    >>> [(d.date.isoformat(), d.rule) for d in found]
    [('2012-06-30', 'day, month and year')]
    """
    stretch = within or Span(0, len(text))
    tokens = tokenize(text, stretch.start, stretch.end)
    # A proclitic may stand against the number, so a date is kept under the token that it begins in.
    ends = [token.span.end for token in tokens]
    numeric = {bisect_right(ends, found.span.start): found for found in _numeric_dates(text, stretch, lang)}
    reader = _Reader(tokens, lang, date_words(lang), anchor, numeric)
    return tuple(_one_day_twice(text, list(_walk(reader)), reader.words))


def _walk(reader: _Reader) -> Iterator[FoundDate]:
    at = 0
    while at < len(reader.tokens):
        begins = at in reader.numeric or may_begin(reader.tokens[at], reader.lang)
        step = _date_at(reader, at) if begins else None
        if step is None:
            at += 1
        else:
            yield step.found
            at = step.after


def _one_day_twice(text: str, dates: Sequence[FoundDate], words: DateWords) -> Iterator[FoundDate]:
    """Join a day given in both calendars («... هـ الموافق ... م») into one, of which the Gregorian is exact."""
    for i, found in enumerate(dates):
        previous = dates[i - 1] if i else None
        following = dates[i + 1] if i + 1 < len(dates) else None
        if following is not None and _same_day(text, found, following, words):
            continue
        if previous is not None and _same_day(text, previous, found, words):
            yield FoundDate(Span(previous.span.start, found.span.end), found.date, "both calendars")
        else:
            yield found


def _same_day(text: str, first: FoundDate, second: FoundDate, words: DateWords) -> bool:
    between = tokenize(text, first.span.end, second.span.start)
    joined = tuple(token.normal for token in between if token.is_word)
    return first.rule.startswith("Hijri") and not second.rule.startswith("Hijri") and joined in words.same


# ── numbers only ──────────────────────────────────────────────────────────────────────────────────────────────────


def _numeric_dates(text: str, stretch: Span, lang: str) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(text, stretch.start, stretch.end):
        span = Span(match.start(), match.end())
        if match["y"]:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        else:
            year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
            if lang == "en" and first != second and max(first, second) <= 12:
                continue  # British or American order: nothing tells
            day, month = (first, second) if second <= 12 else (second, first)
        found = _make(span, year, Month(month, HIJRI_YEARS[0] <= year < HIJRI_YEARS[1]), day, "numbers")
        if found:
            yield found


# ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _date_at(reader: _Reader, at: int) -> _Step | None:
    """Read [part of the day] [today, yesterday ...] [weekday] [day month year] from token `at` on."""
    part = match_form(reader.tokens, at, reader.words.parts)
    start = part.start if part else reader.tokens[at].span.start
    explicit = _explicit(reader, at)
    if explicit:
        return explicit
    here = part.after if part else at
    relative = match_form(reader.tokens, here, reader.words.days) or match_form(reader.tokens, at, reader.words.days)
    if relative:
        if part is None or relative.after <= part.after:
            start = relative.start
        here = relative.after
    weekday = _weekday(reader, here)
    if weekday and not relative and not part:
        start = weekday.found.span.start
    if weekday:
        dated = _explicit(reader, _past_comma(reader.tokens, weekday.after))
        if dated:
            return _Step(replace(dated.found, span=Span(start, dated.found.span.end)), dated.after)
    if relative is None:
        return _alone(weekday, start) if weekday and _stands(reader, at, weekday.after) else None
    if reader.anchor is None or not _stands(reader, at, relative.after):
        return None
    day = reader.anchor + timedelta(days=relative.value)
    if weekday is None:
        end = reader.tokens[relative.after - 1].span.end
        return _Step(FoundDate(Span(start, end), day, "day word"), relative.after)
    # "today, Monday": the name of the day is the surer of the two where the report came out a day late.
    named = _nearest_weekday(day, _weekday_number(reader, here))
    return _Step(FoundDate(Span(start, weekday.found.span.end), named, "day word and weekday"), weekday.after)


def _alone(weekday: _Step, start: int) -> _Step | None:
    if weekday.found.rule == "no anchor":
        return None
    return _Step(replace(weekday.found, span=Span(start, weekday.found.span.end)), weekday.after)


def _stands(reader: _Reader, at: int, after: int) -> bool:
    """Whether the words around say that this is a day: not "the following day", not "between the two"."""
    before = reader.tokens[at - 1].normal if at else ""
    behind = reader.tokens[after].normal if after < len(reader.tokens) else ""
    return (before,) not in reader.words.not_after and (behind,) not in reader.words.not_before


def _weekday_number(reader: _Reader, at: int) -> int:
    match = match_form(reader.tokens, at, reader.words.weekdays)
    return match.value if match else 0


def _weekday(reader: _Reader, at: int) -> _Step | None:
    """Read a weekday with "last" or "next" before or behind it."""
    leading = match_form(reader.tokens, at, reader.words.directions)
    name = match_form(reader.tokens, leading.after if leading else at, reader.words.weekdays)
    if name is None:
        return None
    trailing = None if leading else match_form(reader.tokens, name.after, reader.words.directions)
    direction = leading or trailing
    after = trailing.after if trailing else name.after
    span = Span(leading.start if leading else name.start, reader.tokens[after - 1].span.end)
    if reader.anchor is None:
        return _Step(FoundDate(span, date.min, "no anchor"), after)
    back = (reader.anchor.isoweekday() - name.value) % 7
    if direction is None:
        days = -back if back <= BARE_WEEKDAY_DAYS_BACK else 7 - back
        return _Step(FoundDate(span, reader.anchor + timedelta(days=days), "weekday"), after)
    days = -(back or 7) if direction.value < 0 else 7 - back
    rule = "last weekday" if direction.value < 0 else "next weekday"
    return _Step(FoundDate(span, reader.anchor + timedelta(days=days), rule), after)


def _nearest_weekday(day: date, weekday: int) -> date:
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


def _past_comma(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].text in ",،" else at


def _past_fillers(reader: _Reader, at: int) -> int:
    while (filler := match_form(reader.tokens, at, reader.words.fillers)) is not None:
        at = filler.after
    return at


def _explicit(reader: _Reader, at: int) -> _Step | None:
    """Read a date in numbers, "29 June 2015" or "June 29, 2015" from token `at` on."""
    if at >= len(reader.tokens):
        return None
    start = reader.tokens[at].span.start
    if at in reader.numeric:
        found = reader.numeric[at]
        after = next((i for i in range(at, len(reader.tokens)) if reader.tokens[i].span.start >= found.span.end), None)
        return _Step(found, len(reader.tokens) if after is None else after)
    day = _DAY.fullmatch(reader.tokens[at].normal)
    if day:
        month = match_form(reader.tokens, _past_fillers(reader, at + 1), reader.words.months)
        return _with_year(reader, start, int(day[1]), month.value, month.after) if month else None
    month = match_form(reader.tokens, at, reader.words.months)
    if month is None or month.after >= len(reader.tokens):
        return None
    after = month.after + (reader.tokens[month.after].text == ".")  # "Dec. 5"
    day = _DAY.fullmatch(reader.tokens[after].normal) if after < len(reader.tokens) else None
    return _with_year(reader, month.start, int(day[1]), month.value, after + 1) if day else None


def _with_year(reader: _Reader, start: int, day: int, month: Month, at: int) -> _Step | None:
    tokens = reader.tokens
    at = _past_second_name(reader, month, at)
    behind = _past_fillers(reader, _past_comma(tokens, at))
    year = _YEAR.fullmatch(tokens[behind].normal) if behind < len(tokens) else None
    if year and _is_year(int(year[1]), month):
        after = behind + 1
        if not year[2] and after < len(tokens) and tokens[after].normal in _ERAS:
            after += 1
        found = _make(Span(start, tokens[after - 1].span.end), int(year[1]), month, day, "day, month and year")
        return _Step(found, after) if found else None
    direction = match_form(tokens, at, reader.words.directions)
    after = direction.after if direction else at
    span = Span(start, tokens[after - 1].span.end)
    found = _without_year(reader.anchor, span, day, month, direction.value if direction else 0)
    return _Step(found, after) if found else None


def _past_second_name(reader: _Reader, month: Month, at: int) -> int:
    """Step over the same month's other name: «حزيران/ يونيو», «يونيو (حزيران)»."""
    if at >= len(reader.tokens) or reader.tokens[at].text not in "/(-–":
        return at
    other = match_form(reader.tokens, at + 1, reader.words.months)
    if other is None or other.value != month:
        return at
    closes = (
        reader.tokens[at].text == "(" and other.after < len(reader.tokens) and reader.tokens[other.after].text == ")"
    )
    return other.after + 1 if closes else other.after


def _is_year(year: int, month: Month) -> bool:
    low, high = HIJRI_YEARS if month.hijri else _GREGORIAN_YEARS
    return low <= year < high


def _without_year(anchor: date | None, span: Span, day: int, month: Month, direction: int) -> FoundDate | None:
    """The year that brings the date nearest to the anchor, or right before or after it."""
    if anchor is None:
        return None
    here = to_hijri(anchor).year if month.hijri else anchor.year
    made = [_make(span, year, month, day, "day and month") for year in (here - 1, here, here + 1)]
    close = [m for m in made if m and (direction == 0 or (m.date - anchor).days * direction > 0)]
    return min(close, key=lambda m: (abs((m.date - anchor).days), m.date), default=None)


def _make(span: Span, year: int, month: Month, day: int, rule: str) -> FoundDate | None:
    try:
        if month.hijri:
            return FoundDate(span, from_hijri(HijriDate(year, month.number, day)), f"Hijri {rule}")
        return FoundDate(span, date(year, month.number, day), rule)
    except ValueError:
        return None
