"""ahlaf camps: the lines, the JSON and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli.camps import command
from ahlaf.model import InputError, NetworkFileError

TRIANGLE = "SYR,TUR,-1\nTUR,ISIS,-2\nISIS,SYR,-3\n"


def test_json_has_every_key_of_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text(TRIANGLE, encoding="utf-8")
    result = CliRunner().invoke(command, [str(path), "--json"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document.pop("seconds") >= 0
    assert document == {
        "schema": "ahlaf.camps/2", "nodes": 3, "edges": 3, "k": 2, "frustration": 1.0, "cut": None, "bound": 1.0,
        "gap": 0.0, "proven": True, "tolerance": 0.0, "stopped_by": None, "camps": {"SYR": 0, "TUR": 0, "ISIS": 1},
        "frustrated": [{"a": "SYR", "b": "TUR", "weight": -1.0}],
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


@pytest.mark.parametrize(("given", "says"), [("1", 1), ("2", 2), ("3", 3), ("any", "any")])
def test_how_many_camps_there_may_be(given: str, says: object) -> None:
    result = CliRunner().invoke(command, ["-", "-k", given, "--json"], input="A,B,1\nB,C,-1\n")
    assert (result.exit_code, json.loads(result.stdout)["k"]) == (0, says)


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", ""])
def test_what_is_no_number_of_camps(given: str) -> None:
    result = CliRunner().invoke(command, ["-", "-k", given], input=TRIANGLE)
    assert result.exit_code == 2
    assert "is no number of camps" in result.stderr


def test_a_certificate_is_written_and_checked(tmp_path: Path) -> None:
    file = str(tmp_path / "camps.npz")
    assert CliRunner().invoke(command, ["-", "--certificate", file], input=TRIANGLE).exit_code == 0
    right = CliRunner().invoke(command, ["-", "--check", file], input=TRIANGLE)
    assert right.exit_code == 0
    assert right.stdout.startswith(
        "The certificate is right: these camps of this network have a frustration of 1.\n"
        "Its proof holds: no division has less.\n"
    )
    arabic = CliRunner().invoke(command, ["-", "--check", file, "--lang", "ar"], input=TRIANGLE).stdout
    assert "الشهادة صحيحة" in arabic
    document = json.loads(CliRunner().invoke(command, ["-", "--check", file, "--json"], input=TRIANGLE).stdout)
    assert document == {
        "schema": "ahlaf.camps-check/1", "right": True, "wrong": None, "frustration": 1.0, "bound": 1.0,
        "optimal": True,
    }  # fmt: skip


def test_a_certificate_of_another_network_is_wrong(tmp_path: Path) -> None:
    file = str(tmp_path / "camps.npz")
    CliRunner().invoke(command, ["-", "--certificate", file], input=TRIANGLE)
    wrong = CliRunner().invoke(command, ["-", "--check", file], input=TRIANGLE.replace("-2", "-4"))
    assert wrong.exit_code == 1
    assert wrong.stdout.startswith("The certificate is wrong: the certificate is of another network")
    result = CliRunner().invoke(command, ["-", "--check", file, "--json"], input="A,B,1\n")
    assert json.loads(result.stdout)["right"] is False


def test_what_is_no_certificate_is_an_error_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "camps.npz"
    file.write_text("no", encoding="utf-8")
    assert isinstance(CliRunner().invoke(command, ["-", "--check", str(file)], input=TRIANGLE).exception, InputError)
    nowhere = str(tmp_path / "missing" / "camps.npz")
    result = CliRunner().invoke(command, ["-", "--certificate", nowhere], input=TRIANGLE)
    assert isinstance(result.exception, InputError)


HISTORY = "window,a,b,sign\n1936,A,B,1\n1936,A,C,-1\n1937,A,B,1\n1937,A,C,1\n"


def test_windows_of_time() -> None:
    result = CliRunner().invoke(command, ["-", "--windows", "window"], input=HISTORY)
    assert result.exit_code == 0
    assert "1937: 3 actors with 2 ties, all in 1 camp." in result.stdout
    assert "  Crossed to camp 0: C\n" in result.stdout
    document = json.loads(CliRunner().invoke(command, ["-", "--windows", "1", "--json"], input=HISTORY).stdout)
    assert [window["name"] for window in document["windows"]] == ["1936", "1937"]


@pytest.mark.parametrize(
    "asked",
    [["--windows", "1", "--check", "x"], ["--first", "3", "--windows", "1"], ["--certificate", "x", "--check", "x"]],
)  # fmt: skip
def test_one_answer_at_a_time(asked: list[str]) -> None:
    result = CliRunner().invoke(command, ["-", *asked], input=HISTORY)
    assert result.exit_code == 2
    assert "cannot go with" in result.stderr
