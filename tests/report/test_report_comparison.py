"""Several coalitions side by side, in words, in the terminal, on the page and as JSON."""

from __future__ import annotations

import json

import pytest

from ahlaf.model import Answer, Case, Comparison
from ahlaf.report import LANGUAGES, Lang, comparison_to_json, comparison_to_terminal, to_page
from ahlaf.report.sentences.comparison import coalition_sentences, overlap_sentences
from ahlaf.report.words import Words


@pytest.fixture
def comparison(answer: Answer) -> Comparison:
    assert answer.comparison is not None
    return answer.comparison


def test_one_coalition_by_itself(case: Case, comparison: Comparison) -> None:
    said = coalition_sentences(comparison.coalitions[0], Words.of(case, "en"))
    assert said == (
        "Syria, Saudi Arabia, Jordan and Turkey: Syria, Saudi Arabia, Jordan and Turkey.",
        "It is contested: it held in 4% of the draws.",
        "Walking out would be the better course for Syria and Turkey.",
        "It would be too weak: a capability of 12, where 15 is required.",
        "The cheapest reconciliation has a price of 5 and touches the tie between Syria and Turkey.",
        "Good offices by Russia would save most on that.",
        "For it to hold as things are, the threat would have to weigh 3.71 times as much.",
    )


def test_members_that_are_no_parties_and_days_that_came_later(case: Case, comparison: Comparison) -> None:
    _, gulf, later = (coalition_sentences(one, Words.of(case, "en")) for one in comparison.coalitions)
    assert gulf[0].startswith("Gulf pact: Saudi Arabia, Turkey and the United States; of its 9 members")
    assert gulf[1] == "It would hold, even at the hostile end of every interval."
    assert later[-1].startswith("It was announced on 1 December 2015, after the days of the case")


def test_what_they_do_to_one_another(case: Case, comparison: Comparison) -> None:
    said = overlap_sentences(comparison, Words.of(case, "en"))
    assert said[1].endswith("With their strength split, 7.5 is left to it, where 15 is required: too little.")
    assert said[2].startswith("For Saudi Arabia and Turkey it would then add nothing")
    assert said[3] == "It would be contested: it held in 2% of the draws, and in 4% by itself."
    assert "24.5 is left to it, where 15 is required: still enough." in said[4]
    assert said[6:8] == (
        "The verdict turns: it would not hold.",
        "Walking out would be the better course for Turkey.",
    )
    assert said[8] == (
        "Standing in both “Syria, Saudi Arabia, Jordan and Turkey” and “Gulf pact” puts Saudi Arabia and Turkey "
        "between parties at odds: Syria – United States (−0.50, with a red line), and Jordan – United States (−0.10)."
    )


def test_in_arabic(case: Case, comparison: Comparison) -> None:
    words = Words.of(case, "ar")
    assert coalition_sentences(comparison.coalitions[1], words)[0] == (
        "ميثاق الخليج: السعودية وتركيا والولايات المتحدة، وهذه هي الأطراف المشمولة بالحالة من أعضائه، وعددهم جميعًا 9."
    )
    assert "وينقلب الجواب: لا يقوم." in overlap_sentences(comparison, words)


def test_apart_from_one_another(case: Case, comparison: Comparison) -> None:
    alone = Comparison(comparison.coalitions[2:], ())
    assert overlap_sentences(alone, Words.of(case, "en")) == ("No party stands in two of them at once.",)


def test_the_table_fits_a_terminal(case: Case, comparison: Comparison) -> None:
    text = comparison_to_terminal(case, comparison, lang="en", color=False)
    assert all(len(line) <= 100 for line in text.splitlines())
    row = next(line for line in text.splitlines() if line.startswith("Gulf pact  "))
    assert row.split() == ["Gulf", "pact", "3", "of", "9", "29", "of", "15", "Holds", "4%", "0", "–", "3.71"]


def test_arabic_has_lines_and_no_table(case: Case, comparison: Comparison) -> None:
    text = comparison_to_terminal(case, comparison, lang="ar", color=False)
    assert text.startswith("التحالفات ضد داعش جنبًا إلى جنب\n\n")


def test_json_has_numbers_and_sentences(case: Case, comparison: Comparison) -> None:
    found = json.loads(comparison_to_json(case, comparison))
    assert found["schema"] == "ahlaf.comparison/1"
    assert [one["coalition"]["key"] for one in found["comparison"]["coalitions"]] == ["asked", "gulf", "later"]
    assert found["comparison"]["coalitions"][0]["overlap"]["strength"] == 7.5
    assert len(found["ar"]["coalitions"]) == len(found["en"]["coalitions"]) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_has_a_section_where_coalitions_are_declared(lang: Lang, case: Case, answer: Answer) -> None:
    page = to_page(case, answer, lang=lang)
    assert 'id="en-comparison"' in page
    assert "ميثاق الخليج" in page
    assert "A pact." in page
