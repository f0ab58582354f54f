"""The pictures: the same every time, sound XML, named in both languages."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from ahlaf.model import Answer, Case, Miracle, Tie, TieParameters
from ahlaf.network import SignedNetwork
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.drawing import draw_balances, draw_miracle, draw_network, draw_probability, draw_step
from ahlaf.report.drawing.network import circle_order
from ahlaf.report.words import Words


def _pictures(case: Case, answer: Answer, lang: Lang) -> list[str]:
    words = Words.of(case, lang)
    step = answer.reconciliation.packages[0].steps[0]
    return [
        draw_balances(answer.verdict.balances, words, name="a"),
        draw_network(case, answer.camps, words, name="b"),
        draw_probability(answer.verdict.probability, words, name="c"),
        draw_step(step, words, name="d"),
        str(draw_miracle(answer.miracle, words, name="e")),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_is_sound_and_has_title_and_description(lang: Lang, case: Case, answer: Answer) -> None:
    for picture in _pictures(case, answer, lang):
        root = ElementTree.fromstring(picture)
        assert root.attrib["role"] == "img"
        title, description = root[0], root[1]
        assert (title.tag, description.tag) == ("title", "desc")
        assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
        assert title.text
        assert description.text
        texts = list(root.iter("text"))
        assert all(text.attrib["direction"] == ("rtl" if lang == "ar" else "ltr") for text in texts)


def test_pictures_speak_the_language(case: Case, answer: Answer) -> None:
    arabic = "".join(_pictures(case, answer, "ar"))
    assert "تركيا" in arabic
    assert "Turkey" not in arabic
    assert "البقاء أجدى" in arabic


def test_names_are_escaped(case: Case, answer: Answer) -> None:
    words = replace(Words.of(case, "en"), names={"SYR": "<script>&"})
    picture = draw_network(case, None, words, name="x")
    assert "<script>" not in picture
    ElementTree.fromstring(picture)


def test_coded_assumed_and_uncertain_ties_look_different(case: Case, answer: Answer) -> None:
    root = ElementTree.fromstring(draw_network(case, answer.camps, Words.of(case, "en"), name="x"))
    lines = {(e.attrib["data-a"], e.attrib["data-b"]): e for e in root.iter("line") if "data-a" in e.attrib}
    assert len(lines) == 15
    assert lines["JOR", "TUR"].attrib["class"] == "edge assumed"
    assert lines["JOR", "SYR"].attrib["class"] == "edge foe uncertain"
    assert lines["SYR", "USA"].attrib["class"] == "edge foe red-line"
    assert float(lines["RUS", "SYR"].attrib["stroke-width"]) > float(lines["JOR", "SYR"].attrib["stroke-width"])
    marks = {(g.attrib["data-a"], g.attrib["data-b"]): g[0].tag for g in root.iter("g") if "data-a" in g.attrib}
    assert marks["SAU", "SYR"] == "rect"
    assert marks["SYR", "TUR"] == "circle"


def test_friends_stand_side_by_side() -> None:
    ties = [Tie("A", "C", 0.9, 0.8, 1.0), Tie("B", "D", 0.9, 0.8, 1.0), Tie("A", "B", -0.9, -1.0, -0.8)]
    network = SignedNetwork.of("ABCD", ties, TieParameters())
    order = circle_order(network, ("A", "B", "C", "D"), None)
    around = {frozenset((order[i], order[(i + 1) % 4])) for i in range(4)}
    assert {frozenset("AC"), frozenset("BD")} <= around


def test_members_stay_together(case: Case, answer: Answer) -> None:
    network = SignedNetwork.of((party.id for party in case.parties), case.ties)
    order = circle_order(network, ("JOR", "SAU", "SYR", "TUR"), answer.camps)
    assert set(order[:4]) == {"JOR", "SAU", "SYR", "TUR"}


def test_no_picture_of_a_miracle_that_cannot_be(case: Case) -> None:
    assert draw_miracle(Miracle(None, None, None, (), None), Words.of(case, "en"), name="x") is None
