"""Reading promises: both languages, notes, and the place of every mistake."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import Act, Condition, RuleError, RuleErrors
from ahlaf.solve.commitments.rules import parse_commitments
from ahlaf.solve.commitments.rules_words import keywords

ROLES = {"if", "and", "unless", "or", "at_least", "of", "since"}


def day_of(text: str) -> date | None:
    return parse_commitments(text)[0].since


def all_of(*acts: Act) -> tuple[Condition, ...]:
    return tuple(Condition((act,), 1) for act in acts)


def test_a_rule_in_full() -> None:
    (rule,) = parse_commitments(
        "RUS guarantees SYR if SYR joins and at least 2 of (SAU joins, JOR joins, USA joins)"
        " unless TUR leaves or QAT leaves"
    )
    assert rule.act == Act("RUS", "guarantees", "SYR")
    assert rule.when == (
        Condition((Act("SYR", "joins"),), 1),
        Condition((Act("SAU", "joins"), Act("JOR", "joins"), Act("USA", "joins")), 2),
    )
    assert rule.unless == (Act("TUR", "leaves"), Act("QAT", "leaves"))


@pytest.mark.parametrize(
    "text",
    [
        "تركيا تنضم إذا سوريا تنضم و السعودية يكف و على الأقل 2 من (مصر تنضم, الأردن ينضم) ما لم إيران تنسحب",
        "تركيا تنضم إذا سوريا تنضم والسعودية يكف وعلى الأقل ٢ من (مصر تنضم، الأردن ينضم) ما لم إيران تنسحب",
        "تركيا تنضم اذا سوريا تنضم و السعودية يكف و ٢ على الأقل من (مصر تنضم، الأردن ينضم) إلا إذا إيران تنسحب",
        "تركيا تنضم إذا سوريا تنضم والسعودية يكف وعلى الأقل 2 من (مصر تنضم، الأردن ينضم) وما لم إيران تنسحب",
        "تركيا تنضم if سوريا تنضم and السعودية يكف and at least 2 of (مصر تنضم، الأردن ينضم) unless إيران تنسحب",
    ],
)
def test_arabic_keywords_and_names(text: str) -> None:
    (rule,) = parse_commitments(text)
    assert rule.act == Act("تركيا", "تنضم")
    assert rule.when == (
        *all_of(Act("سوريا", "تنضم"), Act("السعودية", "يكف")),
        Condition((Act("مصر", "تنضم"), Act("الأردن", "ينضم")), 2),
    )
    assert rule.unless == (Act("إيران", "تنسحب"),)


def test_an_attached_and_parts_acts_with_and_without_objects() -> None:
    (rule,) = parse_commitments("SYR تنضم إذا RUS تضمن SYR وTUR يكف وSAU يكف QAT")
    assert rule.when == all_of(Act("RUS", "تضمن", "SYR"), Act("TUR", "يكف"), Act("SAU", "يكف", "QAT"))


def test_andorra_is_no_keyword() -> None:
    (rule,) = parse_commitments("AND joins if OF joins and AND meets OR")
    assert rule.act == Act("AND", "joins")
    assert rule.when == all_of(Act("OF", "joins"), Act("AND", "meets", "OR"))


def test_notes_lines_and_text() -> None:
    rules = parse_commitments(
        "\ufeff# the first offer\r\n# of two lines\r\nSYR joins\r\n\r\n# about nothing\r\n\r\n"
        "  TUR joins if SYR joins   # an aside\r\n"
    )
    assert [(rule.line, rule.text, rule.note) for rule in rules] == [
        (3, "SYR joins", "the first offer of two lines"),
        (7, "TUR joins if SYR joins", "an aside"),
    ]
    assert parse_commitments("") == parse_commitments("# only a comment\n\n") == ()


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("SYR", "SYR"),
        ("SYR joins if", ""),
        ("SYR joins if TUR", "TUR"),
        ("SYR joins iff TUR joins", "iff"),
        ("SYR joins if TUR joins SAU joins", "joins"),
        ("SYR joins if TUR joins or SAU joins", "or"),
        ("SYR joins unless TUR joins and SAU joins", "and"),
        ("SYR joins if at least two of (TUR joins)", "two"),
        ("SYR joins if at least 3 of (TUR joins, SAU joins)", "3"),
        ("SYR joins if at least 0 of (TUR joins, SAU joins)", "0"),
        ("SYR joins if at least 1 of (TUR joins, TUR joins)", "TUR joins"),
        ("SYR joins if at least 1 of (TUR joins SAU joins)", "joins"),
        ("SYR joins if at least 1 of (TUR joins", ""),
        ("SYR joins if at least 1 of TUR joins", "TUR"),
        ("SYR joins: always", ":"),
        ("if TUR joins", "if"),
        ("سوريا تنضم إذا تركيا", "تركيا"),
    ],
)
def test_the_caret_stands_under_the_trouble(line: str, trouble: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_commitments(f"\n{line}\n", file="commitments.txt")
    error = caught.value
    assert error.place is not None
    assert (error.place.file, error.place.row) == ("commitments.txt", 2)
    assert error.place.span is not None
    start, end = error.place.span
    assert line[start:end] == trouble if trouble else start == len(line)
    assert error.expected
    shown, caret = str(error).split("\n")[1:3]
    assert shown.strip() == line
    assert caret.index("^") - shown.index(line) == start
    assert caret.count("^") == end - start


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("SYR joins iff TUR joins", "if"),
        ("SYR joins IF TUR joins", "if"),
        ("SYR joins Unless TUR joins", "unless"),
        ("SYR joins if TUR joins except SAU joins", "unless"),
        ("SYR joins until TUR joins", "unless"),
        ("SYR joins if TUR joins & SAU joins", "and"),
        ("سوريا تنضم عندما تركيا تنضم", "إذا"),
        ("سوريا تنضم إذا تركيا تنضم إلا مصر تنضم", "إلا إذا"),
        ("سوريا تنضم مالم تركيا تنضم", "ما لم"),
        ("SYR joins if at least two of (TUR joins, SAU joins)", "2"),
        ("سوريا تنضم إذا على الأقل اثنين من (مصر تنضم، الأردن ينضم)", "2"),
    ],
)
def test_what_a_newcomer_writes_for_a_keyword_is_told_apart(line: str, meant: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_commitments(line)
    assert caught.value.remedy == f"write {meant}"


def test_all_lines_that_are_not_understood_are_told_at_once() -> None:
    with pytest.raises(RuleErrors) as caught:
        parse_commitments("SYR\nTUR joins\nSAU joins if\n", file="commitments.txt")
    assert [error.place.row for error in caught.value.errors if error.place] == [1, 3]
    shown = str(caught.value)
    assert shown.startswith("2 lines are not understood\n")
    assert shown.count("^") == 4
    with pytest.raises(RuleErrors, match="30 lines") as many:
        parse_commitments("SYR\n" * 30)
    assert str(many.value).endswith("and 10 more")


def test_vowel_signs_take_no_room_above_the_caret() -> None:
    with pytest.raises(RuleError) as caught:
        parse_commitments("تُركيا تَنضم إذا سوريا")
    shown, caret = str(caught.value).split("\n")[1:3]
    assert caret.index("^") == shown.index("سوريا") - 2


def test_every_keyword_has_a_role_and_both_languages_have_all() -> None:
    assert set(keywords().values()) == ROLES
    assert {role for words, role in keywords().items() if words[0].isascii()} == ROLES
    assert {role for words, role in keywords().items() if not words[0].isascii()} == ROLES


@given(st.text(max_size=60))
def test_any_text_parses_or_is_refused_with_its_place(text: str) -> None:
    try:
        parse_commitments(text)
    except RuleError as error:
        assert error.place is not None
        assert error.place.row is not None


@pytest.mark.parametrize(
    "text",
    [
        "SAU joins since 2015-08-11",
        "SAU joins if SYR starts_transition unless EGY joins since 2015-08-11",
        "السعودية تنضم إذا تركيا تنضم منذ 2015-08-11",
    ],
)
def test_a_promise_may_say_from_which_day_on_it_stands(text: str) -> None:
    assert day_of(text) == date(2015, 8, 11)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SAU joins since August", "'August' is no day"),
        ("SAU joins since 2015-02-30", "'2015-02-30' is no day"),
        ("SAU joins since", "the rule ends too soon"),
        ("SAU joins since 2015-08-11 if TUR joins", "'if' was not expected here"),
    ],
)
def test_a_day_that_is_none_is_pointed_at(text: str, says: str) -> None:
    with pytest.raises(RuleError, match=says) as caught:
        parse_commitments(text)
    assert "^" in str(caught.value)
