"""When: the days, months, years and stretches that a text names, in full or against the day it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ahlaf.language import tokenize
from ahlaf.model import Span
from ahlaf.reading.dates.named import numeric_dates, read_named
from ahlaf.reading.dates.periods import Period, Precision, months_on, resolve, resolve_before, stretch
from ahlaf.reading.dates.reader import Piece, Reader, closed, past_paren
from ahlaf.reading.dates.relative import read_day, read_distance, read_period
from ahlaf.reading.dates.words import DateWords, date_words, may_begin


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A time that a text names: the words, the first and the last day, how exactly, and the rule that read it."""

    span: Span
    first: date
    last: date
    precision: Precision
    rule: str

    @property
    def day(self) -> date | None:
        """The day, where the words name one."""
        return self.first if self.precision is Precision.DAY else None


def find_dates(text: str, *, lang: str, anchor: date | None, within: Span | None = None) -> tuple[FoundDate, ...]:
    """Find the times that `text`, or the stretch `within` of it, names; `anchor` is the day of the report.

    Reads days, months, years and decades by name or number, in the Gregorian and the Hijri calendar (Umm al-Qura);
    weekdays; yesterday, today, tomorrow; last, this and next week, month and year; "three days ago"; and stretches
    from one to another. A date without a year is the one nearest to the anchor; a bare weekday the last one up to it,
    or the next where its clause speaks of what is to come. Without an anchor only dates with a year are found.

    >>> (found,) = find_dates("بيان جنيف الصادر في 30 حزيران/ يونيو 2012", lang="ar", anchor=None)
    >>> found.day.isoformat(), found.rule
    ('2012-06-30', 'day, month and year')
    >>> (found,) = find_dates("elected in early June 2014", lang="en", anchor=None)
    >>> found.first.isoformat(), found.last.isoformat(), found.precision.value
    ('2014-06-01', '2014-06-30', 'month')
    """
    held = within or Span(0, len(text))
    tokens = tokenize(text, held.start, held.end)
    # A proclitic may stand against the number, so a date is kept under the token that it begins in.
    ends = [token.span.end for token in tokens]
    numeric = {bisect_right(ends, found.start): found for found in numeric_dates(text, held, lang)}
    reader = Reader(tokens, lang, date_words(lang), anchor, numeric)
    return tuple(_one_day_twice(text, list(_walk(reader)), reader.words))


def _walk(reader: Reader) -> Iterator[FoundDate]:
    at, joined = 0, -1
    while at < len(reader.tokens):
        begins = at in reader.numeric or may_begin(reader.tokens[at], reader.words)
        piece = _read(reader, at, joined=at == joined) if begins else None
        if piece is None:
            at += 1
            continue
        piece = _joined(reader, piece) or piece
        if not piece.firm:
            at += 1
            continue
        at = piece.after
        if piece.sort in ("month", "year"):  # "in 2013 and 2014"
            join = reader.match("join", at)
            joined = join.after if join else at
        period = _days_of(reader, piece)
        if period:
            at = _past_its_weekday(reader, piece.after, period)
            span = Span(piece.start, reader.end(at))
            yield FoundDate(span, period.first, period.last, period.precision, piece.rule)


def _past_its_weekday(reader: Reader, after: int, period: Period) -> int:
    """Step over the name of the day behind its date: "October 2, 2016, Sunday"."""
    behind = reader.past_mark(",،", after)
    begin = past_paren(reader, behind)
    name = reader.match("weekday", begin)
    if name is None or period.precision is not Precision.DAY or name.value != period.first.isoweekday():
        return after
    return closed(reader, begin > behind, name.after)


def _read(reader: Reader, at: int, *, joined: bool = False) -> Piece | None:
    return (
        read_distance(reader, at)
        or read_day(reader, at)
        or read_period(reader, at)
        or read_named(reader, at, joined=joined)
        or _edged(reader, at)
    )


