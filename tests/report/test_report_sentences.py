"""Every result as a plain sentence, in English and Arabic."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import Any

import pytest

from ahlaf.model import (
    Act,
    Answer,
    BlockingSet,
    BlockingSets,
    Case,
    Certificate,
    Constraints,
    Deficit,
    Enlargement,
    Miracle,
    Package,
    ProofStatus,
    Reconciliation,
    Status,
    Step,
    Sufficiency,
    TeamTrack,
)
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.words import Words
from ahlaf.solve import solve_commitments

NO_PROMISES = solve_commitments(())

IMPOSSIBLE = Enlargement(None, None, Certificate(ProofStatus.INFEASIBLE, math.inf, 0.0))


def _say(case: Case, answer: Answer, lang: Lang = "en") -> Sentences:
    return sentences(case, answer, Words.of(case, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_is_spoken_of(lang: Lang, case: Case, answer: Answer) -> None:
    said = _say(case, answer, lang)
    for field in fields(said):
        topic = getattr(said, field.name)
        assert topic, field.name
        assert all(sentence[-1] == "." and "{" not in sentence for sentence in topic), field.name


def test_verdict(case: Case, answer: Answer) -> None:
    said = _say(case, answer).verdict
    assert said[0].startswith("It is contested.")
    assert said[-1].startswith("Walking out would be the better course for Syria (by 1.22) and Turkey (by 0.35)")
    assert "في حساب سوريا (بفارق 1.22) وتركيا (بفارق 0.35) أجدى من البقاء" in _say(case, answer, "ar").verdict[-1]


@pytest.mark.parametrize(("status", "start"), [(Status.HOLDS, "Yes."), (Status.FAILS, "No.")])
def test_the_verdict_comes_first(status: Status, start: str, case: Case, answer: Answer) -> None:
    plain = replace(answer, verdict=replace(answer.verdict, status=status))
    said = _say(case, plain).verdict[0]
    assert said.startswith(start)
    assert "Syria, Saudi Arabia, Jordan and Turkey" in said


def test_blocking_sets(case: Case, answer: Answer) -> None:
    single, several, touching = _say(case, answer).blocking
    assert single == (
        "Even if every other hostile tie were neutral, the tie between Syria and Turkey would make walking out the "
        "better course for Turkey (by 0.35)."
    )
    assert "between Saudi Arabia and Syria, and between Syria and Turkey" in several
    assert several.endswith("for Syria (by 1.02).")
    assert touching.startswith("All of these sets have the tie between Syria and Turkey in them")
    assert "في حساب تركيا (بفارق 0.35) أجدى من البقاء." in _say(case, answer, "ar").blocking[0]


def test_blocking_by_red_lines_structure_and_at_the_worst(case: Case, answer: Answer) -> None:
    pair = ("SAU", "SYR")
    sets = (BlockingSet((pair,), ()), BlockingSet((pair,), (Deficit("SYR", -0.004),)))
    structural = (Deficit("TUR", -0.1),)
    found = BlockingSets("worst_known", sets, 9, sets[0], True, False, 4, (), structural, (), 7)
    verdict = replace(answer.verdict, red_lines=(pair,))
    said = _say(case, replace(answer, blocking=found, verdict=verdict)).blocking
    assert said[0].startswith("It fails only where ties lie at the low end")
    assert said[1] == "The red line between Saudi Arabia and Syria is enough on its own to stop it."
    assert "Were it lifted" in said[2]
    assert said[2].endswith("for Syria (by 0.01).")
    assert said[3] == "There are 9 such sets of up to 4 ties in all; these come first."
    assert said[4] == "Sets of more than 4 ties stop it too."
    assert said[5] == "At least 7 ties would have to be neutral for none of these sets to be left."
    assert "joining would not pay for Turkey (by 0.1)" in said[6]


def test_where_only_many_ties_stop_it_the_smallest_set_is_told(case: Case, answer: Answer) -> None:
    star = BlockingSet((("JOR", "SYR"), ("SAU", "SYR"), ("SYR", "TUR")), (Deficit("SYR", -0.3),))
    found = replace(answer.blocking, sets=(), count=0, smallest=star, larger=True, complete=False, max_size=2)
    said = _say(case, replace(answer, blocking=found)).blocking
    assert said[0].startswith("No few ties stop it by themselves; the smallest set that does has 3: between Jordan and")
    assert "أصغر مجموعة تمنعه 3 علاقات" in _say(case, replace(answer, blocking=found), "ar").blocking[0]


def test_of_many_the_furthest_are_named(case: Case, answer: Answer) -> None:
    names = ("JOR", "SAU", "SYR", "TUR", "RUS", "USA", "ISIS")
    many = tuple(Deficit(name, -0.1 * number) for number, name in enumerate(names, start=1))
    found = replace(answer.blocking, basis="worst", structural=many)
    said = _say(case, replace(answer, blocking=found)).blocking
    assert said[0].startswith("It fails only if ties of which nothing is known are as hostile as they may be")
    assert "for ISIS (by 0.7), the United States (by 0.6), Russia (by 0.5), Turkey (by 0.4), Syria (by 0.3)" in said[-1]
    assert "(by 0.3) and 2 others" in said[-1]


def test_nothing_stops_a_coalition_that_holds(case: Case, answer: Answer) -> None:
    free = replace(answer, blocking=BlockingSets("none", (), 0, None, False, True, 4, (), (), (), 0))
    assert _say(case, free).blocking == ("No set of ties stops it.",)


def test_packages_with_price_and_steps(case: Case, answer: Answer) -> None:
    said = _say(case, answer).reconciliation
    assert said[0] == (
        "The cheapest reconciliation has a price of 5: "
        "the tie between Syria and Turkey mended by 4 notches, from −0.70 to +0.63. "
        "Ties run from −1, at war, to +1, allied; a notch raises a tie by a third."
    )
    assert said[1] == "It is proven that nothing cheaper would do."
    assert said[2].startswith("After it the coalition would hold with a probability of 62%")
    assert said[3] == "Another way, for 6: Saudi Arabia – Syria by 2 notches and Syria – Turkey by 2 notches."
    assert said[-2] == (
        "To hold even if any one of each member’s ties is as bad as it may be costs 8; "
        "it would then hold with a probability of 81%."
    )
    assert said[-1].startswith("To hold even if all ties are as bad as they may be costs 9")
    arabic = _say(case, answer, "ar").reconciliation
    assert "بمقدار درجتين" in arabic[3]
    assert arabic[-2].startswith("كي يقوم التحالف حتى لو كانت أي علاقة من علاقات كل عضو في أسوأ")


def test_many_steps_are_told_by_what_differs(case: Case, answer: Answer) -> None:
    pairs = [("JOR", "SAU"), ("JOR", "SYR"), ("JOR", "TUR"), ("SAU", "SYR"), ("SAU", "TUR"), ("SYR", "TUR")]
    steps = [Step(pair, 1, 0.0, 1 / 3, False, 2.0) for pair in pairs]
    proven = Certificate(ProofStatus.OPTIMAL, 10.0, 0.0)
    packages = tuple(Package(tuple(chosen), 10.0, proven) for chosen in (steps[:5], [*steps[:4], steps[5]]))
    changed = replace(answer, reconciliation=Reconciliation(packages, proven), sensitivity=())
    said = _say(case, changed).reconciliation
    assert said[-1] == (
        "Another way, for 10: the same, but instead of Saudi Arabia – Turkey these: Syria – Turkey by 1 notch."
    )


def _bound(answer: Answer, **changes: Any) -> Answer:
    constraints = Constraints(untouchable=(("SAU", "SYR"),), not_first=("SAU",), most_tracks=2)
    reconciliation = replace(answer.reconciliation, **changes)
    return replace(answer, question=replace(answer.question, constraints=constraints), reconciliation=reconciliation)


def test_conditions_and_what_they_cost(case: Case, answer: Answer) -> None:
    said = _say(case, _bound(answer, free_price=4.0)).reconciliation[2]
    assert said == (
        "It was sought under these conditions: the tie between Saudi Arabia and Syria is not to be touched; Saudi "
        "Arabia will not move first, so that some track without it can come before; and at most 2 tracks are opened. "
        "They add 1 to the price: without them the cheapest way has a price of 4."
    )
    arabic = _say(case, _bound(answer, free_price=5.0), "ar").reconciliation[2]
    assert "ألا يُفتح أكثر من مسارين" in arabic
    assert arabic.endswith("وهي لا تزيد الكلفة شيئًا.")


def test_conditions_that_leave_nothing_are_blamed(case: Case, answer: Answer) -> None:
    none = Certificate(ProofStatus.INFEASIBLE, math.inf, 0.0)
    blamed = Constraints(untouchable=(("SAU", "SYR"),))
    stuck = _bound(replace(answer, brokers=()), packages=(), firm=(), certificate=none, free_price=5.0, conflict=blamed)
    assert _say(case, stuck).reconciliation == (
        "Under the conditions set there is no reconciliation, and one of them alone is to blame: "
        "the tie between Saudi Arabia and Syria is not to be touched.",
        "Without conditions the cheapest way has a price of 5.",
    )
    assert "وواحد منها وحده هو السبب" in _say(case, stuck, "ar").reconciliation[0]


@pytest.mark.parametrize(
    ("status", "said"),
    [(ProofStatus.INFEASIBLE, "No mending of ties"), (ProofStatus.STOPPED, "The search stopped before any")],
)
def test_no_package(status: ProofStatus, said: str, case: Case, answer: Answer) -> None:
    none = Reconciliation((), Certificate(status, 4.0, 1.0))
    spoken = _say(case, replace(answer, reconciliation=none, brokers=()))
    assert len(spoken.reconciliation) == 1
    assert spoken.reconciliation[0].startswith(said)
    assert spoken.brokers == ()


def test_brokers(case: Case, answer: Answer) -> None:
    best, trust, interval, nothing = _say(case, answer).brokers
    assert "Good offices by Russia would save most: the price falls from 5 to 4.38" in best
    assert trust == (
        "Syria trusts Russia at +0.80 (+0.60 to +1.00), Turkey at +0.25 (−0.10 to +0.60); the lower of the two counts."
    )
    assert interval == "The saving is not sure: within these intervals it may be nothing, and it is 1.5 at most."
    assert nothing == "Nobody else’s good offices would save anything."


def test_a_saving_that_survives_the_intervals_is_given_with_its_range(case: Case, answer: Answer) -> None:
    first, second = answer.brokers
    said = _say(case, replace(answer, brokers=(replace(first, low=0.1), replace(second, saving=0.2)))).brokers
    assert said[2] == "Within these intervals the saving lies between 0.1 and 1.5."
    assert said[3] == "Next: the United States with 0.2 (0 to 0)."
    many = [replace(second, actor=f"P{n}") for n in range(13)]
    assert _say(case, replace(answer, brokers=(first, *many))).brokers[-1] == (
        "Nobody else’s good offices would save anything."
    )
    assert _say(case, replace(answer, brokers=(second,))).brokers[0].startswith("Nobody’s good offices")
    stopped = replace(first, certificate=Certificate(ProofStatus.STOPPED, 3.0, 1.375))
    assert "but nobody more than 2." in _say(case, replace(answer, brokers=(stopped, second))).brokers[3]


def test_of_many_tracks_those_that_matter_most_are_told(case: Case, answer: Answer) -> None:
    first, second = answer.brokers
    (track,) = first.tracks
    others = [("JOR", "SAU"), ("JOR", "SYR"), ("JOR", "TUR")]
    many = tuple(replace(track, pair=pair, saving=0.1 * n) for n, pair in enumerate(others, start=1))
    said = _say(case, replace(answer, brokers=(replace(first, tracks=(*many, track)), second))).brokers
    assert said[0].endswith(
        "by brokering on 4 tracks, above all between Syria and Turkey; between Jordan and Turkey; and between "
        "Jordan and Syria."
    )
    assert len(said) == 6
    one, two = answer.teams
    pair = replace(two, actors=("RUS", "USA"), added=0.1, tracks=two.tracks * 7)
    assert _say(case, replace(answer, teams=(one, pair))).teams[0].endswith("with 7 tracks shared out among them.")


def test_several_brokers(case: Case, answer: Answer) -> None:
    assert _say(case, answer).teams == (
        "A second broker would add nothing: no team would save more than Russia alone.",
    )
    one, two = answer.teams
    tracks = (*two.tracks, TeamTrack(("JOR", "SYR"), "USA", 0.2))
    pair = replace(two, actors=("RUS", "USA"), saving=0.7, added=0.07, tracks=tracks)
    stopped = Certificate(ProofStatus.STOPPED, 4.0, 0.3)
    said = _say(case, replace(answer, teams=(one, pair, replace(pair, size=3, added=0.0, certificate=stopped)))).teams
    assert said == (
        "The best two brokers are Russia and the United States: they would save 0.7 together, 0.07 more than the best "
        "one alone, with Russia brokering between Syria and Turkey, and the United States brokering between Jordan and "
        "Syria.",
        "Another broker would add nothing.",
        "The search for the best team stopped early: a better one may exist.",
    )
    arabic = _say(case, replace(answer, teams=(one, pair)), "ar").teams[0]
    assert "أفضل وسيطين معًا: روسيا والولايات المتحدة" in arabic


def test_whose_word_would_be_believed(case: Case, answer: Answer) -> None:
    assert _say(case, answer).bias == (
        "Russia leans to Syria: its counsel of restraint would be believed in Syria, and not in Turkey.",
        "If only the side that a broker leans to believes it (after Kydd 2003), Russia would save most: 1, by being "
        "believed in Syria.",
    )
    assert "تُصدَّق عند سوريا ولا تُصدَّق عند تركيا" in _say(case, answer, "ar").bias[0]
    first, second = answer.brokers
    even = replace(first.tracks[0], believed_by=None, credible=0.0, credible_saving=0.0)
    nobody = replace(first, tracks=(even,), credible=second.credible)
    said = _say(case, replace(answer, brokers=(nobody, second))).bias
    assert said[0].startswith("Neither Syria nor Turkey would believe counsel of restraint from Russia")
    assert said[1].endswith("nobody would save anything.")


def test_how_big_a_miracle(case: Case, answer: Answer) -> None:
    said = _say(case, answer).miracle
    assert "would have to weigh 3.71 times as much" in said[0]
    assert "from 0.56 to 5.78" in said[-1]
    assert "إلا إذا ضُرب وزن خطر داعش عند كل عضو في 3.71" in _say(case, answer, "ar").miracle[0]


@pytest.mark.parametrize(
    ("miracle", "said"),
    [
        (Miracle(0.4, 0.4, 0.4, ("SYR",), 0.4), "would still hold if the threat of ISIS weighed only 0.4 times"),
        (Miracle(0.0, 0.0, 0.0, (), 0.0), "would hold even without the threat"),
        (Miracle(1.0, 1.0, 1.0, ("SYR",), 1.0), "weighs just enough"),
        (Miracle(None, None, None, ("TUR",), None), "it adds nothing for Turkey"),
        (Miracle(2.0, None, 1.5, ("SYR",), 2.0), "at the hostile end no factor is enough"),
    ],
)
def test_other_miracles(miracle: Miracle, said: str, case: Case, answer: Answer) -> None:
    assert said in " ".join(_say(case, replace(answer, miracle=miracle)).miracle)


def test_a_miracle_beyond_the_red_lines(case: Case, answer: Answer) -> None:
    verdict = replace(answer.verdict, red_lines=(("SAU", "SYR"),))
    walled = replace(answer, verdict=verdict, miracle=Miracle(None, None, None, (), 2.5))
    said = _say(case, walled).miracle
    assert "while a red line stands" in said[0]
    assert "Were the red lines lifted" in said[1]
    assert "2.5 times" in said[1]
    assert "لو رُفعت الخطوط الحمر" in _say(case, walled, "ar").miracle[1]


def test_strength_says_what_is_assumed(case: Case, answer: Answer) -> None:
    said = _say(case, answer).sufficiency
    assert said[0] == "It would be too weak: a capability of 12, where 15 is required."
    assert "addition of Russia" in said[1]
    assert said[-1].startswith("Capability and weight of the threat were not given for the United States")
    assumed = replace(answer, question=replace(answer.question, requirement_assumed=True))
    assert "The requirement was not given; it is assumed." in _say(case, assumed).sufficiency


def test_all_together_may_be_too_weak(case: Case, answer: Answer) -> None:
    weak = replace(answer, sufficiency=Sufficiency(12.0, 99.0, False, None, IMPOSSIBLE))
    assert "Even all known parties together would be too weak." in _say(case, weak).sufficiency


def test_joining(case: Case, answer: Answer) -> None:
    assert _say(case, answer).joining[0] == "Russia would gain by joining, and nobody inside would be driven out by it."
    assert (
        _say(case, answer, "ar").joining[1]
        == "الولايات المتحدة: لا مكسب في الانضمام، وثمة خط أحمر يحول دونه: بين سوريا والولايات المتحدة."
    )


def test_commitments(case: Case, answer: Answer) -> None:
    said = _say(case, answer)
    assert said.commitments == (
        "To break the deadlock it takes one first move, made without conditions: "
        "Russia guarantees Syria or Syria joins.",
        "As long as all wait for one another, only this comes about: Saudi Arabia halts funding.",
        "Deadlocked until then, and possible if all signed at once: "
        "Russia guarantees Syria, and Syria and Turkey join.",
        "All that is deadlocked hangs on Saudi Arabia: without its promises none of it can come about.",
    )
    assert any(sentence.startswith("Turkey joins: not before this") for sentence in said.waiting)
    assert said.dependences == (
        "Should this promise be withdrawn – Saudi Arabia halts funding – this falls with it: "
        "Russia guarantees Syria, and Syria and Turkey join.",
        "These promises can be withdrawn without anything else falling: Turkey joins.",
    )


def test_several_endings_are_all_told(case: Case, answer: Answer) -> None:
    endings = ((Act("SYR", "joins"),), (Act("TUR", "joins"),))
    promises = replace(NO_PROMISES, monotone=False, endings=endings, complete=False)
    said = _say(case, replace(answer, commitments=promises)).commitments
    assert "there are 2 endings" in said[0]
    assert said[1:4] == (
        "Ending 1: Syria joins.",
        "Ending 2: Turkey joins.",
        "There may be more endings than were listed.",
    )
    assert "فثمة مآلان" in _say(case, replace(answer, commitments=promises), "ar").commitments[0]


def test_contradicting_promises(case: Case, answer: Answer) -> None:
    promises = replace(NO_PROMISES, monotone=False, endings=())
    said = _say(case, replace(answer, commitments=promises)).commitments
    assert said[0] == "The promises contradict one another: no ending satisfies them all."


def test_thin_evidence_is_said_aloud(case: Case, answer: Answer) -> None:
    said = " ".join(_say(case, answer).evidence)
    assert "6 sentences from 3 reports" in said
    assert "rest on a single report each, so their intervals are wide: between Jordan and Syria" in said
    assert "Nothing is known of the tie between Jordan and Turkey" in said
    assert "between Saudi Arabia and Syria was coded by hand" in said
    assert "لا يُعرف شيء عن العلاقة بين الأردن وتركيا" in " ".join(_say(case, answer, "ar").evidence)


def test_no_evidence_at_all(case: Case, answer: Answer) -> None:
    said = _say(replace(case, ties=()), answer).evidence
    assert said[0] == "No sentence from any report bears on the ties among the members."


def test_with_whom_else_it_would_hold(case: Case, answer: Answer) -> None:
    without, swapped, scope = _say(case, answer).alternatives
    assert without == (
        "Without Syria, it would hold even at the hostile end of every interval, "
        "and would be too weak: a capability of 10, where 15 is required."
    )
    assert swapped.startswith("With Russia in the place of Syria, it would hold at the most likely weights")
    assert "in 81% of the draws" in swapped
    assert swapped.endswith("would be strong enough: a capability of 19, where 15 is required.")
    assert scope.startswith("All 41 memberships in which up to 3 parties leave or come were tried: 2 of them")
    arabic = _say(case, answer, "ar").alternatives
    assert arabic[1].startswith("بإحلال روسيا محل سوريا يقوم التحالف")
    assert "تقوم منها اثنتان" in arabic[2]


def test_nothing_is_said_of_others_where_it_holds_and_is_strong_enough(case: Case, answer: Answer) -> None:
    strong = replace(answer.sufficiency, enough=True)
    held = replace(answer, verdict=replace(answer.verdict, central=True), sufficiency=strong)
    assert _say(case, held).alternatives == ()
    # Where it is only too weak, those that are no stronger are not worth a word.
    weak = replace(held, sufficiency=replace(strong, enough=False))
    swapped, _ = _say(case, weak).alternatives
    assert swapped.startswith("With Russia in the place of Syria")


def test_the_strongest_part_and_how_sure_that_is(case: Case, answer: Answer) -> None:
    found = answer.alternatives
    part = replace(found.found[0], members=("JOR", "SAU"), leave=("SYR", "TUR"), capability=5.0)
    stopped = Certificate(ProofStatus.STOPPED, 8.0, 3.0)
    named = replace(answer, alternatives=replace(found, strongest=part, certificate=stopped))
    *_, strongest, unproven = _say(case, named).alternatives
    assert "would hold by itself is Jordan and Saudi Arabia" in strongest
    assert "none with a capability above 8" in unproven
    none = replace(named, alternatives=replace(found, strongest=None, certificate=stopped))
    assert _say(case, none).alternatives[-1].startswith("The search stopped before")
    impossible = replace(found, strongest=None, certificate=IMPOSSIBLE.certificate)
    assert "No two of the members" in _say(case, replace(answer, alternatives=impossible)).alternatives[-1]


@pytest.mark.parametrize(
    ("added", "certificate", "said"),
    [
        (("RUS",), Certificate(ProofStatus.OPTIMAL, 1.0, 0.0), "no fewer would do."),
        (("RUS",), Certificate(ProofStatus.STOPPED, 0.0, 1.0), "but never fewer than 0."),
        (None, IMPOSSIBLE.certificate, "both strong enough and hold as things are."),
        (None, Certificate(ProofStatus.STOPPED, 4.0, math.inf), "it would take at least 4."),
    ],
)
def test_the_smallest_enlargement_that_holds(
    added: tuple[str, ...] | None, certificate: Certificate, said: str, case: Case, answer: Answer
) -> None:
    holding = Enlargement(added, 21.0 if added else None, certificate)
    sufficiency = replace(answer.sufficiency, holding=holding)
    assert _say(case, replace(answer, sufficiency=sufficiency)).sufficiency[-2].endswith(said)


def test_many_ties_are_counted_rather_than_named(case: Case, answer: Answer) -> None:
    members = tuple(party.id for party in case.parties)
    wide = replace(case, ties=(), question=replace(case.question, members=members))
    said = _say(wide, answer).evidence
    assert "Of 15 of the 15 ties nothing is known: they are assumed neutral, with wide intervals." in said
    assert any("15 علاقة من أصل 15" in sentence for sentence in _say(wide, answer, "ar").evidence)
