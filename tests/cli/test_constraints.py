from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ahlaf.cases.load import load_case
from ahlaf.cli.options import answered
from ahlaf.model import CaseError, Constraints, UnknownActorError

Run = Callable[..., Any]

CASE = """schema = "ahlaf.case/1"
name = "three"
[title]
en = "Three"
ar = "ثلاثة"
[question]
members = ["SYR", "SAU", "JOR"]
threat = "ISIS"
requirement = 10
"""
ACTORS = """id,name_en,name_ar,kind,capability,salience
SYR,Syria,سوريا,state,5,1
SAU,Saudi Arabia,السعودية,state,5,1
JOR,Jordan,الأردن,state,5,1
ISIS,ISIS,داعش,armed_group,5,
"""
TIES = """a,b,weight,low,high,red_line,note,source
SYR,SAU,-1,-1,-1,,,
JOR,SAU,0.1,0.1,0.1,,,
JOR,SYR,0.1,0.1,0.1,,,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "ties.csv").write_text(TIES, encoding="utf-8")
    return tmp_path


def constrain(folder: Path, constraints: str) -> None:
    (folder / "case.toml").write_text(f"{CASE}[constraints]\n{constraints}\n", encoding="utf-8")


def test_a_case_says_what_binds_it(folder: Path) -> None:
    constrain(
        folder,
        'untouchable = [["SYR", "SAU"]]\nnot_first = ["SAU"]\nmost_tracks = 2\nmost_notches = 3\nbudget = 10',
    )
    asked = load_case(folder).case.question.constraints
    assert asked == Constraints((("SAU", "SYR"),), ("SAU",), 2, 3, 10.0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("most_track = 2", "unknown key constraints.most_track"),
        ("most_tracks = 2.5", "constraints.most_tracks is missing or wrong"),
        ("most_notches = 0", "constraints.most_notches is missing or wrong"),
        ("budget = -1", "constraints.budget is missing or wrong"),
        ('untouchable = ["SYR", "SAU"]', "constraints.untouchable is missing or wrong"),
        ('untouchable = [["SYR", "SYR"]]', "constraints.untouchable is missing or wrong"),
        ('not_first = "SAU"', "constraints.not_first is missing or wrong"),
    ],
)
def test_wrong_constraints(folder: Path, line: str, said: str) -> None:
    constrain(folder, line)
    with pytest.raises(CaseError, match=said):
        load_case(folder)


def test_a_constraint_on_nobody_known(folder: Path) -> None:
    constrain(folder, 'not_first = ["SAUD"]')
    with pytest.raises(UnknownActorError) as error:
        answered(str(folder), None, None, 60.0)
    assert "SAU" in error.value.suggestions


@pytest.mark.parametrize("pair", ["SYR:SAU", "Saudi Arabia:Syria", "السعودية:سوريا"])
def test_what_is_asked_for_goes_before_the_case(ahlaf: Run, folder: Path, pair: str) -> None:
    constrain(folder, "most_tracks = 3")
    done = ahlaf("ask", folder, "--untouchable", pair, "--not-first", "الأردن")
    # Without the tie of Syria and Saudi Arabia every track is one of Jordan's, which will not move first.
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "These 2 together are to blame" in said
    assert "the tie between Saudi Arabia and Syria is not to be touched" in said


@pytest.mark.parametrize("pair", ["SYR", "SYR:SYR", "SYR:SAU:JOR"])
def test_no_pair(ahlaf: Run, folder: Path, pair: str) -> None:
    done = ahlaf("ask", folder, "--untouchable", pair)
    assert done.code == 2