def _edged(reader: Reader, at: int) -> Piece | None:
    """ "Early June", «نهاية العام»: a part of a month or year, for which the whole stands; but half a year is one."""
    fraction = reader.match("fraction", at)
    edge = fraction or reader.match("edge", at)
    if edge is None or reader.is_any("not_after", at - 1):
        return None
    begin = edge.after
    while True:
        piece = read_named(reader, begin, edged=True) or read_period(reader, begin, edged=True)
        if piece:
            piece = replace(piece, start=edge.start, at=at)
            return _fraction(reader, piece, fraction.value) if fraction else piece
        filler = reader.match("filler", begin) or reader.match("edge", begin)
        if filler is None:
            return None
        begin = filler.after


def _fraction(reader: Reader, piece: Piece, fraction: int) -> Piece | None:
    """ "The first half of 2015", «الربع الأخير من العام»: `fraction` says how many parts and which, as 21 and 44."""
    year = _days_of(reader, piece)
    if year is None or year.precision is not Precision.YEAR:
        return None
    parts, which = divmod(fraction, 10)
    months = 12 // parts
    first = months_on(year.first, months * (which - 1))
    last = months_on(first, months) - timedelta(days=1)
    period = Period(first, last, Precision.STRETCH)
    return replace(piece, rule="part of a year", sort="part of a year", named=None, period=period)


def _days_of(reader: Reader, piece: Piece) -> Period | None:
    if piece.period is not None or piece.named is None:
        return piece.period
    return resolve(piece.named, reader.anchor)


# ── stretches ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _joined(reader: Reader, first: Piece) -> Piece | None:
    """The stretch from this date to one that is joined to it: "from March to May 2014", «بين الاثنين والأربعاء»."""
    join = reader.match("join", first.after)
    opened = reader.lead("open", first.at) is not None or reader.match("pair", first.at) is not None
    begin = join.after if join else first.after
    if join is None and not (reader.lang == "ar" and reader.normal(begin).startswith("و")):
        return None
    if not opened and (join is None or join.value == 0):
        return None
    second = _read(reader, begin, joined=True)
    if second is None or second.sort != first.sort:
        return None
    if join is None and second.start == reader.tokens[begin].span.start:
        return None
    period = _from_to(reader, first, second)
    return (
        None
        if period is None
        else replace(first, after=second.after, rule="stretch", named=None, period=period, firm=True)
    )


def _from_to(reader: Reader, first: Piece, second: Piece) -> Period | None:
    last = _days_of(reader, second)
    if last is None:
        return None
    begin = resolve_before(first.named, last) if first.named and first.named.year is None else _days_of(reader, first)
    if begin is None:
        return None
    if first.sort == "weekday" and last.first < begin.first:
        last = replace(last, first=last.first + timedelta(days=7), last=last.last + timedelta(days=7))
    return stretch(begin, last) if begin.first < last.last else None


# ── one day in two calendars ──────────────────────────────────────────────────────────────────────────────────────


def _one_day_twice(text: str, dates: Sequence[FoundDate], words: DateWords) -> Iterator[FoundDate]:
    """Join a day given in both calendars («... هـ الموافق ... م») into one, of which the Gregorian is exact."""
    for i, found in enumerate(dates):
        previous = dates[i - 1] if i else None
        following = dates[i + 1] if i + 1 < len(dates) else None
        if following is not None and _same_day(text, found, following, words):
            continue
        if previous is not None and _same_day(text, previous, found, words):
            yield replace(found, span=Span(previous.span.start, found.span.end), rule="both calendars")
        else:
            yield found


def _same_day(text: str, first: FoundDate, second: FoundDate, words: DateWords) -> bool:
    if not first.rule.startswith("Hijri") or second.rule.startswith("Hijri"):
        return False
    between = tokenize(text, first.span.end, second.span.start)
    return tuple(token.normal for token in between if token.is_word) in words["same"].whole
