"""A timeline in words, as JSON and as a picture, in both languages."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date

import pytest

from ahlaf.model import (
    Actor,
    ActorKind,
    Arrival,
    ArrivalKind,
    Case,
    Estimate,
    MemberBalance,
    Party,
    Question,
    Stage,
    Stand,
    Standing,
    Status,
    Step,
    Timeline,
)
from ahlaf.report import timeline_to_json, timeline_to_svg, timeline_to_text
from ahlaf.report.catalogue import Lang

PAIR = ("SAU", "SYR")
QUESTION = Question(("SYR", "SAU"), "ISIS", requirement=2.0)
CASE = Case(
    name="made",
    title_en="Made",
    title_ar="قضية",
    question=QUESTION,
    threat_name_en="ISIS",
    threat_name_ar="داعش",
    parties=(
        Party(Actor("SYR", "Syria", "سوريا", ActorKind.STATE), 1, 1),
        Party(Actor("SAU", "Saudi Arabia", "السعودية", ActorKind.STATE), 1, 1),
    ),
    ties=(),
)
OPEN = Standing(
    stand=Stand(Status.CONTESTED, True),
    lifted=Stand(Status.CONTESTED, True),
    probability=Estimate(0.6, 0.58, 0.62, 2000, 0),
    red_lines=(),
    balances=(MemberBalance("SYR", 0.05), MemberBalance("SAU", 0.2)),
    price=0.0,
    steps=(),
    brokers=(),
    saving=0.0,
    proven=True,
)
BARRED = replace(
    OPEN,
    stand=Stand(Status.FAILS, False),
    red_lines=(PAIR,),
    price=5.0,
    steps=(Step(PAIR, 1, -0.2, 0.1, True, 5.0),),
    brokers=("RUS",),
    saving=0.4,
)
REPORT = Arrival(ArrivalKind.REPORT, date(2015, 8, 3), "r", "Talks", "Agency", None, True, 0.12, False)
LINE = Arrival(ArrivalKind.RED_LINE, date(2015, 8, 11), "", "", "", PAIR, True, 0.0, True)
FOUND = Timeline(
    QUESTION,
    7,
    (
        Stage(date(2015, 8, 1), date(2015, 8, 7), OPEN, (REPORT,), False),
        Stage(date(2015, 8, 8), date(2015, 8, 14), BARRED, (LINE,), True),
        Stage(date(2015, 8, 15), date(2015, 8, 21), BARRED, (), False),
        Stage(date(2015, 8, 22), date(2015, 8, 24), BARRED, (), False),
    ),
)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "The answer of every 7 days, from 1 August 2015 to 24 August 2015",
                "By 14 August 2015 the verdict turned from “contested; it would hold at the likeliest ties” to"
                " “fails: a red line stands”: without the red line between Saudi Arabia and Syria it would not have.",
                "held in 60% of draws · lowest balance: Syria, +0.05 · nothing needs mending",
                "+0.12 “Talks” (3 August 2015)",
                "red lines aside, held in 60% of draws · lowest balance: Syria, +0.05 · price 5 · first broker Russia,"
                " saving 0.4",
                "1 span of days in which nothing came in is left out.",
            ],
        ),
        (
            "ar",
            [
                "الجواب كل 7 أيام، من 1 أغسطس 2015 إلى 24 أغسطس 2015",
                "بحلول 14 أغسطس 2015 انقلب الحكم من «غير محسوم، ويقوم عند القيم الأرجح» إلى «لا يقوم لوجود خط أحمر»،"
                " ولولا الخط الأحمر بين السعودية وسوريا لما انقلب.",
                "ومن دون الخطوط الحمر قام في 60% من مرات السحب",
                "أفضل الوسطاء: روسيا، بتوفير 0.4",
                "حُذفت مدة واحدة لم يرد فيها شيء.",
            ],
        ),
    ],
)
def test_a_timeline_says_what_turned_the_verdict_and_then_what_came_in(lang: Lang, said: list[str]) -> None:
    text = " ".join(timeline_to_text(CASE, FOUND, lang=lang).replace("\u200f", "").split())
    for sentence in said:
        assert sentence in text


@pytest.mark.parametrize(
    ("arrivals", "says"),
    [
        ((replace(REPORT, bears=True),), "what came in since 8 August 2015 did it together"),
        ((), "only because older evidence weighs less"),
        ((replace(REPORT, turns=True),), "without the report “Talks” (Agency, 3 August 2015) it would not have"),
        ((Arrival(ArrivalKind.PARTY, date(2015, 8, 9), "SYR", "", "", None, True, 0.0, True),), "what is new of Syria"),
    ],
)
def test_a_turn_names_its_cause(arrivals: tuple[Arrival, ...], says: str) -> None:
    first, second, *rest = FOUND.stages
    found = replace(FOUND, stages=(first, replace(second, arrivals=arrivals), *rest))
    assert says in " ".join(timeline_to_text(CASE, found, lang="en").split())


def test_where_nothing_turns_it_says_so() -> None:
    steady = replace(FOUND, stages=FOUND.stages[:1])
    assert "The verdict is the same throughout" in timeline_to_text(CASE, steady, lang="en")
    assert "الحكم واحد طوال المدة" in timeline_to_text(CASE, steady, lang="ar")


def test_the_document_holds_every_moment_and_is_the_same_every_time() -> None:
    document = json.loads(timeline_to_json(CASE, FOUND))
    assert (document["schema"], document["case"], document["every"]) == ("ahlaf.timeline/1", "made", 7)
    assert [stage["last"] for stage in document["stages"]][-1] == "2015-08-24"
    assert document["stages"][1]["arrivals"][0]["pair"] == list(PAIR)
    assert len(document["sentences"]["en"]) == len(document["sentences"]["ar"]) == 1
    assert timeline_to_json(CASE, FOUND) == timeline_to_json(CASE, FOUND)


def curve(svg: str) -> list[float]:
    (points,) = re.findall(r'<polyline points="([^"]+)"', svg)
    return [float(point.split(",")[0]) for point in points.split()]


def test_the_picture_is_whole_and_time_runs_as_the_language_reads() -> None:
    english, arabic = (timeline_to_svg(CASE, FOUND, lang=lang) for lang in ("en", "ar"))
    for svg in (english, arabic):
        assert ElementTree.fromstring(svg).tag.endswith("svg")
        assert svg.count("<circle") == 2  # one turn, and the one in the key
    assert curve(english) == sorted(curve(english))
    assert curve(arabic) == sorted(curve(arabic), reverse=True)
    assert "انقلب الحكم" in arabic


def test_titles_cannot_break_the_picture_or_steer_the_terminal() -> None:
    evil = replace(REPORT, title="\x1b[31m<script>")
    first, *rest = FOUND.stages
    found = replace(FOUND, stages=(replace(first, arrivals=(evil,)), *rest))
    assert "\x1b" not in timeline_to_text(CASE, found, lang="en")
    assert "<script>" not in timeline_to_svg(CASE, found, lang="en")
