"""ahlaf commitments: sentences, table and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli.commitments import command
from ahlaf.model import InputError, RuleError

RULES = "# what Moscow offers\nRUS guarantees SYR if SYR joins\nSYR joins if RUS guarantees SYR\nIRQ joins\n"


def test_json_has_every_key_of_its_schema(tmp_path: Path) -> None:
    path = tmp_path / "commitments.txt"
    path.write_text(RULES, encoding="utf-8")
    for argument in (path, tmp_path):
        document = json.loads(CliRunner().invoke(command, [str(argument), "--json"]).stdout)
        circle = ["RUS guarantees SYR", "SYR joins"]
        assert document == {
            "schema": "ahlaf.commitments/1",
            "monotone": True,
            "complete": True,
            "rules": [
                {"line": 2, "text": "RUS guarantees SYR if SYR joins", "note": "what Moscow offers"},
                {"line": 3, "text": "SYR joins if RUS guarantees SYR", "note": ""},
                {"line": 4, "text": "IRQ joins", "note": ""},
            ],
            "least": ["IRQ joins"],
            "greatest": ["IRQ joins", *circle],
            "deadlock": circle,
            "waiting": [
                {"act": "RUS guarantees SYR", "waits_for": ["SYR joins"]},
                {"act": "SYR joins", "waits_for": ["RUS guarantees SYR"]},
            ],
            "keystones": [["RUS guarantees SYR"], ["SYR joins"]],
            "dependences": [
                {"line": 2, "text": "RUS guarantees SYR if SYR joins", "falls": circle},
                {"line": 3, "text": "SYR joins if RUS guarantees SYR", "falls": circle},
                {"line": 4, "text": "IRQ joins", "falls": ["IRQ joins"]},
            ],
            "endings": [["IRQ joins"]],
            "proof": {"status": "optimal", "bound": 1, "gap": 0},
        }


def test_words_in_both_languages() -> None:
    english = CliRunner().invoke(command, ["-"], input=RULES)
    assert english.exit_code == 0
    assert "Russia guarantees Syria" in english.stdout
    assert "waits for" in english.stdout
    arabic = CliRunner().invoke(command, ["-", "--lang", "ar"], input=RULES).stdout
    assert "انضمام سوريا" in arabic
    assert "الانسداد" in arabic


def test_many_keystones_are_counted_rather_than_listed() -> None:
    circles = "".join(f"A{i} acts if B{i} acts\nB{i} acts if A{i} acts\n" for i in range(4))
    result = CliRunner().invoke(command, ["-"], input=circles)
    assert "There are 16 such sets" in result.stdout
    assert len(json.loads(CliRunner().invoke(command, ["-", "--json"], input=circles).stdout)["keystones"]) == 16


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
