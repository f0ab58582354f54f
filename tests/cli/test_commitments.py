"""ahlaf commitments: sentences, table and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli.commitments import command
from ahlaf.model import InputError, RuleError

RULES = "# what Moscow offers\nRUS guarantees SYR if SYR joins\nSYR joins if RUS guarantees SYR\nIRQ joins\n"


def test_json_of_a_file_and_of_a_case(tmp_path: Path) -> None:
    path = tmp_path / "commitments.txt"
    path.write_text(RULES, encoding="utf-8")
    for argument in (path, tmp_path):
        document = json.loads(CliRunner().invoke(command, [str(argument), "--json"]).stdout)
        assert document["schema"] == "ahlaf.commitments/1"
        assert document["deadlock"] == ["RUS guarantees SYR", "SYR joins"]
        assert document["unlocking"]["keystones"] == [["RUS guarantees SYR"], ["SYR joins"]]
        assert document["restricted"] is None


@pytest.mark.parametrize("name", ["SYR", "Syria", "سوريا"])
def test_a_party_that_will_not_move_first_goes_by_code_or_name(name: str) -> None:
    result = CliRunner().invoke(command, ["-", "--not-first", name], input=RULES)
    assert "Without a first move by Syria it takes no more: one first move will do: Russia guarantees Syria." in (
        result.stdout
    )


def test_a_party_that_promises_nothing_is_refused_with_those_that_do() -> None:
    error = CliRunner().invoke(command, ["-", "--not-first", "Sweden"], input=RULES).exception
    assert isinstance(error, InputError)
    assert "IRQ, RUS, SYR" in str(error)


def test_words_in_both_languages() -> None:
    english = CliRunner().invoke(command, ["-"], input=RULES)
    assert english.exit_code == 0
    assert "Russia guarantees Syria" in english.stdout
    assert "waits for" in english.stdout
    arabic = CliRunner().invoke(command, ["-", "--lang", "ar"], input=RULES).stdout
    assert "انضمام سوريا" in arabic
    assert "الانسداد" in arabic


def test_check_finds_what_may_not_be_meant() -> None:
    rules = "SAU halts_funding if SYR joins\nSYR joins if SAU halt_funding\n"
    result = CliRunner().invoke(command, ["-", "--check"], input=rules)
    assert result.exit_code == 1
    assert "Line 2 waits for “SAU halt_funding”, which nobody promises; is “SAU halts_funding” meant?" in result.stdout
    arabic = CliRunner().invoke(command, ["-", "--lang", "ar"], input=rules)
    assert arabic.exit_code == 0
    assert "فهل المقصود «SAU halts_funding»؟" in arabic.stdout
    assert CliRunner().invoke(command, ["-", "--check"], input=RULES).exit_code == 0


def test_a_file_without_promises() -> None:
    assert CliRunner().invoke(command, ["-"], input="# nothing yet\n").stdout == "There is no promise in it.\n"


def test_bad_input_is_an_error_of_ours(tmp_path: Path) -> None:
    assert isinstance(CliRunner().invoke(command, ["-"], input="SYR\n").exception, RuleError)
    for missing in (tmp_path / "none.txt", tmp_path):
        error = CliRunner().invoke(command, [str(missing)]).exception
        assert isinstance(error, InputError)
        assert "commitments.txt" in str(error)
    binary = tmp_path / "binary.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        CliRunner().invoke(command, [str(binary)], catch_exceptions=False)
