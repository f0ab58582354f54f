"""Many reports at once: the same bytes for any number of processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ahlaf.model import ReportError
from ahlaf.reading import encode, encode_paths, iter_reports, read_paths, read_report

SENTENCES = (
    "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق.",
    "اتهمت دمشق أنقرة بدعم الإرهاب.",
    "Russia said on Monday it would help Syria.",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    records = [{"id": str(i), "text": SENTENCES[i % 3], "date": "2015-06-29"} for i in range(40)]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    lines[17] = '{"id": "no text"}'
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_the_same_for_any_number_of_processes(file: Path) -> None:
    alone, together = ([*encode_paths([file], jobs=jobs)] for jobs in (1, 3))
    assert [str(found) for found in alone] == [str(found) for found in together]
    failed = [found for found in together if isinstance(found, ReportError)]
    assert len(together) == 40
    assert [str(error).splitlines()[0] for error in failed] == [
        f"{file}, row 18, column text: the object has no key `text`"
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_first_failure_stops_reading(file: Path, jobs: int) -> None:
    readings = read_paths([file], jobs=jobs)
    assert [next(readings).report.id for _ in range(17)] == [str(i) for i in range(17)]
    with pytest.raises(ReportError, match="no key"):
        next(readings)


def test_one_report_is_read_as_many_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCES[0], encoding="utf-8")
    (report,) = iter_reports([path])
    (reading,) = read_paths([path])
    assert encode(read_report(report)) == encode(reading)
    assert reading.report.lang == "ar"


def test_a_language_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Le ministre et la ministre ont dit que les deux pays sont dans la crise.", encoding="utf-8")
    with pytest.raises(ReportError, match="neither Arabic nor English"):
        list(read_paths([path]))
    (reading,) = read_paths([path], lang="ar")
    assert reading.report.lang == "ar"
