"""Weights as whole numbers, so that frustration and bounds can be counted without rounding."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.piece import LARGEST_TOTAL, Integers

# Weights with more decimals than this are cut off at a grid instead.
MOST_DECIMALS = 9


@dataclass(frozen=True, slots=True, eq=False)
class WholeWeights:
    """Whole numbers whose `unit`-fold are the weights: equal to them where `exact`, else towards zero by under a unit.

    Where they are not exact, every division's frustration in units, times `unit`, is at most its true frustration, so a
    lower bound in units is a lower bound; a tie may then be 0.
    """

    numbers: Integers
    unit: Fraction
    exact: bool


def whole_weights(weights: NDArray[np.float64]) -> WholeWeights:
    """Return weights as whole numbers: exactly where decimals with up to nine places say what they are.

    A weight counts as the decimal that it is written as: 0.1 is one tenth, not the nearest binary fraction.
    Otherwise they are cut off, towards zero, at the finest power of two whose sum stays below LARGEST_TOTAL / 2.

    >>> whole_weights(np.array([0.25, -1.5, 2.0])).numbers.tolist()
    [25, -150, 200]
    """
    total = float(np.abs(weights).sum())
    for places in range(MOST_DECIMALS + 1):
        scale = 10.0**places
        if total * scale >= LARGEST_TOTAL:
            break
        numbers = np.round(weights * scale)
        if np.array_equal(numbers / scale, weights):
            return WholeWeights(numbers.astype(np.int64), Fraction(1, 10**places), True)
    exponent = int(np.floor(np.log2(LARGEST_TOTAL / 2 / total)))
    return WholeWeights(np.trunc(np.ldexp(weights, exponent)).astype(np.int64), Fraction(2) ** -exponent, False)
