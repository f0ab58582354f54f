"""Reads a network from a file: an edge list with weights or signs, or a max-cut file."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

from ahlaf.codebook import package_table
from ahlaf.model import NetworkFileError, Place
from ahlaf.network.graph import SignedGraph

COMMENT_MARKS = ("#", "%")
# What people write for a bare sign, and the decimal marks of Arabic and of typeset tables.
_SIGNS = {"+": 1.0, "-": -1.0, "−": -1.0}
_NUMBER_MARKS = str.maketrans({"−": "-", "٫": ".", "\u200e": "", "\u200f": ""})
_EDGE = "an edge: source, target and weight or sign, set apart by commas, tabs or spaces"
_CUT_EDGE = "an edge of a max-cut file: two numbers of nodes and a weight, for example: 1 2 -1"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cells of a row hold the two ends of a tie and its weight, counted from 0."""

    first: int = 0
    second: int = 1
    weight: int = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file, with its number from 1 and its cells."""

    number: int
    cells: tuple[str, ...]


@cache
def column_names() -> tuple[tuple[str, int, str], ...]:
    """Return the known names of columns as (role, set, name)."""
    rows = package_table("ahlaf.network", "edgelist_columns.csv", ("role", "set", "name"))
    return tuple((row["role"], int(row["set"]), row["name"]) for row in rows)


def read_network(path_or_text: Path | str, *, signs: bool = False) -> SignedGraph:
    """Read who is tied to whom from an edge list or a max-cut file, given as a path or (with a line break) as text.

    Edge list: source, target, weight or sign; comma, tab or space; with a header or without; lines that begin with
    # or % are skipped; both directions and repeats of a pair are summed, and a sum of zero is no tie. A header that
    names the columns may put them in any order; further columns are not read.
    Max-cut file: a line `n m`, then m lines `i j w` with 1 ≤ i, j ≤ n; w > 0 wants the two ends apart.
    With `signs` each row counts as ±1 and each pair as the sign of its sum.
    Raises NetworkFileError with the row and column of what cannot be read.
    """
    name, text = text_of(path_or_text)
    rows = rows_of(text)
    first = next(rows, None)
    if first is None:
        raise NetworkFileError("there is no tie in it", place=Place(file=name), expected=_EDGE)
    if len(first.cells) == 2 and all(cell.isdecimal() for cell in first.cells):
        return _maxcut(name, first, rows, signs)
    return _edge_list(name, first, rows, signs)


def text_of(source: Path | str) -> tuple[str | None, str]:
    """Return the name and the text of a file; of a text with a line break, that text and no name."""
    if isinstance(source, str) and "\n" in source:
        return None, source.removeprefix("\ufeff")
    path = Path(source)
    try:
        return str(source), path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise NetworkFileError(
            "the file is not text in UTF-8", place=Place(file=str(source)), remedy="save it as plain text in UTF-8"
        ) from error
    except OSError as error:
        raise NetworkFileError(f"cannot read it: {error.strerror}", place=Place(file=str(source))) from error


def rows_of(text: str) -> Iterator[Row]:
    """Yield every row that is neither blank nor a comment; the first one shows what sets the cells apart."""
    mark: str | None = None
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if not line or line.startswith(COMMENT_MARKS):
            continue
        if mark is None:
            mark = "\t" if "\t" in line else "," if "," in line else " "
        if mark == " ":
            cells = line.split()
        elif '"' in line:
            cells = [cell.strip() for cell in next(csv.reader([line], delimiter=mark, skipinitialspace=True))]
        else:
            cells = [cell.strip() for cell in line.split(mark)]
        yield Row(number, tuple(cells))


def _edge_list(name: str | None, first: Row, rest: Iterator[Row], signs: bool) -> SignedGraph:
    columns = columns_of(first.cells)
    nodes: dict[str, int] = {}
    table: list[tuple[int, int, float]] = []
    if columns is None:
        columns = Columns()
        table.append(edge_of(name, first, columns, nodes))
    table.extend(edge_of(name, row, columns, nodes) for row in rest)
    if not nodes:
        raise NetworkFileError("there is a header but no tie under it", place=Place(file=name), expected=_EDGE)
    return SignedGraph.of(tuple(nodes), table, signs=signs)


def columns_of(cells: tuple[str, ...]) -> Columns | None:
    """Return where a header puts the ends and the weight, or None where the row is no header but an edge."""
    if len(cells) < 3 or any(number_of(cell) is not None for cell in cells[2:]) or not cells[2][:1].isalpha():
        return None
    return header_columns(cells)


def header_columns(titles: tuple[str, ...]) -> Columns:
    """Return which columns hold the ends and the weight by their titles; the first three where these do not say."""
    place = {title.casefold(): at for at, title in reversed([*enumerate(titles)])}
    known = column_names()
    weight = next((place[name] for role, _, name in known if role == "weight" and name in place), None)
    ends = _ends(place, known)
    return Columns() if weight is None or ends is None else Columns(*ends, weight)


def _ends(place: Mapping[str, int], known: tuple[tuple[str, int, str], ...]) -> tuple[int, int] | None:
    for group in sorted({group for _, group, _ in known}):
        found = {role: place[name] for role, of, name in known if of == group and name in place}
        if "first" in found and "second" in found:
            return found["first"], found["second"]
    return None


def edge_of(name: str | None, row: Row, columns: Columns, nodes: dict[str, int]) -> tuple[int, int, float]:
    """Return the positions of a row's two actors in `nodes`, which takes up new ones, and its weight."""
    if len(row.cells) <= max(columns.first, columns.second, columns.weight):
        raise NetworkFileError(
            f"the row has {len(row.cells)} of the columns that it needs",
            place=Place(file=name, row=row.number),
            expected=_EDGE,
            remedy="names that hold spaces need commas or tabs between the columns" if len(row.cells) > 3 else None,
        )
    ends = []
    for title, at in (("source", columns.first), ("target", columns.second)):
        if not row.cells[at]:
            raise NetworkFileError("the name is empty", place=Place(name, row.number, title), expected=_EDGE)
        ends.append(nodes.setdefault(row.cells[at], len(nodes)))
    return ends[0], ends[1], _weight(name, row, columns.weight)


