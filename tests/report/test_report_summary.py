"""The four lines that say it all: what blocks it, what is cheapest, who should broker, how sure."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from ahlaf.model import Answer, BlockingSet, Case, Certificate, Constraints, Deficit, ProofStatus, Reconciliation
from ahlaf.report.catalogue import Lang
from ahlaf.report.sentences.summary import summary_sentences
from ahlaf.report.words import Words


def _say(case: Case, answer: Answer, lang: Lang = "en") -> tuple[str, ...]:
    return summary_sentences(answer, Words.of(case, lang))


def test_what_blocks_what_is_cheapest_who_brokers_how_sure(case: Case, answer: Answer) -> None:
    blocks, cheapest, instead, broker, sure, as_of = _say(case, answer)
    assert blocks == "What blocks it: the tie between Syria and Turkey, too hostile even were all others neutral."
    assert cheapest.startswith("What is cheapest: ")
    assert "The price is 5, and nothing cheaper would do. After it the coalition would hold with" in cheapest
    assert instead.startswith("Or with other members: ")
    assert broker.startswith("Who should broker: Russia, whose good offices would save 0.62 of 5 (0 to 1.5 within")
    assert as_of == "The answer as of 30 June 2015."
    assert sure.startswith("How sure: that it holds is very unlikely (4% of the draws from the ties’ intervals).")


def test_the_same_in_arabic(case: Case, answer: Answer) -> None:
    blocks, cheapest, instead, broker, sure, as_of = _say(case, answer, "ar")
    assert blocks == "ما يمنعه: العلاقة بين سوريا وتركيا، فهي وحدها كافية حتى لو صار سواها محايدًا."
    assert cheapest.startswith("أقل السبل كلفة: ")
    assert broker.startswith("من يصلح للوساطة: روسيا")
    assert sure.startswith("مدى اليقين: قيام التحالف ")
    assert instead.startswith("أو بأعضاء آخرين: ")
    assert as_of == "الجواب حتى 30 يونيو 2015."


def test_a_red_line_settles_it_and_the_rest_is_told_without_it(case: Case, answer: Answer) -> None:
    stopped = replace(answer, verdict=replace(answer.verdict, red_lines=(("SAU", "SYR"),)))
    said = _say(case, stopped)
    assert said[0] == (
        "What blocks it: the red line between Saudi Arabia and Syria, and the tie between Syria and Turkey, too "
        "hostile even were all others neutral."
    )
    assert said[-2].startswith("How sure: while the red line stands, the answer is no. Were it lifted")
    assert "that the coalition holds would be very unlikely" in said[-2]
    assert "ولو رُفع ولم يتغير سواه، فقيام التحالف" in _say(case, stopped, "ar")[-2]


def test_many_red_lines_and_steps_are_counted(case: Case, answer: Answer) -> None:
    pairs = (("JOR", "SAU"), ("JOR", "SYR"), ("SAU", "SYR"), ("SYR", "TUR"))
    first, *rest = answer.reconciliation.packages
    longer = replace(first, steps=(first.steps[0],) * 5)
    many = replace(
        answer,
        verdict=replace(answer.verdict, red_lines=pairs),
        reconciliation=replace(answer.reconciliation, packages=(longer, *rest)),
    )
    blocks, cheapest, *_ = _say(case, many)
    assert blocks.startswith("What blocks it: 4 red lines")
    assert cheapest.startswith("What is cheapest: 5 steps (listed below).")


@pytest.mark.parametrize(
    ("status", "start"), [(ProofStatus.INFEASIBLE, "no mending of ties"), (ProofStatus.STOPPED, "not known")]
)
def test_where_there_is_no_package(status: ProofStatus, start: str, case: Case, answer: Answer) -> None:
    none = replace(answer.reconciliation, packages=(), certificate=Certificate(status, math.inf, 0.0))
    assert isinstance(none, Reconciliation)
    said = _say(case, replace(answer, reconciliation=none))
    assert said[1].startswith(f"What is cheapest: {start}")
    assert not any(line.startswith("Who should broker") for line in said)


def test_where_the_conditions_leave_no_package(case: Case, answer: Answer) -> None:
    conflict = Constraints(untouchable=(("SYR", "TUR"),))
    certificate = Certificate(ProofStatus.INFEASIBLE, math.inf, 0.0)
    none = replace(answer.reconciliation, packages=(), certificate=certificate, conflict=conflict)
    bound = replace(answer, reconciliation=none)
    assert _say(case, bound)[1].startswith("What is cheapest: nothing that keeps to the conditions")
    assert _say(case, bound, "ar")[1].startswith("أقل السبل كلفة: لا سبيل ضمن الشروط")


def test_nothing_blocks_and_nothing_needs_mending(case: Case, answer: Answer) -> None:
    blocking = replace(answer.blocking, basis="none", sets=(), count=0, smallest=None)
    first, *_ = answer.reconciliation.packages
    free = replace(answer.reconciliation, packages=(replace(first, steps=(), price=0.0),))
    said = _say(case, replace(answer, blocking=blocking, reconciliation=free))
    assert said[0] == "What blocks it: nothing."
    assert said[1] == "What is cheapest: nothing needs mending at the most likely weights of the ties."


def test_too_little_gain_is_an_obstacle(case: Case, answer: Answer) -> None:
    blocking = replace(answer.blocking, sets=(), count=0, smallest=None, structural=(Deficit("TUR", -0.2),))
    assert _say(case, replace(answer, blocking=blocking))[0] == "What blocks it: too little gain for Turkey."


def test_ties_that_only_together_are_too_much(case: Case, answer: Answer) -> None:
    pairs = (("SAU", "SYR"), ("SYR", "TUR"))
    several = BlockingSet(pairs, (Deficit("SYR", -0.1),))
    one = replace(answer.blocking, sets=(several,), count=1, smallest=several)
    start = "What blocks it: the ties between Saudi Arabia and Syria, and between Syria and Turkey, together."
    assert _say(case, replace(answer, blocking=one))[0] == start
    many = replace(answer.blocking, sets=(several,), count=2464, smallest=several)
    expected = "What blocks it: 2,464 sets of ties that only together are too much."
    assert _say(case, replace(answer, blocking=many))[0] == expected
    large = BlockingSet(pairs * 3, several.deficit)
    none_small = replace(answer.blocking, sets=(), count=0, smallest=large)
    expected = "What blocks it: no few ties, but many together (6 at the least)."
    assert _say(case, replace(answer, blocking=none_small))[0] == expected
