"""Choices that have nothing to do with one another, put together: how many combinations there are, and the first."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np

from ahlaf.solve.camps.piece import Integers


def count_within(choices: Sequence[Integers], distance: int) -> int:
    """Return how many ways there are to take one of each choice so that the sum is at most `distance`.

    >>> count_within([np.array([0, 1]), np.array([0, 1, 1])], 1)
    4
    """
    ways: dict[int, int] = {0: 1}
    for extras in choices:
        following: dict[int, int] = {}
        values, times = np.unique(extras, return_counts=True)
        for extra, count in zip(values.tolist(), times.tolist(), strict=True):
            for before, way in ways.items():
                if before + extra <= distance:
                    following[before + extra] = following.get(before + extra, 0) + way * count
        ways = following
    return sum(ways.values())


def first_ways(choices: Sequence[Integers], distance: int, most: int) -> list[tuple[int, tuple[int, ...]]]:
    """Return the first `most` ways in order of their sums, each as its sum and the position taken in every choice."""
    ways: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for extras in choices:
        options = (
            (cost + extra, (*taken, at))
            for cost, taken in ways
            for at, extra in enumerate(extras.tolist())
            if cost + extra <= distance
        )
        ways = heapq.nsmallest(most, options)
    return ways
