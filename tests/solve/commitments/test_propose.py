"""Which rules reading proposes, in both languages; that each can be taken; and what was judged by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest

from ahlaf.actors import gazetteer
from ahlaf.codebook import read_table
from ahlaf.model import Act, Proposal, Realis, RelationType, Report
from ahlaf.reading import read_paths, read_report
from ahlaf.report.catalogue import deeds
from ahlaf.solve import parse_commitments, propose_commitments
from ahlaf.solve.commitments.propose import proposed_deeds

DAY = date(2015, 6, 29)
JUDGED = Path(__file__).resolve().parents[3] / "bench" / "proposals_judged.csv"


def proposals(text: str, lang: str) -> tuple[Proposal, ...]:
    return propose_commitments([read_report(Report("r", text, lang, DAY))])


def rules(text: str, lang: str) -> list[str]:
    return [proposal.rule.removesuffix(" since 2015-06-29") for proposal in proposals(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "rule"),
    [
        (
            "Lavrov said Russia would support Syria if Syria cooperated with Turkey.",
            "en",
            "RUS supports SYR if SYR cooperates_with TUR",
        ),
        ("If Turkey attacks Syria, Russia will attack Turkey.", "en", "RUS attacks TUR if TUR attacks SYR"),
        (
            "Turkey will attack Syria unless Russia supports Turkey, Erdogan said.",
            "en",
            "TUR attacks SYR unless RUS supports TUR",
        ),
        (
            "قال لافروف إن روسيا ستدعم سوريا إذا تعاونت سوريا مع تركيا.",
            "ar",
            "RUS supports SYR if SYR cooperates_with TUR",
        ),
        ("إذا هاجمت تركيا سوريا فإن روسيا ستهاجم تركيا.", "ar", "RUS attacks TUR if TUR attacks SYR"),
        (
            "أعلنت السعودية أنها ستتعاون مع إيران بشرط أن تنسحب إيران من سوريا.",
            "ar",
            "SAU cooperates_with IRN if IRN withdraws SYR",
        ),
        ("قالت تركيا إنها ستهاجم سوريا إلا إذا دعمت روسيا تركيا.", "ar", "TUR attacks SYR unless RUS supports TUR"),
    ],
)
def test_promise_and_condition_of_one_sentence(text: str, lang: str, rule: str) -> None:
    assert rules(text, lang) == [rule]


def test_the_keyword_of_two_words_is_quoted_whole() -> None:
    (found,) = proposals("قالت تركيا إنها ستهاجم سوريا إلا إذا دعمت روسيا تركيا.", "ar")
    assert found.words == "إلا إذا دعمت روسيا تركيا"


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Russia will support Syria if the border is closed.", "en", "if the border is closed"),
        (
            "وتعهد الرئيس الروسي بأن تساند بلاده سوريا إذا قررت قيادتها دخول هذا الحلف.",
            "ar",
            "إذا قررت قيادتها دخول هذا الحلف",
        ),
    ],
)
def test_a_condition_that_is_no_deed_is_left_to_the_person(text: str, lang: str, words: str) -> None:
    (found,) = proposals(text, lang)
    assert found.words == words
    assert found.when == ()
    assert found.rule == "RUS supports SYR if CONDITION is_met since 2015-06-29"


def test_what_is_denied_or_a_fact_is_no_condition() -> None:
    text = "Russia will support Syria if Turkey does not attack Syria."
    reading = read_report(Report("r", text, "en", DAY))
    promised = next(r for r in reading.relations if r.source == "RUS")
    start = text.index("attack")
    other = replace(
        promised, source="TUR", type=RelationType.ASSAULT, cameo="190", trigger=type(promised.trigger)(start, start + 6)
    )
    for realis in (Realis.DENIED, Realis.ACTUAL):
        (found,) = propose_commitments([replace(reading, relations=(promised, replace(other, realis=realis)))])
        assert found.when == ()
    (found,) = propose_commitments([replace(reading, relations=(promised, other))])
    assert found.when == (Act("TUR", "attacks", "SYR"),)


def test_an_offer_has_no_condition_and_says_whose_word_it_is() -> None:
    text = "Davutoglu said Turkey was ready to work with Russia. Kerry said Iran was ready to help Iraq."
    own, third = proposals(text, "en")
    assert (own.rule, own.realis, own.claimed_by) == ("TUR cooperates_with RUS since 2015-06-29", Realis.OFFERED, "TUR")
    assert (third.act.party, third.claimed_by) == ("IRN", "USA")


def test_order_is_by_day_report_and_place_and_the_same_rule_comes_once_a_report() -> None:
    text = "Russia will support Syria if the border is closed. Turkey will support Iraq if the border is closed. "
    late, early, undated = (
        read_report(Report(name, text + text, "en", day))
        for name, day in (("b", DAY), ("c", date(2015, 5, 1)), ("a", None))
    )
    found = propose_commitments([undated, late, early])
    assert [(p.report, p.act.party) for p in found] == [(r, p) for r in "cba" for p in ("RUS", "TUR")]
    assert found == propose_commitments([early, late, undated])
    assert found[-1].rule == "TUR supports IRQ if CONDITION is_met"


def test_no_other_realis_is_proposed() -> None:
    assert rules("Russia supports Syria. Russia will help Iraq. Turkey called on Russia to support Iraq.", "en") == []
    assert rules("تدعم روسيا سوريا. ودعت تركيا روسيا إلى دعم العراق.", "ar") == []


def test_every_root_has_its_deed_and_every_deed_is_said_in_both_languages() -> None:
    table = proposed_deeds()
    assert {root for root, code in table if not code} == set(RelationType)
    assert all(code.isdigit() or not code for _, code in table)
    assert all((deed, with_object) in deeds() for deed, with_object in table.values())


def test_every_deed_and_every_known_party_makes_a_rule_that_parses() -> None:
    acts = [Act("P5+1", deed, "AND" if named else None) for deed, named in sorted(set(proposed_deeds().values()))]
    acts += [Act(actor, "supports", actor) for actor in sorted(gazetteer().actors)]
    made = [
        Proposal(act, realis, (Act("SYR_OPP", "joins"),) * given, unless, None, None, "r", None, DAY, "", 0)
        for act, realis, given, unless in product(acts, (Realis.CONDITIONAL, Realis.OFFERED), (0, 1), (False, True))
    ]
    parsed = parse_commitments("\n".join(proposal.rule for proposal in made))
    assert [rule.act for rule in parsed] == [proposal.act for proposal in made]
    assert all(rule.since == DAY for rule in parsed)


def test_the_verdicts_are_those_of_what_is_proposed_today() -> None:
    columns = ("report", "rule", "verdict", "why")
    rows = list(read_table(JUDGED.read_text(encoding="utf-8"), file=JUDGED.name, required=columns))
    assert {row["verdict"] for row in rows} <= {"right", "incomplete", "wrong", "overlooked"}
    reports = str(files("ahlaf.cases") / "moscow-2015" / "reports")
    found = {(p.report, p.rule) for p in propose_commitments(read_paths([reports]))}
    assert {(row["report"], row["rule"]) for row in rows if row["verdict"] != "overlooked"} == found
    parse_commitments("\n".join(row["rule"] for row in rows))
