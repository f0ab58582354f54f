"""ahlaf camps: the lines, the JSON and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli.camps import command
from ahlaf.model import NetworkFileError

TRIANGLE = "SYR,TUR,-1\nTUR,ISIS,-2\nISIS,SYR,-3\n"


def test_json_has_every_key_of_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text(TRIANGLE, encoding="utf-8")
    result = CliRunner().invoke(command, [str(path), "--json"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document.pop("seconds") >= 0
    assert document == {
        "schema": "ahlaf.camps/1", "nodes": 3, "edges": 3, "k": 2, "frustration": 1.0, "cut": None, "bound": 1.0,
        "gap": 0.0, "proven": True, "camps": {"SYR": 0, "TUR": 0, "ISIS": 1},
    }  # fmt: skip


def test_any_number_of_camps_and_signs_from_standard_input() -> None:
    result = CliRunner().invoke(command, ["-", "-k", "any", "--signs", "--json"], input=TRIANGLE)
    document = json.loads(result.stdout)
    assert (document["k"], document["frustration"], len(set(document["camps"].values()))) == ("any", 0.0, 3)


def test_a_max_cut_file_gets_its_cut() -> None:
    result = CliRunner().invoke(command, ["-", "--json"], input="3 3\n1 2 1\n2 3 2\n1 3 4\n")
    document = json.loads(result.stdout)
    assert (document["cut"], document["frustration"]) == (6.0, 1.0)
    assert "Cut: 6." in CliRunner().invoke(command, ["-"], input="3 3\n1 2 1\n2 3 2\n1 3 4\n").stdout


def test_plain_sentences_in_both_languages() -> None:
    english = CliRunner().invoke(command, ["-"], input=TRIANGLE).stdout
    assert english == (
        "3 actors with 3 ties, in 2 camps.\n"
        "1 tie goes against this division: a frustration of 1.\n"
        "Proven: no other division into two camps has less frustration.\n"
        "Camp 0 (2 actors): SYR, TUR\n"
        "Camp 1 (1 actor): ISIS\n"
    )
    arabic = CliRunner().invoke(command, ["-", "--lang", "ar"], input="سوريا,تركيا,-1\n").stdout
    assert "المعسكر 1 (طرف واحد): تركيا" in arabic
    assert "ثبت بالبرهان" in arabic


def test_rows_that_tie_an_actor_to_itself_are_mentioned() -> None:
    result = CliRunner().invoke(command, ["-", "--json"], input="A,A,1\nA,B,1\n")
    assert result.stderr == "1 row ties an actor to itself; it is no tie.\n"
    assert json.loads(result.stdout)["edges"] == 1
    assert CliRunner().invoke(command, ["-"], input="A,B,1\n").stderr == ""


def test_stopped_without_proof_ends_with_three() -> None:
    rows = "".join(f"a{i},a{j},{1 if (i * i + 3 * i * j + j) % 7 < 3 else -1}\n" for i in range(40) for j in range(i))
    result = CliRunner().invoke(command, ["-", "--time-limit", "0.000001", "--json"], input=rows)
    document = json.loads(result.stdout)
    assert result.exit_code == 3
    assert document["proven"] is False
    assert document["gap"] == document["frustration"] - document["bound"]
    assert "Not proven" in CliRunner().invoke(command, ["-", "--time-limit", "0.000001"], input=rows).stdout


def test_long_lists_are_cut_short_in_words_only() -> None:
    rows = "".join(f"a{i},b{i},-1\n" for i in range(40))
    shown = CliRunner().invoke(command, ["-", "-k", "any"], input=rows).stdout
    assert "And 60 more camps." in shown
    assert ", and 10 more\n" in CliRunner().invoke(command, ["-"], input=rows).stdout


@pytest.mark.parametrize("text", ["", "A,B\n", "A,B,x\n"])
def test_bad_input_is_an_error_of_ours(text: str) -> None:
    assert isinstance(CliRunner().invoke(command, ["-"], input=text).exception, NetworkFileError)
