"""The rows of the tables of what turns the answer."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.model import Answer, BlockingSet, Case, Deficit, Estimate, FlipTie, TieToVerify
from ahlaf.report import to_page
from ahlaf.report.turning import DecisiveTie, Turning, TurningNumber
from ahlaf.report.words import Words


def test_ties_that_tell_or_decide(case: Case, answer: Answer) -> None:
    flips = (FlipTie(("JOR", "SYR"), 0.1), FlipTie(("SYR", "TUR"), -0.3))
    verify = (
        TieToVerify(("SYR", "TUR"), Estimate(0.04, 0.03, 0.05, 2000, 0), 0.01),
        TieToVerify(("JOR", "TUR"), Estimate(0.0, 0.0, 0.0, 2000, 0), 0.001),
    )
    firm = replace(answer.verdict.lifted, flips=flips, verify=verify)
    told = replace(answer, verdict=replace(answer.verdict, lifted=firm))
    rows = Turning(told, Words.of(case, "en")).ties
    assert rows == (DecisiveTie(("SYR", "TUR"), -0.3, 0.04), DecisiveTie(("JOR", "SYR"), 0.1, None))
    assert "Ties that decide on their own" in to_page(case, told, lang="en")


def test_numbers(case: Case, answer: Answer) -> None:
    turning = Turning(answer, Words.of(case, "en"))
    assert turning.numbers == (TurningNumber("The worth of the threat’s defeat (β)", "0.5", "–", "1.86"),)
    assert turning.steady == 1
    page = to_page(case, answer, lang="ar")
    assert "منفعة هزيمة الخطر (β)" in page
    assert "No value of the one other number turns it." in page


def test_sets_that_are_not_told_are_in_a_table(case: Case, answer: Answer) -> None:
    many = tuple(BlockingSet((("SAU", "SYR"),), (Deficit("SYR", -0.1),)) for _ in range(6))
    full = replace(answer, blocking=replace(answer.blocking, sets=many, count=6))
    turning = Turning(full, Words.of(case, "en"))
    assert len(turning.sets) == 2
    assert turning.shortfalls(many[0].deficit) == "Syria (by 0.1)"
    assert turning.shortfalls(()) == "red line"
    assert "2 more sets" in to_page(case, full, lang="en")
