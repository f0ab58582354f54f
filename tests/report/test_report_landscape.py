"""The landscape of alignments in words and as JSON, from results made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

from ahlaf.model import Estimate, Landscape, Minimum, Part, Placed
from ahlaf.report import landscape_to_json, landscape_to_text

MINIMUM = Minimum((("قطر", "مصر"), ("إيران",)), -4.5, True, 0.75, Estimate(0.5, 0.5, 0.5, 0, 0))
OTHER = Minimum((("قطر", "مصر", "إيران"), ()), -1.0, False, 0.25, Estimate(0.5, 0.5, 0.5, 0, 0))
WHOLE = Landscape((Part(("قطر", "مصر", "إيران"), 4, 0, 2, (MINIMUM, OTHER), 0.0),), ("مالطا",))


def test_english_lines() -> None:
    placed = Placed(-2.0, False, MINIMUM, ("مصر",))
    assert landscape_to_text(WHOLE, [placed], lang="en").splitlines() == [
        "3 actors: of 4 divisions into two sides 2 are minima, which no actor gains by leaving.",
        "Minimum 1: energy −4.5; 75% of all divisions lead there by the steepest moves, 50% by random ones.",
        "One side (2 actors): قطر, مصر",
        "The other (1 actor): إيران",
        "Minimum 2: energy −1; 25% of all divisions lead there by the steepest moves, 50% by random ones.",
        "One side (3 actors): قطر, مصر, إيران",
        "In it some actor could change sides without losing by it.",
        "The alignment that was asked about has an energy of −2; some actor gains by leaving it.",
        "It differs from minimum 1 in where these stand: مصر.",
        "Without any tie, and so on either side: مالطا.",
    ]


def test_arabic_lines() -> None:
    lines = landscape_to_text(WHOLE, [Placed(-4.5, True, MINIMUM, ())], lang="ar").splitlines()
    assert lines[0] == "3 أطراف: من بين 4 من التقسيمات على جانبين، نهايتان صغريان لا يكسب طرف بمغادرتهما."
    assert lines[2] == "جانب (طرفان): قطر، مصر"
    assert "وهو النهاية الصغرى 1." in lines


def test_a_sample_says_that_it_is_one() -> None:
    minimum = replace(MINIMUM, steepest=None, reached=Estimate(0.6, 0.5, 0.7, 100, 3))
    found = Landscape((replace(WHOLE.parts[0], samples=100, found=12, minima=(minimum,) * 12, unseen=0.02),), ())
    lines = landscape_to_text(found, [], lang="en").splitlines()
    assert lines[0].startswith(
        "3 actors: 100 random divisions were followed down move by move, and ended in 12 different"
    )
    assert lines[0].endswith("would end in a minimum that was not found with a probability of 2%.")
    assert lines[1] == "Minimum 1: energy −4.5; 60% of the starts ended there, a probability from 50% to 70%."
    assert lines[-1] == "And 4 more minima."
    assert "هذه عيّنة" in landscape_to_text(found, [], lang="ar")


def test_no_tie_at_all() -> None:
    assert landscape_to_text(Landscape((), ("a", "b")), [], lang="en").splitlines() == [
        "There is no tie: all divisions are alike.",
        "Without any tie, and so on either side: a, b.",
    ]


def test_json_has_all_of_it() -> None:
    document = json.loads(landscape_to_json(WHOLE, [], 0.5))
    assert (document["schema"], document["alone"], document["placed"]) == ("ahlaf.landscape/1", ["مالطا"], [])
    minimum = document["parts"][0]["minima"][0]
    assert (minimum["sides"], minimum["energy"], minimum["steepest"]) == ([["قطر", "مصر"], ["إيران"]], -4.5, 0.75)
