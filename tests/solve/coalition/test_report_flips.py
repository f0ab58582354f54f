"""Without which report the answer would be another: by hand, with sentences made up for these tests."""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from ahlaf.cases.load import load_case
from ahlaf.model import (
    Case,
    Evidence,
    Pair,
    Question,
    Realis,
    RelationType,
    ReportFlip,
    Status,
    Tie,
    TieOrigin,
    TieParameters,
)
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.reports import report_flips
from ahlaf.solve.coalition.verdict import verdict
from ahlaf.ties import collect_evidence, compute_ties, override, read_coded
from solve.examples import NAMES, party, question, ties_of

CASE = Path(str(files("ahlaf") / "cases" / "moscow-2015"))


def said(report: str, pair: Pair, value: float, weight: float = 1.0) -> Evidence:
    return Evidence(
        report=report,
        source=pair[0],
        target=pair[1],
        type=RelationType.ACCUSE if value < 0 else RelationType.AGREE,
        realis=Realis.ACTUAL,
        claimed_by=None,
        date=None,
        value=value,
        weight=weight,
        quote="",
        start=0,
        end=0,
        trigger="",
        lang="en",
    )


def game_of(evidence: dict[Pair, list[Evidence]], *, red: bool = False) -> CoalitionGame:
    """Three members that gain 0.4 each; all pairs without evidence are coded at 0."""
    coded = {f"{a} {b}": 0.0 for a, b in (NAMES[:2], (NAMES[0], NAMES[2]), NAMES[1:3])}
    known = {tie.pair: tie for tie in ties_of(coded)}
    known |= {tie.pair: tie for tie in compute_ties(evidence, TieParameters())}
    if red:
        known = {pair: replace(tie, red_line=True) for pair, tie in known.items()}
    return CoalitionGame.of(question(), [party(code) for code in NAMES[:3]], [*known.values()])


AB, AC = ("AAA", "BBB"), ("AAA", "CCC")


def test_a_report_that_alone_makes_it_fail() -> None:
    # −0.9 / 1.5 = −0.6 against a gain of 0.4; without it nothing is known, the tie is 0 with ± 0.82.
    game = game_of({AB: [said("r1", AB, -0.9)]})
    assert not game.stands()
    flips, tried = report_flips(game, Status.CONTESTED)
    assert tried == 1
    assert flips == (ReportFlip("r1", Status.CONTESTED, True),)


def test_of_two_that_agree_neither_decides() -> None:
    # −1.8 / 2.5 = −0.72; with one of them −0.6: both below −0.4.
    game = game_of({AB: [said("r1", AB, -0.9), said("r2", AB, -0.9)]})
    flips, tried = report_flips(game, verdict(game).lifted.status)
    assert (flips, tried) == ((), 2)


def test_a_report_may_bear_on_several_ties() -> None:
    # A has 0.4 − 0.3 − 0.3 = −0.2: r1 made both ties, and without it both are 0. r2 says nothing of weight.
    game = game_of({AB: [said("r1", AB, -0.45)], AC: [said("r1", AC, -0.45), said("r2", AC, 0.0, 0.0)]})
    assert not game.stands()
    flips, tried = report_flips(game, verdict(game).lifted.status)
    assert tried == 2
    assert [flip.report for flip in flips] == ["r1"]
    assert flips[0].central


def test_a_change_of_status_alone_counts_too() -> None:
    # Ten reports at −0.2: −2 / 10.5 = −0.19, down to −0.37 and so above −0.4; with one at −0.9 it is −0.25, to −0.42.
    agree = [said(f"a{number}", AB, -0.2) for number in range(10)]
    game = game_of({AB: [*agree, said("far", AB, -0.9)]})
    status = verdict(game).lifted.status
    flips, _ = report_flips(game, status)
    assert game.stands()
    assert status is Status.CONTESTED
    assert flips == (ReportFlip("far", Status.HOLDS, True),)


def test_coded_ties_and_what_was_not_computed_from_its_evidence_stay() -> None:
    evidence = (said("r1", AB, -0.9),)
    coded = Tie(*AB, -0.6, -0.6, -0.6, origin=TieOrigin.CODED, evidence=evidence)
    other = Tie(*AC, -0.7, -0.9, -0.5, evidence=(said("r2", AC, -0.9),))
    game = CoalitionGame.of(question(), [party(code) for code in NAMES[:3]], [coded, other])
    assert report_flips(game, Status.FAILS) == ((), 0)


def test_red_lines_stay_out_of_it() -> None:
    evidence = {AB: [said("r1", AB, -0.9)]}
    assert verdict(game_of(evidence, red=True)).lifted.reports == verdict(game_of(evidence)).lifted.reports


def test_a_tie_rounded_in_a_file_is_still_its_own_evidence() -> None:
    (tie,) = compute_ties({AB: [said("r1", AB, -0.9)]}, TieParameters())
    rounded = replace(tie, weight=round(tie.weight, 6), low=round(tie.low, 6), high=round(tie.high, 6))
    game = CoalitionGame.of(question(), [party(code) for code in NAMES[:3]], [rounded])
    assert report_flips(game, verdict(game).lifted.status)[1] == 1
    assert tie.weight == pytest.approx(-0.6)


@pytest.mark.parametrize("benefit", [0.5, 0.9, 1.0, 1.1])
def test_it_is_what_the_case_gives_without_the_report(benefit: float) -> None:
    case, asked = _moscow(benefit)
    game = _game_without(case, asked, None)
    whole = _answer(game)
    flips, tried = report_flips(game, whole[0])
    told = {flip.report: (flip.status, flip.central) for flip in flips}
    assert 0 < tried <= len(case.readings)
    for reading in case.readings:
        without = _answer(_game_without(case, asked, reading.report.id))
        assert told.get(reading.report.id, whole) == without


@cache
def _loaded() -> Case:
    return load_case(CASE).case


def _moscow(benefit: float) -> tuple[Case, Question]:
    case = _loaded()
    parameters = case.question.parameters
    coalition = replace(parameters.coalition, benefit=benefit)
    return case, replace(case.question, parameters=replace(parameters, coalition=coalition))


def _game_without(case: Case, asked: Question, report: str | None) -> CoalitionGame:
    """The bundled case added up again from its reports, one of them left out."""
    parameters = asked.parameters.ties
    read = [reading for reading in case.readings if reading.report.id != report]
    evidence, _ = collect_evidence(read, parameters, start=asked.start, end=asked.end, outlawed=(asked.threat,))
    coded = read_coded((CASE / "ties.csv").read_text(encoding="utf-8"), file="ties.csv")
    ties = override(compute_ties(evidence, parameters), coded, parameters)
    return CoalitionGame.of(asked, case.parties, ties)


def _answer(game: CoalitionGame) -> tuple[Status, bool]:
    worst, best = game.stands("low"), game.stands("high")
    return Status.HOLDS if worst else Status.CONTESTED if best else Status.FAILS, game.stands()
