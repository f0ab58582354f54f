"""actors.csv: the parties of a case, and the threat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ahlaf.codebook import Row, read_table, require_order, standing
from ahlaf.model import RANGES, Actor, ActorKind, CaseError, Party

COLUMNS = ("id", "name_en", "name_ar", "kind", "capability", "salience")


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties in the order of the file, and the threat, which is none of them."""

    parties: tuple[Party, ...]
    threat: Actor | None


def read_parties(text: str, *, file: str, threat: str, day: date | None = None) -> Parties:
    """Read an actors.csv as it stands on `day` (in the end, where it is None).

    An actor may have further rows, each with a later day in the column `since`: from then on that row counts.
    CaseError where a name or a number is missing or out of range, or such rows do not begin one after another.
    """
    rows = list(read_table(text, file=file, required=COLUMNS))
    of_actor: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_actor[row["id"]].append(row)
    for name, several in of_actor.items():
        require_order(name, several)
    read = {row.line: _actor(row) if row["id"] == threat else _party(row) for row in rows}
    current = [read[row.line] for row in standing(rows, lambda row: row["id"], day)]
    return Parties(
        tuple(one for one in current if isinstance(one, Party)),
        next((one for one in current if isinstance(one, Actor)), None),
    )


def _party(row: Row) -> Party:
    return Party(
        _actor(row),
        capability=_number(row, "capability"),
        salience=_number(row, "salience"),
        joining_cost=_number(row, "joining_cost") if row.get("joining_cost") else None,
        source=row.get("source"),
    )


def _number(row: Row, column: str) -> float:
    return row.number(column, RANGES[column].low, RANGES[column].high)


def _actor(row: Row) -> Actor:
    for column in ("id", "name_en", "name_ar"):
        if not row[column]:
            raise CaseError(f"{column} is empty", place=row.place(column), expected="a text")
    try:
        kind = ActorKind(row["kind"])
    except ValueError:
        raise CaseError(
            f"{row['kind']!r} is no kind of actor", place=row.place("kind"), expected=", ".join(ActorKind)
        ) from None
    return Actor(row["id"], row["name_en"], row["name_ar"], kind)
