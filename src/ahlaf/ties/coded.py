"""Ties that a person coded: they override what was computed, and say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ahlaf.codebook import Row, read_table, require_order, standing
from ahlaf.model import CaseError, Pair, Tie, TieOrigin, TieParameters, pair_of
from ahlaf.ties.weigh import unknown_tie

COLUMNS = ("a", "b", "weight", "low", "high", "red_line", "note", "source")


@dataclass(frozen=True, slots=True)
class CodedTie:
    """One row of a hand-coded ties file. Without a `weight` it sets only the red line, and the weight is computed.

    `since` is the day from which on the row holds, None where it always does.
    """

    pair: Pair
    weight: float | None
    low: float | None
    high: float | None
    red_line: bool
    note: str
    source: str
    note_ar: str = ""
    since: date | None = None


def read_coded(text: str, *, file: str) -> tuple[CodedTie, ...]:
    """Read hand-coded ties; CaseError where a weight leaves [−1, 1], or an interval misses it.

    A pair may come again where the later row begins later (column `since`); the rows of a pair stand in that order.
    """
    return coded_rows(read_table(text, file=file, required=COLUMNS))


def coded_rows(rows: Iterable[Row]) -> tuple[CodedTie, ...]:
    """Read the rows of a ties table, as `read_coded` does its text."""
    coded: list[CodedTie] = []
    of_pair: dict[Pair, list[Row]] = defaultdict(list)
    for row in rows:
        coded.append(_coded(row))
        of_pair[coded[-1].pair].append(row)
    for (a, b), several in of_pair.items():
        require_order(f"the pair {a}–{b}", several)
    return tuple(coded)


def coded_by(coded: Iterable[CodedTie], day: date | None) -> tuple[CodedTie, ...]:
    """Return the row of every pair that holds on `day` (in the end, where it is None)."""
    return standing(coded, lambda tie: tie.pair, day)


def pair_in(row: Row) -> Pair:
    """Return the two ends of a row in alphabetical order; CaseError where one is empty or both are the same."""
    a, b = row["a"], row["b"]
    if not a or not b:
        raise CaseError("an end of the tie is empty", place=row.place("b" if a else "a"), expected="an actor's id")
    if a == b:
        raise CaseError(f"{a} is tied to itself", place=row.place(), expected="two different actors")
    return pair_of(a, b)


def _coded(row: Row) -> CodedTie:
    pair, red_line = pair_in(row), row.flag("red_line")
    if not row["weight"]:
        if not red_line:
            raise CaseError(
                "the row has no weight and no red line",
                place=row.place("weight"),
                expected="a weight from -1 to 1, or red_line = yes",
            )
        return CodedTie(pair, None, None, None, True, row["note"], row["source"], row.get("note_ar"), row.since)
    weight = row.number("weight", -1, 1)
    low = row.number("low", -1, 1) if row["low"] else weight
    high = row.number("high", -1, 1) if row["high"] else weight
    if not low <= weight <= high:
        raise CaseError(
            f"the interval [{low:g}, {high:g}] misses the weight {weight:g}",
            place=row.place("low" if low > weight else "high"),
            expected="low ≤ weight ≤ high",
        )
    return CodedTie(pair, weight, low, high, red_line, row["note"], row["source"], row.get("note_ar"), row.since)


def override(
    computed: Iterable[Tie], coded: Sequence[CodedTie], unknown: TieParameters | None = None
) -> tuple[Tie, ...]:
    """Put coded ties in place of computed ones; a coded tie keeps the evidence, and the weight it replaced.

    Where a row sets only a red line and nothing was computed for the pair, `unknown` gives the assumed interval.
    """
    ties = {tie.pair: tie for tie in computed}
    for row in coded:
        old = ties.get(row.pair)
        if row.weight is None:
            ties[row.pair] = replace(
                old or unknown_tie(*row.pair, unknown or TieParameters()),
                red_line=True,
                note=row.note,
                source=row.source,
                note_ar=row.note_ar,
            )
            continue
        ties[row.pair] = Tie(
            *row.pair,
            row.weight,
            row.weight if row.low is None else row.low,
            row.weight if row.high is None else row.high,
            red_line=row.red_line,
            origin=TieOrigin.CODED,
            note=row.note,
            source=row.source,
            note_ar=row.note_ar,
            evidence=old.evidence if old else (),
            overrides=old.weight if old else None,
        )
    return tuple(ties[pair] for pair in sorted(ties))
