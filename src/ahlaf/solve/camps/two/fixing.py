"""Which actors stand together or apart in every better division: what the multipliers already pay for."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.piece import Booleans, Floats, Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related
from ahlaf.solve.camps.two.doubled import Doubled
from ahlaf.solve.camps.values import values_of_two


def settled_by(piece: Piece, duals: Duals, goal: int) -> Booleans:
    """Return the ties that a division must satisfy to be cheaper than the goal.

    One that leaves tie e frustrated costs at least the bound plus the tie's reduced cost (F. Barahona, M. Grötschel,
    M. Jünger and G. Reinelt 1988), and what is more than the dearest of the cheaper ones can cost is too much.
    """
    values = values_of_two(piece)
    dearest = values.next_below(values.from_bound(goal))
    return duals.reduced(piece) > dearest * duals.unit - duals.numerator(piece)


def related_by(piece: Piece, settled: Booleans) -> Related:
    """Return the pairs of actors at the ends of settled ties: together if friendly, apart if hostile."""
    ends = piece.ends[settled]
    return Related(ends[:, 0], ends[:, 1], piece.weights[settled] < 0)


def rounded(doubled: Doubled, x: Floats) -> Integers:
    """Return a division that goes by x, made better by single moves as long as one gains."""
    return descend(doubled.piece, doubled.division(x))


def descend(piece: Piece, labels: Integers) -> Integers:
    """Move actors that gain by it, those of whom no neighbour gains more at once, until none gains."""
    near = piece.neighbours
    froms = np.repeat(np.arange(piece.nodes), np.diff(near.starts))
    sides = 1 - 2 * labels
    while True:
        pull = sides * np.bincount(froms, weights=near.weights * sides[near.others], minlength=piece.nodes)
        gains = np.flatnonzero(pull < 0)
        if not len(gains):
            return (sides < 0).astype(np.int64)
        rank = np.full(piece.nodes, piece.nodes, dtype=np.int64)
        rank[gains[np.argsort(pull[gains], kind="stable")]] = np.arange(len(gains))
        rival = np.full(piece.nodes, piece.nodes, dtype=np.int64)
        np.minimum.at(rival, froms, rank[near.others])
        sides[(rank < piece.nodes) & (rank < rival)] *= -1
