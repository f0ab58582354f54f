"""The page: whole, safe, in both languages, in one file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ahlaf.model import Answer, Case, Certificate, ProofStatus, Reconciliation
from ahlaf.report import LANGUAGES, Lang, to_page

VOID = {"meta", "input", "br", "link", "img", "hr"}
ATTACK = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&"
LOADING = {"src", "srcset", "data", "poster", "action", "formaction", "background", "style"}


class Page(HTMLParser):
    """Collects what the tests ask for and fails where elements do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.texts.append(data)

    @property
    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.elements if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [str(attrs["href"]) for tag, attrs in self.elements if tag == "a"]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture
def page(case: Case, answer: Answer) -> Page:
    return Page(to_page(case, answer, lang="en"))


def test_ids_are_unique_and_every_anchor_leads_somewhere(page: Page) -> None:
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets
    assert targets <= set(page.ids)
    named = " ".join(
        str(a[k]) for _, a in page.elements for k in ("aria-labelledby", "aria-describedby", "for") if k in a
    )
    assert set(named.split()) <= set(page.ids)


def test_nothing_is_loaded_from_elsewhere(page: Page, case: Case, answer: Answer) -> None:
    for tag, attrs in page.elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "use", "image"}
        assert not LOADING & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        assert tag == "a" or "href" not in attrs
    text = to_page(case, answer, lang="en")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|import\(", text)
    assert all(link.startswith(("#", "https://example.org/")) for link in page.links)


def test_the_security_policy_lets_in_this_style_and_script_only(page: Page, case: Case, answer: Answer) -> None:
    text = to_page(case, answer, lang="en")
    policy = next(str(a["content"]) for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        inner = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert len(inner) == 1
        digest = base64.b64encode(hashlib.sha256(inner[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_both_languages_are_whole_and_the_asked_one_is_shown(case: Case, answer: Answer) -> None:
    for lang in LANGUAGES:
        page = Page(to_page(case, answer, lang=lang))
        mains = [(a["lang"], a["dir"]) for tag, a in page.elements if tag == "main"]
        assert mains == [("en", "ltr"), ("ar", "rtl")]
        chosen = [a["value"] for tag, a in page.elements if tag == "input" and "checked" in a]
        assert chosen == [lang]
        assert page.elements[0] == ("html", {"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"})
        headings = Counter(a["id"].split("-")[0] for t, a in page.elements if t in {"h1", "h2"} and a.get("id"))  # type: ignore[union-attr]
        assert headings["en"] == headings["ar"] > 10


def test_quotes_keep_their_own_language(page: Page) -> None:
    quotes = {(a["lang"], a["dir"]) for tag, a in page.elements if tag == "blockquote"}
    assert quotes == {("ar", "rtl"), ("en", "ltr")}
    assert any(tag == "mark" for tag, _ in page.elements)


def test_numbers_come_from_the_answer(page: Page) -> None:
    for said in ("4%", "3.71", "4.38", "0.62", "−1.22", "+0.65", "12; required: 15", "29 June 2015", "29 يونيو 2015"):
        assert said in page.text
    assert "A coder put it at −0.67, in place of the −0.41 that the reports give." in page.text
    assert "No embassy since 2012." in page.text


def test_no_markup_of_others_gets_through(case: Case, answer: Answer) -> None:
    evil = tuple(
        replace(
            tie,
            note=ATTACK,
            source=ATTACK,
            evidence=tuple(
                replace(e, quote=ATTACK, trigger="<script>", publisher=ATTACK, url="javascript:alert(1)", why=ATTACK)
                for e in tie.evidence
            ),
        )
        for tie in case.ties
    )
    parties = tuple(
        replace(p, source=ATTACK, actor=replace(p.actor, name_en=ATTACK, name_ar=ATTACK)) for p in case.parties
    )
    sources = tuple(replace(source, citation=ATTACK, url="javascript:alert(1)") for source in case.sources)
    bad = replace(
        case, ties=evil, parties=parties, sources=sources, title_en=ATTACK, title_ar=ATTACK, threat_name_en=ATTACK
    )
    assert answer.commitments
    rules = tuple(replace(rule, text=ATTACK, note=ATTACK) for rule in answer.commitments.rules)
    text = to_page(bad, replace(answer, commitments=replace(answer.commitments, rules=rules)), lang="en")
    page = Page(text)
    assert sum(tag == "script" for tag, _ in page.elements) == 1
    assert "img" not in {tag for tag, _ in page.elements}
    assert not any(link.startswith("javascript") for link in page.links)
    assert "<script>alert" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_answer_gives_the_same_bytes(lang: Lang, case: Case, answer: Answer) -> None:
    assert to_page(case, answer, lang=lang) == to_page(case, answer, lang=lang)


def test_where_a_case_lies_does_not_show(case: Case, answer: Answer) -> None:
    pages = []
    for folder in ("/home/one", "/srv/two"):
        readings = tuple(
            replace(r, report=replace(r.report, path=f"{folder}/reports/{r.report.id}.txt")) for r in case.readings
        )
        pages.append(to_page(replace(case, readings=readings), answer, lang="en"))
    assert pages[0] == pages[1]
    assert "r1.txt" in pages[0]


def test_a_bare_case_still_has_a_page(case: Case, answer: Answer) -> None:
    none = Reconciliation((), Certificate(ProofStatus.INFEASIBLE, 0.0, 0.0))
    bare = replace(case, ties=(), readings=(), sources=(), commitments=())
    empty = replace(
        answer,
        reconciliation=none,
        brokers=(),
        teams=(),
        order=None,
        sensitivity=(),
        joining=(),
        commitments=None,
        camps=None,
    )
    page = Page(to_page(bare, empty, lang="ar"))
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets <= set(page.ids)
    assert "لم تُقرأ تقارير لهذه الحالة." in page.text
    assert "No mending of ties, however dear, would make it hold." in page.text
