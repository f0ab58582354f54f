"""Bad input: one clear message, the right exit code, never a traceback, no output half written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ahlaf.cases import TEMPLATE, set_out

Run = Callable[..., Any]

TIES = "a,b,weight,low,high,red_line,note,source\nSYR,SAU,-0.8,-1,-0.5,,,\nSYR,TUR,-0.7,-1,-0.4,,,\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return set_out(TEMPLATE, tmp_path / "case", fresh=True)


@pytest.fixture
def ties(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(TIES, encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"  \n\n ", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("shell.html", b"<html><head><title>x</title></head><body><nav>a</nav></body></html>", "article"),
        ("unknown.txt", "Москва и Дамаск договорились".encode("koi8-r") * 20, "encoding"),
        ("french.txt", "Le ministre des affaires étrangères a rencontré son homologue à Paris.".encode(), "language"),
        ("russian.txt", "Министр иностранных дел встретился с коллегой в Москве.".encode(), "language"),
        ("broken.json", b'[{"id": "a", "text": "x"', "JSON"),
        ("keyless.jsonl", b'{"id": "a"}\n', "text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64), ".png"),
        ("broken.zip", b"PK\x03\x04 and no more", "zip"),
    ],
)
def test_a_report_that_cannot_be_read(ahlaf: Run, tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path, output = tmp_path / name, tmp_path / "r.jsonl"
    path.write_bytes(content)
    ran = ahlaf("read", path, "-o", output)
    assert ran.code == 2
    assert ran.err.startswith("ahlaf: ")
    assert name in ran.err
    assert says.lower() in ran.err.lower()
    assert "Traceback" not in ran.err
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_line_of_ten_megabytes_ends_one_way_or_the_other(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("قال الوزير إن الوضع صعب " * 450_000, encoding="utf-8")
    ran = ahlaf("read", path, "-o", tmp_path / "r.jsonl")
    assert ran.code in {0, 2}
    assert "Traceback" not in ran.err


def test_a_mixed_text_is_read(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text("قال وزير الخارجية الروسي سيرغي لافروف إن موسكو تدعم دمشق. Moscow said so.\n", encoding="utf-8")
    assert ahlaf("read", path).code == 0


def test_a_missing_file_is_named(ahlaf: Run, tmp_path: Path) -> None:
    ran = ahlaf("read", tmp_path / "none.txt")
    assert ran.code == 2
    assert "none.txt" in ran.err


@pytest.mark.parametrize(
    ("members", "against", "says"),
    [
        ("SYR", "ISIS", "at least two members"),
        ("SYR,ISIS", "ISIS", "threat"),
        ("SYR,SYR", "ISIS", "twice"),
        ("SYR,Sauid Arabia", "ISIS", "did you mean"),
        ("سوريا,السعوديه", "داعش", None),
        ("سوريا,السعوذية", "داعش", "did you mean"),
        ("SYR,,SAU", "ISIS", "empty"),
    ],
)
def test_a_question_that_cannot_be_asked(ahlaf: Run, ties: Path, members: str, against: str, says: str | None) -> None:
    ran = ahlaf("ask", ties, "--members", members, "--against", against)
    assert "Traceback" not in ran.err
    if says is None:
        assert ran.code == 0
    else:
        assert (ran.code, says in ran.err) == (2, True), ran.err


def test_a_ties_file_needs_a_question(ahlaf: Run, ties: Path) -> None:
    ran = ahlaf("ask", ties)
    assert ran.code == 2
    assert "--members" in ran.err


def test_neither_case_nor_ties(ahlaf: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        ran = ahlaf("ask", path)
        assert ran.code == 2
        assert "ahlaf new" in ran.err


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("actors.csv", "salience,", "", "salience"),
        ("actors.csv", "JOR,Jordan,الأردن,state,10", "JOR,Jordan,الأردن,state,-10", "capability"),
        ("actors.csv", "JOR,Jordan", "JOR,", "name_en"),
        ("actors.csv", "الأردن,state", "الأردن,kingdom", "kind"),
        ("ties.csv", "-0.4,-0.6", "-1.4,-0.6", "weight"),
        ("ties.csv", "IRQ,JOR", "IRQ,JRO", "JRO"),
        ("case.toml", "ahlaf.case/1", "ahlaf.case/9", "schema"),
        ("case.toml", 'threat = "ISIS"', "threat = 3", "question.threat"),
        ("case.toml", "[question]", "[question", "TOML"),
        ("case.toml", 'members = ["JOR", "IRQ"]', 'members = ["JOR"]', "at least two members"),
        ("case.toml", 'members = ["JOR", "IRQ"]', 'members = ["JOR", "ISIS"]', "threat"),
        ("case.toml", 'members = ["JOR", "IRQ"]', 'members = ["JOR", "IRK"]', "IRQ"),
        ("case.toml", "[sources.example]", "[parameters.coalition]\nbenefit = -1\n[sources.example]", "benefit"),
        ("case.toml", "[sources.example]", "[parameters.price]\nprize = 1\n[sources.example]", "prize"),
        ("commitments.txt", "if IRQ joins", "fi IRQ joins", "row"),
    ],
)
def test_a_case_that_breaks_its_form(ahlaf: Run, case: Path, file: str, old: str, new: str, says: str) -> None:
    change(case / file, old, new)
    ran = ahlaf("report", case, "-o", case / "answer.html")
    assert ran.code == 2, ran.err
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert not (case / "answer.html").exists()


@pytest.mark.parametrize("file", ["case.toml", "actors.csv"])
def test_a_case_without_one_of_its_files(ahlaf: Run, case: Path, file: str) -> None:
    (case / file).unlink()
    ran = ahlaf("ask", case)
    assert (ran.code, file in ran.err) == (2, True)


def test_a_case_without_reports_ties_and_commitments_is_a_case(ahlaf: Run, case: Path) -> None:
    shutil.rmtree(case / "reports")
    (case / "ties.csv").unlink()
    (case / "commitments.txt").unlink()
    assert ahlaf("ask", case).code == 0


def test_new_leaves_a_full_folder_alone(ahlaf: Run, case: Path) -> None:
    ran = ahlaf("new", case)
    assert (ran.code, "not empty" in ran.err) == (2, True)


def test_output_into_a_folder_that_is_not_there(ahlaf: Run, case: Path, tmp_path: Path) -> None:
    ran = ahlaf("report", case, "-o", tmp_path / "none" / "answer.html")
    assert (ran.code, "mkdir" in ran.err) == (2, True)


def test_ties_of_what_is_no_reading(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": "a"}\nnot json\n', encoding="utf-8")
    ran = ahlaf("ties", path, "-o", tmp_path / "t.csv")
    assert ran.code == 2
    assert "row" in ran.err
    assert sorted(tmp_path.iterdir()) == [path]
