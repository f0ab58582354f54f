"""What is on record of states at the end of a year, on made data worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from state_tables import STILL, Ballots, Dated, Member, Reference
from states import correlations, distances, party, record, salience

from ahlaf.model import TieParameters

NO_VOTES = Ballots(np.array([], dtype=np.int64), np.zeros((0, 3)))
BARE = Reference(
    codes=(1, 2, 3),
    names={1: "One", 2: "Two", 3: "Three"},
    short={1: "ONE", 2: "TWO", 3: "THR"},
    spells=((1, "1900-01-01", "9999-12-31"), (2, "1900-01-01", "1950-12-30"), (3, "1951-01-01", "9999-12-31")),
    capability={(1, 1949): 0.25},
    capitals={1: (("1900-01-01", "9999-12-31", 0.0, 0.0),), 2: (("1900-01-01", "9999-12-31", 0.0, 90.0),)},
    members=(),
    disputes=(),
    rivalries=(),
    wars=(),
    fellows=(),
    backers=(),
    ballots=NO_VOTES,
)


def test_a_state_that_ends_on_the_last_day_but_one_of_a_year_is_not_in_the_system_at_its_end() -> None:
    assert BARE.in_system(1949) == (1, 2)
    assert BARE.in_system(1950) == (1,)
    assert BARE.in_system(1951) == (1, 3)


def test_a_treaty_binds_from_the_year_of_entry_until_the_year_before_the_exit() -> None:
    members = (Member("T", 1, 1920, STILL, False), Member("T", 2, 1920, 1930, False), Member("T", 3, 1925, STILL, True))
    reference = replace(BARE, members=members)
    assert record(reference, 1919).pact.sum() == 0.0
    assert record(reference, 1924).pact[0, 1] == record(reference, 1929).pact[0, 1] == 1.0
    assert record(reference, 1930).pact[0, 1] == 0.0
    later = record(reference, 1930)
    assert later.help[0, 2] == later.help[2, 0] == 1.0, "one side's promise of help makes it such a pact"
    assert later.pact[0, 2] == 0.0, "and it does not count a second time"


def test_how_far_an_open_dispute_will_go_is_not_known_yet() -> None:
    reference = replace(BARE, disputes=(Dated(1, 2, 1913, 1914, 5), Dated(1, 2, 1914, 1914, 5)))
    open_year, closed = record(reference, 1913), record(reference, 1914)
    assert (open_year.disputes[5][0, 1], open_year.disputes[3][0, 1]) == (0.0, 1.0)
    assert closed.disputes[3][0, 1] == 0.0
    assert closed.disputes[5][0, 1] == pytest.approx(1.0 + 2.0**-0.1)


def test_nothing_later_than_the_year_counts_and_what_is_ten_years_old_counts_half() -> None:
    reference = replace(BARE, wars=(Dated(1, 2, 1910, 1910), Dated(1, 2, 1925, 1925)))
    assert record(reference, 1909).war[0, 1] == 0.0
    assert record(reference, 1920).war[0, 1] == record(reference, 1920).war[1, 0] == pytest.approx(0.5)


def test_a_tie_is_the_shrunken_mean_of_what_is_on_record() -> None:
    reference = replace(BARE, rivalries=(Dated(1, 2, 1900, 1940),), members=tuple(_both("T", True)))
    weight, low, high, known = record(reference, 1930).tie(0, 1, TieParameters())
    assert known
    assert weight == pytest.approx((0.95 - 0.35) / 2.5)
    assert low < weight < high
    assert record(reference, 1930).tie(0, 2, TieParameters())[0] == 0.0
    assert not record(reference, 1930).tie(0, 2, TieParameters())[3]


def test_votes_are_likened_after_each_roll_calls_mean_is_taken_off() -> None:
    votes = np.tile([[1.0, 1.0, -1.0, np.nan], [-1.0, -1.0, 1.0, np.nan], [1.0, 1.0, 1.0, 1.0]], (4, 1))
    found = correlations(votes)
    assert found[0, 1] == pytest.approx(1.0)
    assert found[0, 2] == pytest.approx(-1.0)
    assert np.isnan(found[0, 3]), "four votes in common are too few, and all agreed in them"
    assert np.isnan(found[0, 0])


def test_a_quarter_of_the_equator_lies_between_two_capitals_and_a_missing_capital_is_unknown() -> None:
    found = distances(BARE, 1940)
    assert found[0, 1] == pytest.approx(6371.0 * np.pi / 2.0)
    assert np.isnan(found[0, 2])


@pytest.mark.parametrize(
    ("tie", "kilometres", "expected"),
    [(0.0, 0.0, 0.5), (0.0, 1000.0, 0.25), (-1.0, 0.0, 1.0), (0.6, 0.0, 0.0), (-0.4, np.nan, 0.4)],
)
def test_a_threat_matters_by_quarrel_and_half_by_nearness(tie: float, kilometres: float, expected: float) -> None:
    assert salience(tie, kilometres) == pytest.approx(expected)


def test_capability_is_the_share_of_the_world_in_percent_and_none_on_record_is_none() -> None:
    assert party(BARE, 1, 1949, 0.5).capability == 25.0
    assert party(BARE, 2, 1949, 0.5).capability == 0.0


def _both(treaty: str, active: bool) -> list[Member]:
    return [Member(treaty, state, 1920, STILL, active) for state in (1, 2)]
