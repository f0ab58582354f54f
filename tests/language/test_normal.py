"""One spelling for what readers take to be the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنقرة", "انقره"),
        ("إيران", "ايران"),
        ("موسكــو", "موسكو"),
        ("مُعَلِّم", "معلم"),
        ("مستشفى", "مستشفي"),
        ("۲۰۱٥", "2015"),
        ("\ufefbزم", "لازم"),
        ("e\u0301tat", "état"),
        ("mi\u00adnister", "MINISTER"),
        ("\u202bدمشق\u202c", "دمشق"),
        ("L’Orient", "l'orient"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [("قتل", "قبل"), ("سوريا", "سورية"), ("Iran", "Iraq")])
def test_another_word(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@given(st.text(alphabet="أإآابتةىيكگ٣3ًَـ ‏’'aZé"))
def test_normal_form_is_its_own(word: str) -> None:
    assert normal(normal(word)) == normal(word)
