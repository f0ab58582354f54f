"""Numbers, dates, lists, names and acts, in both languages."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Act, Case, Commitment, Condition
from ahlaf.report.catalogue import LANGUAGES, Lang, messages
from ahlaf.report.words import Words

LRM, MINUS = "\u200e", "\u2212"


def test_weights_carry_a_real_minus_and_keep_their_side_in_arabic(case: Case) -> None:
    assert Words.of(case, "en").weight(-0.7) == f"{MINUS}0.70"
    assert Words.of(case, "ar").weight(-0.7) == f"{LRM}{MINUS}0.70"
    assert Words.of(case, "ar").weight(0.25) == f"{LRM}+0.25"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_rounds_to_minus_zero(lang: Lang, case: Case) -> None:
    words = Words.of(case, lang)
    assert words.weight(-0.001) == "0.00"
    assert words.whole(0) == "0"
    assert words.number(-0.001) == "0"


def test_probabilities_never_claim_certainty(case: Case) -> None:
    words = Words.of(case, "en")
    assert words.probability(0.0) == "less than 1%"
    assert words.probability(1.0) == "more than 99%"
    assert words.probability(0.415) == "42%"
    assert Words.of(case, "ar").probability(0.0) == "أقل من 1%"


def test_likelihood_in_words(case: Case) -> None:
    assert Words.of(case, "en").likelihood(0.5) == "about as likely as not"
    assert Words.of(case, "en").likelihood(1.0) == "virtually certain"
    assert Words.of(case, "ar").likelihood(0.2) == "مستبعد"


def test_dates_and_lists(case: Case) -> None:
    english, arabic = Words.of(case, "en"), Words.of(case, "ar")
    assert english.day(date(2015, 6, 29)) == "29 June 2015"
    assert arabic.day(date(2015, 6, 29)) == "29 يونيو 2015"
    assert english.named(["SYR", "SAU", "JOR"]) == "Syria, Saudi Arabia and Jordan"
    assert arabic.named(["SYR", "SAU", "JOR"]) == "سوريا والسعودية والأردن"
    assert arabic.between_all([("SAU", "SYR"), ("SYR", "TUR")]) == "بين السعودية وسوريا، وبين سوريا وتركيا"
    assert english.named([]) == "nobody"


@pytest.mark.parametrize(
    ("n", "said"), [(1, "درجة واحدة"), (2, "درجتين"), (3, "3 درجات"), (11, "11 درجة"), (100, "100 درجة")]
)
def test_arabic_numbers_agree_with_what_they_count(n: int, said: str, case: Case) -> None:
    assert Words.of(case, "ar").say("package.notches", n) == said


def test_a_counted_message_needs_its_number(case: Case) -> None:
    with pytest.raises(TypeError, match=r"package\.notches"):
        Words.of(case, "en").say("package.notches")


def test_acts_of_several_parties_are_said_in_one(case: Case) -> None:
    acts = [Act("SYR", "joins"), Act("TUR", "joins"), Act("RUS", "guarantees", "SYR")]
    assert Words.of(case, "en").acts(acts) == "Syria and Turkey join, and Russia guarantees Syria"
    assert Words.of(case, "ar").acts(acts) == "انضمام سوريا وتركيا، وحصول سوريا على ضمانات من روسيا"


def test_an_unlisted_deed_is_shown_as_written(case: Case) -> None:
    act = Act("TUR", "moves_the_tomb_of", "SYR")
    assert Words.of(case, "en").act(act) == "Turkey moves the tomb of Syria"
    assert Words.of(case, "ar").act(Act("TUR", "تنقل_القبر")) == "تركيا تنقل القبر"


def test_rules_in_plain_words(case: Case) -> None:
    some = Condition((Act("SYR", "joins"), Act("TUR", "joins"), Act("JOR", "joins")), 2)
    rule = Commitment(Act("SAU", "joins"), (some,), (Act("RUS", "leaves"),), 1, "")
    said = "Saudi Arabia joins if at least 2 of (Syria joins; Turkey joins; Jordan joins), unless Russia leaves"
    assert Words.of(case, "en").rule(rule) == said
    assert "تحقق اثنين على الأقل من (انضمام سوريا؛ انضمام تركيا؛ انضمام الأردن)" in Words.of(case, "ar").rule(rule)


def test_unknown_names_go_by_their_code(case: Case) -> None:
    assert Words.of(case, "ar").name("NOBODY_KNOWS") == "NOBODY_KNOWS"


def test_names_known_elsewhere_are_found(case: Case) -> None:
    assert Words.of(case, "en").name("UN") == "United Nations"
    assert Words.of(case, "ar").name("UN") == "الأمم المتحدة"


def test_the_article_stands_within_sentences_only(case: Case) -> None:
    words = Words.of(case, "en")
    assert words.name("USA") == "United States"
    assert words.between(("RUS", "USA")) == "between Russia and the United States"
    assert words.say("order.one", names=words.in_prose("USA")) == "the United States signs"
    assert words.opening(words.in_prose("USA")) == "The United States"
    assert Words.of(case, "ar").in_prose("USA") == "الولايات المتحدة"


def test_braces_in_names_do_no_harm(case: Case) -> None:
    words = Words("en", {"A": "{pair}", "B": "{0}"})
    assert words.between(("A", "B")) == "between {pair} and {0}"


@given(st.integers(0, 10_000), st.sampled_from(LANGUAGES))
def test_every_count_has_a_form(n: int, lang: Lang) -> None:
    words = Words(lang, {})
    for key, message in messages(lang).items():
        if not isinstance(message, str):
            names = {name for text in message.values() for _, name, _, _ in Formatter().parse(text) if name}
            assert words.say(key, n, **dict.fromkeys(names - {"n"}, ""))
