"""The bundled case from beginning to end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_demo_answers_and_writes_its_page(ahlaf: Run, tmp_path: Path, lang: str) -> None:
    ran = ahlaf("demo", tmp_path / "demo", "--lang", lang, "--no-open")
    assert ran.code == 0, ran.err
    names = {"en": ("Syria", "Saudi Arabia", "Turkey"), "ar": ("سوريا", "السعودية", "تركيا")}[lang]
    assert all(name in ran.out for name in names)
    page = (tmp_path / "demo" / "answer.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in page
    assert 'lang="en"' in page


def test_the_same_case_is_the_same_bytes(ahlaf: Run, tmp_path: Path) -> None:
    pages = []
    for name in ("one", "two"):
        assert ahlaf("demo", tmp_path / name, "--no-open").code == 0
        pages.append((tmp_path / name / "answer.html").read_bytes())
    assert pages[0] == pages[1]


def test_the_answer_names_what_stands_in_the_way_and_leads_to_sentences(ahlaf: Run, tmp_path: Path) -> None:
    ahlaf("demo", tmp_path / "demo", "--no-open")
    ran = ahlaf("ask", tmp_path / "demo", "--json")
    answer = json.loads(ran.out)
    assert answer["schema"] == "ahlaf.answer/1"
    assert ran.code == 0


def test_a_change_to_the_case_outlives_the_next_demo(ahlaf: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ahlaf("demo", folder, "--no-open")
    commitments = folder / "commitments.txt"
    commitments.write_text("RUS joins\n", encoding="utf-8")
    ahlaf("demo", folder, "--no-open")
    assert commitments.read_text(encoding="utf-8") == "RUS joins\n"
