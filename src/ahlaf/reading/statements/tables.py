"""Reads the data files of this package: comma-separated rows under `#` lines that say what they are."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files

from ahlaf.model import CaseError, Place


def read_table(name: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the rows of the data file `name`; raise CaseError where its columns are not `columns`."""
    text = (files("ahlaf.reading") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = list(csv.reader(lines))
    if not rows or rows[0] != list(columns):
        raise CaseError("a data file has other columns", place=Place(file=name), expected=", ".join(columns))
    for number, row in enumerate(rows[1:], start=1):
        if len(row) != len(columns):
            raise CaseError(
                f"a row has {len(row)} cells", place=Place(file=name, row=number), expected=f"{len(columns)} cells"
            )
    return [tuple(cell.strip() for cell in row) for row in rows[1:]]
