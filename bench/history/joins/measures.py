"""How well an order of candidates puts those that joined first, and how good probabilities are.

Where candidates tie, the expected value over all orders of the tied is taken (McSherry & Najork 2008).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_CHANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Ranked:
    """One treaty's ranking: precision among the first 1, 5 and as many as joined; average precision; ROC area."""

    first: float
    five: float
    as_many: float
    average: float
    area: float


def ranked(scores: NDArray[np.float64], joined: NDArray[np.bool_]) -> Ranked:
    """Measure an order from the highest score down; somebody must have joined and somebody not."""
    sizes, hits = _groups(scores, joined)
    return Ranked(
        precision_at(sizes, hits, 1),
        precision_at(sizes, hits, 5),
        precision_at(sizes, hits, int(joined.sum())),
        average_precision(sizes, hits),
        roc_area(sizes, hits),
    )


def _groups(scores: NDArray[np.float64], joined: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, from the highest score down, how many candidates have it and how many of them joined."""
    _, group = np.unique(-np.round(scores, 12), return_inverse=True)
    return np.bincount(group), np.bincount(group, weights=joined).astype(np.int64)


def precision_at(sizes: NDArray[np.int64], hits: NDArray[np.int64], k: int) -> float:
    """Return the expected share of the first k that joined; candidates beyond the last count as not joined."""
    taken, found = 0, 0.0
    for size, hit in zip(sizes.tolist(), hits.tolist(), strict=True):
        part = min(size, k - taken)
        found += hit * part / size
        taken += part
        if taken == k:
            break
    return found / k


def average_precision(sizes: NDArray[np.int64], hits: NDArray[np.int64]) -> float:
    """Return the expected mean, over those that joined, of the precision down to each."""
    before, hits_before, total = 0, 0, 0.0
    for size, hit in zip(sizes.tolist(), hits.tolist(), strict=True):
        if hit:
            place = np.arange(1, size + 1)
            others = (place - 1) * (hit - 1) / max(size - 1, 1)
            total += hit / size * float(((hits_before + others + 1.0) / (before + place)).sum())
        before, hits_before = before + size, hits_before + hit
    return total / hits_before


def roc_area(sizes: NDArray[np.int64], hits: NDArray[np.int64]) -> float:
    """Return the chance that one that joined stands above one that did not, ties counting half."""
    misses = sizes - hits
    below = misses.sum() - np.cumsum(misses)
    return float((hits * (below + misses / 2.0)).sum() / (hits.sum() * misses.sum()))


def brier(chances: NDArray[np.float64], joined: NDArray[np.bool_]) -> float:
    """Return the mean squared distance of the probabilities from what happened."""
    return float(((chances - joined) ** 2).mean())


def log_score(chances: NDArray[np.float64], joined: NDArray[np.bool_]) -> float:
    """Return the mean of −log of the probability given to what happened; less is better."""
    sure = np.clip(chances, LEAST_CHANCE, 1.0 - LEAST_CHANCE)
    return float(-np.where(joined, np.log(sure), np.log1p(-sure)).mean())


@dataclass(frozen=True, slots=True)
class Bin:
    """Of the candidates given a probability in [low, high): how many, the mean probability, the share that joined."""

    low: float
    high: float
    number: int
    said: float
    happened: float


def reliability(chances: NDArray[np.float64], joined: NDArray[np.bool_], edges: tuple[float, ...]) -> tuple[Bin, ...]:
    """Return the bins between the edges that hold anybody; the last includes its upper edge."""
    place = np.clip(np.searchsorted(edges, chances, side="right") - 1, 0, len(edges) - 2)
    return tuple(
        Bin(edges[b], edges[b + 1], int(inside.sum()), float(chances[inside].mean()), float(joined[inside].mean()))
        for b in range(len(edges) - 1)
        if (inside := place == b).any()
    )
