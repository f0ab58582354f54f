"""ahlaf read: JSON Lines or one clear error, never half an output."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

GOOD = "قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.txt").write_text(GOOD, encoding="utf-8")
    (place / "b.txt").write_text("", encoding="utf-8")
    (place / "c.txt").write_text(GOOD, encoding="utf-8")
    return place


def ids(text: str) -> list[str]:
    return [json.loads(line)["id"] for line in text.splitlines()]


def test_lines_go_to_standard_output_and_the_count_to_standard_error(ahlaf: Run, folder: Path) -> None:
    ran = ahlaf("read", folder / "c.txt", folder / "a.txt")
    assert ran.code == 0
    assert ids(ran.out) == ["c", "a"]
    held = json.loads(ran.out.splitlines()[0])
    assert held["text"] == GOOD
    assert held["statements"][0]["speaker_actor"] == "RUS"
    assert ran.err == (
        f"reports: 2, statements: {2 * len(held['statements'])}, relations: {2 * len(held['relations'])}\n"
    )


def test_a_file_gets_the_same_bytes(ahlaf: Run, folder: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        assert ahlaf("read", folder / "a.txt", "--jobs", jobs, "-o", tmp_path / f"{jobs}.jsonl").code == 0
    expected = ahlaf("read", folder / "a.txt").out
    assert [(tmp_path / f"{jobs}.jsonl").read_text(encoding="utf-8") for jobs in (1, 2)] == [expected] * 2


def test_one_bad_report_stops_all(ahlaf: Run, folder: Path, tmp_path: Path) -> None:
    for extra in ((), ("-o", tmp_path / "r.jsonl")):
        ran = ahlaf("read", folder, *extra)
        assert (ran.code, ran.out) == (2, "")
        assert "b.txt: the file is empty" in ran.err
    assert not (tmp_path / "r.jsonl").exists()


def test_keep_going(ahlaf: Run, folder: Path, tmp_path: Path) -> None:
    ran = ahlaf("read", folder, "--keep-going", "-o", tmp_path / "r.jsonl")
    assert ran.code == 2
    assert ids((tmp_path / "r.jsonl").read_text(encoding="utf-8")) == ["a", "c"]
    assert "b.txt: the file is empty" in ran.err
    assert ran.err.endswith("; 1 could not be read\n")


def test_the_language_that_is_asked_for(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Министр встретился с коллегой.", encoding="utf-8")
    assert "neither Arabic nor English" in ahlaf("read", path).err
    assert json.loads(ahlaf("read", path, "--lang", "ar").out)["lang"] == "ar"
    assert ahlaf("read", path, "--lang", "fr").code == 2


def test_standard_input_through_a_pipe() -> None:
    command = [sys.executable, "-m", "ahlaf.cli.main", "read", "-"]
    ran = subprocess.run(command, input=GOOD.encode(), capture_output=True, check=True)
    assert ids(ran.stdout.decode()) == ["stdin"]


def test_the_command_is_light_until_it_runs() -> None:
    heavy = ["trafilatura", "msgspec", "numpy", "scipy", "highspy", "clingo", "jinja2", "rich", "networkx"]
    code = f"import sys, ahlaf.cli.read; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "[]"


def records(path: Path, count: int) -> Path:
    lines = [json.dumps({"id": str(n), "text": GOOD, "date": "2015-06-29"}, ensure_ascii=False) for n in range(count)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_second_run_reads_only_what_is_new(ahlaf: Run, tmp_path: Path) -> None:
    source, out = records(tmp_path / "a.jsonl", 3), tmp_path / "r.jsonl"
    assert "earlier run" not in ahlaf("read", source, "-o", out).err
    first = out.read_bytes()
    assert "reports: 4 (3 of them from an earlier run)" in ahlaf("read", records(source, 4), "-o", out).err
    assert out.read_bytes().startswith(first)
    assert "earlier run" not in ahlaf("read", source, "-o", out, "--fresh").err
    assert not list(tmp_path.glob("*.partial*"))


def test_a_run_that_was_stopped_goes_on(ahlaf: Run, tmp_path: Path) -> None:
    source, out = records(tmp_path / "a.jsonl", 5), tmp_path / "r.jsonl"
    good = source.read_text(encoding="utf-8")
    source.write_text(good.replace('"id": "3", "text"', '"id": "3", "txt"'), encoding="utf-8")
    assert ahlaf("read", source, "-o", out).code == 2
    assert not out.exists()
    assert len(ids((tmp_path / "r.jsonl.partial").read_text(encoding="utf-8"))) == 3
    source.write_text(good, encoding="utf-8")
    assert "reports: 5 (3 of them from an earlier run)" in ahlaf("read", source, "-o", out).err
    assert ids(out.read_text(encoding="utf-8")) == ["0", "1", "2", "3", "4"]
    assert not (tmp_path / "r.jsonl.partial").exists()


def test_a_run_that_was_killed_goes_on(ahlaf: Run, tmp_path: Path) -> None:
    source, out = records(tmp_path / "a.jsonl", 5), tmp_path / "r.jsonl"
    assert ahlaf("read", source, "-o", out).code == 0
    whole = out.read_bytes()
    out.unlink()
    (tmp_path / "r.jsonl.partial.next").write_bytes(whole[: len(whole) // 2])
    assert "(2 of them from an earlier run)" in ahlaf("read", source, "-o", out).err
    assert out.read_bytes() == whole


def test_explain_in_words(ahlaf: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    ran = ahlaf("read", "--explain", tmp_path / "a.txt")
    assert ran.code == 0
    assert "RUS → SYR SUPPORT, actual" in ran.out
    assert "rule: " in ran.out


def test_a_bad_report_ends_many_processes_in_order(tmp_path: Path) -> None:
    source = records(tmp_path / "a.jsonl", 200)
    source.write_text(source.read_text(encoding="utf-8") + '\n{"id": "x"}', encoding="utf-8")
    command = [sys.executable, "-m", "ahlaf.cli.main", "read", str(source), "--jobs", "2"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("ahlaf: ")
    assert "Traceback" not in ran.stderr
