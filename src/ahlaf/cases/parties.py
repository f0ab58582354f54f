"""actors.csv: the parties of a case, and the threat."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.codebook import Row, read_table
from ahlaf.model import RANGES, Actor, ActorKind, CaseError, Party

COLUMNS = ("id", "name_en", "name_ar", "kind", "capability", "salience")


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties in the order of the file, and the threat, which is none of them."""

    parties: tuple[Party, ...]
    threat: Actor | None


def read_parties(text: str, *, file: str, threat: str) -> Parties:
    """Read an actors.csv; CaseError where an id comes twice, a name or a number is missing or out of range."""
    parties: list[Party] = []
    threat_actor: Actor | None = None
    seen: dict[str, int] = {}
    for row in read_table(text, file=file, required=COLUMNS):
        actor = _actor(row)
        if actor.id in seen:
            raise CaseError(
                f"{actor.id} comes twice",
                place=row.place("id"),
                expected=f"one row an actor; the first is row {seen[actor.id]}",
            )
        seen[actor.id] = row.line
        if actor.id == threat:
            threat_actor = actor
            continue
        parties.append(
            Party(
                actor,
                capability=_number(row, "capability"),
                salience=_number(row, "salience"),
                joining_cost=_number(row, "joining_cost") if row.get("joining_cost") else None,
                source=row.get("source"),
            )
        )
    return Parties(tuple(parties), threat_actor)


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
