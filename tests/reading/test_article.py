"""The article in a report: title once, paragraphs in order, all else apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Article, Report, ReportError, Span
from ahlaf.reading import find_article, iter_reports, make_page

SHARED = Path(__file__).resolve().parents[3] / "shared"
TITLE = "لقاء ثلاثي في عمّان حول الحدود"
FIRST = "استقبل وزير الخارجية الأردني نظيره العراقي في عمّان اليوم الاثنين."
SECOND = "وأكد الوزيران أهمية التعاون بين البلدين، ودعوا إلى لقاء آخر في بغداد."


def article(text: str, **given: str | date) -> Article:
    return find_article(Report("a", text, **given))  # type: ignore[arg-type]


def body(text: str, found: Article) -> list[str]:
    return [span.of(text) for span in found.body]


def check_partition(text: str, found: Article) -> None:
    """Every character that is no white space lies in exactly one stretch; stretches come in order."""
    assert list(found.body) == sorted(found.body)
    assert list(found.boilerplate) == sorted(found.boilerplate)
    spans = [*([found.title] if found.title else []), *found.body, *found.boilerplate]
    counts = [0] * len(text)
    for span in spans:
        assert span.start < span.end
        for i in range(*span):
            counts[i] += 1
    for character, count in zip(text, counts, strict=True):
        assert count == 1 or (count == 0 and character.isspace())


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{TITLE}{TITLE}\n\n{TITLE}\n\n",
        f"{TITLE}{TITLE}\n",
        f"{TITLE} | موقع الأخبار\n{TITLE}\n",
        f"الرئيسية\n{TITLE}\n{TITLE}\nشارك\n",
        f"{TITLE}\n\n",
    ],
)
def test_the_title_stands_once(head: str) -> None:
    text = f"{head}{FIRST}\n\n{SECOND}\n"
    found = article(text)
    check_partition(text, found)
    assert found.title is not None
    assert found.title.of(text) == found.title_text == TITLE
    assert found.title.start == text.index(TITLE)
    assert body(text, found) == [FIRST, SECOND]


def test_a_title_that_was_given_is_found_or_kept() -> None:
    text = f"{TITLE}\n{FIRST}\n{TITLE}\n{SECOND}\n"
    found = article(text, title="لقاء ثلاثي في عمان حول الحدود")
    assert found.title == Span(0, len(TITLE))
    assert found.title_text == "لقاء ثلاثي في عمان حول الحدود"
    assert body(text, found) == [FIRST, SECOND]
    bare = article(FIRST, title="عنوان آخر تماما لهذا الخبر")
    assert (bare.title, bare.title_text, body(FIRST, bare)) == (None, "عنوان آخر تماما لهذا الخبر", [FIRST])


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "وصل الوفد إلى دمشق",
        f"الرياض – متابعات\n{FIRST}\n{SECOND}",
        f"الخرطوم 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس\n{FIRST}",
        f"وزير الخارجية يلتقي نظيره\n{FIRST}\n{SECOND}",
        f"{FIRST}\nوزير يلتقي وزيرا\n{SECOND}",
        f"شارك الوزير في القمة.\n{SECOND}",
        "المصدر قال إن الاجتماع سيعقد في موعده رغم الخلاف بين الوفدين حول جدول الأعمال",
        "Ministers met in Cairo\nThey spoke.",
        f"{FIRST}\n{SECOND}\n{FIRST}",
    ],
)
def test_bare_text_is_all_body(text: str) -> None:
    found = article(text)
    assert body(text, found) == text.split("\n")
    assert (found.title, found.boilerplate) == (None, ())


@pytest.mark.parametrize(
    "tail",
    [
        "الأكثر قراءة\n\nNo stories found.\n\nlogo\nمرآة الشرق\nwww.example.org",
        "شارك\nفيسبوك\nتويتر",
        "اقرأ أيضا\nتركيا تغلق الحدود\nالأردن يستضيف القمة",
        "جميع الحقوق محفوظة © 2015",
        "الآراء الواردة أدناه هي آراء أصحابها، وكل تعليق يخالف القواعد يحذف.",
        "مرآة الشرق\nhttps://example.org/a/b",
        "// انتهى //\n20:25 ت م",
        "رويترز - وكالات",
        "Related stories\nTurkey closes border\n© 2015 Mirror. All rights reserved.",
    ],
)
def test_the_tail_is_no_body(tail: str) -> None:
    text = f"{FIRST}\n{SECOND}\n\n{tail}\n"
    found = article(text)
    check_partition(text, found)
    assert body(text, found) == [FIRST, SECOND]


def test_lines_between_paragraphs() -> None:
    text = f"{FIRST}\nإعلان\nاقرأ أيضا: قمة في الرياض\n{SECOND}\n"
    assert body(text, article(text)) == [FIRST, SECOND]


def test_front_matter_is_no_body() -> None:
    text = f"---\ntitle: {TITLE}\n---\n{FIRST}\n"
    found = article(text, title=TITLE)
    check_partition(text, found)
    assert body(text, found) == [FIRST]
    assert found.boilerplate[0] == Span(0, text.index(FIRST) - 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TITLE}\n{TITLE}\nالاثنين 29 يونيو 2015 - 10:30\n{FIRST}", date(2015, 6, 29)),
        (f"{TITLE}\n{TITLE}\nتاريخ النشر: 29 حزيران/ يونيو 2015\n{FIRST}", date(2015, 6, 29)),
        (f"الكويت 25 شوال 1436 هـ الموافق 10 اغسطس 2015 م واس\n{FIRST}", date(2015, 8, 10)),
        ("CAIRO, June 29, 2015 (Reuters) - Ministers met.\n", date(2015, 6, 29)),
        ("In 12 May 1989 a treaty was signed in Taif between the parties.\n", None),
        (FIRST, None),
    ],
)
def test_the_day_of_publication(text: str, day: date | None) -> None:
    assert article(text).date == day
    assert article(text, date=date(2000, 1, 1)).date == date(2000, 1, 1)


def test_the_day_in_the_address() -> None:
    assert article(FIRST, url="https://example.org/2015/06/29/a").date == date(2015, 6, 29)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{FIRST}\nlogo\nمرآة الشرق\nwww.example.org", "مرآة الشرق"),
        (f"{FIRST}\nhttps://www.example.org/a", "example.org"),
        (f"رويترز\n{FIRST}", "Reuters"),
        ("القاهرة (أ ف ب) - وصل الوفد.", "AFP"),
        (FIRST, None),
    ],
)
def test_the_publisher(text: str, publisher: str | None) -> None:
    assert article(text).publisher == publisher
    assert article(text, publisher="صحيفة").publisher == "صحيفة"


def test_a_title_alone_is_the_body() -> None:
    text = f"{TITLE}\n{TITLE}"
    found = article(text, title=TITLE)
    check_partition(text, found)
    assert body(text, found) == [TITLE]


def test_nothing_but_boilerplate_is_no_article() -> None:
    with pytest.raises(ReportError, match="no line of an article"):
        article("شارك\nفيسبوك\nwww.example.org")


def test_a_page() -> None:
    page = make_page(
        "a",
        f"<html><head><title>{TITLE} - مرآة</title><meta property='og:site_name' content='مرآة'></head><body>"
        f"<nav><a>الرئيسية</a><a>رياضة</a></nav><article><h1>{TITLE}</h1><p>الأحد، 28 حزيران/ يونيو 2015</p>"
        f"<p>{FIRST} &quot;نعم&quot;.</p><p>{SECOND}</p><p>الآراء الواردة أدناه لا تعبر عن رأي الموقع.</p></article>"
        f"<footer>شارك</footer></body></html>",
    )
    found = find_article(page)
    check_partition(page.text, found)
    assert (found.title_text, found.publisher, found.date) == (TITLE, "مرآة", date(2015, 6, 28))
    assert body(page.text, found) == [f'{FIRST} "نعم".', SECOND]
    assert found.source_map == page.source_map


@pytest.mark.parametrize("source", ["<html><body><nav>a</nav></body></html>", "<html><body></body></html>", "<p></p>"])
def test_a_page_without_an_article(source: str) -> None:
    with pytest.raises(ReportError, match="no article"):
        find_article(make_page("a", source))


LINES = st.sampled_from(
    [TITLE, TITLE * 2, FIRST, SECOND, "", " ", "شارك", "الأكثر قراءة", "www.example.org", "خبر", "29 يونيو 2015", "***",
     "الآراء الواردة هنا لأصحابها.", "رويترز", "---", "title: x", "\u200f"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_character_is_lost_or_counted_twice(text: str) -> None:
    try:
        found = article(text)
    except ReportError:
        return
    check_partition(text, found)
    assert found.body


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not present")
def test_pages_that_others_wrote() -> None:
    folders = [SHARED / "reports", SHARED / "data" / "text" / "arabic-pages"]
    for report in iter_reports(folders):
        found = find_article(report)
        check_partition(report.text, found)
        assert len(found.body) >= 5
        if found.title is not None:
            assert not any(found.title.of(report.text) == span.of(report.text) for span in found.body)


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not present")
def test_passages_without_titles_are_all_body() -> None:
    for report in iter_reports([SHARED / "gold" / "ar-dev.passages.json"]):
        found = find_article(report)
        assert (found.title, found.boilerplate) == (None, ())
