"""The days that a text names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.reading import find_dates

# A Monday.
ANCHOR = date(2015, 6, 29)


def found(text: str, lang: str, anchor: date | None = ANCHOR) -> list[tuple[str, str]]:
    return [(d.span.of(text), d.day.isoformat()) for d in find_dates(text, lang=lang, anchor=anchor) if d.day]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("في 29 يونيو 2015 وقع", "29 يونيو 2015", "2015-06-29"),
        ("في ٢٩ يونيو ٢٠١٥ وقع", "٢٩ يونيو ٢٠١٥", "2015-06-29"),
        ("في 30 حزيران/ يونيو عام 2012،", "30 حزيران/ يونيو عام 2012", "2012-06-30"),
        ("في 30 يونيو (حزيران) 2012،", "30 يونيو (حزيران) 2012", "2012-06-30"),
        ("في 5 جويلية 2014", "5 جويلية 2014", "2014-07-05"),
        ("في 3 جوان 2014", "3 جوان 2014", "2014-06-03"),
        ("في 14 كانون الثاني 2014", "14 كانون الثاني 2014", "2014-01-14"),
        ("وفي 6 تشرين الأول/أكتوبر من عام 1973", "6 تشرين الأول/أكتوبر من عام 1973", "1973-10-06"),
        ("في 4 آب 2020م", "4 آب 2020م", "2020-08-04"),
        ("الاثنين، 29 يونيو 2015", "الاثنين، 29 يونيو 2015", "2015-06-29"),
        ("في 12 رمضان 1436 هـ", "12 رمضان 1436 هـ", "2015-06-29"),
        ("في 12 من شهر رمضان", "12 من شهر رمضان", "2015-06-29"),
        ("25 شوال 1436هـ الموافق 10 أغسطس 2015م", "25 شوال 1436هـ الموافق 10 أغسطس 2015م", "2015-08-10"),
        ("منذ 2 يوليو الماضي", "2 يوليو الماضي", "2014-07-02"),
        ("في 2 يوليو المقبل", "2 يوليو المقبل", "2015-07-02"),
        ("منذ 30 ديسمبر", "30 ديسمبر", "2014-12-30"),
        ("أعلنت اليوم رغبتها", "اليوم", "2015-06-29"),
        ("أعلنت اليوم الاثنين رغبتها", "اليوم الاثنين", "2015-06-29"),
        ("وصل مساء أمس الأحد", "مساء أمس الأحد", "2015-06-28"),
        ("وصل أمس الأول", "أمس الأول", "2015-06-27"),
        ("وصل أول من أمس", "أول من أمس", "2015-06-27"),
        ("يصل غداً الثلاثاء", "غداً الثلاثاء", "2015-06-30"),
        ("يصل بعد غد", "بعد غد", "2015-07-01"),
        ("في فيينا يوم الثلاثاء، مذكّراً", "يوم الثلاثاء", "2015-06-23"),
        ("سيلتقي الوزير نظيره الثلاثاء", "الثلاثاء", "2015-06-30"),
        ("ومن المقرر أن يصل الوفد الأربعاء", "الأربعاء", "2015-07-01"),
        ("زار السياسي بيروت الثلاثاء", "الثلاثاء", "2015-06-23"),
        ("الخميس سيجتمع المجلس", "الخميس", "2015-07-02"),
        ("يصل صباح غد", "صباح غد", "2015-06-30"),
        ("انتهى الليلة الماضية", "الليلة الماضية", "2015-06-28"),
        ("ظهر يوم الجمعة", "ظهر يوم الجمعة", "2015-06-26"),
        ("الجمعة الموافق 3 يوليو", "الجمعة الموافق 3 يوليو", "2015-07-03"),
        ("الجمعة (3 يوليو) المقبل", "الجمعة (3 يوليو)", "2015-07-03"),
        ("في 3 يوليو 2015، الجمعة،", "3 يوليو 2015، الجمعة", "2015-07-03"),
        ("التاسع والعشرين من حزيران", "التاسع والعشرين من حزيران", "2015-06-29"),
        ("في الحادي والثلاثين من آب 2013", "الحادي والثلاثين من آب 2013", "2013-08-31"),
        ("الخامس من يونيو/حزيران 1967", "الخامس من يونيو/حزيران 1967", "1967-06-05"),
        ("في اليوم العاشر من حزيران", "اليوم العاشر من حزيران", "2015-06-10"),
        ("في الـ14 من تموز", "الـ14 من تموز", "2015-07-14"),
        ("في 14 الجاري", "14 الجاري", "2015-06-14"),
        ("في 14 من الشهر الماضي", "14 من الشهر الماضي", "2015-05-14"),
        ("في 15 آذار من العام الماضي", "15 آذار من العام الماضي", "2014-03-15"),
        ("غرة رمضان 1436", "غرة رمضان 1436", "2015-06-18"),
        ("سلخ رمضان 1436", "سلخ رمضان 1436", "2015-07-16"),
        ("قبل يومين", "قبل يومين", "2015-06-27"),
        ("منذ نحو ثلاثة أسابيع", "منذ نحو ثلاثة أسابيع", "2015-06-08"),
        ("قبل خمسة وعشرين يوماً", "قبل خمسة وعشرين يوماً", "2015-06-04"),
        ("قبل أربعة أشهر", "قبل أربعة أشهر", "2015-02-28"),
        ("سيعود بعد أسبوعين", "بعد أسبوعين", "2015-07-13"),
        ("التقيا الثلاثاء الماضي", "الثلاثاء الماضي", "2015-06-23"),
        ("التقيا الاثنين الماضي", "الاثنين الماضي", "2015-06-22"),
        ("يلتقيان الاثنين المقبل", "الاثنين المقبل", "2015-07-06"),
        ("قال للصحافيين والجمعة ترد", "الجمعة", "2015-06-26"),
        ("29/6/2015", "29/6/2015", "2015-06-29"),
        ("بتاريخ 2015-06-29.", "2015-06-29", "2015-06-29"),
        ("في 12/9/1436 هـ", "12/9/1436 هـ", "2015-06-29"),
    ],
)
def test_arabic(text: str, words: str, day: str) -> None:
    assert found(text, "ar") == [(words, day)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("on 29 June 2015 in", "29 June 2015", "2015-06-29"),
        ("on June 29, 2015, in", "June 29, 2015", "2015-06-29"),
        ("on Monday, June 29,", "Monday, June 29", "2015-06-29"),
        ("the 30th of June", "30th of June", "2015-06-30"),
        ("on Dec. 30", "Dec. 30", "2014-12-30"),
        ("on Dec 30", "Dec 30", "2014-12-30"),
        ("said yesterday that", "yesterday", "2015-06-28"),
        ("the day before yesterday", "the day before yesterday", "2015-06-27"),
        ("met last Tuesday", "last Tuesday", "2015-06-23"),
        ("will meet next Friday", "next Friday", "2015-07-03"),
        ("will meet on Tuesday", "Tuesday", "2015-06-30"),
        ("met on Tuesday", "Tuesday", "2015-06-23"),
        ("On Tuesday they are due to meet", "Tuesday", "2015-06-30"),
        ("He will go, he said on Tuesday", "Tuesday", "2015-06-23"),
        ("this Friday", "this Friday", "2015-07-03"),
        ("Friday’s talks", "Friday’s", "2015-06-26"),
        ("late on Friday", "late on Friday", "2015-06-26"),
        ("last night", "last night", "2015-06-28"),
        ("Friday (3 July)", "Friday (3 July)", "2015-07-03"),
        ("July 3, 2015, Friday", "July 3, 2015, Friday", "2015-07-03"),
        ("the twenty-first of March 2003", "twenty-first of March 2003", "2003-03-21"),
        ("on 21 Aug. 2013", "21 Aug. 2013", "2013-08-21"),
        ("three days ago", "three days ago", "2015-06-26"),
        ("a couple of weeks ago", "a couple of weeks ago", "2015-06-15"),
        ("twenty-five days ago", "twenty-five days ago", "2015-06-04"),
        ("two months ago", "two months ago", "2015-04-29"),
        ("they will return in two weeks", "in two weeks", "2015-07-13"),
        ("on the 5th of next month", "5th of next month", "2015-07-05"),
        ("met on Thursday", "Thursday", "2015-06-25"),
        ("2015-06-29T10:00:00Z", "2015-06-29T10:00:00Z", "2015-06-29"),
        ("on 6/29/2015", "6/29/2015", "2015-06-29"),
    ],
)
def test_english(text: str, words: str, day: str) -> None:
    assert found(text, "en") == [(words, day)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("قبل يومين من الاجتماع", "ar"),
        ("قبل أيام", "ar"),
        ("الأحد عشر عضوا", "ar"),
        ("في صحيفة الغد", "ar"),
        ("the following Monday", "en"),
        ("every Friday", "en"),
        ("the second visit in two weeks", "en"),
        ("two days before the meeting", "en"),
        ("the Sunday Times", "en"),
        ("في اليوم التالي", "ar"),
        ("في ذلك اليوم", "ar"),
        ("الاتفاق بين الاثنين", "ar"),
        ("قناة روسيا اليوم", "ar"),
        ("في يونيو 2015", "ar"),
        ("31 يونيو 2015", "ar"),
        ("30 دبابة", "ar"),
        ("on 5/6/2015", "en"),
        ("in June 2015", "en"),
        ("he may go", "en"),
        ("1.5.3.2015", "en"),
    ],
)
def test_no_date(text: str, lang: str) -> None:
    assert found(text, lang) == []


def test_without_an_anchor_only_whole_dates() -> None:
    text = "أمس الأحد وفي 2 يوليو، ثم في 3 يوليو 2015، والثلاثاء الماضي"
    assert found(text, "ar", None) == [("3 يوليو 2015", "2015-07-03")]


def test_the_name_of_the_day_outweighs_the_day_of_issue() -> None:
    """A paper of Tuesday 30 June prints a dispatch of the day before."""
    assert found("أعلنت اليوم الاثنين", "ar", date(2015, 6, 30)) == [("اليوم الاثنين", "2015-06-29")]


def test_several_dates_in_order() -> None:
    text = "بدأت في 1 مايو 2015 وانتهت الخميس، وتستأنف غداً."
    assert [day for _, day in found(text, "ar")] == ["2015-05-01", "2015-06-25", "2015-06-30"]


@given(
    st.lists(
        st.sampled_from(["29", "يونيو", "2015", "اليوم", "الاثنين", "الماضي", "/", "(", "حزيران", ")", "أمس", "الأول",
                         "من", "هـ", "رمضان", "1436", "الموافق", "2015-06-29", ",", "وغداً", "للثلاثاء"]),
        max_size=10,
    ).map(" ".join)
)  # fmt: skip
def test_spans_are_in_order_and_within(text: str) -> None:
    end = 0
    for day in find_dates(text, lang="ar", anchor=ANCHOR):
        assert end <= day.span.start < day.span.end <= len(text)
        end = day.span.end


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_written_out_is_read_back(day: date) -> None:
    months = [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ]
    for text in (f"{day.day} {months[day.month - 1]} {day.year}", day.isoformat(), day.strftime("%d/%m/%Y")):
        assert [d.day for d in find_dates(text, lang="ar", anchor=None)] == [day]
    for text in (day.strftime("%B %d, %Y"), day.strftime("%A, %d %B %Y")):
        assert [d.day for d in find_dates(text, lang="en", anchor=None)] == [day]
