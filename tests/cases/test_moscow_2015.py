"""The bundled case: its files parse, its sources and dates hold together, its figures follow their own rule."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from ahlaf.codebook import read_table
from ahlaf.language import detect_language, normal
from ahlaf.model import Act, ActorKind, Commitment, Span
from ahlaf.solve.commitments.come_to import least_fixed_point, solve_commitments
from ahlaf.solve.commitments.rules import parse_commitments
from ahlaf.ties.coded import read_coded

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASE = Path(str(files("ahlaf") / "cases" / "moscow-2015"))
REPORTS = sorted((CASE / "reports").glob("*.txt"))
START, END = date(2015, 2, 1), date(2015, 9, 30)
ASKED = date(2015, 6, 29)
MEMBERS = ("SYR", "SAU", "JOR", "TUR")
PARTIES = {"RUS", "SYR", "SAU", "JOR", "TUR", "QAT", "IRN", "IRQ", "EGY", "USA", "SYR_OPP"}
KEY = re.compile(r"\[([a-z0-9_]+)\]")
ARITHMETIC = re.compile(r"\] ([\d.]+) x ([\d.]+)\.(?: |$)")
# The longest stretch that a report of the case may share with the page that the case began from.
LONGEST_SHARED = 40


@dataclass(frozen=True, slots=True)
class Note:
    """A report of the case as it stands on disk: its front matter, its first line and the paragraphs after it."""

    path: Path
    head: Mapping[str, str]
    first: str
    paragraphs: tuple[str, ...]
    text: str


@cache
def settings() -> Mapping[str, Any]:
    return tomllib.loads((CASE / "case.toml").read_text(encoding="utf-8"))


@cache
def note(path: Path) -> Note:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = {key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    first, *paragraphs = [part.strip() for part in body.strip().split("\n\n")]
    return Note(path, fields, first, tuple(paragraphs), body)


@cache
def rules() -> tuple[Commitment, ...]:
    return parse_commitments((CASE / "commitments.txt").read_text(encoding="utf-8"), file="commitments.txt")


def rows(name: str, *columns: str) -> list[dict[str, str]]:
    text = (CASE / name).read_text(encoding="utf-8")
    return [{column: row[column] for column in columns} for row in read_table(text, file=name, required=columns)]


def actors() -> dict[str, dict[str, str]]:
    columns = ("id", "name_en", "name_ar", "kind", "capability", "salience", "source")
    return {row["id"]: row for row in rows("actors.csv", *columns)}


def acts(rule: Commitment) -> set[Act]:
    return {rule.act, *rule.unless, *(act for condition in rule.when for act in condition.acts)}


def test_the_question_is_the_one_of_june_2015() -> None:
    case = settings()
    assert (case["schema"], case["name"]) == ("ahlaf.case/1", CASE.name)
    question = case["question"]
    assert tuple(question["members"]) == MEMBERS
    assert question["threat"] == "ISIS"
    assert (question["from"], question["to"]) == (START, END)
    assert detect_language(case["title"]["en"]) == "en"
    assert detect_language(case["title"]["ar"]) == "ar"
    assert detect_language(question["requirement_note_en"]) == "en"
    assert detect_language(question["requirement_note_ar"]) == "ar"


def test_the_requirement_is_three_times_the_threat_and_the_members_together_meet_it() -> None:
    table = actors()
    requirement = settings()["question"]["requirement"]
    assert requirement == pytest.approx(3 * float(table["ISIS"]["capability"]))
    assert sum(float(table[member]["capability"]) for member in MEMBERS) == pytest.approx(128.31)
    # Nobody can do it alone.
    assert all(float(row["capability"]) < requirement for row in table.values())


def test_every_source_is_cited_and_every_cited_source_exists() -> None:
    sources = settings()["sources"]
    cited = {"mearsheimer"}
    for row in actors().values():
        cited |= set(KEY.findall(row["source"]))
        assert KEY.search(row["source"]), row["id"]
    for tie in rows("ties.csv", "a", "b", "note", "source"):
        cited |= set(tie["source"].split())
        assert tie["note"] and tie["source"], tie
    for rule in rules():
        cited |= set(KEY.findall(rule.note))
        assert KEY.search(rule.note), rule.text
    assert cited <= set(sources)
    for key, source in sources.items():
        assert source["citation"], key
        assert source["url"] == "" or source["url"].startswith(("http://", "https://")), key


def test_the_actors_are_the_parties_and_the_threat() -> None:
    table = actors()
    assert set(table) == PARTIES | {"ISIS"}
    assert table["ISIS"]["salience"] == ""
    for name, row in table.items():
        assert ActorKind(row["kind"])
        assert detect_language(row["name_en"]) == "en"
        assert detect_language(row["name_ar"]) == "ar"
        assert float(row["capability"]) > 0
        assert name == "ISIS" or 0 <= float(row["salience"]) <= 1


@pytest.mark.parametrize("name", sorted(PARTIES))
def test_capability_is_personnel_times_a_share_of_the_header(name: str) -> None:
    row = actors()[name]
    found = ARITHMETIC.search(row["source"])
    assert found, row["source"]
    personnel, share = float(found[1]), float(found[2])
    expected = (
        0.25
        if name in {"SYR", "IRQ", "SYR_OPP"}
        else 0.10
        if name in {"SAU", "JOR", "TUR", "IRN"}
        else 0.05
        if name in {"EGY", "QAT"}
        else 0.02
    )
    assert share == expected
    assert float(row["capability"]) == pytest.approx(personnel * share, abs=0.01)


def test_red_lines_are_few_and_between_parties_of_the_case() -> None:
    coded = read_coded((CASE / "ties.csv").read_text(encoding="utf-8"), file="ties.csv")
    assert {tie.pair for tie in coded if tie.red_line} == {("SAU", "SYR"), ("SYR", "SYR_OPP"), ("QAT", "SYR")}
    assert {name for tie in coded for name in tie.pair} <= PARTIES
    assert [tie.pair for tie in coded if tie.weight is not None] == [("JOR", "TUR")]


def test_refusals_and_promises_say_since_when_they_stand() -> None:
    coded = read_coded((CASE / "ties.csv").read_text(encoding="utf-8"), file="ties.csv")
    assert all((tie.since is not None) == tie.red_line for tie in coded)
    assert all(rule.since is not None and START <= rule.since <= END for rule in rules())
    # Before Moscow asked nobody had promised anything or refused to sit with anybody.
    assert all(rule.since is not None and rule.since >= ASKED for rule in rules())
    assert all(tie.since is None or tie.since > ASKED for tie in coded)


def test_salience_grows_only_by_marks_that_came_later() -> None:
    marks: dict[str, list[float]] = {}
    for row in rows("actors.csv", "id", "salience", "since"):
        if row["salience"]:
            marks.setdefault(row["id"], []).append(float(row["salience"]))
    assert all(values == sorted(values) for values in marks.values())
    assert {name for name, values in marks.items() if len(values) > 1} == {"SAU", "TUR", "RUS", "USA"}


def test_only_parties_of_the_case_promise() -> None:
    for rule in rules():
        for act in acts(rule):
            assert act.party in PARTIES, rule.text
            assert act.object is None or act.object in PARTIES, rule.text
        assert rule.note.startswith(("QUOTED", "READING", "DONE")), rule.text
        assert rule.note.startswith("DONE") == (not rule.when), rule.text


def test_the_promises_are_a_deadlock_that_a_transition_unlocks() -> None:
    answer = solve_commitments(rules())
    joined = {act.party for act in answer.greatest if act.deed == "joins"}
    assert answer.monotone
    assert not [act for act in answer.least if act.deed == "joins"]
    assert joined == PARTIES - {"RUS", "QAT", "SYR_OPP"}
    assert answer.unlocking.keystones == ((Act("SYR", "starts_transition"),),)


def test_damascus_joining_first_brings_its_own_side_only() -> None:
    first = Act("SYR", "joins")
    reached = least_fixed_point(rules(), [first])
    assert {act.party for act in reached if act.deed == "joins"} == {"SYR", "IRN", "IRQ"}
    assert Act("RUS", "guarantees", "SYR") in reached


def test_there_are_enough_reports_in_both_languages_and_their_ids_are_unique() -> None:
    notes = [note(path) for path in REPORTS]
    for lang in ("ar", "en"):
        assert sum(n.head["lang"] == lang for n in notes) >= 10
        assert sum(n.head["lang"] == lang and n.head["date"] < ASKED.isoformat() for n in notes) >= 7
    assert len({n.head["id"] for n in notes}) == len(notes)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_report_says_when_and_in_what_language_it_is_and_after_whom(path: Path) -> None:
    report = note(path)
    stem, lang, _ = path.name.rsplit(".", 2)
    assert list(report.head) == ["id", "title", "date", "publisher", "url", "lang"]
    assert report.head["id"] == f"{stem}-{lang}"
    assert stem.startswith(report.head["date"])
    assert START <= date.fromisoformat(report.head["date"]) <= END
    assert report.head["lang"] == lang == detect_language(report.text)
    assert report.head["publisher"].startswith({"en": "Ahlaf case notes, after ", "ar": "ملاحظات أحلاف، عن "}[lang])
    assert report.first == report.head["title"]
    assert 2 <= len(report.paragraphs) <= 6


def shared_stretch(text: str, other: str, longest: int) -> Span | None:
    """Return the first stretch of `text` longer than `longest` that `other` holds too, if any."""
    size = longest + 1
    known = {other[at : at + size] for at in range(len(other) - size + 1)}
    hits = (at for at in range(len(text) - size + 1) if text[at : at + size] in known)
    return next((Span(at, at + size) for at in hits), None)


def test_a_shared_stretch_is_found_only_beyond_the_limit() -> None:
    assert shared_stretch("قال الوزير إن", "ثم قال الوزير نعم", 11) is None
    assert shared_stretch("قال الوزير إن", "ثم قال الوزير نعم", 10) == Span(0, 11)


@pytest.mark.skipif(not SHARED.exists(), reason="shared data not present")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_no_report_copies_the_page_that_the_case_began_from(path: Path) -> None:
    page = SHARED / "reports" / "moscow-initiative-2015-06-29.ar.txt"
    spaced = " ".join(normal(note(path).text).split())
    assert shared_stretch(spaced, " ".join(normal(page.read_text(encoding="utf-8")).split()), LONGEST_SHARED) is None
