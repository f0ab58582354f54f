"""Quotation marks pair up, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import find_quotations, tokenize


def quoted(text: str) -> list[tuple[str, int, bool]]:
    return [(q.inner.of(text), q.depth, q.closed) for q in find_quotations(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نحن هنا».", [("نحن هنا", 0, True)]),
        ("قال »نحن هنا« أمس.", [("نحن هنا", 0, True)]),
        ("قال “نحن هنا” أمس.", [("نحن هنا", 0, True)]),
        ("قال “نحن هنا“ أمس.", [("نحن هنا", 0, True)]),
        ("قال ”نحن هنا” أمس.", [("نحن هنا", 0, True)]),
        (
            'قال إن "الخطر الذي يمثله "داعش"، يهدد الجميع".',
            [('الخطر الذي يمثله "داعش"، يهدد الجميع', 0, True), ("داعش", 1, True)],
        ),
        ('اتهم ب"الخيانة" و"الغدر".', [("الخيانة", 0, True), ("الغدر", 0, True)]),
        ('على صلة بـ"الجيش الحر" هناك', [("الجيش الحر", 0, True)]),
        ("«قال إن “الحل” قريب»", [("قال إن “الحل” قريب", 0, True), ("الحل", 1, True)]),
        ('قال " نحن هنا " أمس', [(" نحن هنا ", 0, True)]),
        ("قال «نحن هنا ولم يكمل.", [("نحن هنا ولم يكمل.", 0, False)]),
        ('داعيا إلى وقف تمويله".', []),
        ('He said "we won\'t go" and left.', [("we won't go", 0, True)]),
        ("the ministers' 'red line' held", [("red line", 0, True)]),
        ("the ministers' talks of the '90s", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="قال ن\"«»“”'‘’.،", max_size=40))
def test_spans_lead_back_and_never_cross(text: str) -> None:
    found = find_quotations(tokenize(text))
    for q in found:
        assert q.span.start < q.inner.start <= q.inner.end <= q.span.end <= len(text)
        assert q.closed == (q.inner.end < q.span.end)
    for a in found:
        for b in found:
            crossing = a.span.start < b.span.start < a.span.end < b.span.end
            assert not crossing
