"""Ties on disk: what goes out comes back, and what is wrong is named."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ahlaf.model import CaseError, InputError, RelationType, TieOrigin, TieParameters
from ahlaf.ties import collect_evidence, compute_ties, override, read_coded, read_ties, write_ties
from ahlaf.ties.files import evidence_path
from ties.makers import TEXT, reading, relation

HEAD = "a,b,weight,low,high,red_line,note,source\n"


def written(folder: Path) -> Path:
    parameters = TieParameters()
    pairs, _ = collect_evidence(
        [reading(relation("SYR", "SAU", RelationType.ACCUSE), relation("RUS", "SYR", RelationType.AID))], parameters
    )
    path = folder / "t.csv"
    with path.open("wb") as table, evidence_path(path).open("wb") as evidence:
        write_ties(compute_ties(pairs, parameters), table, evidence)
    return path


def test_what_is_written_comes_back_with_its_sentences(tmp_path: Path) -> None:
    ties = {tie.pair: tie for tie in read_ties(written(tmp_path))}
    assert set(ties) == {("RUS", "SYR"), ("SAU", "SYR")}
    tie = ties["SAU", "SYR"]
    assert tie.origin is TieOrigin.COMPUTED
    assert tie.weight == pytest.approx(-0.2)
    assert tie.evidence[0].quote == TEXT


def test_a_spreadsheet_sees_the_heaviest_sentence(tmp_path: Path) -> None:
    assert TEXT in written(tmp_path).read_text(encoding="utf-8")


def test_without_the_evidence_file_the_ties_still_read(tmp_path: Path) -> None:
    path = written(tmp_path)
    evidence_path(path).unlink()
    assert all(tie.evidence == () for tie in read_ties(path))


def test_the_same_ties_are_the_same_bytes() -> None:
    outputs = []
    for _ in range(2):
        table, evidence = io.BytesIO(), io.BytesIO()
        pairs, _count = collect_evidence([reading(relation("SYR", "SAU", RelationType.ACCUSE))], TieParameters())
        write_ties(compute_ties(pairs, TieParameters()), table, evidence)
        outputs.append((table.getvalue(), evidence.getvalue()))
    assert outputs[0] == outputs[1]


def test_a_hand_written_table_counts_as_coded(tmp_path: Path) -> None:
    path = tmp_path / "hand.csv"
    path.write_text(HEAD + "SYR,SAU,-0.8,-1,-0.5,,قطيعة,src\n", encoding="utf-8")
    (tie,) = read_ties(path)
    assert (tie.pair, tie.origin, tie.note) == (("SAU", "SYR"), TieOrigin.CODED, "قطيعة")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("SYR,SAU,-1.5,,,,,", "column weight: -1.5 is out of range"),
        ("SYR,SAU,-0.5,-0.4,0,,,", "misses the weight"),
        ("SYR,SAU,,,,,,", "no weight and no red line"),
        ("SYR,SYR,0.5,,,,,", "tied to itself"),
        ("SYR,,0.5,,,,,", "column b: an end of the tie is empty"),
        ("SYR,SAU,0.5,,,perhaps,,", "neither yes nor no"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEAD + row + "\n", encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        read_ties(path)
    assert message in str(caught.value)
    assert "row 2" in str(caught.value)


def test_a_pair_coded_twice_is_named_in_either_order(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="comes twice"):
        read_coded(HEAD + "SYR,SAU,0.1,,,,,\nSAU,SYR,0.2,,,,,\n", file="t.csv")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        read_ties(tmp_path / "none.csv")
    assert "ahlaf ties" in str(caught.value)


def test_coded_overrides_computed_and_keeps_what_it_replaced() -> None:
    pairs, _ = collect_evidence([reading(relation("SYR", "SAU", RelationType.ACCUSE))], TieParameters())
    computed = compute_ties(pairs, TieParameters())
    (tie,) = override(computed, read_coded(HEAD + "SAU,SYR,-0.9,-1,-0.7,yes,why,src\n", file="t.csv"))
    assert (tie.weight, tie.origin, tie.red_line) == (-0.9, TieOrigin.CODED, True)
    assert tie.overrides == pytest.approx(-0.2)
    assert tie.evidence


def test_a_bare_red_line_keeps_the_computed_weight() -> None:
    pairs, _ = collect_evidence([reading(relation("SYR", "SAU", RelationType.ACCUSE))], TieParameters())
    coded = read_coded(HEAD + "SAU,SYR,,,,yes,refuses,src\nJOR,TUR,,,,yes,refuses,src\n", file="t.csv")
    first, second = override(compute_ties(pairs, TieParameters()), coded)
    assert (second.pair, second.origin, second.red_line) == (("SAU", "SYR"), TieOrigin.COMPUTED, True)
    assert (first.pair, first.origin, first.red_line) == (("JOR", "TUR"), TieOrigin.ASSUMED, True)


def test_a_note_in_arabic_is_kept_beside_the_one_in_english() -> None:
    head = HEAD.replace("note,", "note,note_ar,")
    (tie,) = override((), read_coded(head + "SAU,SYR,-0.9,,,,no talks,لا محادثات,src\n", file="t.csv"))
    assert (tie.note, tie.note_ar) == ("no talks", "لا محادثات")


def test_a_broken_evidence_file_names_the_line(tmp_path: Path) -> None:
    path = written(tmp_path)
    evidence_path(path).write_text("{broken\n", encoding="utf-8")
    with pytest.raises(CaseError, match="does not read") as caught:
        read_ties(path)
    assert "row 1" in str(caught.value)
