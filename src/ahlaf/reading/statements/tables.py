"""The data files of this package."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.codebook import package_table


def read_table(name: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the cells of every row of the data file `name`, in the order of `columns`.

    Raises CaseError where a column is missing or a row has too many cells.
    """
    rows = package_table("ahlaf.reading", f"data/{name}", columns)
    return [tuple(row[column] for column in columns) for row in rows]
