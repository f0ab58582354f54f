"""At most so many camps: with few camps to a division that had more, and branch and cut where that costs something."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.any_number.core import SMALL, Solver
from ahlaf.solve.camps.any_number.rules import AtMost
from ahlaf.solve.camps.any_number.settling import merged, search_any
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.proof import Close, Proof
from ahlaf.solve.camps.two.two_camps import divide_two
from ahlaf.solve.stopping import expired

# How long to search (see `search_any`) from the merged camps.
EFFORT = 0.1


def one_camp(piece: Piece) -> Divided:
    """Return the only division into one camp: every hostile tie is frustrated."""
    labels = np.zeros(piece.nodes, dtype=np.int64)
    value = piece.frustration(labels)
    return Divided(labels, value, value, None)


def divide_at_most(piece: Piece, free: Divided, most: int, seed: int, deadline: float) -> Divided:
    """Divide a piece into at most `most` camps, given a division into any number.

    More camps are never worse, so the bound for any number of camps is one for `most`, and where as few do as well
    there is nothing more to prove.
    """
    if most == 2:
        return divide_two(piece, seed=seed, deadline=deadline)
    start = merged(piece, free.labels, most)
    labels = search_any(piece, most=most, seed=seed, deadline=deadline, start=start, goal=free.bound, effort=EFFORT)
    value = piece.frustration(labels)
    if value <= free.bound or expired(deadline):
        return Divided(labels, value, free.bound, free.proof)
    solver = Solver(AtMost(most), seed, deadline)
    # It has been searched for already.
    found = solver.whole(piece, 1) if piece.ties <= SMALL else solver.divide(piece, value, 1)
    if found.value < value:
        labels, value = found.labels, found.value
    bound = min(value, found.bound)
    if bound <= free.bound:
        return Divided(labels, value, free.bound, free.proof)
    return Divided(labels, value, bound, Proof((Close(found.duals),)) if found.duals else None)
