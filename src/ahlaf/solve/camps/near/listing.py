"""The divisions of a piece in order of what they cost more than the best one, as many as are asked for.

Sources: E. L. Lawler (1972), A procedure for computing the K best solutions to discrete optimization problems.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

from ahlaf.solve.camps.near.firm import Better, all_extras, sides_of
from ahlaf.solve.camps.near.held import Two, related
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.stopping import expired

# Of up to so many actors every division is tried, which takes a quarter of a second.
FEW_ACTORS = 18


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """Divisions in order of `extras`, as rows of sides 0 and 1; the first one has all together and costs 0 more.

    `complete`: there are no others within the distance. `reach`: no other costs less than this.
    """

    sides: Integers
    extras: Integers
    complete: bool
    reach: int


def list_divisions(piece: Piece, distance: int, most: int, two: Two) -> Listed:
    """List the divisions of a connected piece, seen from its best one, costing up to `distance` more: the first `most`.

    Few actors: all are tried. Else the best of what is left is found again and again, each time after dividing the
    rest by where it first departs from the one before. Raises Better where all together is not the best division.
    """
    if piece.nodes <= FEW_ACTORS:
        return _by_trying(piece, distance, most)
    return _one_by_one(piece, distance, most, two)


def _by_trying(piece: Piece, distance: int, most: int) -> Listed:
    extras = all_extras(piece)
    if extras.min() < 0:
        raise Better(sides_of(int(extras.argmin()), piece.nodes))
    near = np.flatnonzero(extras <= distance)
    near = near[np.argsort(extras[near], kind="stable")]
    sides = np.array([sides_of(number, piece.nodes) for number in near[:most].tolist()])
    complete = len(near) <= most
    return Listed(sides, extras[near[:most]], complete, distance + 1 if complete else int(extras[near[most]]))


@dataclass(frozen=True, slots=True, eq=False, order=False)
class _Rest:
    """Divisions of which it is known at which of the first `fixed` ties of the tree they part, and their best."""

    labels: Integers
    fixed: int


def _one_by_one(piece: Piece, distance: int, most: int, two: Two) -> Listed:
    steps = _steps(piece)
    together = int(piece.sizes[piece.weights < 0].sum())
    waiting: list[tuple[int, int, _Rest]] = [(0, 0, _Rest(np.zeros(piece.nodes, dtype=np.int64), 0))]
    sides: list[Integers] = []
    extras: list[int] = []
    born, reach, sure = 0, distance + 1, True
    while waiting and len(sides) < most:
        extra, _, best = heapq.heappop(waiting)
        sides.append(best.labels)
        extras.append(extra)
        apart = (best.labels[steps[:, 0]] != best.labels[steps[:, 1]]).astype(np.int64)
        for at in range(best.fixed, len(steps)):
            if expired(two.deadline):
                # What was not looked into may cost as little as the division from which it departs.
                sure, reach = False, min(reach, extra)
                break
            held = apart[: at + 1].copy()
            held[at] ^= 1
            found = two.best(piece, related(steps[: at + 1], held))
            assert found is not None, "the steps of a tree hold in any way"
            if found.value < together:
                raise Better(found.labels)
            if found.value <= together + distance:
                born += 1
                labels = found.labels ^ found.labels[0]
                heapq.heappush(waiting, (found.value - together, born, _Rest(labels, at + 1)))
            elif found.bound <= together + distance:
                sure, reach = False, min(reach, max(extra, found.bound - together))
    if waiting:
        sure, reach = False, min(reach, waiting[0][0])
    return Listed(np.array(sides), np.array(extras, dtype=np.int64), sure, reach)


def _steps(piece: Piece) -> Integers:
    """Return a tree of ties from actor 0 to all others, in the order in which it reaches them."""
    ones = np.ones(piece.ties)
    graph: csr_matrix[np.float64] = csr_matrix((ones, (piece.ends[:, 0], piece.ends[:, 1])), shape=(piece.nodes,) * 2)
    order, before = breadth_first_order(graph, 0, directed=False)
    return np.stack([before[order[1:]], order[1:]], axis=1).astype(np.int64)
