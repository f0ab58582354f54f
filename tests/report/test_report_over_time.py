"""Camps along windows in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import ahlaf
from ahlaf.model import Camps, CampsOverTime, Certificate, Change, Crossing, Flow, ProofStatus, WindowCamps
from ahlaf.report import over_time_to_json, over_time_to_text

PROVEN = Certificate(ProofStatus.OPTIMAL, 1.0, 0.0)
FIRST = WindowCamps("1936", Camps((("دمشق", "بغداد"), ("عمان",)), 1.0, (("بغداد", "دمشق"),), PROVEN, 2), (0, 1), 3, 8.0)
SECOND = replace(FIRST, name="1937", camps=Camps((("دمشق",), ("بغداد", "عمان", "بيروت")), 0.0, (), PROVEN, 2))
CHANGE = Change(
    "1936", "1937", ("بيروت",), (), (Crossing("بغداد", 0, 1),), True, (), (), (), (), (), (("بغداد", "دمشق"),),
    (Flow(0, 0, 1), Flow(0, 1, 1), Flow(1, 1, 1)),
)  # fmt: skip
FOUND = CampsOverTime(2, (FIRST, SECOND), (CHANGE,))


def test_english_lines() -> None:
    assert over_time_to_text(FOUND, lang="en").splitlines() == [
        "2 windows of time. Where several divisions are best, the one with the fewest crossings is shown.",
        "",
        "1936: 3 actors with 3 ties, in 2 camps.",
        "  Frustration 1, 12.5% of the weight of all ties; proven to be the least.",
        "",
        "1937: 4 actors with 3 ties, in 2 camps.",
        "  Frustration 0, 0% of the weight of all ties; proven to be the least.",
        "  Came: بيروت",
        "  Crossed to camp 1: بغداد",
        "  1 tie goes against the camps no longer: بغداد – دمشق",
        "",
        "Who stands with whom in 1937:",
        "Camp 0 (1 actor): دمشق",
        "Camp 1 (3 actors): بغداد, عمان, بيروت",
    ]


def test_arabic_lines() -> None:
    lines = over_time_to_text(FOUND, lang="ar").splitlines()
    assert lines[0].startswith("فترتان. ")
    assert "  انتقل إلى المعسكر 1: بغداد" in lines
    assert "  علاقة واحدة لم تعد تخالف المعسكرات: بغداد – دمشق" in lines


def test_what_is_not_proven_and_what_any_number_of_camps_do() -> None:
    stopped = replace(FIRST.camps, certificate=Certificate(ProofStatus.STOPPED, 0.5, 0.5))
    windows = (replace(FIRST, camps=stopped), replace(SECOND, lines=(None, 4)))
    change = replace(
        CHANGE, fewest=False, crossings=(Crossing("دمشق", 0, None), Crossing("عمان", 1, 4)), born=(4,), ended=(0,),
        split=((0, (2, 4)),), merged=((4, (0, 1)),), left=("القدس",), frustrated=(("دمشق", "عمان"),) * 8,
    )  # fmt: skip
    text = over_time_to_text(CampsOverTime(None, windows, (change,)), lang="en")
    for line in (
        "not proven to be the least, which is at least 0.5.", "  Left: القدس\n", "  Stand alone now: دمشق\n",
        "  Crossed to camp 4: عمان\n", "  There may be a division as good with fewer crossings.\n",
        "  Camp 4 is new.\n", "  Camp 0 is no more.\n", "  Camp 0 split: its actors are now in camps 2 and 4.\n",
        "  Camp 4 has actors of camps 0 and 1 now.\n", "دمشق – عمان, and 2 more\n", "Standing alone: دمشق\n",
    ):  # fmt: skip
        assert line in text
    assert "انقسم المعسكر 0" in over_time_to_text(CampsOverTime(None, windows, (change,)), lang="ar")


def test_json_has_every_window_and_change() -> None:
    document = json.loads(over_time_to_json(FOUND, 0.12345))
    assert (document["schema"], document["k"], document["seconds"]) == ("ahlaf.camps-over-time/1", 2, 0.123)
    assert document["windows"][0] == {
        "name": "1936", "nodes": 3, "edges": 3, "weight": 8.0, "frustration": 1.0, "share": 0.125, "bound": 1.0,
        "gap": 0.0, "proven": True, "camps": {"دمشق": 0, "بغداد": 0, "عمان": 1}, "lines": [0, 1],
        "frustrated": [["بغداد", "دمشق"]],
    }  # fmt: skip
    assert document["changes"][0]["crossings"] == [{"actor": "بغداد", "origin": 0, "target": 1}]
    assert document["changes"][0]["flows"][1] == {"origin": 0, "target": 1, "actors": 1}


def test_windows_from_python_in_order() -> None:
    windows = {1936: [("دمشق", "بغداد", 1), ("دمشق", "عمان", -1)], 1937: [("دمشق", "بغداد", 1), ("دمشق", "عمان", 1)]}
    result = ahlaf.camps_over_time(windows.items(), k=None)
    assert repr(result) == "<OverTimeResult: 2 windows>"
    assert [window.name for window in result.windows] == ["1936", "1937"]
    assert result.changes[0].crossings == (Crossing("عمان", None, 0),)
    assert str(result).startswith("2 windows of time.")
    assert result.to_text("ar").startswith("فترتان.")
    assert json.loads(result.to_json())["k"] == "any"
    assert ahlaf.camps_over_time({}).windows == ()
