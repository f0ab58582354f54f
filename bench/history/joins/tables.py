"""The tables that are printed, as the docs show them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from joins.bootstrap import Estimate, means
from joins.forecast import Method, Scored
from joins.measures import reliability

EDGES = (0.0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
ORDER = (*Method,)
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
IN_PARTS = (Method.BASE, Method.DISTANCE, Method.BALANCE, Method.CALM, Method.DYADIC, Method.NETWORK)
CALIBRATED = (Method.BALANCE, Method.DYADIC, Method.NETWORK)


def methods(scored: Sequence[Scored]) -> None:
    """Print every method by every measure."""
    estimates = [
        means(values)
        for values in (
            np.array([[rank.first for rank in one.ranks] for one in scored]),
            np.array([[rank.five for rank in one.ranks] for one in scored]),
            np.array([[rank.as_many for rank in one.ranks] for one in scored]),
            averages(scored),
            areas(scored),
            np.array([one.briers for one in scored]),
            logs(scored),
        )
    ]
    head = ["", "first 1", "first 5", "first k", "average precision", "ROC area", "Brier", "log score"]
    rows = []
    for place, method in enumerate(ORDER):
        first, five, many, average, area, brier, log = (column[place] for column in estimates)
        plain = [f"{one.value:.3f}" for one in (first, five, many)]
        rows.append([method.label, *plain, band(average), band(area), f"{brier.value:.4f}", f"{log.value:.4f}"])
    table(head, rows)


def differences(scored: Sequence[Scored]) -> None:
    """Print differences, drawn in pairs."""
    rows = []
    for one, other in COMPARED:
        gaps = [
            _gap(values, one, other, digits)
            for values, digits in ((averages(scored), 3), (areas(scored), 3), (logs(scored), 4))
        ]
        rows.append([f"{one.label} − {other.label}", *gaps])
    table(["difference", "average precision", "ROC area", "log score (less is better)"], rows)


def parts(named: Sequence[tuple[str, Sequence[Scored]]]) -> None:
    """Print average precision in parts of the sample, and under other rules."""
    rows = []
    for name, scored in named:
        values = averages(scored)
        cells = [f"{values[:, ORDER.index(method)].mean():.3f}" for method in IN_PARTS]
        rows.append([name, str(len(scored)), *cells, _gap(values, Method.BALANCE, Method.DYADIC, 3)])
    head = ["average precision", "treaties", *(method.label for method in IN_PARTS), "balance − dyadic logit"]
    table(head, rows)


def said_to_enter(scored: Sequence[Scored]) -> None:
    """Print how many joined of those whose balance says that they would, and of the others."""
    joined = np.concatenate([one.asked.joined for one in scored])
    would = np.concatenate([one.balances for one in scored]) >= 0.0
    rows = [
        [name, str(int(group.sum())), str(int(joined[group].sum())), f"{joined[group].mean():.2%}"]
        for name, group in (("0 or more: would enter ¹", would), ("below 0: would not ¹", ~would))
    ]
    table(["balance", "candidates", "joined", "share"], rows)


def calibration(scored: Sequence[Scored]) -> None:
    """Print what was said against what happened, candidate by candidate."""
    joined = np.concatenate([one.asked.joined for one in scored])
    rows: dict[float, list[str]] = {low: [f"{low:.1%} to {high:.1%}"] for low, high in pairwise(EDGES)}
    for method in CALIBRATED:
        chances = np.concatenate([one.chances[ORDER.index(method)] for one in scored])
        found = {one.low: one for one in reliability(chances, joined, EDGES)}
        for low, row in rows.items():
            one = found.get(low)
            row.append(f"{one.happened:.1%} of {one.number}" if one else "–")
    table(["said", *(f"happened: {method.label}" for method in CALIBRATED)], [*rows.values()])


def averages(scored: Sequence[Scored]) -> NDArray[np.float64]:
    """Return the (treaties, methods) average precisions."""
    return np.array([[rank.average for rank in one.ranks] for one in scored])


def areas(scored: Sequence[Scored]) -> NDArray[np.float64]:
    """Return the (treaties, methods) areas under the ROC curve."""
    return np.array([[rank.area for rank in one.ranks] for one in scored])


def logs(scored: Sequence[Scored]) -> NDArray[np.float64]:
    """Return the (treaties, methods) log scores."""
    return np.array([one.logs for one in scored])


def _gap(values: NDArray[np.float64], one: Method, other: Method, digits: int) -> str:
    (estimate,) = means((values[:, ORDER.index(one)] - values[:, ORDER.index(other)])[:, None])
    return band(estimate, f"+.{digits}f")


def band(estimate: Estimate, form: str = ".3f") -> str:
    """Write a value with its interval, with a true minus sign."""
    value, low, high = (
        f"{number:{form}}".replace("-", "−") for number in (estimate.value, estimate.low, estimate.high)
    )
    return f"{value} [{low}, {high}]"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown, its columns in line; the first to the left and numbers to the right."""
    wide = [max(len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    lines = [head, [":" + "-" * (wide[0] - 1), *("-" * (width - 1) + ":" for width in wide[1:])], *rows]
    for line in lines:
        cells = [line[0].ljust(wide[0]), *(cell.rjust(width) for cell, width in zip(line[1:], wide[1:], strict=True))]
        print(f"| {' | '.join(cells)} |")
    print()
