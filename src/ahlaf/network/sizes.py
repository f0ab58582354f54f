"""Reads how much each actor of a network weighs from a file: actor and size, one a row."""

from __future__ import annotations

import math
from pathlib import Path

from ahlaf.model import NetworkFileError, Place
from ahlaf.network.edgelist import number_of, rows_of, text_of

_SIZE_ROW = "an actor and its size, set apart by a comma, a tab or a space, for example: France,5.32"


def read_sizes(path_or_text: Path | str) -> dict[str, float]:
    """Read the size of each actor, from a path or (with a line break) a text; a first row without a number is a header.

    Commas, tabs or spaces; lines that begin with # or % are skipped. Raises NetworkFileError with the row of what
    cannot be read, and for an actor that has two sizes.
    """
    name, text = text_of(path_or_text)
    sizes: dict[str, float] = {}
    for at, row in enumerate(rows_of(text)):
        place = Place(file=name, row=row.number)
        if len(row.cells) < 2:
            raise NetworkFileError(f"the row has {len(row.cells)} column", place=place, expected=_SIZE_ROW)
        actor, size = row.cells[0], number_of(row.cells[1])
        if size is None and at == 0:
            continue
        if size is None or not 0 < size < math.inf:
            raise NetworkFileError(f"{row.cells[1]!r} is no size", place=place, expected="a number above zero")
        if actor in sizes:
            raise NetworkFileError(f"{actor} has two sizes", place=place, expected="one row for each actor")
        sizes[actor] = size
    if not sizes:
        raise NetworkFileError("there is no size in it", place=Place(file=name), expected=_SIZE_ROW)
    return sizes
