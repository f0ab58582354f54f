"""What several good divisions agree on, taken as settled: a smaller network on which to search for a better one.

Where the divisions differ, each part that they move as one becomes one actor. Every one of them, and everything that
can be put together from their parts, is a division of the smaller network, at the same cost.

Sources: J. Houdayer and O. C. Martin (2001), Hierarchical approach for computing spin glass ground states; D. Whitley,
D. Hains and A. Howe (2009), Tunneling between optima: partition crossover for the traveling salesman problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Integers, Piece


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """The smaller network `piece`: actor i of the whole moves with actor part[i] of it, from where `reference` has it.

    A division of `piece` with all together is `reference` itself; `constant` is what every division costs besides.
    """

    piece: Piece
    constant: int
    part: Integers
    reference: Integers

    def lift(self, labels: Integers) -> Integers:
        """Return the division of the whole that a division of the smaller network stands for."""
        return self.reference ^ labels[self.part]


def agreement(piece: Piece, divisions: Sequence[Integers]) -> Agreement:
    """Join the ends of every tie on whose relation all the divisions (labels 0 and 1) agree.

    With s the first division, a tie of weight w between i and j weighs w·s_i·s_j (s = ±1) as seen from it: positive
    where it is satisfied. Ties that now join the same two parts add up; what one of them cancels of another is lost
    in every division and goes into the constant.
    """
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    together = np.ones(piece.ties, dtype=np.bool_)
    reference = divisions[0]
    for other in divisions[1:]:
        moved = other ^ reference
        together &= moved[first] == moved[second]
    part = components_of(piece.nodes, piece.ends[together])
    seen = np.where(reference[first] == reference[second], piece.weights, -piece.weights)
    smaller = Piece.of(int(part.max(initial=-1)) + 1, part[piece.ends], seen)
    besides = piece.frustration(reference) - smaller.frustration(np.zeros(smaller.nodes, dtype=np.int64))
    return Agreement(smaller, besides, part, reference)
