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
        ("<p>دمشق</p><a href='x", "دمشق\n"),
        ("<p>x < y</p>z < 3", "x < y\nz < 3"),
        ("<p>دمشق<!-- never ends <p>عمّان</p>", "دمشق"),
        ("a<!-->b<![CDATA[c]]>d<![e>f<!>g", "abdfg"),
        ("<p>ال<x-y>قا</x-y>هرة</p>", "القاهرة\n"),
        ("<div><video>v</div><p>بعد</p>", "بعد\n"),
        ("<head><title>ع</title><p>ب</p>", "ع\nب\n"),
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


@pytest.mark.parametrize(
    "piece", ["<a b='", "<a b", "<!--", "<!--x>", "<![CDATA[x>", "<![", "<a/", "</a", "<a\n", "<?", "<script></scrip"]
)
def test_a_page_of_broken_tags_is_read_in_one_go(piece: str) -> None:
    """A parser that looks for an end again and again would take many minutes."""
    source = f"<p>{SENTENCE}</p>{piece * (300_000 // len(piece))}"
    assert page_text(source).text.startswith(f"{SENTENCE}\n")


def test_links_and_headings() -> None:
    page = page_text(
        "<head><title>ع - موقع</title></head><body><h1>ع <b>ع</b></h1><a name=x>لا</a>"
        "<p>قال <a href=/y>الوزير</a> نعم</p>"
        "<a href=/z><div>قصة</div></a>"
    )
    assert [span.of(page.text) for span in page.links] == ["الوزير", "قصة\n"]
    assert [span.of(page.text) for span in page.headings] == ["ع - موقع", "ع ع"]


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


def test_align_knows_a_bullet_and_a_soft_hyphen_from_letters() -> None:
    lines = ("القائمة", "بند أول", f"{SENTENCE[:20]}\u00ad{SENTENCE[20:]}", "بند ثان")
    assert align(("- بند أول", SENTENCE, "- بند ثان"), lines) == {1, 2, 3}


def test_align_finds_a_paragraph_without_the_words_of_its_link() -> None:
    assert align((SENTENCE,), ("القائمة", SENTENCE.replace("للحوار", "للحوار المباشر"), "شارك")) == {1}


def test_align_finds_what_comes_twice_and_out_of_order() -> None:
    one, two = SENTENCE, SENTENCE.replace("وزير", "نائب وزير")
    assert align((two, one), (one, "شارك", two)) == {0, 2}
    assert align((one, two, one), (one, two, one)) == {0, 1, 2}


def test_align_finds_the_cells_that_a_table_runs_together() -> None:
    one, two = SENTENCE, SENTENCE.replace("وزير", "نائب وزير")
    assert align((f"| القائمة | {one} {two} | شارك |",), ("القائمة", one, "إعلان", two, "أخرى")) == {1, 3}


def test_align_joins_lines_that_one_paragraph_fills() -> None:
    assert align((SENTENCE,), ("القائمة", SENTENCE[:30], SENTENCE[30:], "شارك")) == {1, 2}
