"""A folder of plain files to a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ahlaf.cases import TEMPLATE, load_case, open_case, set_out
from ahlaf.model import CaseError, QuestionError, TieOrigin

REPORT = """---
title: عمان وبغداد
date: 2015-07-01
publisher: وكالة الاختبار
lang: ar
---
عمان وبغداد

اتهم وزير الخارجية العراقي إبراهيم الجعفري الأردن بدعم الإرهاب.
والتقى وزير الخارجية الروسي سيرغي لافروف نظيره العراقي في موسكو.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = set_out(TEMPLATE, tmp_path / "case", fresh=True)
    (case / "reports" / "a.ar.txt").write_text(REPORT, encoding="utf-8")
    return case


def test_a_case_reads_its_reports_and_puts_coded_ties_over_them(folder: Path) -> None:
    loaded = load_case(folder)
    ties = {tie.pair: tie for tie in loaded.case.ties}
    assert ties["IRQ", "JOR"].origin is TieOrigin.CODED
    assert ties["IRQ", "JOR"].weight == -0.4
    assert ties["IRQ", "RUS"].origin is TieOrigin.COMPUTED
    assert ties["IRQ", "RUS"].evidence[0].date == date(2015, 7, 1)
    assert ties["IRQ", "RUS"].evidence[0].quote in REPORT
    assert loaded.count.counted >= 1


def test_the_threat_is_no_party(folder: Path) -> None:
    case = load_case(folder).case
    assert "ISIS" not in {party.id for party in case.parties}
    assert case.threat_name_ar == "داعش"


def test_a_requirement_left_out_is_all_that_the_members_have(folder: Path) -> None:
    question = load_case(folder).case.question
    assert (question.requirement, question.requirement_assumed) == (30.0, True)


def test_the_period_leaves_reports_out_and_counts_them(folder: Path) -> None:
    toml = folder / "case.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("# from = 2015-01-01", "from = 2016-01-01"), encoding="utf-8"
    )
    loaded = load_case(folder)
    assert loaded.count.counted == 0
    assert loaded.count.outside_period == loaded.count.relations > 0


def test_a_case_can_be_asked_about_others(folder: Path) -> None:
    case = open_case(folder, members=("JOR", "RUS"))
    assert case.question.members == ("JOR", "RUS")
    assert case.question.threat == "ISIS"
    assert (case.title_en, case.title_ar) == ("", "")


def test_a_ties_file_takes_its_actors_and_assumes_their_strength(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b,weight,low,high,red_line,note,source\nSYR,SAU,-0.5,,,,,\n", encoding="utf-8")
    case = open_case(path, ("SYR", "SAU"), "ISIS")
    assert [party.id for party in case.parties] == ["SAU", "SYR"]
    assert all(party.assumed for party in case.parties)
    assert case.question.requirement_assumed
    with pytest.raises(QuestionError):
        open_case(path)


def test_a_file_for_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"no case\.toml"):
        load_case(tmp_path)
