"""A good division in two camps, without proof: as good as can be had in the time given.

Small pieces are searched in plain numpy, large ones in compiled loops; see docs/theory/camps.md, A good division.
"""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.search.found import Effort, Found

# From so many ties on, or with more actors, compiled loops are worth the time that it takes to load them.
COMPILED_FROM = 2000
MOST_PLAIN = 200


def search_two(
    piece: Piece,
    *,
    seed: int,
    deadline: float,
    start: Integers | None = None,
    goal: int = 0,
    effort: Effort = Effort.USUAL,
) -> Integers:
    """Return labels 0 and 1, that of the first actor 0, with little frustration; never more than that of `start`.

    Ends when the effort is spent, when the frustration is down to `goal` (a bound that is known), or at the deadline,
    with the best division found. The same seed and effort give the same division where the deadline does not cut it.
    """
    if not piece.ties:
        return np.zeros(piece.nodes, dtype=np.int64)
    first = np.zeros(piece.nodes, dtype=np.int64) if start is None else start
    found = Found(piece, first, piece.frustration(first), goal, deadline)
    improve(found, seed, effort)
    labels: Integers = found.labels ^ found.labels[0]
    return labels


def improve(found: Found, seed: int, effort: Effort) -> None:
    """Better the best division found as `search_two` does, in place."""
    if found.over:
        return
    if found.piece.ties < COMPILED_FROM and found.piece.nodes <= MOST_PLAIN:
        from ahlaf.solve.camps.search.small import search_small

        search_small(found, seed, effort)
    else:
        from ahlaf.solve.camps.search.large import search_large

        search_large(found, seed, effort)
