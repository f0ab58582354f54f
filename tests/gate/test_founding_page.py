"""From one page that nobody here wrote to an answer: read, ties, ask. The page itself is not part of the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parents[3] / "shared" / "reports" / "moscow-initiative-2015-06-29.ar.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the founding report is not beside the project")

Run = Callable[..., Any]


@pytest.fixture
def page(ahlaf: Run, tmp_path: Path) -> dict[str, Any]:
    assert ahlaf("read", PAGE, "-o", tmp_path / "r.jsonl").code == 0
    loaded: dict[str, Any] = json.loads((tmp_path / "r.jsonl").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def answer(ahlaf: Run, page: dict[str, Any], tmp_path: Path) -> dict[str, Any]:
    assert ahlaf("ties", tmp_path / "r.jsonl", "-o", tmp_path / "t.csv").code == 0
    ran = ahlaf("ask", tmp_path / "t.csv", "--members", "SYR,SAU,JOR,TUR", "--against", "ISIS", "--json")
    assert ran.code == 0, ran.err
    loaded: dict[str, Any] = json.loads(ran.out)
    return loaded


def test_the_text_is_untouched_and_the_title_stands_once(page: dict[str, Any]) -> None:
    assert page["text"] == PAGE.read_text(encoding="utf-8")
    title = page["title"]
    body = "\n".join(page["text"][start:end] for start, end in page["article"]["body"])
    assert title
    assert title not in body
    assert page["text"].count(title) > 1


def test_the_tail_is_no_body(page: dict[str, Any]) -> None:
    body = [page["text"][start:end] for start, end in page["article"]["body"]]
    assert not any("www." in line or "logo" in line or "No stories" in line for line in body)
    assert len(body) > 10


def test_the_speakers(page: dict[str, Any]) -> None:
    people = {statement["person"] for statement in page["statements"]}
    assert {"Vladimir Putin", "Sergey Lavrov", "Walid al-Moallem"} <= people
    assert "RT" in {statement["reported_by"] for statement in page["statements"]}


def test_what_syria_holds_against_its_neighbours_and_what_russia_gives(page: dict[str, Any]) -> None:
    relations = {(r["source"], r["target"], r["type"], r["realis"]) for r in page["relations"]}
    assert {("SYR", name, "ACCUSE", "actual") for name in ("SAU", "QAT", "TUR")} <= relations
    assert any(r[:3] == ("RUS", "SYR", "SUPPORT") and r[3] == "actual" for r in relations)
    assert any(r[0] == "RUS" and r[1] == "SYR" and r[3] == "conditional" for r in relations)


def test_the_answer_names_the_two_ties_and_the_broker(answer: dict[str, Any]) -> None:
    pairs = {tuple(pair) for entry in answer["blocking"]["sets"] for pair in entry["pairs"]}
    assert pairs == {("SAU", "SYR"), ("SYR", "TUR")}
    assert answer["brokers"][0]["actor"] == "RUS"
    assert answer["brokers"][0]["saving"] > 0


def test_thin_evidence_is_wide(answer: dict[str, Any]) -> None:
    tie = next(tie for tie in answer["ties"] if (tie["a"], tie["b"]) == ("SAU", "SYR"))
    assert tie["high"] - tie["low"] > 0.5
    assert tie["evidence"][0]["quote"] in PAGE.read_text(encoding="utf-8")
