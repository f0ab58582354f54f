"""Spans count code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Span


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_span_is_a_slice(text: str, start: int, length: int) -> None:
    assert Span(start, start + length).of(text) == text[start : start + length]


def test_covers_and_overlaps() -> None:
    outer, inner, after = Span(2, 8), Span(3, 8), Span(8, 9)
    assert outer.covers(inner)
    assert not inner.covers(outer)
    assert inner.overlaps(outer)
    assert not outer.overlaps(after)
