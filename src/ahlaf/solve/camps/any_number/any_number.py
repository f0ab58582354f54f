"""Any number of camps: the division of a piece with the least frustration, with its proof.

A network divides into camps without frustration exactly when no cycle has a single hostile tie (J. A. Davis, 1967).
The least frustration is a minimum-cost multicut, or correlation clustering. It is found by what the rules of
`any_kernel` leave, a search, multipliers on such cycles, and where a gap remains, two cases at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.solve.camps.any_number.core import Outcome, Solver
from ahlaf.solve.camps.any_number.most import divide_at_most, one_camp
from ahlaf.solve.camps.any_number.rules import AnyNumber
from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.parts import Block
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.proof import Close, Part, Proof, Split


def divide_any(
    piece: Piece, *, most: int | None = None, seed: int, deadline: float, start: Integers | None = None
) -> Divided:
    """Divide a piece into any number of camps, or at most `most`, so that the least weight of ties goes against them.

    `start` is a division to better, if there is one. At the deadline (on the monotonic clock) the best division and
    bound so far come back. The proof is there where multipliers on cycles of the piece itself are enough.
    """
    if most == 1:
        return one_camp(piece)
    solver = Solver(AnyNumber(), seed, deadline)
    parts = solver.rules.parts(piece)
    found = [solver.whole(part.piece(piece)) for part in parts]
    labels = solver.rules.together(piece, parts, [one.labels for one in found])
    if start is not None and piece.frustration(start) < piece.frustration(labels):
        labels = start
    bound = sum(one.bound for one in found)
    free = Divided(labels, piece.frustration(labels), bound, _proof(parts, found))
    return free if most is None else divide_at_most(piece, free, most, seed, deadline)


def _proof(parts: Sequence[Block], found: Sequence[Outcome]) -> Proof | None:
    proven: list[Part] = []
    for part, one in zip(parts, found, strict=True):
        if one.duals is None:
            return None
        proven.append(Part(part.ties, one.bound, Proof((Close(one.duals),))))
    return Proof((Split(tuple(proven)),)) if proven else Proof((Close(Duals.none()),))
