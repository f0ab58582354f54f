"""Rows that hold from a day on: of several for one thing the last that has begun counts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from ahlaf.codebook.table import SINCE, Row
from ahlaf.model import CaseError


class Dated(Protocol):
    """Something that holds from a day on, None meaning from the beginning."""

    @property
    def since(self) -> date | None:
        """The first day."""


_Dated = TypeVar("_Dated", bound=Dated)


def begun(rows: Iterable[_Dated], day: date | None) -> tuple[_Dated, ...]:
    """Return the rows that have begun by `day`; all of them where it is None."""
    return tuple(row for row in rows if day is None or row.since is None or row.since <= day)


def standing(rows: Iterable[_Dated], key: Callable[[_Dated], Hashable], day: date | None) -> tuple[_Dated, ...]:
    """Return for every key the last row that has begun by `day`, in the order of the keys' first rows."""
    return tuple({key(row): row for row in begun(rows, day)}.values())


def require_order(what: str, rows: Sequence[Row]) -> None:
    """Raise CaseError where several rows for one thing do not begin one after another; only the first may be undated.

    `what` is what the error calls the thing.
    """
    for before, row in pairwise(rows):
        earlier, day = before.since, row.since
        if day is None:
            raise CaseError(
                f"{what} comes twice",
                place=row.place(),
                expected=f"one row, or a later day in the column {SINCE} of every further one; the first is row"
                f" {rows[0].line}",
                remedy="merge the two rows, or say from which day on the second holds",
            )
        if earlier is not None and day <= earlier:
            raise CaseError(
                f"{what} comes twice, and the second row does not begin later",
                place=row.place(SINCE),
                expected=f"a day after {earlier.isoformat()}, that of row {before.line}",
            )
