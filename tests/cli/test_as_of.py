"""Asking as of a day: what came later does not count, and the answer says so in both languages."""

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
    ("lang", "says"), [("en", "The answer is as of 28 June 2015"), ("ar", "الجواب كما كان في 28 يونيو 2015")]
)
def test_the_answer_says_as_of_when_it_is(ahlaf: Run, demo: Path, lang: str, says: str) -> None:
    ran = ahlaf("ask", demo, "--until", "2015-06-28", "--lang", lang)
    assert ran.code == 0
    assert says in " ".join(ran.out.split())


def test_nothing_of_a_later_day_is_in_it(ahlaf: Run, demo: Path) -> None:
    answer = json.loads(ahlaf("ask", demo, "--until", "2015-06-28", "--json").out)
    days = [evidence["date"] for tie in answer["ties"] for evidence in tie["evidence"]]
    assert days and max(days) <= "2015-06-28"
    assert not any(tie["red_line"] for tie in answer["ties"])
    assert answer["commitments"] is None
    assert answer["question"]["as_of"] == "2015-06-28"


def test_a_day_before_the_evidence_begins_is_bad_input(ahlaf: Run, demo: Path) -> None:
    ran = ahlaf("ask", demo, "--until", "2014-06-28")
    assert ran.code == 2
    assert "case.toml" in ran.err
    assert "2014-06-28" in ran.err
