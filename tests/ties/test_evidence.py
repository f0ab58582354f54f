"""What bears on a pair: realis, claims, repetition, age."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.model import Evidence, Pair, Reading, Realis, RelationType, TieParameters
from ahlaf.ties import collect_evidence
from ties.makers import TEXT, reading, relation

PARAMETERS = TieParameters(half_life_days=100)


def collected(*readings: Reading, **options: object) -> dict[Pair, tuple[Evidence, ...]]:
    return collect_evidence(readings, PARAMETERS, **options)[0]  # type: ignore[arg-type]


def test_an_actual_relation_counts_whole_with_its_sentence() -> None:
    found = collected(reading(relation("SYR", "SAU", RelationType.ACCUSE)))
    (evidence,) = found["SAU", "SYR"]
    assert evidence.value == pytest.approx(-0.3)
    assert evidence.weight == 1.0
    assert evidence.quote == TEXT
    assert TEXT[evidence.start : evidence.end] == evidence.quote
    assert (evidence.source, evidence.target) == ("SYR", "SAU")


def test_realis_scales_the_weight_and_denied_counts_nothing() -> None:
    offered = collected(reading(relation("RUS", "SYR", RelationType.SUPPORT, Realis.OFFERED)))
    assert (offered["RUS", "SYR"][0].value, offered["RUS", "SYR"][0].weight) == pytest.approx((0.25, 0.8))
    assert collected(reading(relation("RUS", "SYR", RelationType.AID, Realis.DENIED))) == {}


def test_a_request_says_neither_friend_nor_foe() -> None:
    pairs, count = collect_evidence([reading(relation("SYR", "SAU", RelationType.REQUEST))], PARAMETERS)
    assert pairs == {}
    assert (count.relations, count.counted, count.without_sign) == (1, 0, 1)


def test_a_claim_is_not_a_fact_but_shows_what_the_claimant_thinks() -> None:
    found = collected(reading(relation("IRN", "BHR", RelationType.COERCE, claimed_by="SAU")))
    assert found["BHR", "IRN"][0].weight == pytest.approx(0.3)
    (blame,) = found["IRN", "SAU"]
    assert blame.type is RelationType.ACCUSE
    assert (blame.value, blame.weight) == pytest.approx((-0.3, 0.5))


def test_a_claim_by_either_end_counts_whole_and_adds_nothing() -> None:
    found = collected(reading(relation("RUS", "SYR", RelationType.SUPPORT, claimed_by="RUS")))
    assert set(found) == {("RUS", "SYR")}
    assert found["RUS", "SYR"][0].weight == 1.0


def test_to_be_said_to_help_the_threat_is_to_be_accused() -> None:
    helped = reading(relation("TUR", "ISIS", RelationType.AID, claimed_by="SYR"))
    assert ("SYR", "TUR") not in collected(helped)
    assert collected(helped, outlawed=("ISIS",))["SYR", "TUR"][0].type is RelationType.ACCUSE


def test_to_fight_an_armed_group_is_no_blame_even_where_nobody_is_outlawed() -> None:
    found = collected(reading(relation("JOR", "ISIS", RelationType.ASSAULT, claimed_by="RUS")))
    assert set(found) == {("ISIS", "JOR")}


def test_what_is_imagined_hardly_dilutes_what_is_said() -> None:
    said = relation("SYR", "SAU", RelationType.ACCUSE)
    imagined = relation("SYR", "SAU", RelationType.COOPERATE, Realis.HYPOTHETICAL, claimed_by="SYR")
    weights = {e.realis: e.weight for e in collected(reading(said, imagined))["SAU", "SYR"]}
    assert weights == {Realis.ACTUAL: pytest.approx(1 / 1.1), Realis.HYPOTHETICAL: pytest.approx(0.1 / 1.1)}


def test_what_a_third_party_wishes_for_says_nothing_of_the_two() -> None:
    wish = relation("SYR", "SYR_OPP", RelationType.COOPERATE, Realis.CALLED_FOR, claimed_by="RUS")
    assert collected(reading(wish)) == {}


def test_what_is_only_spoken_of_weighs_no_more_than_a_promise_or_a_threat() -> None:
    offer = relation("SYR", "SAU", RelationType.COOPERATE, Realis.CONDITIONAL, claimed_by="SYR")
    (promised,) = collected(reading(offer))["SAU", "SYR"]
    assert (promised.value, promised.weight) == pytest.approx((0.25, 0.4))
    threat = relation("SYR", "SAU", RelationType.ASSAULT, Realis.FUTURE, claimed_by="SYR")
    assert collected(reading(threat))["SAU", "SYR"][0].value == pytest.approx(-0.35)


def test_one_report_is_one_witness_however_often_it_repeats_itself() -> None:
    repeated = reading(*[relation("SYR", "SAU", RelationType.ACCUSE)] * 5)
    assert len(collected(repeated)["SAU", "SYR"]) == 1
    varied = reading(relation("SYR", "SAU", RelationType.ACCUSE), relation("SAU", "SYR", RelationType.ASSAULT))
    assert sum(e.weight for e in collected(varied)["SAU", "SYR"]) == pytest.approx(1.0)


def test_two_reports_are_two_witnesses() -> None:
    relations = relation("SYR", "SAU", RelationType.ACCUSE)
    found = collected(reading(relations, id="r1"), reading(relations, id="r2"))
    assert sum(e.weight for e in found["SAU", "SYR"]) == pytest.approx(2.0)


def test_evidence_halves_with_its_half_life_before_the_last_day() -> None:
    old = reading(relation("SYR", "SAU", RelationType.ACCUSE), id="old", day=date(2015, 1, 1))
    new = reading(relation("SYR", "SAU", RelationType.ACCUSE), id="new", day=date(2015, 4, 11))
    weights = {e.report: e.weight for e in collected(old, new)["SAU", "SYR"]}
    assert weights == {"new": 1.0, "old": pytest.approx(0.5)}


def test_the_period_is_kept_and_what_it_leaves_out_is_counted() -> None:
    inside = reading(relation("SYR", "SAU", RelationType.ACCUSE))
    outside = reading(relation("SYR", "SAU", RelationType.ACCUSE), id="r2", day=date(2014, 1, 1))
    undated = reading(relation("SYR", "SAU", RelationType.ACCUSE), id="r3", day=None)
    pairs, count = collect_evidence([inside, outside, undated], PARAMETERS, start=date(2015, 1, 1))
    assert [e.report for e in pairs["SAU", "SYR"]] == ["r1"]
    assert (count.outside_period, count.undated) == (1, 1)


def test_what_happened_is_dated_by_the_text_before_the_report() -> None:
    dated = reading(relation("SYR", "SAU", RelationType.ACCUSE, day=date(2015, 6, 1)))
    assert collected(dated)["SAU", "SYR"][0].date == date(2015, 6, 1)
