from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ahlaf.cases import DEMO, set_out
from ahlaf.cli.compare import command
from ahlaf.model import QuestionError, UnknownActorError

TIES = """a,b,weight,low,high,red_line,note,source
JOR,SAU,0.5,0.4,0.6,,,
JOR,SYR,-0.9,-1.0,-0.8,,,
IRQ,JOR,0.2,0.1,0.3,,,
IRQ,SYR,-0.5,-0.6,-0.4,,,
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(set_out(DEMO, tmp_path_factory.mktemp("compare") / "case", fresh=True))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_the_bundled_case_has_four(folder: str) -> None:
    result = run(folder)
    assert result.exit_code == 0
    for title in ("Moscow’s proposal", "US-led coalition", "Baghdad centre", "Islamic alliance"):
        assert f"\n{title}: " in result.output
    assert "announced on 15 December 2015, after the days of the case" in result.output


def test_only_those_that_are_named_and_one_more(folder: str) -> None:
    result = run(folder, "--coalitions", "baghdad", "--members", "RUS,Iran,سوريا", "--json")
    keys = [one["coalition"]["key"] for one in json.loads(result.output)["comparison"]["coalitions"]]
    # The coalition that is asked about is always there.
    assert keys == ["asked", "baghdad", "RUS+IRN+SYR"]


def test_what_was_not_yet_announced_is_not_known(folder: str) -> None:
    found = json.loads(run(folder, "--until", "2015-08-31", "--json").output)
    assert [one["coalition"]["key"] for one in found["comparison"]["coalitions"]] == ["moscow", "us_led"]


def test_a_ties_file_with_several_members(tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text(TIES, encoding="utf-8")
    result = run(str(path), "--members", "JOR,SAU", "--members", "JOR,SYR,IRQ", "--against", "ISIS", "--json")
    one, two = json.loads(result.output)["comparison"]["coalitions"]
    assert (one["verdict"]["status"], two["verdict"]["status"]) == ("holds", "fails")
    # Nothing is known of what the task takes: for each it is assumed to be what its members have.
    assert (one["requirement"], two["requirement"]) == (2.0, 3.0)
    assert one["overlap"]["members"][0]["others"] == ["JOR+SYR+IRQ"]


def test_a_coalition_that_is_not_declared(folder: str) -> None:
    with pytest.raises(QuestionError, match="declares no coalition 'nato'"):
        run(folder, "--coalitions", "nato")


def test_a_member_that_is_no_party(folder: str) -> None:
    with pytest.raises(UnknownActorError):
        run(folder, "--members", "RUS,FRA")
