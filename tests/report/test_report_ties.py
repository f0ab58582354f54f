"""The ties that a report speaks of, and the sentence that it shows for each."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.model import Case, Evidence, Tie
from ahlaf.report.ties import leading_evidence, note_in


def tie_of(case: Case, a: str, b: str) -> Tie:
    return next(tie for tie in case.ties if tie.pair == (a, b))


def shown(tie: Tie, lang: str) -> Evidence:
    found = leading_evidence(tie, lang)
    assert found is not None
    return found


def test_the_sentence_shown_is_one_that_the_reader_can_read(case: Case) -> None:
    tie = tie_of(case, "SYR", "TUR")
    assert (shown(tie, "ar").lang, shown(tie, "en").lang) == ("ar", "en")
    only_arabic = replace(tie, evidence=tuple(item for item in tie.evidence if item.lang == "ar"))
    assert shown(only_arabic, "en").lang == "ar"


def test_the_sentence_shown_points_the_way_the_tie_does(case: Case) -> None:
    tie = tie_of(case, "SYR", "TUR")
    against = replace(tie.evidence[0], value=0.9, lang="en")
    assert shown(replace(tie, evidence=(against, *tie.evidence)), "en").value < 0
    assert leading_evidence(replace(tie, evidence=()), "en") is None
    assert shown(replace(tie, evidence=(against,)), "ar").value > 0


def test_a_note_is_in_the_readers_language_where_there_is_one(case: Case) -> None:
    tie = replace(tie_of(case, "SAU", "SYR"), note_ar="لا سفارة منذ 2012.")
    assert (note_in(tie, "en"), note_in(tie, "ar")) == ("No embassy since 2012.", "لا سفارة منذ 2012.")
    assert note_in(replace(tie, note_ar=""), "ar") == "No embassy since 2012."
