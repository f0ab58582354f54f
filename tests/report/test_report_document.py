"""The answer as JSON holds to its schema and leaves nothing out."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from math import inf
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from ahlaf.model import Answer, Case, Certificate, ProofStatus, Reconciliation
from ahlaf.report import to_json


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("ahlaf.report") / "answer.schema.json").read_text(encoding="utf-8"))
    return loaded


def test_the_schema_is_sound(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    for name, part in schema["$defs"].items():
        if part.get("type") == "object":
            assert part["additionalProperties"] is False, name
            assert sorted(part["required"]) == sorted(part["properties"]), name


def test_an_answer_holds_to_it(case: Case, answer: Answer, schema: dict[str, Any]) -> None:
    Draft202012Validator(schema).validate(json.loads(to_json(case, answer)))


def test_so_does_one_without_packages_or_promises(case: Case, answer: Answer, schema: dict[str, Any]) -> None:
    none = Reconciliation((), Certificate(ProofStatus.INFEASIBLE, inf, 0.0))
    bare = replace(
        answer, reconciliation=none, brokers=(), teams=(), order=None, sensitivity=(), commitments=None, camps=None
    )
    document = json.loads(to_json(replace(case, ties=(), commitments=(), readings=()), bare))
    Draft202012Validator(schema).validate(document)
    assert document["reconciliation"]["certificate"]["bound"] is None


def test_the_schema_refuses_what_it_does_not_know(case: Case, answer: Answer, schema: dict[str, Any]) -> None:
    document = json.loads(to_json(case, answer))
    document["verdict"]["status"] = "maybe"
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(document)


def test_it_has_ties_with_evidence_and_sentences_in_both_languages(case: Case, answer: Answer) -> None:
    document = json.loads(to_json(case, answer))
    assert document["schema"] == "ahlaf.answer/1"
    ties = {(tie["a"], tie["b"]): tie for tie in document["ties"]}
    assert len(ties) == 15  # every pair of six parties
    assert ties["SYR", "TUR"]["evidence"][0]["quote"] == "واتهمت دمشق أنقرة بفتح الطريق أمام المقاتلين."
    assert ties["JOR", "TUR"]["origin"] == "assumed"
    assert document["threat_ties"][0]["a"] == "ISIS"
    assert document["sentences"]["en"]["verdict"][0].startswith("It is contested.")
    assert document["sentences"]["ar"]["verdict"][0].startswith("الأمر غير محسوم")
    assert document["verdict"]["probability"]["value"] == 0.0415


def test_the_same_answer_gives_the_same_bytes(case: Case, answer: Answer) -> None:
    assert to_json(case, answer) == to_json(case, answer)
    assert to_json(case, answer).endswith(b"}\n")
