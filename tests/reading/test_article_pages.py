"""Whole pages, with all that news sites put around an article: the body is found to the letter."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.model import Report
from ahlaf.reading import find_article, make_page

AR_TITLE = "وزيرا خارجية مصر والعراق يبحثان أمن الحدود في بغداد"
AR = [
    "بحث وزير الخارجية المصري مع نظيره العراقي، اليوم الأحد في بغداد، أمن الحدود وسبل دعم الحوار بين دول المنطقة.",
    "وقال الوزير المصري، في مؤتمر صحافي مشترك، إن القاهرة تقف إلى جانب بغداد في مواجهة الإرهاب.",
    "ملفات مشتركة",
    "واتفق الجانبان على عقد جولة جديدة من المشاورات في القاهرة قبل نهاية العام.",
]
EN_TITLE = "Jordan and Iraq agree to reopen their border crossing"
EN = [
    "AMMAN (Reuters) - Jordan and Iraq agreed on Sunday to reopen their only border crossing, officials said.",
    "The crossing closed a year ago, after militants had seized the highway that leads to it.",
    "Trade and transit",
    "“Both sides gain from open roads,” the minister told reporters in Amman.",
]


def paragraphs(lines: list[str], *, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)


def links(*texts: str) -> str:
    return "<ul>" + "".join(f"<li><a href='/{i}'>{text}</a></li>" for i, text in enumerate(texts)) + "</ul>"


AR_MENU = links("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة")
EN_MENU = links("Home", "World", "Business", "Sport", "Opinion")
AR_RELATED = links("تركيا تعلن مناورات جديدة", "لبنان يستعد لانتخاب رئيس", "قمة ثلاثية في عمّان الشهر المقبل")
EN_RELATED = links("Turkey announces new drills", "Lebanon prepares to elect a president", "Three-way summit in Amman")
AR_SHARE = "<div class='share'><a href='#'>فيسبوك</a> <a href='#'>تويتر</a> <a href='#'>واتساب</a></div>"
EN_SHARE = "<div class='share'><a href='#'>Share</a><a href='#'>Tweet</a><a href='#'>WhatsApp</a></div>"


def page(title: str, body: str, *, site: str = "Site", head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title} - {site}</title>"
        f"<meta property='og:site_name' content='{site}'>{head}</head><body>{body}</body></html>"
    )


PAGES = {
    "menu, share buttons and footer": (
        page(
            AR_TITLE,
            f"<nav>{AR_MENU}</nav><article><h1>{AR_TITLE}</h1><time>الأحد، 28 حزيران/ يونيو 2015</time>{AR_SHARE}"
            f"{paragraphs(AR)}</article><footer>جميع الحقوق محفوظة © 2015</footer>",
        ),
        AR,
    ),
    "related stories in the midst of the article": (
        page(
            AR_TITLE,
            f"<nav>{AR_MENU}</nav><main><h1>{AR_TITLE}</h1>{paragraphs(AR[:2])}"
            f"<div><h4>اقرأ أيضا</h4>{AR_RELATED}</div>{paragraphs(AR[2:])}</main>",
        ),
        AR,
    ),
    "a caption, its source, and a related story in one line": (
        page(
            AR_TITLE,
            f"<article><h1>{AR_TITLE}</h1><figure><img src='a.jpg'><figcaption>صدر الصورة، وكالات</figcaption></figure>"
            f"{paragraphs(AR[:2])}<p>اقرأ أيضا: <a href='/x'>قمة ثلاثية في عمّان الشهر المقبل</a></p>"
            f"{paragraphs(AR[2:])}</article>",
        ),
        AR,
    ),
    "a comment section": (
        page(
            AR_TITLE,
            f"<div id='content'><h1>{AR_TITLE}</h1>{paragraphs(AR)}</div><div id='comments'><h3>التعليقات</h3>"
            f"<div class='comment'><b>قارئ</b><p>هذا خبر مهم جدا ونشكر الموقع على نشره لنا كل يوم.</p></div>"
            f"<form><input name='n'><textarea>اكتب تعليقك</textarea></form></div>",
        ),
        AR,
    ),
    "a table as layout, breaks as paragraphs": (
        page(
            AR_TITLE,
            f"<table><tr><td width='20%'>{AR_MENU}</td><td><h2>{AR_TITLE}</h2>{'<br><br>'.join(AR)}</td></tr></table>",
        ),
        AR,
    ),
    "English: menu, byline, share buttons, most read": (
        page(
            EN_TITLE,
            f"<header>{EN_MENU}</header><article><h1>{EN_TITLE}</h1><p class='byline'>By A. Reporter</p>"
            f"<p>June 28, 2015</p>{EN_SHARE}{paragraphs(EN)}</article>"
            f"<aside><h3>Most read</h3>{EN_RELATED}</aside><footer>© 2015 Site. All rights reserved.</footer>",
        ),
        EN,
    ),
    "English: related links between paragraphs, notices at the end": (
        page(
            EN_TITLE,
            f"<article><h1>{EN_TITLE}</h1>{paragraphs(EN[:2])}{EN_RELATED}{paragraphs(EN[2:])}"
            "<p>Follow us on Twitter and Facebook.</p>"
            "<p>Get the day’s headlines delivered to your inbox.</p></article>",
        ),
        EN,
    ),
    "English: a list in the article is no list of links": (
        page(
            EN_TITLE,
            f"<article><h1>{EN_TITLE}</h1>{paragraphs(EN[:2])}<p>The agreement has three parts:</p>"
            "<ul><li>Customs will open in the morning</li><li>Lorries will travel in convoys</li>"
            "<li>Both armies will guard the road</li></ul>"
            f"{paragraphs(EN[3:])}</article>",
        ),
        [
            *EN[:2],
            "The agreement has three parts:",
            "Customs will open in the morning",
            "Lorries will travel in convoys",
            "Both armies will guard the road",
            EN[3],
        ],
    ),
    "English: a video that never ends, a headline in other words than the page's title": (
        page(
            "Border crossing to reopen, Jordan and Iraq agree",
            f"<article><h1>{EN_TITLE}</h1><div><video src='v.mp4'>No video here</div>{paragraphs(EN)}</article>"
            f"<div>{EN_RELATED}</div>",
        ),
        EN,
    ),
    "English: links, elements of the page's own and soft hyphens within paragraphs": (
        page(
            EN_TITLE,
            f"<article><h1>{EN_TITLE}</h1>"
            f"<p>{EN[0].replace('officials', '<x-ref><a href=/o>offi&shy;cials</a></x-ref>')}</p>"
            f"{paragraphs(EN[1:])}</article>",
        ),
        [EN[0].replace("officials", "offi\u00adcials"), *EN[1:]],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_body_of_a_page(name: str) -> None:
    source, body = PAGES[name]
    made = make_page("a", source)
    assert [span.of(made.text) for span in find_article(made).body] == body


def test_the_title_and_the_day() -> None:
    made = make_page("a", PAGES["menu, share buttons and footer"][0])
    found = find_article(made)
    assert found.title_text == AR_TITLE
    assert found.date == date(2015, 6, 28)
    source, _ = PAGES["English: a video that never ends, a headline in other words than the page's title"]
    other = find_article(make_page("a", source))
    assert other.title_text == EN_TITLE


TEXTS = {
    "a title said twice, a tail of blocks": (
        f"{AR_TITLE}\n{AR_TITLE}{AR_TITLE}\nالأحد 28 يونيو 2015\n" + "\n".join(AR) + "\n\nالأكثر قراءة\n\n"
        "تركيا تعلن مناورات جديدة\nلبنان يستعد لانتخاب رئيس\n\nشارك\nفيسبوك\nتويتر\nمرآة الشرق\nwww.example.org\n",
        AR,
    ),
    "menus above, comments below": (
        f"الرئيسية\nسياسة\nرياضة\n{AR_TITLE}\n{AR_TITLE}\nحجم الخط\n"
        + "\n".join(AR) + "\nالتعليقات\nقارئ\nأضف تعليقك\n",
        AR,
    ),
    "captions and a related story between paragraphs": (
        f"{AR[0]}\nصدر الصورة، وكالات\n{AR[1]}\nاقرأ أيضا: قمة ثلاثية في عمّان\n" + "\n".join(AR[2:]),
        AR,
    ),
    "English: share buttons and related stories": (
        f"{EN_TITLE}\n{EN_TITLE}\nShare\nTweet\nWhatsApp\n" + "\n".join(EN[:2])
        + "\nRead more: Turkey announces new drills\n" + "\n".join(EN[2:])
        + "\nRelated stories\nTurkey announces new drills\nLebanon prepares to elect a president\n",
        EN,
    ),
    "English: notices and a reporter's address": (
        "\n".join(EN)
        + "\nThe writer may be reached at a.reporter@example.org.\nSubscribe to our newsletter.\n© 2015 Site\n",
        EN,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_the_body_of_a_page_copied_as_text(name: str) -> None:
    text, body = TEXTS[name]
    found = find_article(Report("a", text, title=None))
    assert [span.of(text) for span in found.body] == body
