"""The scorer of attributions, on one made-up article."""

from __future__ import annotations

from gate.sets.polnear import Attribution, Scored, rows, token_f1

TEXT = "Ann said rain fell. Bob hopes so."


def test_broken_content_counts_as_the_union_of_its_pieces() -> None:
    # Gold: "rain", "fell"; ours: "said rain fell": two of three tokens right.
    assert token_f1(TEXT, ((9, 13), (14, 18)), ((4, 18),)) == 2 * 2 / (2 + 3)


def test_rows_by_hand() -> None:
    said = Attribution(((4, 8),), ((0, 3),), ((9, 18),))
    hopes = Attribution(((24, 29),), ((20, 23),), ((30, 32),))
    mute = Attribution((), ((20, 23),), ((30, 32),))
    article = Scored((said, hopes, mute), (said,), ((0, 0),), TEXT)
    found = {score.row: score for score in rows("developed", [article])}
    assert (found["cue"].precision, found["cue"].recall) == (1.0, 0.5)
    assert found["content"].value == 1.0
    assert (found["content, strict"].precision, found["content, strict"].recall) == (1.0, 0.5)
    assert found["gold without cue"].count == 1


def test_a_cue_within_the_content_of_another_is_not_outermost() -> None:
    outer = Attribution(((4, 8),), ((0, 3),), ((9, 32),))
    inner = Attribution(((24, 29),), ((20, 23),), ((30, 32),), saying=False)
    article = Scored((outer,), (outer, inner), ((0, 0),), TEXT)
    found = {score.row: score for score in rows("held", [article])}
    assert found["cue"].precision == 0.5
    assert found["cue, outermost"].precision == 1.0
    assert found["cue, sayings"].precision == 1.0
