"""Balances by hand; and what is fitted to the past does not move with the future."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import who_joins
from joins.balances import joining_balances, pair_balances
from joins.covariates import DYADIC, NETWORK, dyadic, network
from joins.forecast import Case, Method, case, rolling
from joins.questions import Asked, Threat
from state_tables import STILL, Dated, Member
from states import record, salience

from history.made_states import FOUR

ASKED = Asked("1", 1950, 1, (1,), 3, Threat.INFERRED, (2, 3, 4), np.array([True, False, False]), True)
HELP = tuple(Member("0", state, 1940, STILL, True) for state in (1, 2))
RIVALS = replace(FOUR, members=HELP, rivalries=(Dated(2, 3, 1940, 1960),))
WIDE = 111.19492664455873  # kilometres to a degree of the equator


def test_a_balance_in_a_coalition_of_two_is_the_tie_and_the_gain() -> None:
    found = pair_balances(ASKED, RIVALS, record(RIVALS, 1949))
    ally, rival = 0.95 / 1.5, -0.35 / 1.5
    matters = salience(rival, 10.0 * WIDE)
    chance, left = 1.0, 1.0  # 40 and 10 percent of the world against 30; the founder alone is enough
    assert found[0, 0] == pytest.approx(ally + 0.5 * matters * (chance - 0.5 * left) - 0.1)
    assert found[0, 2] == pytest.approx(ally - 0.1)
    assert found[1] == pytest.approx([-0.1, 0.5 * salience(0.0, 20.0 * WIDE) * (1.0 - 0.5 * 1.0) - 0.1, -0.1])
    assert found[2, 0] == pytest.approx(0.5 * salience(0.0, 10.0 * WIDE) * 0.5 - 0.1)
    alone = salience(0.0, 20.0 * WIDE)
    assert found[2, 1] == pytest.approx(0.5 * alone * (1.0 - 0.5 * 20.0 / 30.0) - 0.1)


def test_in_a_coalition_of_several_ties_to_all_members_count() -> None:
    asked = replace(ASKED, members=(1, 2), candidates=(3, 4), joined=np.array([False, True]), threat=None)
    on_record = record(RIVALS, 1949)
    found = joining_balances(asked, RIVALS, on_record)
    assert found[:, 0] == pytest.approx([-0.35 / 1.5 - 0.1, -0.1])
    assert found[:, 1] == pytest.approx([0.95 / 1.5 - 0.1] * 2)


def test_covariates_of_two_and_of_their_place_among_others() -> None:
    reference = replace(RIVALS, rivalries=(*RIVALS.rivalries, Dated(1, 3, 1940, 1960), Dated(1, 4, 1950, 1960)))
    on_record = record(reference, 1949)
    two = dyadic(ASKED, reference, on_record)
    assert two.shape == (3, len(DYADIC))
    assert two[0, :3] == pytest.approx([np.log1p(10.0 * WIDE), 1.0, 0.0])
    assert two[:, 3].tolist() == [0.0, 1.0, 0.0], "a rivalry that begins in the year itself is not known"
    assert two[:, 5].tolist() == [1.0, 0.0, 0.0], "one rival in common"
    assert np.isnan(two[:, 6]).all()
    assert two[0, 7:] == pytest.approx([np.log(0.1), np.log(4.0)])
    assert network(ASKED, reference, on_record).shape == (3, len(NETWORK))
    bound = replace(reference, members=(*HELP, *(Member("2", state, 1940, STILL, False) for state in (2, 4))))
    placed = network(ASKED, bound, record(bound, 1949))
    assert placed[2].tolist() == [1.0, 1.0, 1.0, 0.0], "the fourth is allied with the second alone, who is an ally"
    assert placed[0].tolist() == [0.0, 0.0, 2.0, 0.0]


def _cases() -> list[Case]:
    found = []
    for year in range(1872, 1900, 2):
        reference = replace(FOUR, spells=tuple((code, "1800-01-01", "9999-12-31") for code in FOUR.codes))
        joined = np.array([year % 4 == 0, year % 4 != 0, False])
        asked = replace(ASKED, treaty=str(year), year=year, joined=joined)
        found.append(case(asked, reference, record(reference, year - 1), year))
    return found


def test_later_answers_move_nothing_that_was_said_before() -> None:
    cases = _cases()
    changed = [
        replace(one, asked=replace(one.asked, joined=one.asked.joined[::-1])) if one.asked.year >= 1885 else one
        for one in cases
    ]
    before, after = rolling(cases), rolling(changed)
    assert [one.asked.year for one in before] == list(range(1880, 1900, 2))
    for one, other in zip(before, after, strict=True):
        same = np.array_equal(one.chances, other.chances)
        assert same == (one.asked.year < 1890), "1885 to 1889 is scored by treaties before 1885 alone"


def test_an_answer_that_takes_ten_years_is_learned_from_only_when_they_are_over() -> None:
    cases = [replace(one, known=one.asked.year + 10) for one in _cases()]
    changed = [
        replace(one, asked=replace(one.asked, joined=one.asked.joined[::-1])) if one.asked.year >= 1876 else one
        for one in cases
    ]
    scored = rolling(cases)
    assert scored[0].asked.year >= 1885, "nothing is known in time for the first block"
    for one, other in zip(scored, rolling(changed), strict=True):
        assert np.array_equal(one.chances, other.chances) == (one.asked.year < 1890)


def test_distance_and_balance_rank_by_themselves_whatever_was_fitted() -> None:
    (first, *_) = _cases()
    unlikely = np.zeros(3)
    by_distance = Method.DISTANCE.value.scores(first.covariates, unlikely)
    assert by_distance.argmax() == 0, "the nearest capital first"
    gap = first.covariates.copy()
    gap[0, 0] = np.nan
    assert Method.DISTANCE.value.scores(gap, unlikely).argmin() == 0, "and what is not on record last"
    assert np.ptp(Method.BASE.value.scores(first.covariates, unlikely)) == 0.0


def test_without_the_data_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["who_joins.py", "--data", str(tmp_path / "none")])
    who_joins.main()
    assert "nothing to score" in capsys.readouterr().out
