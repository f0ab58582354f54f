"""Texts of others become safe HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.report.markup import Anchors, direction_of, file_name, marked, web_address

ANCHORS = Anchors("ar", (("A", "B"), ("A", 'C"><b>')), ("un", "<key>"), ("r1",))


def test_triggers_are_marked_and_all_else_escaped() -> None:
    assert marked("اتهم <b>أنقرة</b>", "اتهم") == "<mark>اتهم</mark> &lt;b&gt;أنقرة&lt;/b&gt;"
    assert marked("no such word", "missing") == "no such word"
    assert marked("nothing marked", "") == "nothing marked"


@given(st.text(), st.text())
def test_marking_never_lets_markup_through(quote: str, trigger: str) -> None:
    out = str(marked(quote, trigger)).replace("<mark>", "").replace("</mark>", "")
    assert not set(out) & set("<>\"'")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("http://[", False),
        ("reports/a.txt", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


def test_keys_of_sources_become_links() -> None:
    assert ANCHORS.linked("see [un], [who]") == 'see <a href="#ar-source-1">[un]</a>, [who]'
    assert ANCHORS.linked("un") == '<a href="#ar-source-1">un</a>'
    assert ANCHORS.linked("<i>[<key>]") == '&lt;i&gt;<a href="#ar-source-2">[&lt;key&gt;]</a>'


def test_ids_are_numbered_so_that_any_name_is_safe() -> None:
    assert ANCHORS.tie(('C"><b>', "A")) == "ar-tie-2"
    assert ANCHORS.report("r1") == "ar-report-1"
    assert ANCHORS.report("never read") is None
    assert ANCHORS.source("nobody") is None


def test_directions() -> None:
    assert [direction_of(lang) for lang in ("ar", "en", "")] == ["rtl", "ltr", "auto"]


@pytest.mark.parametrize("path", ["/home/a/case/reports/x.txt", "reports/x.txt", "x.txt", "C:\\cases\\x.txt"])
def test_only_the_name_of_a_file_is_shown(path: str) -> None:
    assert file_name(path) == "x.txt"
