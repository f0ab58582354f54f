"""How cuts of a piece, and what is paid for them, become those of its kernel."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.kernel.kernel import Kernel
from ahlaf.solve.camps.piece import Integers, Piece


def carried(duals: Duals, piece: Piece, kernel: Kernel) -> Duals:
    """Return the odd cycles of the kernel that odd cycles of the piece have become, with their multipliers.

    Contracted ties drop out of them, actors that were taken out are passed over. Where a tie is gone, or the cycle has
    fallen into several, the cut is lost; it is found again if it is needed.
    """
    cuts = duals.cuts
    if not len(cuts):
        return duals
    left = kernel.piece
    actor = kernel.places
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
    left_cuts = Cuts(starts.astype(np.int64), ties[kept], np.ones(len(lengths), dtype=np.int64))
    return Duals(left_cuts, duals.multipliers[good], duals.unit)


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
    """Return the actors of each cycle as they are met on the way round, whatever the order of its ties.

    All cycles are walked at once, a tie a step. Tie t has two ends, 2 t and 2 t + 1; at the actor of one of them the
    cycle goes over to the end that another of its ties has there.
    """
    lengths = np.diff(cuts.starts)
    owner = np.repeat(np.arange(len(cuts)), lengths)
    actors = piece.ends[cuts.ties].ravel()
    order = np.argsort(np.repeat(owner, 2) * piece.nodes + actors, kind="stable")
    partner = np.empty_like(order)
    partner[order[0::2]], partner[order[1::2]] = order[1::2], order[0::2]
    met = np.zeros(len(cuts.ties), dtype=np.int64)
    at = 2 * cuts.starts[:-1]
    for step in range(int(lengths.max(initial=0))):
        going = np.flatnonzero(lengths > step)
        leaving = at[going] ^ 1
        met[cuts.starts[going] + step] = actors[leaving]
        at[going] = partner[leaving]
    return met
