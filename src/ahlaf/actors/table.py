"""The data files of this layer: comma-separated, with `#` lines on top that say what they are."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

LIST_SEPARATOR = "|"


def rows(name: str, package: str = "ahlaf.actors") -> Iterator[list[str]]:
    """Yield the rows of the data file `name` of `package` in the order of its columns, without header lines."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    reader = csv.reader(lines)
    next(reader)
    yield from reader


def values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, parted by `|`; an empty cell holds none."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
