"""Triangles of ties in a piece: who is tied to both ends of a tie."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece

# So many pairs of ties are looked at in one go; keeps memory small.
BATCH = 2_000_000


class Triangles(NamedTuple):
    """Triangle i has the ties uv = ties[i], ux = left[i] and vx = right[i], where u is the first end of uv."""

    ties: Integers
    left: Integers
    right: Integers


def triangles_at(piece: Piece, ties: Integers) -> Triangles:
    """Return all triangles of each of some ties, looked for from the end that has fewer ties.

    Over all ties that is at most ties · √(2 · ties) steps; a triangle comes once for each of its ties that was given.
    """
    near = piece.neighbours
    degrees = np.diff(near.starts)
    ends = piece.ends[ties]
    turned = degrees[ends[:, 0]] > degrees[ends[:, 1]]
    low, high = np.where(turned, ends[:, 1], ends[:, 0]), np.where(turned, ends[:, 0], ends[:, 1])
    total = np.concatenate([[0], np.cumsum(degrees[low])])
    found: list[Triangles] = []
    begin = 0
    while begin < len(ties):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + BATCH, side="right")) - 1)
        owner = np.repeat(np.arange(begin, end), degrees[low[begin:end]])
        place = near.starts[low[owner]] + np.arange(len(owner)) - (total[owner] - total[begin])
        third, far = near.others[place], high[owner]
        closing = piece.positions(np.minimum(third, far), np.maximum(third, far))
        owner, one, other = owner[closing >= 0], near.ties[place[closing >= 0]], closing[closing >= 0]
        swapped = turned[owner]
        found.append(Triangles(ties[owner], np.where(swapped, other, one), np.where(swapped, one, other)))
        begin = end
    sides = [[part[side] for part in found] for side in range(3)]
    return Triangles(*(np.concatenate([np.zeros(0, dtype=np.int64), *side]) for side in sides))
