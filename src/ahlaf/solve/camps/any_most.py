"""At most so many camps: a division with few camps, and the bound for any number of them."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.any_search import merged, search_any
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.piece import Piece


def one_camp(piece: Piece) -> Divided:
    """Return the only division into one camp: every hostile tie is frustrated."""
    labels = np.zeros(piece.nodes, dtype=np.int64)
    value = piece.frustration(labels)
    return Divided(labels, value, value, None)


def with_fewer_camps(piece: Piece, free: Divided, most: int, seed: int, deadline: float) -> Divided:
    """Merge the camps of a division until there are at most `most`, and search from there.

    More camps are never worse, so the bound for any number of camps is one for `most`.
    """
    labels = merged(piece, free.labels, most)
    labels = search_any(piece, most=most, seed=seed, deadline=deadline, start=labels, goal=free.bound)
    return Divided(labels, piece.frustration(labels), free.bound, free.proof)
