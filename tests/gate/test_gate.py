"""Reading must not fall below its floors."""

from __future__ import annotations

import pytest

from gate import gate


@pytest.mark.skipif(not gate.GOLD.exists(), reason="the hand-labelled passages are not beside the project")
def test_no_score_falls_below_its_floor() -> None:
    scores = gate.measure()
    assert scores
    assert gate.below(scores) == []


def test_every_floor_is_a_share() -> None:
    for half, rows in gate.floors().items():
        assert half in gate.HALVES
        assert all(0.0 <= floor <= 1.0 for floor in rows.values())
