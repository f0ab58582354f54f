"""ahlaf timeline, as a user calls it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ahlaf.cases import DEMO, set_out

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return set_out(DEMO, tmp_path_factory.mktemp("case") / DEMO, fresh=True)


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "without the red line between Saudi Arabia and Syria it would not have"), ("ar", "انقلب الحكم")],
)
def test_week_by_week(ahlaf: Run, demo: Path, lang: str, says: str) -> None:
    ran = ahlaf("timeline", demo, "--lang", lang)
    assert ran.code == 0
    assert says in " ".join(ran.out.split())


def test_json_and_picture(ahlaf: Run, demo: Path, tmp_path: Path) -> None:
    svg = tmp_path / "t.svg"
    ran = ahlaf("timeline", demo, "--every", "60", "--json", "--svg", svg, "--lang", "ar")
    assert ran.code == 0
    assert len(json.loads(ran.out)["stages"]) == 5
    assert svg.read_text(encoding="utf-8").startswith("<svg ")


def test_a_ties_file_has_no_timeline(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b,weight,low,high,red_line,note,source\nSYR,SAU,-0.5,,,,,\n", encoding="utf-8")
    ran = ahlaf("timeline", path)
    assert ran.code == 2
    assert "ahlaf ties r.jsonl --from DATE --to DATE" in ran.err


def test_a_case_that_is_not_there(ahlaf: Run, tmp_path: Path) -> None:
    ran = ahlaf("timeline", tmp_path / "nowhere")
    assert ran.code == 2
    assert "there is no such file or folder" in ran.err
