"""Ties on disk: a table that a spreadsheet opens, and beside it every sentence that each tie rests on."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import msgspec

from ahlaf.codebook import Row, read_table
from ahlaf.model import CaseError, Evidence, InputError, Pair, Place, Tie, TieOrigin
from ahlaf.ties.coded import COLUMNS, coded_by, coded_rows, override, pair_in

_WRITTEN = (*COLUMNS, "origin", "reports", "date", "quote")
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One line of an evidence file: a piece of evidence and the pair it bears on."""

    a: str
    b: str
    evidence: Evidence


def evidence_path(path: Path) -> Path:
    """Return the name of the evidence file that goes with a ties file: t.csv → t.evidence.jsonl."""
    return path.with_suffix(".evidence.jsonl")


def write_ties(ties: Sequence[Tie], table: BinaryIO, evidence: BinaryIO | None) -> None:
    """Write the table, one row a tie with its heaviest sentence, and to `evidence` all sentences as JSON Lines."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_WRITTEN)
    for tie in ties:
        lead = tie.evidence[0] if tie.evidence else None
        writer.writerow(
            [
                tie.a,
                tie.b,
                *(round(value, _DIGITS) for value in (tie.weight, tie.low, tie.high)),
                "yes" if tie.red_line else "",
                tie.note,
                tie.source or (_source(lead) if lead else ""),
                tie.origin.value,
                len({e.report for e in tie.evidence}),
                lead.date.isoformat() if lead and lead.date else "",
                " ".join(lead.quote.split()) if lead else "",
            ]
        )
    table.write(text.getvalue().encode())
    if evidence is not None:
        encoder = msgspec.json.Encoder()
        for tie in ties:
            for item in tie.evidence:
                evidence.write(encoder.encode(EvidenceLine(tie.a, tie.b, item)) + b"\n")


def read_ties(path: Path) -> tuple[Tie, ...]:
    """Read a ties file, written by `ahlaf ties` or by hand; rows without an origin count as coded by hand."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"the ties file cannot be read ({type(error).__name__})",
            place=Place(file=str(path)),
            expected="a CSV file in UTF-8",
            remedy="make one with: ahlaf ties r.jsonl -o t.csv",
        ) from error
    file = str(path)
    rows = list(read_table(text, file=file, required=COLUMNS))
    if not rows:
        raise CaseError("the ties file has no ties", place=Place(file=file), expected="at least one row")
    ties = override((), coded_by(coded_rows(rows), None))
    origins = {pair_in(row): _origin(row) for row in rows}
    evidence = read_evidence(evidence_path(path))
    return tuple(_with_origin(tie, origins[tie.pair], evidence.get(tie.pair, ())) for tie in ties)


def read_evidence(path: Path) -> Mapping[Pair, tuple[Evidence, ...]]:
    """Read an evidence file; a missing one is no error, it only leaves the ties without their sentences."""
    if not path.exists():
        return {}
    decoder = msgspec.json.Decoder(EvidenceLine)
    found: dict[Pair, list[Evidence]] = defaultdict(list)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            item = decoder.decode(line)
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise CaseError(
                f"the evidence does not read: {error}",
                place=Place(file=str(path), row=number),
                remedy="make it anew with: ahlaf ties r.jsonl -o t.csv",
            ) from error
        found[item.a, item.b].append(item.evidence)
    return {pair: tuple(items) for pair, items in found.items()}


def _source(evidence: Evidence) -> str:
    return evidence.publisher or evidence.url or evidence.report


def _origin(row: Row) -> TieOrigin:
    cell = row.get("origin") or TieOrigin.CODED
    try:
        return TieOrigin(cell)
    except ValueError:
        raise CaseError(
            f"{cell!r} is no origin of a tie",
            place=row.place("origin"),
            expected=", ".join(TieOrigin),
        ) from None


def _with_origin(tie: Tie, origin: TieOrigin, evidence: tuple[Evidence, ...]) -> Tie:
    return replace(tie, origin=origin, evidence=evidence)
