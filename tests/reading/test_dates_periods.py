"""Months, years, weeks and stretches that a text names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.reading import find_dates

# A Friday.
ANCHOR = date(2015, 7, 10)


def found(text: str, lang: str, anchor: date | None = ANCHOR) -> list[tuple[str, str, str]]:
    """The words, the days, and how exactly; a month as 2015-06, a year as 2015."""
    result = []
    for d in find_dates(text, lang=lang, anchor=anchor):
        days = {"day": f"{d.first}", "month": f"{d.first:%Y-%m}", "year": f"{d.first:%Y}"}
        result.append((d.span.of(text), days.get(d.precision, f"{d.first}/{d.last}"), d.precision.value))
    return result


@pytest.mark.parametrize(
    ("text", "words", "days", "precision"),
    [
        ("في حزيران 2014", "حزيران 2014", "2014-06", "month"),
        ("منتصف تموز الجاري", "منتصف تموز الجاري", "2015-07", "month"),
        ("في حزيران/ يونيو الماضي", "حزيران/ يونيو الماضي", "2015-06", "month"),
        ("في حزيران من العام الماضي", "حزيران من العام الماضي", "2014-06", "month"),
        ("منذ كانون الأول", "كانون الأول", "2014-12", "month"),
        ("بحلول كانون الثاني", "كانون الثاني", "2016-01", "month"),
        ("الشهر الفائت", "الشهر الفائت", "2015-06", "month"),
        ("مطلع الشهر المقبل", "مطلع الشهر المقبل", "2015-08", "month"),
        ("هذا العام", "هذا العام", "2015", "year"),
        ("أواخر العام الماضي", "أواخر العام الماضي", "2014", "year"),
        ("قبل نهاية العام", "نهاية العام", "2015", "year"),
        ("بنهاية العام 2016", "نهاية العام 2016", "2016", "year"),
        ("حرب 2006", "2006", "2006", "year"),
        ("منذ 2003 والعراق", "2003", "2003", "year"),
        ("قبل خمسة وعشرين عاماً", "قبل خمسة وعشرين عاماً", "1990", "year"),
        ("منذ عقدين", "منذ عقدين", "1995", "year"),
        ("الأسبوع الماضي", "الأسبوع الماضي", "2015-06-29/2015-07-05", "stretch"),
        ("هذا الأسبوع", "هذا الأسبوع", "2015-07-06/2015-07-12", "stretch"),
        ("شهر رمضان المبارك", "شهر رمضان", "2015-06-18/2015-07-16", "stretch"),
        ("سنة 1437 هـ", "سنة 1437 هـ", "2015-10-14/2016-10-01", "stretch"),
        ("في تسعينيات القرن الماضي", "تسعينيات القرن الماضي", "1990-01-01/1999-12-31", "stretch"),
        ("النصف الأول من 2015", "النصف الأول من 2015", "2015-01-01/2015-06-30", "stretch"),
        ("الربع الأخير من العام الماضي", "الربع الأخير من العام الماضي", "2014-10-01/2014-12-31", "stretch"),
        ("بين 15 و18 حزيران", "15 و18 حزيران", "2015-06-15/2015-06-18", "stretch"),
        ("من 28 حزيران إلى 2 تموز 2014", "28 حزيران إلى 2 تموز 2014", "2014-06-28/2014-07-02", "stretch"),
        ("من 28 كانون الأول إلى 2 كانون الثاني 2014", "28 كانون الأول إلى 2 كانون الثاني 2014",
         "2013-12-28/2014-01-02", "stretch"),
        ("من حزيران إلى آب 2014", "حزيران إلى آب 2014", "2014-06-01/2014-08-31", "stretch"),
        ("بين عامي 1980 و1988", "عامي 1980 و1988", "1980-01-01/1988-12-31", "stretch"),
        ("في عامي 2013 و2014", "عامي 2013 و2014", "2013-01-01/2014-12-31", "stretch"),
        ("خلال شهري حزيران وتموز 2014", "شهري حزيران وتموز 2014", "2014-06-01/2014-07-31", "stretch"),
        ("يومي الاثنين والثلاثاء", "يومي الاثنين والثلاثاء", "2015-07-06/2015-07-07", "stretch"),
        ("عطلة نهاية الأسبوع الماضي", "عطلة نهاية الأسبوع الماضي", "2015-07-04/2015-07-05", "stretch"),
        ("بين الاثنين والأربعاء", "الاثنين والأربعاء", "2015-07-06/2015-07-08", "stretch"),
    ],
)  # fmt: skip
def test_arabic(text: str, words: str, days: str, precision: str) -> None:
    assert found(text, "ar") == [(words, days, precision)]


@pytest.mark.parametrize(
    ("text", "words", "days", "precision"),
    [
        ("in June 2014", "June 2014", "2014-06", "month"),
        ("in mid-June", "mid-June", "2015-06", "month"),
        ("last June", "last June", "2015-06", "month"),
        ("June last year", "June last year", "2014-06", "month"),
        ("until September", "September", "2015-09", "month"),
        ("by the end of the year", "the end of the year", "2015", "year"),
        ("late last year", "late last year", "2014", "year"),
        ("mid-2014", "mid-2014", "2014", "year"),
        ("the 2006 war", "2006", "2006", "year"),
        ("ten years ago", "ten years ago", "2005", "year"),
        ("earlier this week", "earlier this week", "2015-07-06/2015-07-12", "stretch"),
        ("early next week", "early next week", "2015-07-13/2015-07-19", "stretch"),
        ("the 1990s", "1990s", "1990-01-01/1999-12-31", "stretch"),
        ("the second quarter of 2015", "the second quarter of 2015", "2015-04-01/2015-06-30", "stretch"),
        ("from 15 to 18 June", "15 to 18 June", "2015-06-15/2015-06-18", "stretch"),
        ("from June 28 to July 2, 2014", "June 28 to July 2, 2014", "2014-06-28/2014-07-02", "stretch"),
        ("from November to February 2014", "November to February 2014", "2013-11-01/2014-02-28", "stretch"),
        ("between 1980 and 1988", "1980 and 1988", "1980-01-01/1988-12-31", "stretch"),
        ("last weekend", "last weekend", "2015-07-04/2015-07-05", "stretch"),
        ("in the 90s", "90s", "1990-01-01/1999-12-31", "stretch"),
        ("profits in Q3 2014", "Q3 2014", "2014-07-01/2014-09-30", "stretch"),
        ("last year's war", "last year's", "2014", "year"),
        ("2011-2013", "2011-2013", "2011-01-01/2013-12-31", "stretch"),
        ("from Monday to Wednesday", "Monday to Wednesday", "2015-07-06/2015-07-08", "stretch"),
    ],
)
def test_english(text: str, words: str, days: str, precision: str) -> None:
    assert found(text, "en") == [(words, days, precision)]


def test_two_years_or_months_joined_by_and() -> None:
    assert [days for _, days, _ in found("in 2013 and 2014", "en")] == ["2013", "2014"]
    assert [days for _, days, _ in found("in May and June", "en")] == ["2015-05", "2015-06"]
    assert [days for _, days, _ in found("في 2013 و2014", "ar")] == ["2013", "2014"]
    assert [days for _, days, _ in found("in 2013 and 2010 people", "en")] == ["2013"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("القرار 2254", "ar"),
        ("في عطلة نهاية الأسبوع", "ar"),
        ("تراجع تسليم سبتمبر 15 سنتا", "ar"),
        ("في 2000 قرية", "ar"),
        ("2010 صواريخ", "ar"),
        ("مارس ضغوطا على", "ar"),
        ("شعبان وزير سابق", "ar"),
        ("العام الدراسي", "ar"),
        ("Theresa May said", "en"),
        ("in 2000 villages", "en"),
        ("room 2012", "en"),
        ("the past year", "en"),
        ("from March until further notice", "en"),
        ("between 1900 and 2000 soldiers", "en"),
    ],
)
def test_no_date(text: str, lang: str) -> None:
    assert found(text, lang) == []


def test_without_an_anchor_only_what_has_a_year() -> None:
    text = "Last month, in June and two years ago; but from March to May 2014, and in 2003"
    assert [days for _, days, _ in found(text, "en", None)] == ["2014-03-01/2014-05-31", "2003"]


WORDS = [
    "14", "2015", "2013", "June", "March", "May", "in", "last", "next", "week", "month", "year", "of", "the", "early",
    "Monday", "to", "and", "between", "from", "-", ",", "(", ")", "three", "twenty", "days", "years", "ago", "1990s",
    "first", "half", "the first half of", "Ramadan", "1436",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), st.sampled_from([ANCHOR, None]))
def test_stretches_are_in_order(text: str, anchor: date | None) -> None:
    end = 0
    for d in find_dates(text, lang="en", anchor=anchor):
        assert end <= d.span.start < d.span.end <= len(text)
        assert d.first <= d.last
        assert (d.day is not None) == (d.precision == "day")
        end = d.span.end
