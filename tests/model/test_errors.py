"""The message of an error: where, what, what was expected, what to do."""

from __future__ import annotations

from ahlaf.model import CaseError, Place, UnknownActorError


def test_a_message_says_where_what_expected_and_remedy() -> None:
    error = CaseError("2 is out of range", place=Place("ties.csv", 3, "weight"), expected="-1 to 1", remedy="write 0.2")
    assert str(error) == (
        "ties.csv, row 3, column weight: 2 is out of range\n  expected: -1 to 1\n  to mend it: write 0.2"
    )
    assert error.exit_code == 2


def test_unknown_actor_names_the_nearest() -> None:
    error = UnknownActorError("السعوديه", suggestions=("السعودية",))
    assert "did you mean السعودية?" in str(error)
