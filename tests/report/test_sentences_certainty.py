"""Yes, no or neither, and how sure: every part of it as a plain sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ahlaf.model import (
    Answer,
    Case,
    Estimate,
    FlipSet,
    FlipTie,
    ParameterFlip,
    ReportFlip,
    Status,
    TieToVerify,
)
from ahlaf.report.catalogue import Lang
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.sentences.certainty import beyond
from ahlaf.report.words import Words


def _say(case: Case, answer: Answer, lang: Lang = "en") -> Sentences:
    return sentences(case, answer, Words.of(case, lang))


def _firm(answer: Answer, **changes: object) -> Answer:
    firm = replace(answer.verdict.lifted, **changes)  # type: ignore[arg-type]
    return replace(answer, verdict=replace(answer.verdict, lifted=firm))


def test_how_sure(case: Case, answer: Answer) -> None:
    said = " ".join(_say(case, answer).certainty)
    assert "drawn from its interval 2,000 times" in said
    assert "in 4% of the draws (sampling error ±1.5 points)" in said
    assert "very unlikely" in said


def test_ties_that_decide_on_their_own(case: Case, answer: Answer) -> None:
    said = _say(case, _firm(answer, flips=(FlipTie(("SYR", "TUR"), -0.3),))).certainty
    assert any("it is put at −0.70, and the answer turns once it reaches −0.30" in sentence for sentence in said)
    assert not any("No single tie decides" in sentence for sentence in said)


def test_only_the_nearest_are_told_one_by_one(case: Case, answer: Answer) -> None:
    pairs = [("JOR", "SAU"), ("JOR", "SYR"), ("SAU", "SYR"), ("SYR", "TUR")]
    said = _say(case, _firm(answer, flips=tuple(FlipTie(pair, 0.0) for pair in pairs))).certainty
    assert sum("decides on its own" in sentence for sentence in said) == 1
    (more,) = [
        sentence for sentence in said if sentence.startswith("So does any one of these ties: between Jordan and")
    ]
    assert more.endswith("between Saudi Arabia and Syria; and between Syria and Turkey.")
    many = tuple(FlipTie(pair, 0.0) for pair in pairs) * 3
    assert "So does any one of 11 other ties." in _say(case, _firm(answer, flips=many)).certainty
    assert "وكذلك كل من 11 علاقة أخرى." in _say(case, _firm(answer, flips=many), "ar").certainty


def test_ties_of_which_nothing_is_known_are_named_together(case: Case, answer: Answer) -> None:
    known = replace(case, ties=tuple(tie for tie in case.ties if tie.pair not in {("SYR", "TUR"), ("SAU", "SYR")}))
    flips = (FlipTie(("SAU", "SYR"), -0.3), FlipTie(("SYR", "TUR"), -0.2))
    said = _say(known, _firm(answer, flips=flips)).certainty
    (together,) = [sentence for sentence in said if "Of these ties nothing is known" in sentence]
    assert "between Saudi Arabia and Syria" in together
    assert "between Syria and Turkey" in together


def test_ties_that_decide_together(case: Case, answer: Answer) -> None:
    (said,) = [sentence for sentence in _say(case, answer).certainty if "No single tie decides" in sentence]
    assert said == (
        "No single tie decides; these decide together, and no fewer would: the tie between Saudi Arabia and Syria, "
        "from −0.67 to −0.10, and the tie between Syria and Turkey, from −0.70 to −0.26."
    )
    too_many = _say(case, _firm(answer, together=FlipSet((), 0.0, 5))).certainty
    assert any("it takes at least 5 ties, moved together" in sentence for sentence in too_many)


@pytest.mark.parametrize(
    ("rise", "said"),
    [
        (
            0.12,
            "not hold, is right with a probability of 80%; with the truth about that tie known it would be 92%",
        ),
        (0.001, "No single tie, were its truth known, would make the answer noticeably surer; the tie between Jordan"),
    ],
)
def test_what_to_verify(rise: float, said: str, case: Case, answer: Answer) -> None:
    tie = TieToVerify(("JOR", "TUR"), Estimate(rise, rise, rise, 2000, 0), 0.01)
    firm = _firm(answer, probability=Estimate(0.2, 0.19, 0.21, 2000, 0), verify=(tie,))
    assert said in " ".join(_say(case, firm).certainty)


def test_the_likelier_answer_is_named(case: Case, answer: Answer) -> None:
    tie = TieToVerify(("JOR", "TUR"), Estimate(0.1, 0.09, 0.11, 2000, 0), 0.01)
    firm = _firm(answer, probability=Estimate(0.7, 0.68, 0.72, 2000, 0), verify=(tie,))
    assert "The likelier answer, that it holds, is right with a probability of 70%" in " ".join(
        _say(case, firm).certainty
    )
    assert "احتمال صحة الجواب الأرجح، وهو قيام التحالف، يبلغ الآن 70%" in " ".join(_say(case, firm, "ar").certainty)


def test_nothing_to_verify_is_said(case: Case, answer: Answer) -> None:
    said = " ".join(_say(case, _firm(answer, verify=())).certainty)
    assert "No single tie, were its truth known, would make the answer any surer." in said


def test_numbers_that_turn_it(case: Case, answer: Answer) -> None:
    said = " ".join(_say(case, answer).certainty)
    # 1.8543 is rounded away from what it is now, so that the sentence stays true.
    assert "it would hold if the worth of the threat’s defeat (β) were 1.86 rather than 0.5." in said
    falls = ParameterFlip("capability", "SAU", 4.0, 2.345, 9.0)
    rises = ParameterFlip("requirement", None, 15.0, None, 17.2)
    firm = _firm(answer, central=True, parameters=(falls, rises))
    said = " ".join(_say(case, firm).certainty)
    assert "no longer hold if the capability of Saudi Arabia fell below 2.34; it is put at 4." in said
    assert "no longer hold if the capability required (R) rose above 17.2; it is put at 15." in said
    none = _firm(answer, parameters=(ParameterFlip("benefit", None, 0.5, None, None),))
    assert any(sentence.startswith("No other value of any single number") for sentence in _say(case, none).certainty)
    assert "لو كان مقدار منفعة هزيمة الخطر (β) هو 1.86 بدلًا من 0.5" in " ".join(_say(case, answer, "ar").certainty)


def test_rounding_goes_beyond() -> None:
    assert (beyond(1.8501, 0.5), beyond(1.85, 0.5), beyond(0.3399, 0.5), beyond(0.34, 0.5)) == (1.86, 1.85, 0.33, 0.34)


def test_reports_that_turn_it(case: Case, answer: Answer) -> None:
    assert any("leave out any one of the 3" in sentence for sentence in _say(case, answer).certainty)
    decisive = (ReportFlip("r2", Status.HOLDS, True), ReportFlip("r1", Status.CONTESTED, False))
    said = _say(case, _firm(answer, reports=decisive)).certainty
    assert "Without the report “An example report” (Desert Courier, 3 May 2015), it would hold." in said
    assert any(
        sentence.endswith("it would be contested, and not hold at the most likely weights.") for sentence in said
    )


def test_what_is_assumed_is_said(case: Case, answer: Answer) -> None:
    said = _say(case, answer).certainty
    assert said[-1] == "Of 1 of the 6 ties inside nothing is known; with it taken as neutral it would be contested."


def test_where_all_is_assumed_it_is_said_of_all(case: Case, answer: Answer) -> None:
    said = _say(case, _firm(answer, assumed=6, neutral=Status.HOLDS)).certainty
    assert said[-1] == "Nothing is known of any tie inside; with all of them taken as neutral it would hold."


def test_many_members_are_counted_in_the_sentence(case: Case, answer: Answer) -> None:
    members = tuple(f"P{number:02d}" for number in range(14))
    many = replace(answer, question=replace(answer.question, members=members))
    assert "whether these 14 members can stand together against ISIS" in _say(case, many).verdict[0]
    assert "يضم هذه الأطراف وعددها 14" in _say(case, many, "ar").verdict[0]


def test_behind_a_red_line_the_ties_speak_for_themselves(case: Case, answer: Answer) -> None:
    verdict = replace(answer.verdict, red_lines=(("SAU", "SYR"),), status=Status.FAILS)
    said = _say(case, replace(answer, verdict=verdict))
    assert said.verdict[0].startswith("No. As things are,")
    assert said.verdict[-1] == "A red line stands between Saudi Arabia and Syria: they will not sit together."
    assert said.certainty[0] == "While a red line stands inside, it cannot hold, however friendly the ties."
    assert said.certainty[1].startswith("Were the red line lifted, it would be contested")
    assert said.certainty[2] == "The rest of this section takes the red line as lifted."
    assert "in 4% of the draws" in said.certainty[3]


def test_a_red_line_that_is_the_sole_reason_is_named_as_such(case: Case, answer: Answer) -> None:
    alone = _firm(answer, status=Status.HOLDS, central=True, worst=True)
    alone = replace(alone, verdict=replace(alone.verdict, red_lines=(("SAU", "SYR"),), status=Status.FAILS))
    said = _say(case, alone)
    assert said.verdict[0].startswith("No, but only because a red line stands inside: were it lifted, Syria,")
    assert _say(case, alone, "ar").verdict[0].startswith("لا، ولكن لسبب واحد هو خط أحمر بين الأعضاء: فلو رُفع لأمكن")
    assert said.certainty[1].startswith("Were the red line lifted, it would hold")


@pytest.mark.parametrize("status", Status)
def test_no_yes_and_no_no_where_nothing_is_known(status: Status, case: Case, answer: Answer) -> None:
    unknown = _firm(answer, assumed=6)
    unknown = replace(unknown, verdict=replace(unknown.verdict, status=status))
    said = _say(case, unknown).verdict
    assert said[0].startswith("Nothing is known of the ties among Syria, Saudi Arabia, Jordan and Turkey")
    assert not said[1].startswith(("Yes", "No"))
    assert _say(case, unknown, "ar").verdict[0].startswith("لا يُعرف شيء عن العلاقات بين سوريا")


def test_a_contest_that_is_all_but_settled(case: Case, answer: Answer) -> None:
    # 4% of the draws hold.
    assert "it hardly ever did" in _say(case, answer).verdict[1]
    close = replace(answer, verdict=replace(answer.verdict, probability=Estimate(0.3, 0.28, 0.32, 2000, 0)))
    assert _say(case, close).verdict[1].endswith("at the high end of their intervals it could.")
    sure = replace(answer.verdict, central=True, probability=Estimate(0.97, 0.96, 0.98, 2000, 0))
    assert "it nearly always did" in _say(case, replace(answer, verdict=sure)).verdict[1]


def test_assumed_strength_is_said_with_the_verdict(case: Case, answer: Answer) -> None:
    guessed = replace(case, parties=tuple(replace(party, assumed=True) for party in case.parties))
    assert "was assumed and not given" in _say(guessed, answer).verdict[-1]
    for status, start in ((Status.HOLDS, "Yes, on the numbers"), (Status.FAILS, "No, on the numbers")):
        sure = replace(answer, verdict=replace(answer.verdict, status=status))
        assert _say(guessed, sure).verdict[0].startswith(f"{start} that were assumed: Syria, Saudi Arabia,")
        assert _say(guessed, sure, "ar").verdict[0].split("،")[1] == " على ما افتُرض من أرقام: " + (
            "يمكن أن يقوم ضد داعش تحالف يضم سوريا والسعودية والأردن وتركيا"
            if status is Status.HOLDS
            else "لا يمكن أن يقوم ضد داعش تحالف يضم سوريا والسعودية والأردن وتركيا."
        )
