"""Which odd cycles a solution of the linear program does not meet: for small pieces, by SciPy's shortest paths.

Every odd cycle holds an odd number of the ties that are frustrated under any one division. So it is enough to look, for
each tie that one division leaves frustrated, for the lightest odd cycle through that tie (F. Barahona and A. R. Mahjoub
1986): the tie itself and a shortest path in the doubled network between the right copies of its ends.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse.csgraph import dijkstra

from ahlaf.solve.camps.piece import Floats, Integers
from ahlaf.solve.camps.two.doubled import SHORTNESS, Doubled
from ahlaf.solve.stopping import expired

# A cycle counts as violated only if its sum falls short of 1 by this much.
VIOLATION = 1e-6
# Sources of one batch of shortest paths; keeps the tables of distances small.
BATCH = 64


def targets(doubled: Doubled, ties: Integers, sources: Integers) -> Integers:
    """Return the node to which a path from `sources[i]`, an end of `ties[i]`, closes an odd cycle with that tie."""
    piece = doubled.piece
    ends = piece.ends[ties]
    far: Integers = ends.sum(axis=1) - sources
    return far + piece.nodes * (piece.weights[ties] > 0).astype(np.int64)


def lightest_cycles(doubled: Doubled, x: Floats, labels: Integers, deadline: float) -> list[Integers]:
    """Return, for each tie frustrated under `labels`, the lightest odd cycle through it if x sums to less than 1.

    Without any such cycle x meets all odd cycles, unless the deadline cut the search short.
    """
    piece = doubled.piece
    ties = np.flatnonzero(piece.frustrated(labels) & (x < 1.0 - VIOLATION))
    ends = piece.ends[ties]
    busy = np.bincount(ends.ravel(), minlength=piece.nodes)
    froms = np.where(busy[ends[:, 0]] >= busy[ends[:, 1]], ends[:, 0], ends[:, 1])
    tos = targets(doubled, ties, froms)
    graph = doubled.matrix(x + SHORTNESS)
    sources, place = np.unique(froms, return_inverse=True)
    found: list[Integers] = []
    for first in range(0, len(sources), BATCH):
        if expired(deadline):
            break
        batch = sources[first : first + BATCH]
        distances, before = dijkstra(graph, indices=batch, return_predecessors=True, limit=1.0)
        mine = np.flatnonzero((place >= first) & (place < first + BATCH))
        rows = place[mine] - first
        short = distances[rows, tos[mine]] + x[ties[mine]] < 1.0 - VIOLATION
        for at, row in zip(mine[short], rows[short], strict=True):
            nodes = _way(before[row], int(tos[at]), int(froms[at]))
            found.append(odd_cycle(doubled, nodes, int(ties[at])))
    return found


def _way(before: np.ndarray[tuple[int], np.dtype[np.int32]], node: int, source: int) -> list[int]:
    way = [node]
    while node != source:
        node = int(before[node])
        way.append(node)
    return way


def odd_cycle(doubled: Doubled, way: list[int], tie: int) -> Integers:
    """Return the ties, in order, of an odd cycle in a way that `tie` closes.

    That is all of it, or the part from an actor's one copy to its other.
    """
    piece = doubled.piece
    actors = np.array(way) % piece.nodes
    seen: dict[int, int] = {}
    for at, actor in enumerate(actors.tolist()):
        if actor in seen:
            actors = actors[seen[actor] : at + 1]
            break
        seen[actor] = at
    else:
        actors = np.append(actors, actors[0])
    one, other = actors[:-1], actors[1:]
    return piece.positions(np.minimum(one, other), np.maximum(one, other))
