"""What promises come to, by themselves, in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from ahlaf.model import Act, CommitmentAnswer, ProofStatus, Unlocking
from ahlaf.report import Lang, commitments_to_json, commitments_to_text, why_to_text
from ahlaf.solve import parse_commitments, solve_commitments, why

RULES = """# عرض موسكو
RUS guarantees SYR if SYR joins
SYR joins if RUS guarantees SYR
القبيلة joins
"""
CIRCLE = ["RUS guarantees SYR", "SYR joins"]


def solved(text: str = RULES, *without: str) -> CommitmentAnswer:
    return solve_commitments(parse_commitments(text), not_first=without)


def test_english_has_the_first_move_first_the_deadlock_once_and_a_table() -> None:
    text = commitments_to_text(solved(), lang="en")
    assert text.startswith(
        "To break the deadlock it takes one first move, made without conditions: "
        "Russia guarantees Syria or Syria joins.\n"
        "As long as all wait for one another, only this comes about: القبيلة joins.\n"
        "Deadlocked until then, and possible if all signed at once: Russia guarantees Syria, and Syria joins.\n"
    )
    assert text.count("Deadlocked until then") == 1
    assert "\nRussia guarantees Syria   Syria joins\n" in text
    assert text.endswith(".\n")


def test_arabic_has_sentences_only() -> None:
    text = commitments_to_text(solved(), lang="ar")
    assert text.startswith(
        "للخروج من الانسداد تلزم خطوة أولى واحدة من غير شرط: حصول سوريا على ضمانات من روسيا أو انضمام سوريا.\n"
    )
    assert "أمر ينتظر ما يلي" in text
    assert all(line.endswith(".") for line in text.splitlines())


def test_what_is_waited_for_keeps_how_many_are_asked_for() -> None:
    rules = "EGY joins if SYR joins and at least 1 of (JOR joins, SAU joins)\nEGY joins if TUR joins\n"
    rules += "".join(f"{party} joins if EGY joins\n" for party in ("SYR", "JOR", "SAU", "TUR"))
    english = " ".join(commitments_to_text(solved(rules), lang="en").split())
    assert "Egypt joins Syria joins, and at least 1 of (Jordan joins; Saudi Arabia joins); or Turkey joins " in english
    assert (
        "انضمام مصر: أمر ينتظر ما يلي: انضمام سوريا، وتحقق واحد على الأقل من (انضمام الأردن؛ انضمام السعودية)؛ "
        "أو انضمام تركيا." in commitments_to_text(solved(rules), lang="ar")
    )


def told(text: str, act: str, lang: Lang = "en") -> str:
    answer = solved(text)
    (named,) = (one.act for one in answer.reasons if str(one.act) == act)
    return why_to_text(answer, why(answer, named), lang=lang)


def test_why_an_act_comes_about_and_why_it_cannot() -> None:
    assert told("IRQ joins\nJOR joins if IRQ joins", "JOR joins") == (
        "Why this comes about even if all wait: Jordan joins.\n"
        "  Jordan joins: due, because this has come about: Iraq joins (line 2).\n"
        "    Iraq joins: promised without conditions (line 1).\n"
    )
    assert told("JOR joins if IRQ joins\nJOR joins if SYR joins", "JOR joins", "ar") == (
        "لماذا لا يمكن أن يتحقق ما يلي: انضمام الأردن.\n"
        "  انضمام الأردن: أمر لا يمكن أن يتحقق من دون ما يلي: انضمام العراق (السطر 1)؛ أو انضمام سوريا (السطر 2).\n"
        "    انضمام العراق: أمر لا يتعهد به أحد.\n"
        "    انضمام سوريا: أمر لا يتعهد به أحد.\n"
    )


def test_why_in_each_ending() -> None:
    rules = "A acts unless B acts\nB acts unless A acts\nC acts if A acts unless B acts\n"
    assert told(rules, "C acts") == (
        "C acts: this comes about in ending 2, of 2 in all.\n"
        "Why this comes about in ending 2: C acts.\n"
        "  C acts: due, because this has come about: A acts; and this has not: B acts (line 3).\n"
        "    A acts: promised unless this comes about, which it does not: B acts (line 1).\n"
        "Why this does not come about in ending 1: C acts.\n"
        "  C acts: cannot come about without this: the absence of “B acts” (line 3).\n"
        "    B acts: promised unless this comes about, which it does not: A acts (line 2).\n"
    )
    assert "C acts: أمر يتحقق في المآل 2 من أصل 2.\n" in told(rules, "C acts", "ar")
    assert told("A acts unless A acts\nB acts", "A acts").startswith("The promises contradict one another")
    assert told("A acts unless B acts", "A acts").startswith("A acts: this comes about in every ending.\n")
    assert "A acts: nobody promises it without “unless”." in told("A acts unless A acts\nB acts", "A acts")


def test_a_long_why_is_cut_and_keeps_the_sources_of_a_note() -> None:
    chain = "P0 joins\n" + "".join(f"P{i} joins if P{i - 1} joins\n" for i in range(1, 60))
    assert told(chain, "P59 joins").endswith("And 20 more, which --json lists.\n")
    note = told(f"A acts # {'word ' * 60}[a] [b]", "A acts")
    assert "word word … [a] [b]\n" in note
    assert len(note) < 300


def test_one_choice_a_circle_and_what_ways_share() -> None:
    two = "A acts if B acts\nB acts if A acts\nC acts if D acts\nD acts if C acts\n"
    assert "it takes 2 first moves, made without conditions: A acts or B acts, and C acts or D acts." in (
        commitments_to_text(solved(two), lang="en")
    )
    shared = "A acts if A acts\nB acts if A acts and C acts\nC acts if B acts\n"
    assert "takes 2 first moves, made without conditions: A acts, and B acts or C acts." in (
        commitments_to_text(solved(shared), lang="en")
    )
    hub = "A acts if B acts and C acts\nB acts if A acts\nC acts if A acts\n"
    text = commitments_to_text(solved(hub, "A"), lang="en")
    assert "Without a first move by A it takes 2 first moves instead of one first move: B and C acts." in text
    never = commitments_to_text(solved("A acts if A acts", "A"), lang="en")
    assert "the deadlock cannot be broken: even if everybody else moved first, this would stay locked: A acts." in never
    assert "من دون خطوة أولى من جانب A لا يمكن كسر الانسداد" in commitments_to_text(
        solved("A acts if A acts", "A"), lang="ar"
    )


def test_many_ways_are_counted() -> None:
    ring = "".join(f"P{i} joins if P{(i + 1) % 11} joins\n" for i in range(11))
    assert "There are 11 ways as short in all." in commitments_to_text(solved(ring), lang="en")
    assert "وثمة إجمالًا 11 سبيلًا بهذا القِصر." in commitments_to_text(solved(ring), lang="ar")
    assert len(json.loads(commitments_to_json(solved(ring)))["unlocking"]["keystones"]) == 11


def test_what_is_not_proven_is_said() -> None:
    answer = solved()
    circle = replace(answer.unlocking.circles[0], first_moves=(answer.deadlock,), complete=False)
    proof = replace(answer.unlocking.proof, status=ProofStatus.STOPPED, gap=1)
    found = Unlocking((), (circle,), (answer.deadlock,), None, (), proof)
    text = commitments_to_text(replace(answer, unlocking=found), lang="en")
    assert "fewer first moves may do, but never fewer than 1." in text


def test_a_long_list_is_cut_and_says_so() -> None:
    many = "\n".join(f"P{i:03} joins" for i in range(50))
    assert "P039 join, and 10 more acts." in commitments_to_text(solved(many), lang="en")
    assert "و10 أمور أخرى" in commitments_to_text(solved(many), lang="ar")


def test_no_promise_at_all() -> None:
    assert commitments_to_text(solved(""), lang="en") == "There is no promise in it.\n"
    assert commitments_to_text(solved(""), lang="ar") == "لا تعهدات هنا.\n"
    assert json.loads(commitments_to_json(solved("")))["rules"] == []


def test_a_name_cannot_steer_the_terminal() -> None:
    act = Act("A\x1b[2J", "joins")
    answer = replace(solved(), least=(act,), deadlock=(act,))
    assert "\x1b" not in commitments_to_text(answer, lang="en")
    assert "\x1b" not in commitments_to_text(answer, lang="ar")


def test_json_has_every_key_and_the_same_bytes() -> None:
    encoded = commitments_to_json(solved(RULES, "RUS"))
    assert encoded == commitments_to_json(solved(RULES, "RUS"))
    assert encoded.endswith(b"}\n")
    proof = {"status": "optimal", "bound": 1, "gap": 0}
    one = {"acts": CIRCLE, "first_moves": [["RUS guarantees SYR"], ["SYR joins"]], "complete": True, "proof": proof}
    unlocking = {
        "not_first": [], "circles": [one], "keystones": [["RUS guarantees SYR"], ["SYR joins"]], "count": 2,
        "locked": [], "proof": proof,
    }  # fmt: skip
    restricted = unlocking | {
        "not_first": ["RUS"], "circles": [one | {"first_moves": [["SYR joins"]]}], "keystones": [["SYR joins"]],
        "count": 1,
    }  # fmt: skip
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
        "greatest": [*CIRCLE, "القبيلة joins"],
        "deadlock": CIRCLE,
        "waiting": [
            {"act": "RUS guarantees SYR", "waits_for": [[{"at_least": 1, "acts": ["SYR joins"]}]]},
            {"act": "SYR joins", "waits_for": [[{"at_least": 1, "acts": ["RUS guarantees SYR"]}]]},
        ],
        "unlocking": unlocking,
        "restricted": restricted,
        "collapses": [
            {"lines": [2, 3], "falls": CIRCLE, "count": 2},
            {"lines": [4], "falls": ["القبيلة joins"], "count": 1},
        ],
        "departures": [
            {"party": "RUS", "falls": ["SYR joins"], "count": 1},
            {"party": "SYR", "falls": ["RUS guarantees SYR"], "count": 1},
            {"party": "القبيلة", "falls": [], "count": 0},
        ],
        "endings": [["القبيلة joins"]],
        "findings": [],
        "why": None,
    }
