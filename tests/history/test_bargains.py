"""Documented bargains: what their promises come to, worked out by hand, and what the docs say of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bargains import BARGAINS, DATA, HERE, TREATIES, Bargain, answer_of, atop, lines

from ahlaf.model import Act, CommitmentAnswer
from ahlaf.report import commitments_to_text
from ahlaf.solve import parse_commitments
from ahlaf.solve.commitments.come_to import least_fixed_point

PAGE = Path(__file__).resolve().parents[2] / "docs" / "theory" / "bargains.md"
STIMULUS, GROWTH = Act("DEU", "stimulates"), Act("JPN", "expands")
OIL, TRADE = Act("USA", "frees_oil_prices"), Act("FRA", "concludes_trade_round")
FRENCH, SOVIET = Act("FRA", "assists", "Czechoslovakia"), Act("USSR", "assists", "Czechoslovakia")
BRITISH, ATTACK = Act("GBR", "supports", "FRA"), Act("DEU", "attacks", "Czechoslovakia")


def answer(file: str) -> CommitmentAnswer:
    return answer_of(next(bargain for bargain in BARGAINS if bargain.file == file))


@pytest.mark.parametrize("bargain", BARGAINS, ids=lambda bargain: bargain.file)
def test_every_rule_says_what_it_rests_on_and_the_docs_name_the_file(bargain: Bargain) -> None:
    text = (HERE / bargain.file).read_text(encoding="utf-8")
    marked = re.findall(r"# (QUOTED|READING|DONE|ASSUMED)", text)
    assert len(marked) >= 3
    assert f"| `{bargain.file}` |" in PAGE.read_text(encoding="utf-8")
    assert any("what happened" in line for line in lines(bargain, answer_of(bargain)))


def test_at_bonn_nobody_goes_first_and_germany_is_in_every_keystone() -> None:
    bonn = answer("bonn-1978/commitments.txt")
    assert bonn.least == ()
    assert set(bonn.greatest) == set(bonn.deadlock) and len(bonn.deadlock) == 7
    assert set(bonn.keystones) == {(STIMULUS, GROWTH), (STIMULUS, OIL)}


def test_at_bonn_japan_and_the_united_states_alone_would_not_have_moved_germany() -> None:
    rules = parse_commitments((HERE / "bonn-1978/commitments.txt").read_text(encoding="utf-8"))
    assert STIMULUS not in least_fixed_point(rules, [GROWTH, OIL])
    assert STIMULUS in least_fixed_point(rules, [GROWTH, OIL, TRADE])


def test_at_bonn_each_of_four_withdrawals_undoes_all_and_the_others_nothing() -> None:
    bonn = answer("bonn-1978/commitments.txt")
    fallen = {rule.act: len(bonn.falls_with(rule)) for rule in bonn.rules}
    assert {act for act, count in fallen.items() if count == 7} == {STIMULUS, GROWTH, OIL, TRADE}
    assert {count for act, count in fallen.items() if act not in {STIMULUS, GROWTH, OIL, TRADE}} == {1}


def test_without_a_minority_at_home_nothing_promised_abroad_helps() -> None:
    levels = answer("bonn-1978/two-levels.txt")
    assert {act.deed for act in levels.least} == {"press"}
    assert len(levels.keystones) == 12
    pressing = [rule for rule in levels.rules if rule.act.deed == "press"]
    assert len(pressing) == 3
    assert all({STIMULUS, GROWTH, OIL} <= set(levels.falls_with(rule)) for rule in pressing)


def test_as_the_treaties_stand_the_chain_runs_by_itself_and_hangs_on_france() -> None:
    treaties = answer("czechoslovakia-1938/treaties.txt")
    assert treaties.deadlock == ()
    assert set(treaties.least) == {ATTACK, FRENCH, SOVIET}
    (promise,) = [rule for rule in treaties.rules if rule.act == FRENCH]
    assert set(treaties.falls_with(promise)) == {FRENCH, SOVIET}


def test_as_they_were_taken_in_september_all_wait() -> None:
    september = answer("czechoslovakia-1938/september.txt")
    assert september.least == (ATTACK,)
    assert set(september.keystones) == {(FRENCH,), (BRITISH,)}


def test_the_ending_is_said_in_both_languages() -> None:
    september = answer("czechoslovakia-1938/september.txt")
    assert "France assists Czechoslovakia" in commitments_to_text(september, lang="en")
    assert "حصول Czechoslovakia على مساعدة من فرنسا" in commitments_to_text(september, lang="ar")


@pytest.mark.skipif(not (DATA / "atop5_1m.csv").is_file(), reason="the public data sets of treaties are not there")
def test_atop_has_the_five_treaties_as_conditional_and_does_not_know_the_condition_that_decided() -> None:
    found = atop(DATA)
    assert set(found) == set(TREATIES)
    assert all({"the adversary", "no provocation"} <= names for names in found.values())
    assert found[2365] == {"the adversary", "the place", "no provocation"}
