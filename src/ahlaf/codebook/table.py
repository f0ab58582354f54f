"""Tables as people edit them: CSV with a header, lines that begin with # left out, rows known by their line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files

from ahlaf.model import CaseError, Place

SINCE = "since"
"""The optional column that says from which day on a row holds; an empty cell means from the beginning."""


@dataclass(frozen=True)
class Row:
    """One row of a table: its line in the file (from 1) and its cells by column, without outer blanks."""

    file: str
    line: int
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    @cached_property
    def _by_column(self) -> dict[str, str]:
        return dict(zip(self.columns, self.cells, strict=True))

    def __getitem__(self, column: str) -> str:
        return self._by_column[column]

    def get(self, column: str, default: str = "") -> str:
        """Return the cell of an optional column."""
        return self._by_column.get(column, default)

    def place(self, column: str | None = None) -> Place:
        """Return where the row, or one cell of it, stands."""
        return Place(file=self.file, row=self.line, column=column)

    @property
    def since(self) -> date | None:
        """The day from which on the row holds, None where it holds from the beginning."""
        return self.day(SINCE)

    def number(self, column: str, low: float, high: float) -> float:
        """Return the cell as a number in [low, high]; CaseError says what stands there instead."""
        expected = f"a number from {low:g} to {high:g}"
        try:
            value = float(self[column])
        except ValueError:
            raise CaseError(f"{self[column]!r} is no number", place=self.place(column), expected=expected) from None
        if not low <= value <= high:
            raise CaseError(f"{self[column]} is out of range", place=self.place(column), expected=expected)
        return value

    def day(self, column: str) -> date | None:
        """Return the cell of an optional column as a day, None where it is empty; CaseError says how one is written."""
        cell = self.get(column)
        if not cell:
            return None
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise CaseError(
                f"{cell!r} is no day", place=self.place(column), expected="a day as 2015-06-29, or an empty cell"
            ) from None

    def flag(self, column: str) -> bool:
        """Return whether the cell says yes; an empty cell says no."""
        cell = self.get(column).lower()
        if cell in {"yes", "true", "1", "نعم"}:
            return True
        if cell in {"", "no", "false", "0", "لا"}:
            return False
        raise CaseError(f"{self[column]!r} is neither yes nor no", place=self.place(column), expected="yes or no")


def read_table(text: str, *, file: str, required: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV text; CaseError where a required column is missing or a row has too many cells."""
    lines = [(number, line) for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1)]
    kept = [(number, line) for number, line in lines if line.strip() and not line.startswith("#")]
    if not kept:
        raise CaseError("the table is empty", place=Place(file=file), expected=f"a first line {','.join(required)}")
    reader = csv.reader((line for _, line in kept), strict=True)
    header = tuple(cell.strip() for cell in next(reader))
    missing = [column for column in required if column not in header]
    if missing:
        raise CaseError(
            f"column {missing[0]!r} is missing",
            place=Place(file=file, row=kept[0][0]),
            expected=f"the columns {','.join(required)}",
            remedy=f"add {missing[0]} to the first line and a value to every row",
        )
    try:
        for cells in reader:
            line = kept[reader.line_num - 1][0]
            if len(cells) > len(header):
                raise CaseError(
                    f"the row has {len(cells)} cells, the header has {len(header)}",
                    place=Place(file=file, row=line),
                    expected="one cell a column",
                    remedy="put double quotes around a cell that holds a comma",
                )
            padded = [cell.strip() for cell in cells] + [""] * (len(header) - len(cells))
            yield Row(file, line, header, tuple(padded))
    except csv.Error as error:
        raise CaseError(f"the table breaks off: {error}", place=Place(file=file)) from error


def package_table(package: str, name: str, required: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table that ships with a package."""
    text = (files(package) / name).read_text(encoding="utf-8")
    return read_table(text, file=name, required=required)
