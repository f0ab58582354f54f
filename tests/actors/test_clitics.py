"""Proclitics of Arabic words, forms of demonyms, edit distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.actors.clitics import bare, raw_length, readings
from ahlaf.actors.demonyms import arabic_forms, english_forms
from ahlaf.actors.suggest import edit_distance
from ahlaf.language import normal

ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤًٌَُِّْـ", min_size=1, max_size=12)


def test_the_whole_word_is_read_first() -> None:
    assert readings("واشنطن")[0] == (0, "واشنطن")
    assert readings("ليبيا")[0] == (0, "ليبيا")


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وروسيا", (1, "روسيا")),
        ("بموسكو", (1, "موسكو")),
        ("والسعوديه", (1, "السعوديه")),
        ("للسعوديه", (1, "السعوديه")),
        ("وللسعوديه", (2, "السعوديه")),
        ("كالاردن", (1, "الاردن")),
    ],
)
def test_what_is_glued_before_comes_off(word: str, reading: tuple[int, str]) -> None:
    assert reading in readings(word)


def test_a_prefix_is_measured_in_the_raw_word() -> None:
    assert raw_length("لـداعش", 1) == 2
    assert raw_length("وَروسيا", 1) == 2
    assert raw_length("روسيا", 0) == 0


@given(ARABIC)
def test_the_stem_is_the_end_of_the_word(raw: str) -> None:
    word = normal(raw)
    for length, stem in readings(word):
        assert stem in (word[length:], "ال" + word[length + 1 :])
        assert 0 <= raw_length(raw, length) <= len(raw)


def test_the_article_comes_off_but_never_the_whole_word() -> None:
    assert bare("الرييس") == "رييس"
    assert bare("الم") == "الم"


def test_forms_of_a_nisba() -> None:
    forms = dict(arabic_forms("سعودي"))
    assert {"سعودي", "السعودي", "السعودية", "سعوديا", "السعوديون", "السعوديين"} <= set(forms)
    assert forms["السعوديين"] and not forms["السعودية"]
    assert "الكورية الجنوبية" in dict(arabic_forms("كوري جنوبي"))


def test_english_plurals() -> None:
    assert dict(english_forms("Saudi")) == {"Saudi": False, "Saudis": True}
    assert list(english_forms("Chinese")) == [("Chinese", False)]


def test_edit_distance_by_hand() -> None:
    assert edit_distance("syira", "syria", 3) == 1
    assert edit_distance("لافروق", "لافروف", 3) == 1
    assert edit_distance("abc", "abc", 0) == 0
    assert edit_distance("abcdef", "uvwxyz", 2) == 3
