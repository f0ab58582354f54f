"""A page as text, each character led back to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.reading.align import align
from ahlaf.reading.html import main_content, page_text

SENTENCE = "قال وزير الخارجية إن بلاده مستعدة للحوار مع جميع الأطراف في المنطقة دون شروط مسبقة."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>دمشق</p><p>عمّان</p>", "دمشق\nعمّان\n"),
        ("<p>قال  \n الوزير <b>إن</b>ه</p>", "قال الوزير إنه\n"),
        ("a &amp; b &#1583; &nbsp;c", "a & b د \u00a0c"),
        ("<head><title>ع</title><meta name=x></head><body>ب<script>var a='<p>';</script></body>", "ع\nب\n"),
        ("<ul><li>أ<li>ب</ul>", "أ\nب\n"),
        ("سطر<br>سطر<br/>سطر", "سطر\nسطر\nسطر"),
        ("<!-- no --><p>نعم &lt;لا&gt; &bogus; & x</p>", "نعم <لا> &bogus; & x\n"),
        ("", ""),
    ],
)
def test_page_text(source: str, text: str) -> None:
    assert page_text(source).text == text


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "&#x62f;", "&nbsp;", " ", "\n", "دمشق", "a<", "<!--x-->",
             "<script>", "</script>", "<title>", "</title>", "<head>", "</head>",
             "&", "é", "\t", "<svg/>", "<a href='x'>", "&acE;"]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
def test_every_character_leads_back(source: str) -> None:
    page = page_text(source)
    end = 0
    for start, origin, length in page.source_map:
        assert start >= end
        assert page.text[end:start] in ("", "\n")
        for i in range(length):
            shown, written = page.text[start + i], source[origin + i]
            assert shown == written or written == "&" or (shown == " " and written.isspace())
        end = start + length
    assert page.text[end:] in ("", "\n")


def test_main_content_is_found_again() -> None:
    source = f"""<html><head><title>لقاء في عمّان - موقع</title><meta property="og:site_name" content="موقع">
    <meta property="article:published_time" content="2015-06-29T10:00:00Z"></head><body><nav><a>الرئيسية</a></nav>
    <article><h1>لقاء في عمّان</h1><p>{SENTENCE}</p><p>{SENTENCE} وأضاف أن <b>عمّان</b> ترحب به.</p></article>
    <footer>جميع الحقوق محفوظة</footer></body></html>"""
    content = main_content(source)
    assert content is not None
    assert content.publisher == "موقع"
    assert str(content.date) == "2015-06-29"
    lines = page_text(source).text.split("\n")
    chosen = [lines[i] for i in sorted(align(content.paragraphs, tuple(lines)))]
    assert [line for line in chosen if line.startswith(SENTENCE)] == [
        SENTENCE,
        f"{SENTENCE} وأضاف أن عمّان ترحب به.",
    ]
    assert "الرئيسية" not in chosen


def test_no_main_content() -> None:
    assert main_content("<html><body><nav></nav></body></html>") is None


def test_align_takes_short_lines_only_between_their_neighbours() -> None:
    long_one, long_two = SENTENCE, SENTENCE[::-1]
    lines = ("السودان", long_one, "السودان", long_two, "السودان")
    assert align((long_one, "السودان", long_two), lines) == {1, 2, 3}


def test_align_joins_lines_that_one_paragraph_fills() -> None:
    assert align((SENTENCE,), ("القائمة", SENTENCE[:30], SENTENCE[30:], "شارك")) == {1, 2}
