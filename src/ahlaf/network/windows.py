"""Reads one network for each window of time from an edge list with a column that names the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ahlaf.model import NetworkFileError, Place
from ahlaf.network.edgelist import Columns, Row, columns_of, edge_of, rows_of, text_of
from ahlaf.network.graph import SignedGraph


def read_windows(path_or_text: Path | str, column: str, *, signs: bool = False) -> list[tuple[str, SignedGraph]]:
    """Read an edge list in which `column`, a number from 1 or a title of its header, names the window of each row.

    Without that column each window's rows are an edge list as `read_network` reads it. Returns (window, network) in the
    order in which the windows first appear. Raises NetworkFileError with the row of what cannot be read.
    """
    name, text = text_of(path_or_text)
    rows = rows_of(text)
    first = next(rows, None)
    if first is None:
        raise NetworkFileError("there is no tie in it", place=Place(file=name), expected="rows with a window each")
    at = _place_of(name, first, column)
    columns = columns_of(_without(first, at))
    titled = columns is not None or not column.isdecimal()
    windows: dict[str, list[Row]] = {}
    for row in rows if titled else _and_then(first, rows):
        if len(row.cells) <= at or not row.cells[at]:
            raise NetworkFileError("the row names no window", place=Place(name, row.number, column))
        windows.setdefault(row.cells[at], []).append(Row(row.number, _without(row, at)))
    if not windows:
        raise NetworkFileError("there is a header but no tie under it", place=Place(file=name))
    return [(window, _graph(name, found, columns or Columns(), signs)) for window, found in windows.items()]


def _place_of(name: str | None, first: Row, column: str) -> int:
    """Return the position of the column that names the window."""
    titles = [cell.casefold() for cell in first.cells]
    if column.isdecimal() and 1 <= int(column) <= len(titles):
        return int(column) - 1
    if not column.isdecimal() and column.casefold() in titles:
        return titles.index(column.casefold())
    raise NetworkFileError(
        f"there is no column {column!r}",
        place=Place(file=name, row=first.number),
        expected=f"one of {', '.join(first.cells)}, or a number from 1 to {len(titles)}",
    )


def _without(row: Row, at: int) -> tuple[str, ...]:
    return row.cells[:at] + row.cells[at + 1 :]


def _and_then(first: Row, rows: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rows


def _graph(name: str | None, rows: list[Row], columns: Columns, signs: bool) -> SignedGraph:
    nodes: dict[str, int] = {}
    table = [edge_of(name, row, columns, nodes) for row in rows]
    return SignedGraph.of(tuple(nodes), table, signs=signs)
