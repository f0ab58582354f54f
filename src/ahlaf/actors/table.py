"""The cells of data files, and of cells that hold several values."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.codebook import package_table

LIST_SEPARATOR = "|"


def rows(name: str, package: str = "ahlaf.actors") -> Iterator[tuple[str, ...]]:
    """Yield the cells of every row of the data file `name` of `package`, in the order of its columns."""
    return (row.cells for row in package_table(package, f"data/{name}", ()))


def values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, parted by `|`; an empty cell holds none."""
    return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
