"""Any number of camps: the division of a piece with the least frustration, with its proof.

A network divides into camps without frustration exactly when no cycle has a single hostile tie (J. A. Davis, 1967).
The least frustration is a minimum-cost multicut, or correlation clustering. It is found by what the rules of
`any_kernel` leave, a search, the linear program over such cycles, and where a gap remains, two cases at a time.
"""

from __future__ import annotations

from ahlaf.solve.camps.any_core import Solver
from ahlaf.solve.camps.any_most import one_camp, with_fewer_camps
from ahlaf.solve.camps.any_split import parts_of, put_together_any
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.piece import Integers, Piece


def divide_any(
    piece: Piece, *, most: int | None = None, seed: int, deadline: float, start: Integers | None = None
) -> Divided:
    """Divide a piece into any number of camps, or at most `most`, so that the least weight of ties goes against them.

    `start` is a division to better, if there is one. At the deadline (on the monotonic clock) the best division and
    bound so far come back.
    """
    if most == 1:
        return one_camp(piece)
    solver = Solver(seed, deadline)
    parts = parts_of(piece)
    found = [solver.divide(part.piece(piece), int(piece.sizes.sum()) + 1, 0) for part in parts]
    labels = put_together_any(piece, parts, [one.labels for one in found])
    if start is not None and piece.frustration(start) < piece.frustration(labels):
        labels = start
    free = Divided(labels, piece.frustration(labels), sum(one.bound for one in found), None)
    return free if most is None else with_fewer_camps(piece, free, most, seed, deadline)
