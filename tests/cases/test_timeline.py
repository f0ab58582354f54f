"""A case day by day: each answer is the one of its day, and what moved it is found by leaving it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ahlaf.cases import DEMO, TEMPLATE, load_case, read_case, set_out, timeline
from ahlaf.model import ArrivalKind, CaseError, QuestionError, Stand, Status, Timeline
from ahlaf.solve import answer

ACCUSED = """---
title: بغداد تنتقد عمّان
date: 2015-07-03
publisher: وكالة الاختبار
lang: ar
---
بغداد تنتقد عمّان

انتقد وزير الخارجية العراقي إبراهيم الجعفري الأردن.
"""
ELSEWHERE = """---
title: Moscow and Cairo
date: 2015-07-16
publisher: Test agency
lang: en
---
Moscow and Cairo

Russia signed an agreement with Egypt.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = set_out(TEMPLATE, tmp_path / "case", fresh=True)
    (case / "reports" / "a.ar.txt").write_text(ACCUSED, encoding="utf-8")
    (case / "reports" / "b.en.txt").write_text(ELSEWHERE, encoding="utf-8")
    (case / "ties.csv").write_text(
        "a,b,weight,low,high,red_line,since,note,source\nIRQ,JOR,,,,yes,2015-07-20,no,example\n", encoding="utf-8"
    )
    (case / "commitments.txt").write_text("JOR joins if IRQ joins since 2015-07-08\n", encoding="utf-8")
    toml = case / "case.toml"
    text = toml.read_text(encoding="utf-8")
    text = text.replace("# from = 2015-01-01", "from = 2015-07-01").replace("# to = 2015-12-31", "to = 2015-07-24")
    toml.write_text(text, encoding="utf-8")
    return case


def of(folder: Path, every: int = 7) -> Timeline:
    return timeline(read_case(folder), every)


def test_moments_cover_every_day_once_and_the_last_may_be_shorter(folder: Path) -> None:
    spans = [(stage.first, stage.last) for stage in of(folder).stages]
    assert spans == [
        (date(2015, 7, 1), date(2015, 7, 7)),
        (date(2015, 7, 8), date(2015, 7, 14)),
        (date(2015, 7, 15), date(2015, 7, 21)),
        (date(2015, 7, 22), date(2015, 7, 24)),
    ]
    assert len(of(folder, every=1).stages) == 24
    assert len(of(folder, every=100).stages) == 1


def test_everything_comes_in_once_on_its_own_day(folder: Path) -> None:
    kinds = [[(one.kind, one.day.day) for one in stage.arrivals] for stage in of(folder).stages]
    report, line, promise = ArrivalKind.REPORT, ArrivalKind.RED_LINE, ArrivalKind.PROMISE
    assert kinds == [[(report, 3)], [(promise, 8)], [(report, 16), (line, 20)], []]


def test_a_report_shifts_the_members_ties_by_what_they_lose_without_it(folder: Path) -> None:
    first, _, third, _ = of(folder).stages
    ties = {tie.pair: tie.weight for tie in load_case(folder, as_of=first.last).case.ties}
    (accusation,) = first.arrivals
    # Nothing else is known of the two by then: without the report their tie is 0.
    assert accusation.bears
    assert accusation.shift == pytest.approx(ties["IRQ", "JOR"])
    assert accusation.shift < 0
    elsewhere = third.arrivals[0]
    assert (elsewhere.bears, elsewhere.shift) == (False, 0.0)


def test_a_red_line_turns_the_verdict_and_is_named_for_it(folder: Path) -> None:
    stages = of(folder).stages
    assert [stage.turned for stage in stages] == [False, False, True, False]
    assert stages[1].standing.stand.status is Status.CONTESTED
    assert stages[2].standing.stand == Stand(Status.FAILS, False)
    assert stages[2].standing.lifted.status is Status.CONTESTED
    assert [one.kind for one in stages[2].arrivals if one.turns] == [ArrivalKind.RED_LINE]


@pytest.mark.parametrize("every", [100, 121])
def test_the_answer_in_short_is_the_answer_at_length_of_that_day(tmp_path: Path, every: int) -> None:
    folder = set_out(DEMO, tmp_path / "case", fresh=True)
    for stage in of(folder, every).stages:
        case = load_case(folder, as_of=stage.last).case
        whole = answer(case.question, case.parties, case.ties)
        short = stage.standing
        assert short.stand == Stand(whole.verdict.status, whole.verdict.central)
        assert short.lifted == Stand(whole.verdict.lifted.status, whole.verdict.lifted.central)
        assert short.probability == whole.verdict.lifted.probability
        assert {b.actor: b.central for b in short.balances} == {b.actor: b.central for b in whole.verdict.balances}
        assert short.price == whole.reconciliation.packages[0].price
        assert short.steps == whole.reconciliation.packages[0].steps
        best = max((broker.saving for broker in whole.brokers), default=0.0)
        assert short.saving == pytest.approx(best)
        assert set(short.brokers) == {b.actor for b in whole.brokers if best > 1e-9 and b.saving > best - 1e-9}
        assert short.proven


def test_the_bundled_case_does_not_know_in_june_what_was_said_in_august(tmp_path: Path) -> None:
    found = timeline(read_case(set_out(DEMO, tmp_path / "case", fresh=True)), 7, as_of=date(2015, 6, 28))
    assert found.stages[-1].last == date(2015, 6, 28)
    assert all(not stage.standing.red_lines for stage in found.stages)
    days = [arrival.day for stage in found.stages for arrival in stage.arrivals]
    assert max(days) <= date(2015, 6, 28)


def test_a_case_may_be_asked_about_others(folder: Path) -> None:
    found = timeline(read_case(folder), 7, members=("JOR", "RUS"))
    assert found.question.members == ("JOR", "RUS")
    assert not any(stage.standing.red_lines for stage in found.stages)


def test_a_case_without_days_has_no_timeline(tmp_path: Path) -> None:
    case = set_out(TEMPLATE, tmp_path / "case", fresh=True)
    with pytest.raises(CaseError, match="nothing in the case is dated"):
        of(case)


def test_a_period_that_ends_before_it_begins_is_no_period(folder: Path) -> None:
    with pytest.raises(QuestionError, match="begin on 2015-07-01 and end on 2015-06-01"):
        timeline(read_case(folder), 7, as_of=date(2015, 6, 1))


PAGE = Path(__file__).resolve().parents[2] / "docs" / "case-moscow-2015.md"
NAMES = {"SYR": "Syria", "SAU": "Saudi Arabia", "RUS": "Russia", "IRN": "Iran", "IRQ": "Iraq"}


def test_the_docs_show_the_bundled_case_week_by_week_as_it_is(tmp_path: Path) -> None:
    stages = timeline(read_case(set_out(DEMO, tmp_path / "case", fresh=True)), 7).stages
    shown = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.count("|") == 8]
    rows = []
    for stage in stages:
        if any(one.bears for one in stage.arrivals) or stage.turned or stage is stages[-1]:
            found, lowest = stage.standing, stage.standing.balances[0]
            value = f"{lowest.central:+.2f}".replace("-", "−").replace("+0.00", "0.00")
            rows.append(
                f"| {stage.last.day} {stage.last:%b} | {found.stand.status} | {found.probability.value:.0%} "
                f"| {NAMES[lowest.actor]} {value} | {found.price:g} "
                f"| {', '.join(NAMES[name] for name in found.brokers) or '–'} |"
            )
    assert len(rows) == len(shown) - 2
    for row, line in zip(rows, shown[2:], strict=True):
        assert line.startswith(row)
