"""Reading must not fall below its floors."""

from __future__ import annotations

import pytest

from gate import gate
from gate.score import kappa, macro_f1

SETS = list(gate.labelled_sets())


@pytest.mark.parametrize("labelled", SETS, ids=lambda s: s.name)
def test_no_score_falls_below_its_floor(labelled: gate.LabelledSet) -> None:
    if not labelled.present:
        pytest.skip(f"no labelled data at {labelled.folder / labelled.needs}")
    scores = labelled.measure()
    assert scores
    assert gate.below(scores) == []


def test_every_floor_is_a_share() -> None:
    for halves in gate.floors().values():
        for rows in halves.values():
            assert all(0.0 <= floor <= 1.0 for floor in rows.values())


def test_every_set_says_what_it_measures() -> None:
    assert SETS
    for labelled in SETS:
        assert labelled.about.count("\n") > 1, f"{labelled.name} has no docstring that says what is measured"


def test_macro_f1_by_hand() -> None:
    # Class 1: P 1/2, R 1/1, F1 2/3; class 2: P 1/1, R 1/2, F1 2/3.
    assert macro_f1([1, 2, 2], [1, 2, 1], [1, 2]) == pytest.approx(2 / 3)


def test_kappa_by_hand() -> None:
    # Observed 3/4, expected 1/2 * 3/4 + 1/2 * 1/4 = 1/2.
    assert kappa([1, 1, 2, 2], [1, 1, 1, 2]) == pytest.approx(0.5)
