"""One report is one witness: what is said again in it, or read again, moves no tie and no answer."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Actor, ActorKind, Party, Question, Reading, Realis, Relation, RelationType, TieParameters
from ahlaf.solve import answer
from ahlaf.ties import collect_evidence, compute_ties
from ties.makers import reading, relation

ACTORS = ("JOR", "SAU", "SYR", "TUR")
PARAMETERS = TieParameters()


@st.composite
def relations(draw: st.DrawFn) -> Relation:
    source, target = draw(st.lists(st.sampled_from(ACTORS), min_size=2, max_size=2, unique=True))
    claimed_by = draw(st.none() | st.sampled_from(ACTORS))
    return relation(source, target, draw(st.sampled_from(RelationType)), draw(st.sampled_from(Realis)), claimed_by)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    reports = draw(st.lists(st.lists(relations(), min_size=1, max_size=4), min_size=1, max_size=4))
    days = draw(st.lists(st.integers(0, 300), min_size=len(reports), max_size=len(reports)))
    return [
        reading(*said, id=f"r{number}", day=date(2015, 1, 1) + timedelta(days=day))
        for number, (said, day) in enumerate(zip(reports, days, strict=True))
    ]


@given(readings(), st.integers(2, 4), st.data())
@settings(max_examples=40)
def test_repeating_a_relation_or_reading_a_report_again_changes_nothing(
    reports: list[Reading], times: int, data: st.DataObject
) -> None:
    before = compute_ties(collect_evidence(reports, PARAMETERS)[0], PARAMETERS)
    again = data.draw(st.sampled_from(reports))
    repeated = [reading(*one.relations * times, id=one.report.id, day=one.report.date) for one in reports]
    for changed in ([*reports, again], repeated, reports[::-1]):
        assert compute_ties(collect_evidence(changed, PARAMETERS)[0], PARAMETERS) == before


@given(readings())
@settings(max_examples=8)
def test_nor_does_the_answer(reports: list[Reading]) -> None:
    parties = [Party(Actor(code, code, code, ActorKind.STATE), 5.0, 0.8) for code in ACTORS]
    question = Question(("JOR", "SAU", "SYR"), "ISIS", 12.0)

    def asked(changed: list[Reading]) -> object:
        ties = compute_ties(collect_evidence(changed, PARAMETERS)[0], PARAMETERS)
        found = answer(question, parties, ties)
        return found.verdict, found.blocking, found.reconciliation, found.brokers, found.joining, found.miracle

    assert asked(reports) == asked([*reports, *reports])