def _weight(name: str | None, row: Row, at: int) -> float:
    value = number_of(row.cells[at])
    if value is None or not math.isfinite(value):
        _bad_weight(name, row, at)
    return value


def _bad_weight(name: str | None, row: Row, at: int) -> NoReturn:
    spaces = " (names that hold spaces need commas or tabs between the columns)" if len(row.cells) > 3 else ""
    raise NetworkFileError(
        f"{row.cells[at]!r} is no weight",
        place=Place(file=name, row=row.number, column="weight"),
        expected=f"a number such as 1, -1 or 0.25, or a sign + or -{spaces}",
    )


def number_of(cell: str) -> float | None:
    """Return a weight, a bare sign or a number as Arabic and typeset tables write it; None where it is neither."""
    if cell in _SIGNS:
        return _SIGNS[cell]
    try:
        return float(cell.translate(_NUMBER_MARKS))
    except ValueError:
        return None


def _maxcut(name: str | None, first: Row, rest: Iterator[Row], signs: bool) -> SignedGraph:
    size, promised = int(first.cells[0]), int(first.cells[1])
    table: list[tuple[int, int, float]] = []
    for row in rest:
        if len(row.cells) != 3:
            raise NetworkFileError(
                f"the row has {len(row.cells)} columns", place=Place(name, row.number), expected=_CUT_EDGE
            )
        i, j = (_node(name, row, at, size) for at in (0, 1))
        table.append((i, j, -_weight(name, row, 2)))
    if len(table) != promised:
        raise NetworkFileError(
            f"the first row promises {promised} edges, and {len(table)} follow",
            place=Place(file=name, row=first.number),
            expected="`n m` (numbers of nodes and of edges), then m rows `i j w`",
        )
    nodes = tuple(str(number) for number in range(1, size + 1))
    return SignedGraph.of(nodes, table, signs=signs, is_maxcut=True)


def _node(name: str | None, row: Row, at: int, size: int) -> int:
    cell = row.cells[at]
    if not cell.isdecimal() or not 1 <= int(cell) <= size:
        raise NetworkFileError(
            f"{cell!r} is no node of this file",
            place=Place(file=name, row=row.number, column="ij"[at]),
            expected=f"a whole number from 1 to {size}",
        )
    return int(cell) - 1
