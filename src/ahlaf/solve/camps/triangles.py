"""All triangles of ties in a piece."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece

# Pairs of ties looked at in one go; keeps memory small.
BATCH = 4_000_000


def triangles(piece: Piece) -> tuple[Integers, Integers, Integers]:
    """Return (tie uv, tie ux, tie vx), with u the first end of uv, for every tie and every x that is tied to both ends.

    Each triangle comes three times, once for each of its ties. Ties are looked up from their end with fewer ties, so
    that the work is at most ties · √(2 · ties).
    """
    degree = np.bincount(piece.ends.ravel(), minlength=piece.nodes)
    rank = np.lexsort((np.arange(piece.nodes), degree)).argsort()
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    upward = rank[first] < rank[second]
    low, high = np.where(upward, first, second), np.where(upward, second, first)
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    keys = piece.ends[:, 0] * piece.nodes + piece.ends[:, 1]
    starts = np.zeros(piece.nodes + 1, dtype=np.int64)
    np.cumsum(np.bincount(low, minlength=piece.nodes), out=starts[1:])
    # Each upward tie is paired with those after it at the same lower end.
    partners = starts[low + 1] - np.arange(len(low)) - 1
    total = np.concatenate([[0], np.cumsum(partners)])
    found: list[tuple[Integers, Integers, Integers]] = []
    begin = 0
    while begin < len(low):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + BATCH, side="right")) - 1)
        count = partners[begin:end]
        one = np.repeat(np.arange(begin, end), count)
        other = one + 1 + np.arange(len(one)) - np.repeat(total[begin:end] - total[begin], count)
        a, b = np.minimum(high[one], high[other]), np.maximum(high[one], high[other])
        place = np.searchsorted(keys, a * piece.nodes + b)
        place[place == len(keys)] = 0
        closed = keys[place] == a * piece.nodes + b if len(keys) else np.zeros(0, dtype=np.bool_)
        found.append((order[one[closed]], order[other[closed]], place[closed]))
        begin = end
    sides = [np.concatenate([part[at] for part in found]) if found else np.zeros(0, dtype=np.int64) for at in range(3)]
    return _seen_from_each(piece, sides)


def _seen_from_each(piece: Piece, sides: list[Integers]) -> tuple[Integers, Integers, Integers]:
    ties = np.concatenate([sides[0], sides[1], sides[2]])
    left = np.concatenate([sides[1], sides[2], sides[0]])
    right = np.concatenate([sides[2], sides[0], sides[1]])
    u = piece.ends[ties, 0]
    swapped = (piece.ends[left, 0] != u) & (piece.ends[left, 1] != u)
    return ties, np.where(swapped, right, left), np.where(swapped, left, right)
