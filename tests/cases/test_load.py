"""A folder of plain files to a case."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ahlaf.cases import TEMPLATE, load_case, open_case, set_out
from ahlaf.model import Case, CaseError, InputError, QuestionError, TieOrigin

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


LATER = """---
title: Jordan and Iraq sign
date: 2015-07-20
publisher: Test agency
lang: en
---
Jordan and Iraq sign

Jordan signed an agreement with Iraq on 28 June. Russia supports Iraq.
"""
UNDATED = LATER.replace("date: 2015-07-20\n", "")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def reports_in(case: Case) -> set[str]:
    return {evidence.report for tie in case.ties for evidence in tie.evidence}


def test_as_of_a_day_counts_only_what_had_been_published(folder: Path) -> None:
    (folder / "reports" / "b.en.txt").write_text(LATER, encoding="utf-8")
    (folder / "reports" / "c.en.txt").write_text(UNDATED, encoding="utf-8")
    assert len(load_case(folder).case.readings) == 3
    for day, count in ((date(2015, 6, 30), 0), (date(2015, 7, 1), 1), (date(2015, 7, 19), 1), (date(2015, 7, 20), 2)):
        case = load_case(folder, as_of=day).case
        assert len(case.readings) == count, day
        assert (case.question.end, case.question.as_of) == (day, day)


def test_evidence_ages_up_to_the_day_that_is_asked_about(folder: Path) -> None:
    weights = {
        day: {tie.pair: tie for tie in load_case(folder, as_of=day).case.ties}["IRQ", "RUS"].evidence[0].weight
        for day in (date(2015, 7, 1), date(2015, 12, 28))
    }
    # 180 days, one half-life, lie between the two.
    assert weights[date(2015, 12, 28)] == pytest.approx(weights[date(2015, 7, 1)] / 2)


def test_a_red_line_and_a_promise_do_not_count_before_they_were_made(folder: Path) -> None:
    edit(
        folder / "ties.csv",
        "a,b,weight,low,high,red_line,note,source",
        "a,b,weight,low,high,red_line,since,note,source",
    )
    edit(folder / "ties.csv", "IRQ,JOR,-0.4,-0.6,-0.2,,", "IRQ,JOR,,,,yes,2015-08-11,")
    edit(folder / "commitments.txt", "JOR joins if IRQ joins", "JOR joins if IRQ joins since 2015-08-11")
    for day, red, promises in ((date(2015, 8, 10), False, 1), (date(2015, 8, 11), True, 2), (None, True, 2)):
        case = load_case(folder, as_of=day).case
        tie = {tie.pair: tie for tie in case.ties}["IRQ", "JOR"]
        assert (tie.red_line, len(case.commitments)) == (red, promises), day
        assert tie.origin is TieOrigin.COMPUTED


def test_a_hand_coded_tie_may_change(folder: Path) -> None:
    ties = folder / "ties.csv"
    ties.write_text(
        "a,b,weight,low,high,red_line,since,note,source\n"
        "IRQ,JOR,-0.4,,,,,,example\nJOR,IRQ,0.5,,,yes,2015-08-11,,example\n",
        encoding="utf-8",
    )
    for day, weight, red in ((date(2015, 8, 10), -0.4, False), (date(2015, 8, 11), 0.5, True), (None, 0.5, True)):
        tie = {tie.pair: tie for tie in load_case(folder, as_of=day).case.ties}["IRQ", "JOR"]
        assert (tie.weight, tie.red_line) == (weight, red)


def test_a_party_may_change(folder: Path) -> None:
    text = (folder / "actors.csv").read_text(encoding="utf-8").replace("salience,source", "salience,source,since")
    (folder / "actors.csv").write_text(text + "JOR,Jordan,الأردن,state,12,0.9,example,2015-08-11\n", encoding="utf-8")
    for day, capability, salience in ((date(2015, 8, 10), 10, 0.8), (date(2015, 8, 11), 12, 0.9), (None, 12, 0.9)):
        party = next(party for party in load_case(folder, as_of=day).case.parties if party.id == "JOR")
        assert (party.capability, party.salience) == (capability, salience)


def test_a_first_day_of_ones_own_goes_before_that_of_the_case(folder: Path) -> None:
    assert reports_in(load_case(folder).case)
    assert not reports_in(load_case(folder, start=date(2015, 7, 2)).case)
    with pytest.raises(QuestionError, match="begin on 2015-07-02 and end on 2015-07-01"):
        load_case(folder, start=date(2015, 7, 2), as_of=date(2015, 7, 1))


def test_a_ties_file_has_no_period(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b,weight,low,high,red_line,note,source\nSYR,SAU,-0.5,,,,,\n", encoding="utf-8")
    with pytest.raises(QuestionError, match="added up already"):
        open_case(path, ("SYR", "SAU"), "ISIS", as_of=date(2015, 7, 1))


COALITION = """
[coalitions.pact]
members = ["JOR", "RUS"]
title = { en = "Pact", ar = "ميثاق" }
total = 5
since = 2015-06-01
until = 2015-08-01
requirement = 12
source = "example"
shares = { JOR = 0.25 }
"""


def with_coalitions(folder: Path, text: str) -> Path:
    toml = folder / "case.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + text, encoding="utf-8")
    return folder


def test_a_case_may_declare_other_coalitions(folder: Path) -> None:
    (pact,) = load_case(with_coalitions(folder, COALITION)).case.coalitions
    assert (pact.key, pact.members, pact.title_ar, pact.total) == ("pact", ("JOR", "RUS"), "ميثاق", 5)
    assert (pact.since, pact.until, pact.requirement) == (date(2015, 6, 1), date(2015, 8, 1), 12.0)
    assert [(share.actor, share.share) for share in pact.shares] == [("JOR", 0.25)]
    assert pact.stands(date(2015, 8, 1), None)
    assert not pact.stands(date(2015, 8, 2), None)
    assert not pact.stands(None, date(2015, 5, 31))
    assert load_case(folder, as_of=date(2015, 5, 31)).case.coalitions == ()


def test_another_threat_takes_the_coalitions_away(folder: Path) -> None:
    with_coalitions(folder, COALITION)
    assert open_case(folder, ("JOR", "RUS")).coalitions
    assert open_case(folder, ("JOR", "RUS"), "IRQ").coalitions == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('members = ["JOR", "RUS"]', 'members = ["JOR", "FRA"]', "unknown actor 'FRA'"),
        ('members = ["JOR", "RUS"]', 'members = "JOR"', "coalitions.pact.members is missing or wrong"),
        ("total = 5", "total = 1", "coalitions.pact.total"),
        ("total = 5", "size = 5", "unknown key coalitions.size"),
        ("until = 2015-08-01", "until = 2015-05-01", "coalitions.pact.since"),
        ("requirement = 12", "requirement = 0", "coalitions.pact.requirement"),
        ('source = "example"', 'source = "nowhere"', "coalitions.pact.source"),
        ("JOR = 0.25", "JOR = 1.25", "coalitions.pact.shares.JOR"),
        ("JOR = 0.25", "IRQ = 0.25", "coalitions.pact.shares.IRQ"),
    ],
)
def test_a_coalition_that_breaks_its_form(before: str, after: str, said: str, folder: Path) -> None:
    text = COALITION.replace(before, after)
    assert text != COALITION
    with pytest.raises(InputError, match=re.escape(said)):
        load_case(with_coalitions(folder, text))


def test_nobody_gives_more_than_the_whole(folder: Path) -> None:
    again = COALITION.replace("[coalitions.pact]", "[coalitions.second]").replace("JOR = 0.25", "JOR = 0.8")
    with pytest.raises(CaseError, match=re.escape("coalitions.second.shares.JOR")):
        load_case(with_coalitions(folder, COALITION + again))
