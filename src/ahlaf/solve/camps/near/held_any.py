"""The best division in any number of camps among those in which certain pairs stand together, and others apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.any_number.any_number import divide_any
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.kernel.contract import Groups
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Booleans, Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related


@dataclass(frozen=True, slots=True)
class AnyNumber:
    """Any number of camps."""

    seed: int
    deadline: float

    def best(self, piece: Piece, pairs: Integers, apart: Booleans, limit: int) -> Divided | None:
        """Return the best division in which `pairs`, shape (pairs, 2), stand together or `apart`.

        None where there is none, or it is certain to cost more than `limit`. Those together become one. Those apart
        are made so hostile that to join them costs more than the limit. What could not be proven has its bound.
        """
        together = pairs[~apart]
        groups = group_of(piece.nodes, together)
        kept, number = np.unique(groups, return_inverse=True)
        parted = number[pairs[apart]]
        if len(parted) and (parted[:, 0] == parted[:, 1]).any():
            return None
        parted = np.unique(np.sort(parted.reshape(-1, 2), axis=1), axis=0)
        heavy = limit + 1
        if int(piece.sizes.sum()) + heavy * len(parted) >= LARGEST_TOTAL:
            # They cannot all be told apart in whole numbers; nothing is known then.
            return Divided(np.zeros(piece.nodes, dtype=np.int64), limit + 1, 0, None)
        ends = np.concatenate([number[piece.ends], parted])
        weights = np.concatenate([piece.weights, np.full(len(parted), -heavy, dtype=np.int64)])
        left = Piece.of(len(kept), ends, weights)
        found = divide_any(left, seed=self.seed, deadline=self.deadline)
        labels = found.labels[number]
        joined = found.labels[parted[:, 0]] == found.labels[parted[:, 1]]
        value = piece.frustration(labels) + heavy * int(joined.sum())
        bound = found.bound + value - found.value
        if bound > limit:
            return None
        return Divided(labels, value, bound, None)


def group_of(nodes: int, pairs: Integers) -> Integers:
    """Return for each actor the least actor of its group, when the pairs are joined."""
    return Groups.of(nodes, Related(pairs[:, 0], pairs[:, 1], np.zeros(len(pairs), dtype=np.bool_))).least
