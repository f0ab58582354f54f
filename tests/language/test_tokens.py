"""Words and marks."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ('قال: "نعم".', ["قال", ":", '"', "نعم", '"', "."]),
        ("مُذكِّراً بأنّ", ["مُذكِّراً", "بأنّ"]),
        ("انتهى الاجتماع.وقال", ["انتهى", "الاجتماع", ".", "وقال"]),
        ("the U.S. won't pay $3.5 or 1,000.", ["the", "U.S", ".", "won't", "pay", "$", "3.5", "or", "1,000", "."]),
        ("30 حزيران/ يونيو", ["30", "حزيران", "/", "يونيو"]),
        ("\u200fدمشق\u200f و\u200cبغداد", ["دمشق", "و\u200cبغداد"]),
        ("المطارات،والموانئ", ["المطارات", "،", "والموانئ"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@given(st.text())
def test_every_visible_character_is_in_exactly_one_token(text: str) -> None:
    tokens = tokenize(text)
    assert all(token.span.of(text) == token.text and token.normal for token in tokens)
    assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))
    covered = {i for token in tokens for i in range(*token.span)}
    for i, character in enumerate(text):
        assert i in covered or character.isspace() or unicodedata.category(character) == "Cf"


@given(st.text(alphabet="قال. «نعم» abc\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_keeps_the_offsets_of_the_whole(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    for token in tokenize(text, start, end):
        assert start <= token.span.start < token.span.end <= end
        assert token.span.of(text) == token.text
