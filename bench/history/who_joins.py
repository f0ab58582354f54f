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
from joins.bootstrap import Estimate, means
from joins.forecast import FIRST_BLOCK, Case, Method, Scored, case, rolling
from joins.measures import reliability
from joins.questions import ACCESSION_YEARS, Founder, Threat, acceding, new_partners, signing
from joins.treaties import Treaty, read_treaties, signed_once
from numpy.typing import NDArray
from state_tables import DATA, Reference, load
from states import record

EDGES = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
CALIBRATED = (Method.BALANCE, Method.DYADIC, Method.NETWORK)
SUBSETS: tuple[tuple[str, Callable[[Scored], bool]], ...] = (
    ("threat named", lambda one: one.asked.kind is Threat.NAMED),
    ("threat inferred", lambda one: one.asked.kind is Threat.INFERRED),
    ("no threat", lambda one: one.asked.kind is Threat.NONE),
    ("before 1946", lambda one: one.asked.year < 1946),
    ("from 1946 on", lambda one: one.asked.year >= 1946),
    ("two signatories", lambda one: int(one.asked.joined.sum()) == 1),
    ("more", lambda one: int(one.asked.joined.sum()) > 1),
)


RANKING = ("first", "five", "as_many", "average", "area")
COMPARED = (
    (Method.BASE, Method.DYADIC),
    (Method.DISTANCE, Method.DYADIC),
    (Method.BALANCE, Method.DYADIC),
    (Method.BALANCE, Method.DISTANCE),
    (Method.BALANCE, Method.CALM),
    (Method.NETWORK, Method.DYADIC),
    (Method.DYADIC_BALANCE, Method.DYADIC),
    (Method.NETWORK_BALANCE, Method.NETWORK),
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


def measured(scored: Sequence[Scored], field: str) -> NDArray[np.float64]:
    """Return the (treaties, methods) values of one measure."""
    if field in RANKING:
        return np.array([[getattr(rank, field) for rank in one.ranks] for one in scored])
    return np.array([getattr(one, field) for one in scored])


def show_methods(scored: Sequence[Scored]) -> None:
    """Print every method by every measure."""
    head = ("first one", "first five", "first k", "average precision", "ROC area", "Brier", "log score")
    print(f"{'':24}{head[0]:>10}{head[1]:>11}{head[2]:>9}{head[3]:>21}{head[4]:>21}{head[5]:>9}{head[6]:>11}")
    columns = [means(measured(scored, field)) for field in (*RANKING, "briers", "logs")]
    for number, method in enumerate(Method):
        first, five, many, average, area, brier, log = (column[number] for column in columns)
        print(
            f"{method.label:24}{first.value:>10.3f}{five.value:>11.3f}{many.value:>9.3f}{band(average):>21}"
            f"{band(area):>21}{brier.value:>9.4f}{log.value:>11.4f}"
        )


def show_differences(scored: Sequence[Scored]) -> None:
    """Print paired differences."""
    order = [*Method]
    print(f"{'':44}{'average precision':>24}{'ROC area':>24}{'log score (less is better)':>30}")
    for one, other in COMPARED:
        cells = []
        for field in ("average", "area", "logs"):
            values = measured(scored, field)
            (estimate,) = means((values[:, order.index(one)] - values[:, order.index(other)])[:, None])
            cells.append(band(estimate, "+"))
        print(f"{one.label + ' − ' + other.label:44}{cells[0]:>24}{cells[1]:>24}{cells[2]:>30}")


def show_subsets(rows: Sequence[tuple[str, Sequence[Scored]]]) -> None:
    """Print average precision in parts of the sample, and under other rules."""
    shown = (Method.BASE, Method.DISTANCE, Method.BALANCE, Method.CALM, Method.DYADIC, Method.NETWORK)
    order = [*Method]
    print(
        f"{'':22}{'treaties':>9}"
        + "".join(f"{method.label.replace('balance without', 'without'):>17}" for method in shown)
        + f"{'balance − dyadic logit':>26}"
    )
    for name, scored in rows:
        if not scored:
            continue
        values = measured(scored, "average")
        gap = values[:, order.index(Method.BALANCE)] - values[:, order.index(Method.DYADIC)]
        (estimate,) = means(gap[:, None])
        cells = "".join(f"{values[:, order.index(method)].mean():>17.3f}" for method in shown)
        print(f"{name:22}{len(scored):>9}{cells}{band(estimate, '+'):>26}")


def show_reliability(scored: Sequence[Scored]) -> None:
    """Print what was said against what happened, candidate by candidate."""
    joined = np.concatenate([one.asked.joined for one in scored])
    for method in CALIBRATED:
        place = [*Method].index(method)
        chances = np.concatenate([one.chances[place] for one in scored])
        print(f"{method.label}: said, happened, candidates")
        for one in reliability(chances, joined, EDGES):
            print(f"  {one.low:>5.1%} to {one.high:>6.1%}{one.said:>9.2%}{one.happened:>9.2%}{one.number:>9}")


def band(estimate: Estimate, sign: str = "") -> str:
    """Write a value with its interval."""
    return f"{estimate.value:{sign}.3f} [{estimate.low:{sign}.3f}, {estimate.high:{sign}.3f}]"


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
    show_methods(scored)
    print("\ndifferences, drawn in pairs")
    show_differences(scored)
    print("\naverage precision in parts of the sample, and under other rules")
    rows: list[tuple[str, Sequence[Scored]]] = [(name, [one for one in scored if test(one)]) for name, test in SUBSETS]
    rows += [("all", scored), ("founder least capable", rolling(asked.least))]
    rows += [("new partners only", rolling(asked.new)), ("accessions in 10 years", rolling(asked.acceding))]
    show_subsets(rows)
    print()
    show_reliability(scored)
    print(f"\n{process_time() - started:.0f} s of CPU")


if __name__ == "__main__":
    main()
