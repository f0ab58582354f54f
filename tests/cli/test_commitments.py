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


@pytest.mark.parametrize("name", ["SYR joins", "Syria joins", "سوريا joins", "انضمام سوريا"])
def test_why_an_act_does_not_come_about(name: str) -> None:
    result = CliRunner().invoke(command, ["-", "--why", name], input=RULES)
    assert result.exit_code == 0
    assert result.stdout == (
        "Why this does not come about as long as all wait, though it would if all signed at once: Syria joins.\n"
        "  Syria joins: waits for this: Russia guarantees Syria (line 3).\n"
        "    Russia guarantees Syria: waits for this: Syria joins (line 2). "
        "This closes the circle with what stands above: Syria joins.\n"
        "        Line 2: what Moscow offers\n"
    )
    arabic = CliRunner().invoke(command, ["-", "--why", name, "--lang", "ar"], input=RULES).stdout
    assert "\n  انضمام سوريا: أمر ينتظر ما يلي: حصول سوريا على ضمانات من روسيا (السطر 3).\n" in arabic
    assert "وبهذا تكتمل دائرة الانتظار مع ما سبق ذكره: انضمام سوريا." in arabic


def test_why_in_json() -> None:
    document = json.loads(CliRunner().invoke(command, ["-", "--why", "IRQ joins", "--json"], input=RULES).stdout)
    ground = {"line": 4, "met": [], "unmet": [], "excluded": [], "leads_to": []}
    assert document["why"] == {
        "act": "IRQ joins",
        "endings": [1],
        "accounts": [
            {"ending": None, "reasons": [{"act": "IRQ joins", "outcome": "comes_about", "grounds": [ground]}]}
        ],
    }


def test_an_act_that_is_in_no_rule_is_refused_with_the_nearest() -> None:
    for name, near in (("SYR join", '"SYR joins"'), ("RUS leaves", '"RUS guarantees SYR"'), ("", "an act")):
        error = CliRunner().invoke(command, ["-", "--why", name], input=RULES).exception
        assert isinstance(error, InputError)
        assert near in str(error)
