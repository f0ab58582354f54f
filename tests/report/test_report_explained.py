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
