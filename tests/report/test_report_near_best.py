"""How firm camps are, in words and as JSON, from results made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

from ahlaf.model import ActorFirmness, Camps, Certificate, Choice, NearBest, NearDivision, ProofStatus
from ahlaf.report import near_best_to_json, near_best_to_text

BEST = Camps((("دمشق", "قطر"), ("عمان",)), 1.0, (("دمشق", "قطر"),), Certificate(ProofStatus.OPTIMAL, 1.0, 0.0), 2)
TURN = NearDivision(0.5, ("قطر",), (("دمشق", "قطر"), ("عمان", "قطر")))
FOUND = NearBest(
    best=BEST,
    within=0.5,
    count=2,
    complete=True,
    divisions=(NearDivision(0.0, (), ()), TURN),
    choices=(Choice((("دمشق", "عمان"), ("قطر",)), (NearDivision(0.0, (), ()), TURN), True),),
    firm=(("دمشق", "عمان"),),
    always=(),
    sometimes=(("دمشق", "قطر"), ("عمان", "قطر")),
    unknown=(),
    firmness=(ActorFirmness("دمشق", 2.0, False), ActorFirmness("قطر", 0.5, True), ActorFirmness("عمان", 2.0, False)),
)


def test_english_lines() -> None:
    assert near_best_to_text(FOUND, lang="en").splitlines() == [
        "2 divisions come within 0.5 of the least frustration, this one among them.",
        "2 ties go against some of them, and not against others.",
        "They come of 1 choice; who else could stand on the other side, and how much frustration it adds:",
        "+0.5: قطر",
        "Whoever is in one of these groups stands to the others of it in the same way in every such division:",
        "(2 actors) دمشق, عمان",
        "Whose relation to most others turns, and how much frustration it takes: قطر (0.5).",
    ]


def test_arabic_lines() -> None:
    lines = near_best_to_text(FOUND, lang="ar").splitlines()
    assert lines[0] == "تقسيمان لا يزيد احتكاكهما على الأقل بأكثر من 0.5، وهذا أحدهما."
    assert lines[3] == "بزيادة 0.5: قطر"
    assert lines[5] == "مجموعة (طرفان): دمشق، عمان"


def test_the_only_one() -> None:
    alone = replace(FOUND, count=1, divisions=FOUND.divisions[:1], choices=(), sometimes=(), firmness=())
    assert near_best_to_text(alone, lang="en") == "No other division comes within 0.5 of the least frustration.\n"
    exact = replace(alone, within=0.0)
    assert near_best_to_text(exact, lang="en") == "No other division is as good.\n"
    assert near_best_to_text(exact, lang="ar") == "لا تقسيم آخر يساويه جودة.\n"


def test_what_is_not_known_is_said() -> None:
    open_ = replace(FOUND, complete=False, unknown=(("دمشق", "عمان"),), sometimes=())
    text = near_best_to_text(open_, lang="en")
    assert (
        "2 divisions within 0.5 of the least frustration were listed, this one among them; there may be more." in text
    )
    assert "Of 1 tie there was no time to tell." in text


def test_long_lists_are_cut_short() -> None:
    choices = tuple(
        Choice((("a",), (f"b{i}",)), (NearDivision(0.0, (), ()), NearDivision(1.0, (f"b{i}",), ())), True)
        for i in range(20)
    )
    firmness = tuple(ActorFirmness(f"b{i}", 1.0, True) for i in range(20))
    lines = near_best_to_text(replace(FOUND, choices=choices, firmness=firmness), lang="en").splitlines()
    assert "And 5 more." in lines
    assert lines[-1].endswith("and 5 more.")


def test_json_has_all_of_it() -> None:
    document = json.loads(near_best_to_json(FOUND, 0.12345))
    assert document["schema"] == "ahlaf.near-best/1"
    assert (document["seconds"], document["nodes"], document["count"], document["proven"]) == (0.123, 3, 2, True)
    assert document["camps"] == {"دمشق": 0, "قطر": 0, "عمان": 1}
    assert document["divisions"][1] == {
        "extra": 0.5, "moved": ["قطر"], "turned": [["دمشق", "قطر"], ["عمان", "قطر"]],
    }  # fmt: skip
    assert document["firmness"][1] == {"actor": "قطر", "price": 0.5, "exact": True}
