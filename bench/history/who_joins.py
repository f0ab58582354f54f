"""Who joins? The joining balance beside distance and logits, on the treaties of 1816 to 2018.

    python bench/history/who_joins.py [--data DIR]

The design, and what the tables say: docs/theory/who-joins.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
from joins.forecast import FIRST_BLOCK, Case, Scored, case, rolling
from joins.questions import ACCESSION_YEARS, Founder, Threat, acceding, new_partners, signing
from joins.tables import calibration, differences, methods, parts, said_to_enter
from joins.treaties import Treaty, read_treaties, signed_once
from state_tables import DATA, Reference, load
from states import record

SUBSETS: tuple[tuple[str, Callable[[Scored], bool]], ...] = (
    ("threat named", lambda one: one.asked.kind is Threat.NAMED),
    ("threat inferred", lambda one: one.asked.kind is Threat.INFERRED),
    ("no threat", lambda one: one.asked.kind is Threat.NONE),
    ("before 1946", lambda one: one.asked.year < 1946),
    ("from 1946 on", lambda one: one.asked.year >= 1946),
    ("two signatories", lambda one: int(one.asked.joined.sum()) == 1),
    ("more signatories", lambda one: int(one.asked.joined.sum()) > 1),
    ("help in arms ¹", lambda one: one.asked.helps),
    ("no help in arms ¹", lambda one: not one.asked.helps),
)


@dataclass(frozen=True, slots=True)
class Questions:
    """The cases of each question that is asked."""

    signing: tuple[Case, ...]
    least: tuple[Case, ...]
    new: tuple[Case, ...]
    acceding: tuple[Case, ...]


def questions(treaties: Sequence[Treaty], reference: Reference) -> Questions:
    """Ask all four questions of every treaty, with what was on record at the end of the year before."""
    found: tuple[list[Case], ...] = ([], [], [], [])
    on_record = record(reference, treaties[0].year - 1)
    for number, treaty in enumerate(treaties, start=1):
        if sys.stderr.isatty():
            print(f"\r{number} of {len(treaties)} treaties", end="\r", file=sys.stderr)
        if on_record.year != treaty.year - 1:
            on_record = record(reference, treaty.year - 1)
        first = signing(treaty, reference, on_record, Founder.MOST_CAPABLE)
        asked = (
            first,
            signing(treaty, reference, on_record, Founder.LEAST_CAPABLE),
            first and new_partners(first, reference, on_record),
            acceding(treaty, reference, on_record),
        )
        for cases, one, delay in zip(found, asked, (0, 0, 0, ACCESSION_YEARS), strict=True):
            if one is not None:
                cases.append(case(one, reference, on_record, treaty.year + delay))
    return Questions(*map(tuple, found))


def main() -> None:
    parser = argparse.ArgumentParser(description="Who joins? The joining balance on treaties.")
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"nothing to score: {options.data} is not there")
        return
    started = process_time()
    reference = load(options.data)
    everything = read_treaties(options.data)
    treaties = signed_once(everything)
    asked = questions(treaties, reference)
    scored = rolling(asked.signing)
    print(f"{len(everything)} treaties; {len(treaties)} without re-signings; {len(asked.signing)} can be asked about;")
    candidates = np.mean([len(one.asked.candidates) for one in scored])
    joined = sum(int(one.asked.joined.sum()) for one in scored)
    print(f"{len(scored)} from {FIRST_BLOCK} on are scored: {candidates:.0f} candidates each, {joined} joined in all\n")
    methods(scored)
    differences(scored)
    rows: list[tuple[str, Sequence[Scored]]] = [(name, [one for one in scored if test(one)]) for name, test in SUBSETS]
    rows += [("founder least capable", rolling(asked.least)), ("new partners only", rolling(asked.new))]
    parts([("all", scored), *rows, ("accessions in ten years", rolling(asked.acceding))])
    said_to_enter(scored)
    calibration(scored)
    print(f"{process_time() - started:.0f} s of CPU", file=sys.stderr)


if __name__ == "__main__":
    main()
