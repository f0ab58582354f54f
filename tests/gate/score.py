"""What a set of labelled data gives: rows of scores, each on one part of the set."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Data that no one may ship lies beside the project; AHLAF_SHARED names another folder of the same layout.
SHARED = Path(os.environ.get("AHLAF_SHARED") or Path(__file__).resolve().parents[3] / "shared")
# The two parts of a set: read while the rules were written, and never read.
DEVELOPED, HELD, WHOLE = "developed", "held", "whole"


@dataclass(frozen=True, slots=True)
class Score:
    """One row on one part of a set: `value` is an F1, or what the row's name says, with precision and recall if any."""

    set: str
    part: str
    row: str
    value: float
    precision: float | None = None
    recall: float | None = None
    count: int | None = None
    target: float | None = None


def ratio(part: float, whole: float) -> float:
    """`part` of `whole` as a share, 0 where there is nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return ratio(2 * precision * recall, precision + recall)


def found(
    name: str, part: str, row: str, *, right: float, predicted: float, gold: float, target: float | None = None
) -> Score:
    """Return the row of a search: `right` of `predicted` answers were among the `gold` ones."""
    precision, recall = ratio(right, predicted), ratio(right, gold)
    return Score(name, part, row, f1(precision, recall), precision, recall, round(gold), target)


def macro_f1(gold: Sequence[object], predicted: Sequence[object], classes: Sequence[object]) -> float:
    """Return the mean over `classes` of the F1 of each."""
    return ratio(sum(_class_f1(gold, predicted, c) for c in classes), len(classes))


def _class_f1(gold: Sequence[object], predicted: Sequence[object], label: object) -> float:
    right = sum(g == label and p == label for g, p in zip(gold, predicted, strict=True))
    return f1(ratio(right, sum(p == label for p in predicted)), ratio(right, sum(g == label for g in gold)))


def kappa(a: Sequence[object], b: Sequence[object]) -> float:
    """Return Cohen's kappa, how far two coders agree beyond chance: (p_o - p_e) / (1 - p_e), in [-1, 1]."""
    n = len(a)
    labels = sorted({*map(str, a), *map(str, b)})
    x, y = [str(v) for v in a], [str(v) for v in b]
    observed = ratio(sum(p == q for p, q in zip(x, y, strict=True)), n)
    expected = sum(ratio(x.count(label), n) * ratio(y.count(label), n) for label in labels)
    return ratio(observed - expected, 1 - expected)


def parts(count: int) -> Mapping[str, slice]:
    """Return the parts of a set of `count` items: even positions were developed on, odd ones held out."""
    return {DEVELOPED: slice(0, count, 2), HELD: slice(1, count, 2)}
