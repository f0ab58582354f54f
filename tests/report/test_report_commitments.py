"""What promises come to, by themselves, in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ahlaf.model import Act, Certificate, Commitment, CommitmentAnswer, Condition, Dependence, ProofStatus, Waiting
from ahlaf.report import commitments_to_json, commitments_to_text

GUARANTEE, JOINING, ALONE = Act("RUS", "guarantees", "SYR"), Act("SYR", "joins"), Act("القبيلة", "joins")
FIRST = Commitment(GUARANTEE, (Condition((JOINING,), 1),), (), 2, "RUS guarantees SYR if SYR joins", "عرض موسكو")
SECOND = Commitment(JOINING, (Condition((GUARANTEE,), 1),), (), 3, "SYR joins if RUS guarantees SYR", "")
THIRD = Commitment(ALONE, (), (), 4, "القبيلة joins", "")
ANSWER = CommitmentAnswer(
    rules=(FIRST, SECOND, THIRD),
    monotone=True,
    least=(ALONE,),
    greatest=(GUARANTEE, JOINING, ALONE),
    deadlock=(GUARANTEE, JOINING),
    waiting=(Waiting(GUARANTEE, (JOINING,)), Waiting(JOINING, (GUARANTEE,))),
    keystones=((GUARANTEE,), (JOINING,)),
    dependences=(Dependence(FIRST, (GUARANTEE, JOINING)),),
    endings=((ALONE,),),
    complete=True,
    proof=Certificate(ProofStatus.OPTIMAL, 1, 0),
)
NOTHING = CommitmentAnswer((), True, (), (), (), (), (), (), (), True, Certificate(ProofStatus.OPTIMAL, 0, 0))


def test_english_has_sentences_and_a_table() -> None:
    text = commitments_to_text(ANSWER, lang="en")
    assert text.startswith("If all wait for one another, this comes about: ")
    assert "\nDeadlocked" in text
    assert "\nRussia guarantees Syria   Syria joins\n" in text
    # A party that goes by no known code keeps its name.
    assert "القبيلة" in text
    assert text.endswith(".\n")


def test_arabic_has_sentences_only() -> None:
    text = commitments_to_text(ANSWER, lang="ar")
    assert "انضمام سوريا" in text
    assert "أمر ينتظر تحقق ما يلي" in text
    assert all(line.endswith(".") for line in text.splitlines())


@pytest.mark.parametrize(
    ("count", "complete", "english", "arabic"),
    [
        (11, True, "There are 11 such sets of first moves in all.", "وثمة إجمالًا 11 مجموعة كهذه"),
        (11, False, "There are at least 11 such sets of first moves.", "وثمة 11 مجموعة على الأقل كهذه"),
        (103, True, "There are 103 such sets of first moves in all.", "وثمة إجمالًا 103 مجموعات كهذه"),
    ],
)
def test_many_first_moves_are_counted(count: int, complete: bool, english: str, arabic: str) -> None:
    many = replace(ANSWER, keystones=tuple((Act(f"P{i}", "joins"),) for i in range(count)), complete=complete)
    assert english in commitments_to_text(many, lang="en")
    assert arabic in commitments_to_text(many, lang="ar")
    assert "P9 joins" in commitments_to_text(many, lang="en")
    assert "P10 joins" not in commitments_to_text(many, lang="en")
    assert len(json.loads(commitments_to_json(many))["keystones"]) == count


def test_no_promise_at_all() -> None:
    assert commitments_to_text(NOTHING, lang="en") == "There is no promise in it.\n"
    assert commitments_to_text(NOTHING, lang="ar") == "لا تعهدات هنا.\n"
    assert json.loads(commitments_to_json(NOTHING))["rules"] == []


def test_a_name_cannot_steer_the_terminal() -> None:
    act = Act("A\x1b[2J", "joins")
    answer = replace(ANSWER, least=(act,), waiting=(Waiting(act, (act,)),))
    assert "\x1b" not in commitments_to_text(answer, lang="en")
    assert "\x1b" not in commitments_to_text(answer, lang="ar")


def test_json_has_every_key_and_the_same_bytes() -> None:
    encoded = commitments_to_json(ANSWER)
    assert encoded == commitments_to_json(ANSWER)
    assert encoded.endswith(b"}\n")
    circle = ["RUS guarantees SYR", "SYR joins"]
    assert json.loads(encoded) == {
        "schema": "ahlaf.commitments/1",
        "monotone": True,
        "complete": True,
        "rules": [
            {"line": 2, "text": "RUS guarantees SYR if SYR joins", "note": "عرض موسكو"},
            {"line": 3, "text": "SYR joins if RUS guarantees SYR", "note": ""},
            {"line": 4, "text": "القبيلة joins", "note": ""},
        ],
        "least": ["القبيلة joins"],
        "greatest": [*circle, "القبيلة joins"],
        "deadlock": circle,
        "waiting": [
            {"act": "RUS guarantees SYR", "waits_for": ["SYR joins"]},
            {"act": "SYR joins", "waits_for": ["RUS guarantees SYR"]},
        ],
        "keystones": [["RUS guarantees SYR"], ["SYR joins"]],
        "dependences": [{"line": 2, "text": "RUS guarantees SYR if SYR joins", "falls": circle}],
        "endings": [["القبيلة joins"]],
        "proof": {"status": "optimal", "bound": 1, "gap": 0},
    }
