"""What an earlier run has read is found again, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ahlaf.model import Report
from ahlaf.reading import DoneLines, EncodedReading, encode_paths
from ahlaf.reading.done import WINDOW_LINES
from ahlaf.reading.fingerprint import fingerprint

TEXT = "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق."


def lines(path: Path, keys: list[str]) -> list[bytes]:
    made = [b'{"schema":"ahlaf.reading/1","fingerprint":"%s","id":"x"}\n' % key.encode() for key in keys]
    path.write_bytes(b"".join(made))
    return made


def write(path: Path, ids: list[str]) -> Path:
    records = [json.dumps({"id": i, "text": TEXT, "date": "2015-06-29"}, ensure_ascii=False) for i in ids]
    path.write_text("\n".join(records), encoding="utf-8")
    return path


def test_lines_are_taken_in_their_order_over_gaps_and_strangers(tmp_path: Path) -> None:
    made = lines(tmp_path / "r", ["a1", "b2", "c3", "d4"])
    with DoneLines([tmp_path / "r"]) as done:
        assert done.take("a1") == made[0]
        assert done.take("0f") is None
        assert done.take("c3") == made[2]
        assert done.take("b2") is None  # its report was gone when c3 came
        assert done.take("d4") == made[3]
        assert done.take("d4") is None


def test_a_line_that_was_cut_off_is_no_line(tmp_path: Path) -> None:
    lines(tmp_path / "r", ["a1", "b2"])
    (tmp_path / "r").write_bytes((tmp_path / "r").read_bytes()[:-1])
    with DoneLines([tmp_path / "r", tmp_path / "not there"]) as done:
        assert done.take("a1") is not None
        assert done.take("b2") is None


def test_a_line_out_of_reach_is_read_again(tmp_path: Path) -> None:
    lines(tmp_path / "r", [f"{n:04x}" for n in range(WINDOW_LINES + 1)])
    with DoneLines([tmp_path / "r"]) as done:
        assert done.take(f"{WINDOW_LINES:04x}") is None
        assert done.take(f"{WINDOW_LINES - 1:04x}") is not None


@pytest.mark.parametrize("field", ["id", "text", "lang", "url", "title", "publisher", "path"])
def test_every_field_of_a_report_counts(field: str) -> None:
    report = Report("a", TEXT)
    assert fingerprint(report) == fingerprint(Report("a", TEXT))
    assert fingerprint(replace(report, **{field: "en"})) != fingerprint(report)  # type: ignore[arg-type]


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_what_is_new_is_read(tmp_path: Path, jobs: int) -> None:
    file = write(tmp_path / "a.jsonl", [str(n) for n in range(20)])
    first = [found for found in encode_paths([file]) if isinstance(found, EncodedReading)]
    (tmp_path / "r").write_bytes(b"".join(found.line for found in first))
    write(file, [*(str(n) for n in range(10)), "new", *(str(n) for n in range(12, 20))])
    with DoneLines([tmp_path / "r"]) as done:
        second = [f for f in encode_paths([file], jobs=jobs, done=done) if isinstance(f, EncodedReading)]
    fresh = [found for found in encode_paths([file]) if isinstance(found, EncodedReading)]
    assert [found.line for found in second] == [found.line for found in fresh]
    assert [found.done_before for found in second] == [*[True] * 10, False, *[True] * 8]
    assert [found.statements for found in second] == [1] * 19
