"""Dates that are told from the day of the report: today, weekdays, last month, three days ago."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ahlaf.reading.dates.named import read_named
from ahlaf.reading.dates.periods import (
    Period,
    day_period,
    month_period,
    months_on,
    week_period,
    year_period,
)
from ahlaf.reading.dates.reader import Piece, Reader, closed, number_at, past_paren
from ahlaf.reading.dates.words import Match, Month, match_form

# A future in «سـ»: سيلتقي, ستعقد, سنرى.
_FUTURE = re.compile(r"[وف]?س[يتنا]\w{3,}")
# So far around a weekday a future is looked for, in tokens.
_REACH = 14
_CLAUSE_ENDS = frozenset(".,،;؛:!?؟")


def read_day(reader: Reader, at: int) -> Piece | None:
    """Read [part of the day] [today, yesterday ...] [weekday] [day month year] from token `at` on."""
    part = reader.match("part", at)
    here = reader.past("part", at)
    relative = reader.match("day", here) or reader.match("day", at)
    if relative:
        part = part if relative.after > here else None
        here = relative.after
    weekday = _weekday(reader, here)
    start = part.start if part else relative.start if relative else weekday.start if weekday else None
    if start is None:
        return None
    after = weekday.after if weekday else here
    if weekday or relative:
        dated = _dated(reader, after)
        if dated:
            return replace(dated, start=start, at=at)
    elif part:
        dated = read_named(reader, here)
        return replace(dated, start=start, at=at) if dated and dated.sort == "day" else None
    # "Between Monday and Wednesday" are days, "between the two" are none.
    opened = reader.lead("open", at) is not None and relative is None
    if reader.anchor is None or not (opened or _stands(reader, at, after)):
        return None
    if relative is None:
        firm = not opened or _stands(reader, at, after)
        return None if weekday is None else replace(weekday, start=start, at=at, firm=firm)
    day = reader.anchor + timedelta(days=relative.value)
    if weekday is None:
        return Piece(start, at, after, "day word", "day", period=day_period(day))
    # "today, Monday": the name of the day is the surer of the two where the report came out a day late.
    named = reader.match("weekday", past_paren(reader, here))
    day = _nearest_weekday(day, named.value if named else day.isoweekday())
    return Piece(start, at, after, "day word and weekday", "day", period=day_period(day))


def _dated(reader: Reader, at: int) -> Piece | None:
    """A date of the calendar right behind a weekday or a day word: "Monday, 29 June", «الجمعة الموافق 3 يوليو»."""
    behind = reader.past("same", reader.past_mark(",،", at))
    begin = past_paren(reader, behind)
    found = read_named(reader, begin)
    if found is None or found.sort != "day":
        return None
    return replace(found, after=closed(reader, begin > behind, found.after))


def _stands(reader: Reader, at: int, after: int) -> bool:
    """Whether the words around say that this is a day: not "the following day", not "between the two"."""
    if reader.is_any("not_after", at - 1):
        return False
    behind = match_form(reader.tokens, after, reader.words["not_before"])
    ordinal = match_form(reader.tokens, after, reader.words.numbers["ordinal"]) if reader.lang == "ar" else None
    return behind is None and ordinal is None


def _weekday(reader: Reader, at: int) -> Piece | None:
    """Read a weekday with "last", "this" or "next" before or behind it."""
    opened = past_paren(reader, at)
    leading = reader.match("direction", opened) or reader.match("weekday_direction", opened)
    name = reader.match("weekday", leading.after if leading else opened)
    if name is None:
        return None
    trailing = None if leading or reader.lang == "en" else reader.match("direction", name.after)
    direction = leading or trailing
    after = closed(reader, opened > at, trailing.after if trailing else name.after)
    start = leading.start if leading else name.start
    day = _named_weekday(reader, name.value, direction, opened, after)
    rule = "weekday" if direction is None else ("this weekday", "next weekday", "last weekday")[direction.value]
    return Piece(start, at, after, rule, "weekday", period=day_period(day))


def _named_weekday(reader: Reader, weekday: int, direction: Match[int] | None, at: int, after: int) -> date:
    """The last, next or this week's such day; without a direction the last one up to the report, or the next where
    the clause speaks of what is to come.
    """
    if reader.anchor is None:
        return date.min
    back = (reader.anchor.isoweekday() - weekday) % 7
    if direction is None:
        ahead = back > 0 and _speaks_of_the_future(reader, at, after)
        return reader.anchor + timedelta(days=7 - back if ahead else -back)
    if direction.value == 0:
        return week_period(reader.anchor).first + timedelta(days=weekday - 1)
    return reader.anchor + timedelta(days=-(back or 7) if direction.value < 0 else 7 - back)


def _speaks_of_the_future(reader: Reader, at: int, after: int) -> bool:
    """Whether a future stands before the date in its clause, or behind one that opens the clause."""
    opens = True
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if reader.tokens[i].text in _CLAUSE_ENDS:
            break
        if _is_future(reader, i):
            return True
        opens = at - i <= 2
    return opens and any(_is_future(reader, i) for i in range(after, min(len(reader.tokens), after + _REACH // 2)))


def _is_future(reader: Reader, at: int) -> bool:
    token = reader.tokens[at]
    if reader.is_any("future", at):
        return True
    if reader.lang != "ar" or not _FUTURE.fullmatch(token.normal):
        return False
    bare = token.normal.lstrip("وف")
    return not any(bare.startswith(form) for (form,) in reader.words["not_future"].whole)


def _nearest_weekday(day: date, weekday: int) -> date:
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


# ── weeks, months, years ──────────────────────────────────────────────────────────────────────────────────────────


def read_period(reader: Reader, at: int, *, edged: bool = False) -> Piece | None:
    """Read "last week", "this month", «العام المقبل»; behind "the end of" the word alone is the current one."""
    if reader.anchor is None:
        return None
    leading = reader.match("direction", at)
    here = leading.after if leading else at
    for kind in ("weekend", "week", "month", "year"):
        word = reader.match(f"period_{kind}", here)
        if word is None:
            continue
        trailing = None if leading or reader.lang == "en" else reader.match("direction", word.after)
        direction = leading or trailing
        if direction is None and (not edged or not _stands(reader, here, word.after)):
            return None
        after = trailing.after if trailing else word.after
        period = _period_on(reader.anchor, kind, direction.value if direction else 0)
        start = leading.start if leading else word.start
        return Piece(start, at, after, f"{kind} word", kind, period=period)
    return None


def _period_on(anchor: date, kind: str, steps: int) -> Period:
    if kind in ("week", "weekend"):
        week = week_period(anchor + timedelta(days=7 * steps))
        return week if kind == "week" else replace(week, first=week.first + timedelta(days=5))
    if kind == "month":
        day = months_on(anchor, steps)
        return month_period(day.year, Month(day.month, False))
    return year_period(anchor.year + steps)


def read_distance(reader: Reader, at: int) -> Piece | None:
    """Read "three days ago", «قبل شهرين», «منذ خمسة أيام», "in two weeks"; not "two days before the meeting"."""
    if reader.anchor is None:
        return None
    before = reader.match("ago", at)
    length = _length(reader, reader.past("about", before.after if before else at))
    if length is None:
        return None
    start = before.start if before else reader.tokens[at].span.start
    kind, count, after = length
    if before:
        if reader.is_any("not_ago", after) or _names_a_date(reader, after):
            return None
        direction = before.value
        # "For the second time in two years" is no date.
        if direction > 0 and at > 0 and not _speaks_of_the_future(reader, at, after):
            return None
    else:
        behind = reader.match("ago_behind", after)
        if behind is None:
            return None
        direction, after = behind.value, behind.after
    try:
        period = _distance_on(reader.anchor, kind, direction * count)
    except (ValueError, OverflowError):
        return None
    return Piece(start, at, after, f"{kind}s {'ago' if direction < 0 else 'on'}", kind, period=period)


def _names_a_date(reader: Reader, after: int) -> bool:
    """Whether the word for a length goes on into a date: «قبل شهر رمضان», «قبل عام 2003», «قبل يوم الجمعة»."""
    return reader.lang == "ar" and (
        read_named(reader, after, edged=True) is not None or reader.match("weekday", after) is not None
    )


def _length(reader: Reader, at: int) -> tuple[str, int, int] | None:
    """A length of time: its unit, how many, and the token after it."""
    number = number_at(reader, at, "cardinal")
    for kind in ("day", "week", "month", "year"):
        if number:
            word = reader.match(f"{kind}_units", number.after) or reader.match(f"{kind}_unit", number.after)
            if word and word.value != 2 and word.value != 20:
                return kind, number.value * word.value, word.after
        else:
            word = reader.match(f"{kind}_unit", at)
            if word:
                return kind, word.value, word.after
    return None


def _distance_on(anchor: date, kind: str, steps: int) -> Period:
    if kind == "year":
        return year_period(anchor.year + steps)
    if kind == "month":
        return day_period(months_on(anchor, steps))
    return day_period(anchor + timedelta(days=steps * (7 if kind == "week" else 1)))
