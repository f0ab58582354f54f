"""A reading in words shows, for everything found, its words and its rule."""

from __future__ import annotations

from datetime import date

from ahlaf.model import Report
from ahlaf.reading import read_report
from ahlaf.report import explain

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق. وطار الحمام."


def test_everything_found_is_explained_in_the_order_of_the_text() -> None:
    reading = read_report(Report("r1", TEXT, date=date(2015, 6, 29), title="لقاء"))
    text = explain(reading)
    assert text.startswith("r1 · 2015-06-29 · لقاء\n")
    blocks = text.strip().split("\n\n")[1:]
    assert len(blocks) == len(reading.statements) + len(reading.relations) == 2
    assert blocks[0].startswith("statement at 0–3: قال\n")
    assert "speaker: وزير الخارجية الروسي سيرغي لافروف (RUS, Sergey Lavrov)" in blocks[0]
    assert f"rule: {reading.statements[0].rule}" in blocks[0]
    assert "RUS → SYR SUPPORT, actual" in blocks[1]
    assert "⟦تدعم⟧" in blocks[1]
    assert "claimed by: RUS" in blocks[1]
    assert f"rule: {reading.relations[0].rule}" in blocks[1]


def test_a_report_with_nothing_says_so() -> None:
    reading = read_report(Report("r2", "وصل الوفد إلى موسكو صباح أمس وعاد منها في المساء.", date=date(2015, 6, 29)))
    assert explain(reading).endswith("no statement and no relation; 1 mentions of actors\n\n")


def test_an_attitude_is_told_apart_from_a_statement() -> None:
    reading = read_report(Report("r3", "Ankara wants to reopen the border.", lang="en"))
    assert reading.statements == ()
    assert "attitude (will) at 7–12: wants\n" in explain(reading)


def test_attitudes_follow_statements_in_the_line() -> None:
    reading = read_report(Report("r4", "Moscow said it agreed. Ankara backed the plan.", lang="en"))
    assert [(s.act.value, s.speaker_actor) for s in (*reading.statements, *reading.attitudes)] == [
        ("saying", "RUS"),
        ("stance", "TUR"),
    ]
