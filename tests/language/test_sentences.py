"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import split_sentences, tokenize
from ahlaf.language.sentences import MAX_SENTENCE_TOKENS


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوزير. وغادر المبعوث.", ["وصل الوزير.", "وغادر المبعوث."]),
        ("قال «سنبقى هنا». ثم خرج.", ["قال «سنبقى هنا».", "ثم خرج."]),
        ("سأل «لماذا؟» ثم خرج.", ["سأل «لماذا؟»", "ثم خرج."]),
        ("التقى د. سمير الوفد.", ["التقى د. سمير الوفد."]),
        ("انتهى الاجتماع.وقال الوزير إنه نجح.", ["انتهى الاجتماع.", "وقال الوزير إنه نجح."]),
        ("ذكرت أ.ف.ب أن الوفد وصل.", ["ذكرت أ.ف.ب أن الوفد وصل."]),
        ("بلغت النسبة 3.5 في المئة.", ["بلغت النسبة 3.5 في المئة."]),
        ("Mr. Lee met Gen. Khan. They spoke.", ["Mr. Lee met Gen. Khan.", "They spoke."]),
        ("The U.S. Senate met in the U.S. The vote failed.", ["The U.S. Senate met in the U.S.", "The vote failed."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("It met on Dec. 5 in Geneva.", ["It met on Dec. 5 in Geneva."]),
        ('"Why?" he asked. "No."', ['"Why?" he asked.', '"No."']),
        ("John F. Kerry spoke...", ["John F. Kerry spoke..."]),
        ("بلا نقطة", ["بلا نقطة"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='قالنعم. ؟!"«»abC.5\u064b', max_size=80))
def test_sentences_hold_every_token_once_in_order(text: str) -> None:
    tokens = tokenize(text)
    found = list(split_sentences(tokens))
    assert tuple(token for sentence in found for token in sentence.tokens) == tokens


def test_a_run_without_a_stop_is_cut() -> None:
    found = list(split_sentences(tokenize("كلمة " * (MAX_SENTENCE_TOKENS * 2 + 1))))
    assert [len(sentence.tokens) for sentence in found] == [MAX_SENTENCE_TOKENS, MAX_SENTENCE_TOKENS, 1]
