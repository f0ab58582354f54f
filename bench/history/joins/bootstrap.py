"""How sure is a mean over treaties: draws of treaties with replacement, the same for all that is compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 1815
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its interval."""

    value: float
    low: float
    high: float


def means(values: NDArray[np.float64], draws: int = DRAWS, seed: int = SEED) -> tuple[Estimate, ...]:
    """Return the mean of each column of (treaties, columns), with its percentile interval at 95%."""
    random = np.random.default_rng(seed)
    picked = random.integers(len(values), size=(draws, len(values)))
    counts = np.stack([np.bincount(draw, minlength=len(values)) for draw in picked])
    drawn = counts @ values / len(values)
    low, high = np.quantile(drawn, ((1.0 - LEVEL) / 2.0, (1.0 + LEVEL) / 2.0), axis=0)
    return tuple(Estimate(*map(float, column)) for column in zip(values.mean(axis=0), low, high, strict=True))
