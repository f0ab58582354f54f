"""The answer in the terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ahlaf.model import Answer, Case
from ahlaf.report import LANGUAGES, Lang, to_terminal


def test_it_tells_the_whole_story(case: Case, answer: Answer) -> None:
    text = to_terminal(case, answer, lang="en", color=False, width=400)
    for part in (
        "Four neighbours against ISIS",
        "It is contested.",
        "Syria – Turkey: −0.70 · −1.00 to −0.20 · computed from reports",
        "“Amman and Riyadh agreed on Monday to guard the desert road together.”",
        "Desert Courier, 3 May 2015",
        "The cheapest reconciliation has a price of 5",
        "3.71 times as much",
        "a capability of 12, where 15 is required",
        "To break the deadlock it takes one first move",
        "Nothing is known of the tie between Jordan and Turkey",
    ):
        assert part in text


def test_who_saves_most_is_said_first(case: Case, answer: Answer) -> None:
    lines = to_terminal(case, answer, lang="en", color=False).splitlines()
    assert lines[lines.index("Who could broker it") + 1].startswith("  Good offices by Russia would save most")


def test_arabic_has_lines_and_no_tables(case: Case, answer: Answer) -> None:
    text = to_terminal(case, answer, lang="ar", color=False)
    assert text.startswith("أربعة جيران ضد داعش\n")
    assert "المساعي الحميدة من روسيا" in text
    assert "واتهمت دمشق أنقرة بفتح الطريق أمام المقاتلين." in text
    assert not set(text) & set("│─┃━┌└")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_asked(lang: Lang, width: int, case: Case, answer: Answer) -> None:
    text = to_terminal(case, answer, lang=lang, color=False, width=width)
    assert all(len(line) <= width for line in text.splitlines())


def test_colour_only_where_asked(case: Case, answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in to_terminal(case, answer, lang="en", color=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in to_terminal(case, answer, lang="en", color=True)


def test_a_report_cannot_steer_the_terminal(case: Case, answer: Answer) -> None:
    sly = tuple(
        replace(tie, evidence=tuple(replace(item, quote="\x1b[2Jgone\x07") for item in tie.evidence))
        for tie in case.ties
    )
    text = to_terminal(replace(case, ties=sly), answer, lang="en", color=False)
    assert "[2Jgone" in text
    assert not {"\x1b", "\x07"} & set(text)
