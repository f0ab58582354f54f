"""Several coalitions side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ahlaf.model import Coalition, QuestionError, Status, UnknownActorError
from ahlaf.solve import compare
from solve.examples import NAMES, party, question, ties_of

PARTIES = [party(code) for code in NAMES]
TIES = ties_of({"AAA BBB": 0.2, "AAA CCC": -0.6, "BBB CCC": 0.1, "AAA DDD": 0.8, "CCC DDD": -0.3, "DDD EEE": 0.4})
ASKED = replace(question(), start=date(2015, 5, 1), end=date(2015, 9, 30))
PAIR = Coalition("pair", ("AAA", "DDD"))


def test_the_one_asked_about_comes_first_and_each_is_answered_as_any_question() -> None:
    found = compare(ASKED, PARTIES, TIES, [PAIR, Coalition("far", ("DDD", "EEE"), requirement=20.0)])
    asked, pair, far = found.coalitions
    assert [one.coalition.key for one in found.coalitions] == ["asked", "pair", "far"]
    assert [one.asked for one in found.coalitions] == [True, False, False]
    # At AC = −0.6 the balances are 0.0, 0.7 and −0.1; two notches between A and C are 2 in price with the opening.
    assert (asked.verdict.status, asked.package is not None and asked.package.price) == (Status.FAILS, 2.0)
    assert asked.miracle.factor == pytest.approx(1.2)
    assert (pair.verdict.status, pair.capability, pair.requirement, pair.enough) == (Status.HOLDS, 10.0, 10.0, True)
    assert (far.requirement, far.enough) == (20.0, False)
    assert far.package is not None and far.package.steps == () and far.broker is None


def test_a_declared_coalition_with_the_members_asked_about_gives_them_its_name() -> None:
    named = Coalition("named", ("CCC", "BBB", "AAA"), "Named", "مسمى")
    found = compare(ASKED, PARTIES, TIES, [PAIR, named])
    assert [(one.coalition.key, one.asked) for one in found.coalitions] == [("named", True), ("pair", False)]


def test_what_came_later_stands_beside_nobody() -> None:
    later, over = replace(PAIR, since=date(2015, 10, 1)), replace(PAIR, key="over", until=date(2015, 4, 30))
    found = compare(ASKED, PARTIES, TIES, [later, over])
    assert [one.standing for one in found.coalitions] == [True, False, False]
    assert [one.overlap for one in found.coalitions] == [None, None, None]
    assert found.cross_pressures == ()
    # On its last day a coalition still stands.
    last = compare(ASKED, PARTIES, TIES, [replace(PAIR, until=date(2015, 5, 1))])
    assert last.coalitions[1].standing


def test_both_ways() -> None:
    """A stands in both: each has less of it, and D is at odds with C."""
    asked, pair = compare(ASKED, PARTIES, TIES, [PAIR]).coalitions
    assert asked.overlap is not None and pair.overlap is not None
    assert (asked.overlap.strength, pair.overlap.strength) == (12.5, 7.5)
    assert (asked.overlap.enough, pair.overlap.enough) == (True, False)
    (pressure,) = compare(ASKED, PARTIES, TIES, [PAIR]).cross_pressures
    assert (pressure.members, [quarrel.pair for quarrel in pressure.quarrels]) == (("AAA",), [("CCC", "DDD")])


def test_an_assumed_requirement_is_each_ones_own() -> None:
    assumed = replace(question(requirement=15.0), requirement_assumed=True)
    found = compare(assumed, PARTIES, TIES, [PAIR])
    assert [one.requirement for one in found.coalitions] == [15.0, 10.0]


def test_what_cannot_be_compared() -> None:
    with pytest.raises(QuestionError, match="two coalitions are called pair"):
        compare(ASKED, PARTIES, TIES, [PAIR, PAIR])
    with pytest.raises(UnknownActorError):
        compare(ASKED, PARTIES, TIES, [Coalition("far", ("AAA", "ZZZ"))])
    with pytest.raises(QuestionError):
        compare(ASKED, PARTIES, TIES, [Coalition("lonely", ("AAA",))])
