from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.actors import gazetteer
from ahlaf.language import make_document
from ahlaf.model import Mention, Relation, Report, Span, Statement, StatementKind
from ahlaf.reading import read_report
from ahlaf.reading.relations import find_relations

NAMES = {
    "Russia": "RUS", "Moscow": "RUS", "Russian": "RUS", "Lavrov": "RUS", "Syria": "SYR", "Syrian": "SYR",
    "Damascus": "SYR", "Turkey": "TUR", "Turkish": "TUR", "Ankara": "TUR", "Iran": "IRN", "Iraq": "IRQ",
    "Qatar": "QAT", "Jordan": "JOR", "Saudi Arabia": "SAU", "Lebanon": "LBN", "Washington": "USA",
}  # fmt: skip


def mentions(text: str) -> list[Mention]:
    found: list[Mention] = []
    for name in sorted(NAMES, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            if not any(m.span.overlaps(span) for m in found):
                found.append(Mention(span, NAMES[name]))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda m: m.span)


def read(text: str, *statements: Statement) -> tuple[Relation, ...]:
    return find_relations(make_document(text, "en"), mentions(text), statements, gazetteer())


def short(relations: tuple[Relation, ...]) -> set[tuple[str, str, str, str]]:
    return {(r.source, r.target, r.type.value, r.realis.value) for r in relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia supports Syria and thanked Iran.",
            {("RUS", "SYR", "SUPPORT", "actual"), ("RUS", "IRN", "SUPPORT", "actual")},
        ),
        ("Turkey was bombed by Syria.", {("SYR", "TUR", "ASSAULT", "actual")}),
        ("Russian support for the Syrian government grew.", {("RUS", "SYR", "SUPPORT", "actual")}),
        ("Talks between Iran and Turkey resumed.", {("IRN", "TUR", "CONSULT", "actual")}),
        ("The visit of the Turkish president to Iran was short.", {("TUR", "IRN", "CONSULT", "actual")}),
        ("Turkey will visit no one but Russia attacked Iraq.", {("RUS", "IRQ", "ASSAULT", "actual")}),
        ("Turkey did not attack Lebanon.", {("TUR", "LBN", "ASSAULT", "denied")}),
        ("Washington imposed sanctions on Iran.", {("USA", "IRN", "SANCTION", "actual")}),
        ("Moscow is ready to cooperate with Jordan.", {("RUS", "JOR", "COOPERATE", "offered")}),
        ("Millions of people live in Turkey and Iraq.", set()),
    ],
)  # fmt: skip
def test_constructions(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert short(read(text)) == expected


def test_a_list_of_subjects_makes_one_relation_each() -> None:
    found = short(read("Saudi Arabia, Qatar and Turkey have funded Lebanon."))
    assert found == {(a, "LBN", "AID", "actual") for a in ("SAU", "QAT", "TUR")}


def test_a_condition_keeps_its_words() -> None:
    text = "Moscow will support Damascus if it talks to Ankara."
    offer = next(r for r in read(text) if r.type.value == "SUPPORT")
    assert (offer.source, offer.target, offer.realis.value) == ("RUS", "SYR", "conditional")
    assert offer.condition is not None
    assert offer.condition.of(text) == "if it talks to Ankara"


def test_group_nouns_mean_what_is_listed() -> None:
    found = read("Iran has very good relations with countries in the region, including Iraq, Syria and Lebanon.")
    assert {(r.source, r.target) for r in found} == {("IRN", "IRQ"), ("IRN", "SYR"), ("IRN", "LBN")}


def test_blame_inside_a_claim_is_an_accusation() -> None:
    text = "Damascus said Turkey and Qatar sponsor terrorism."
    content = text.index("Turkey")
    statement = Statement(
        Span(9, 13), Span(0, 8), "SYR", None, None, Span(content, len(text) - 1), StatementKind.INDIRECT, None
    )
    assert short(read(text, statement)) == {("SYR", "TUR", "ACCUSE", "actual"), ("SYR", "QAT", "ACCUSE", "actual")}


def sentences() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("relations_english.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split("|")[0], line.split("|")[1]) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected"), sentences())
def test_sentences_read_through(text: str, expected: str) -> None:
    found = read_report(Report("a", text, lang="en")).relations
    assert short(found) == {tuple(relation.split()) for relation in expected.split(";") if relation}
