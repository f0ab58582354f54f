"""A text made ready for reading."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import make_document
from ahlaf.model import Span

TEXT = "عنوان\nقالت دمشق «نعم. نحن هنا».\n\nوغادر الوفد. وعاد.\nشعار"


def _span_of(piece: str) -> Span:
    return Span(TEXT.index(piece), TEXT.index(piece) + len(piece))


def test_only_the_body_is_cut() -> None:
    body = [_span_of("قالت دمشق «نعم. نحن هنا»."), _span_of("وغادر الوفد. وعاد.")]
    document = make_document(TEXT, "ar", date=date(2015, 6, 29), body=body)
    assert [s.span.of(TEXT) for s in document.sentences] == ["قالت دمشق «نعم.", "نحن هنا».", "وغادر الوفد.", "وعاد."]
    assert [s.paragraph for s in document.sentences] == [0, 0, 1, 1]
    assert [q.inner.of(TEXT) for q in document.quotations] == ["نعم. نحن هنا"]
    assert (document.lang, document.date, document.body) == ("ar", date(2015, 6, 29), tuple(body))


def test_sentence_at() -> None:
    document = make_document(TEXT, "ar")
    at = TEXT.index("وغادر")
    found = document.sentence_at(at)
    assert found is not None
    assert found.span.of(TEXT) == "وغادر الوفد."
    assert document.sentence_at(at - 1) is None
    assert document.sentence_at(len(TEXT)) is None


@given(st.text(alphabet='قال نعم.؟"«»\r\n\u2028aB 1', max_size=80))
def test_sentence_at_agrees_with_a_search(text: str) -> None:
    document = make_document(text, "ar")
    for offset in range(len(text) + 1):
        slow = next((s for s in document.sentences if s.span.start <= offset < s.span.end), None)
        assert document.sentence_at(offset) == slow
