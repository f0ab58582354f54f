"""Tables: what they take, and what they say of a row that they cannot take."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.codebook import Row, read_table, require_order, standing
from ahlaf.model import CaseError


def test_rows_know_their_line_though_comments_and_blank_lines_stand_between() -> None:
    text = "# a comment\n\nid,name\n# another\nSYR,سوريا\n\nSAU,السعودية\n"
    rows = list(read_table(text, file="t.csv", required=("id",)))
    assert [(row.line, row["id"], row["name"]) for row in rows] == [(5, "SYR", "سوريا"), (7, "SAU", "السعودية")]


def test_a_missing_column_is_named_with_its_remedy() -> None:
    with pytest.raises(CaseError, match="column 'weight' is missing") as caught:
        list(read_table("a,b\nSYR,SAU\n", file="t.csv", required=("a", "b", "weight")))
    assert "row 1" in str(caught.value)
    assert "add weight" in str(caught.value)


def test_too_many_cells_are_no_silent_loss() -> None:
    with pytest.raises(CaseError, match="3 cells"):
        list(read_table("a,b\nSYR,SAU,JOR\n", file="t.csv", required=("a",)))


def test_an_empty_table_says_what_it_wants() -> None:
    with pytest.raises(CaseError, match="empty"):
        list(read_table("# nothing\n", file="t.csv", required=("a",)))


@pytest.mark.parametrize("cell", ["2", "-1.5", "nan", "much"])
def test_numbers_out_of_range_name_row_and_column(cell: str) -> None:
    (row,) = read_table(f"weight\n{cell}\n", file="t.csv", required=("weight",))
    with pytest.raises(CaseError) as caught:
        row.number("weight", -1, 1)
    assert "t.csv, row 2, column weight" in str(caught.value)


def test_flags_go_by_yes_and_no_in_both_languages() -> None:
    rows = list(read_table("x,y\nyes,\nنعم,\nno,\n,\nmaybe,\n", file="t.csv", required=("x",)))
    assert [row.flag("x") for row in rows[:-1]] == [True, True, False, False]
    with pytest.raises(CaseError):
        rows[-1].flag("x")


def dated(text: str) -> list[Row]:
    return list(read_table(text, file="t.csv", required=("id",)))


def test_of_several_rows_the_last_that_has_begun_counts() -> None:
    rows = dated("id,n,since\nTUR,1,\nSYR,2,\nTUR,3,2015-07-20\nTUR,4,2015-07-24\n")
    for day, expected in ((date(2015, 7, 19), "12"), (date(2015, 7, 20), "32"), (date(2016, 1, 1), "42"), (None, "42")):
        assert "".join(row["n"] for row in standing(rows, lambda row: row["id"], day)) == expected


def test_what_has_not_begun_is_not_there() -> None:
    rows = dated("id,since\nTUR,2015-07-20\n")
    assert standing(rows, lambda row: row["id"], date(2015, 7, 19)) == ()


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ("", "TUR comes twice"),
        ("2015-07-01", "does not begin later"),
        ("2015-06-30", "does not begin later"),
        ("July", "'July' is no day"),
    ],
)
def test_rows_of_one_thing_begin_one_after_another(second: str, says: str) -> None:
    with pytest.raises(CaseError, match=says) as caught:
        require_order("TUR", dated(f"id,since\nTUR,2015-07-01\nTUR,{second}\n"))
    assert "t.csv, row 3" in str(caught.value)
