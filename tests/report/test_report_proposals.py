"""Proposals as a file: no rule as written, each rule once its # is taken away."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.model import Act, Proposal, Realis
from ahlaf.report import LANGUAGES, Lang, proposals_to_text
from ahlaf.solve import parse_commitments

DAY = date(2015, 6, 29)
SYR_JOINS = Act("SYR", "cooperates_with", "TUR")
READ = Proposal(
    Act("RUS", "supports", "SYR"),
    Realis.CONDITIONAL,
    (SYR_JOINS,),
    False,
    "if Syria\x1b cooperates",
    "RUS",
    "first",
    "Our notes",
    DAY,
    "A # b",
    3,
)
UNREAD = Proposal(
    Act("TUR", "attacks", "ISIS"), Realis.CONDITIONAL, (), True, "إلا إذا", "SAU", "ثان", None, None, "جملة", 0
)
OFFER = Proposal(Act("QAT", "mediates"), Realis.OFFERED, (), False, None, None, "third", None, DAY, "Sentence", 0)
ALL = (READ, UNREAD, OFFER)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_holds_no_rule_and_each_can_be_taken(lang: Lang) -> None:
    text = proposals_to_text(ALL, lang=lang)
    assert parse_commitments(text) == ()
    assert text.count("## PROPOSED") == 3
    taken = "\n".join(line[2:] if line.startswith("# ") else line for line in text.split("\n"))
    rules = parse_commitments(taken)
    assert [rule.act for rule in rules] == [proposal.act for proposal in ALL]
    assert "A # b" in rules[0].note
    assert "first" in rules[0].note
    assert "None of this" not in rules[0].note
    assert [act for condition in rules[0].when for act in condition.acts] == [SYR_JOINS]
    assert rules[1].unless == (Act("CONDITION", "is_met"),)


def test_what_was_not_found_is_said() -> None:
    first, second, third = proposals_to_text(ALL, lang="en").split("\n\n")[1:]
    assert "29 June 2015. Our notes. Report first." in first
    assert "Whose word: Russia, of its own doing." in first
    assert "\x1b" not in first
    assert "CAREFUL, a third party's word: Saudi Arabia says this of Turkey. It is no promise by Turkey." in second
    assert "write it in place of CONDITION is_met. As it stands the rule would count as carried out." in second
    assert "it quotes nobody" in third
    assert "no condition was read: write it after if" in third


def test_the_same_in_arabic() -> None:
    text = proposals_to_text(ALL, lang="ar")
    assert "3 مقترحات من قراءة التقارير" in text
    assert "صاحب القول السعودية، والفعل منسوب إلى تركيا" in text
    assert "لم يُقرأ فعل الشرط" in text


def test_several_deeds_in_a_condition_are_for_the_person_to_join() -> None:
    both = Proposal(
        READ.act, READ.realis, (SYR_JOINS, Act("IRN", "withdraws")), False, "if", "RUS", "r", None, DAY, "s", 0
    )
    assert "and) or one of them" in proposals_to_text([both], lang="en")


def test_nothing_to_propose() -> None:
    assert proposals_to_text([], lang="en").startswith("## Reading found nothing conditional or offered")
    assert parse_commitments(proposals_to_text([], lang="ar")) == ()
