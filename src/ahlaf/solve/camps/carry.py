"""How cuts of a piece become cuts of its kernel."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.cuts import Cuts
from ahlaf.solve.camps.kernel import Kernel
from ahlaf.solve.camps.piece import Integers, Piece


def carried(cuts: Cuts, piece: Piece, kernel: Kernel) -> Cuts:
    """Return the odd cycles of the kernel that odd cycles of the piece have become.

    Contracted ties drop out of them, actors that were taken out are passed over. Where a tie is gone, or the cycle has
    fallen into several, the cut is lost; it is found again if it is needed. The ties of a cut must come in the order
    of the cycle.
    """
    if not len(cuts):
        return cuts
    left = kernel.piece
    actor = np.full(piece.nodes, -1, dtype=np.int64)
    actor[kernel.kept] = np.arange(left.nodes)
    actor = actor[kernel.groups.least]
    owner = np.repeat(np.arange(len(cuts)), np.diff(cuts.starts))
    nodes = actor[_in_order(cuts, piece)]
    # Two passes of the same rule: first actors that are gone, then those that are one with the next.
    owner, nodes = owner[nodes >= 0], nodes[nodes >= 0]
    proper = nodes != nodes[_next(owner)]
    owner, nodes = owner[proper], nodes[proper]
    following = nodes[_next(owner)]
    ties = left.positions(np.minimum(nodes, following), np.maximum(nodes, following))
    good = _owners(owner, len(cuts)) >= 3
    good[owner[ties < 0]] = False
    repeated = np.sort(owner * left.nodes + nodes)
    good[repeated[1:][repeated[1:] == repeated[:-1]] // max(left.nodes, 1)] = False
    hostile = np.bincount(owner, weights=left.weights[ties] < 0, minlength=len(cuts)) if len(owner) else np.zeros(1)
    good &= hostile.astype(np.int64) % 2 == 1
    kept = good[owner]
    lengths = _owners(owner[kept], len(cuts))[good]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return Cuts(starts.astype(np.int64), ties[kept], np.ones(len(lengths), dtype=np.int64))


def _owners(owner: Integers, count: int) -> Integers:
    return np.bincount(owner, minlength=count).astype(np.int64)


def _next(owner: Integers) -> Integers:
    """Return, for each place of cycles that lie one after the other, the next place of the same cycle."""
    places = np.arange(len(owner), dtype=np.int64)
    following = places + 1
    if len(owner):
        first = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
        last = np.concatenate([first[1:] - 1, [len(owner) - 1]])
        following[last] = first
    return following


def _in_order(cuts: Cuts, piece: Piece) -> Integers:
    """Return for each tie of the cycles the actor that it shares with the next."""
    owner = np.repeat(np.arange(len(cuts)), np.diff(cuts.starts))
    ends = piece.ends[cuts.ties]
    following = ends[_next(owner)]
    shared = (ends[:, :1] == following).any(axis=1)
    return np.where(shared, ends[:, 0], ends[:, 1])
