"""The best division of a piece among those in which certain actors stand together, and others apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.kernel.contract import Contradiction, Groups, contracted
from ahlaf.solve.camps.kernel.kernel import kernelise
from ahlaf.solve.camps.parts import blocks_of, put_together
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related
from ahlaf.solve.camps.two.two_camps import divide_two
from ahlaf.solve.landscape.configurations import energies

# Pieces of up to so many actors are divided by trying every way, which takes a few milliseconds.
FEW_ACTORS = 14


@dataclass(frozen=True, slots=True)
class Two:
    """Two camps."""

    seed: int
    deadline: float

    def best(self, piece: Piece, held: Related) -> Divided | None:
        """Return the best division in which the `held` pairs stand as they are said to; None where they cannot."""
        try:
            groups = Groups.of(piece.nodes, held)
        except Contradiction:
            return None
        left, paid = contracted(piece, groups)
        found = self._divide(left)
        labels = found.labels[groups.least] ^ groups.apart
        return Divided(labels, found.value + paid, found.bound + paid, None)

    def _divide(self, piece: Piece) -> Divided:
        kernel = kernelise(piece)
        blocks = blocks_of(kernel.piece)
        divided = [self._block(block.piece(kernel.piece)) for block in blocks]
        labels = put_together(kernel.piece, blocks, [one.labels for one in divided], 2)
        bound = sum(one.bound for one in divided) + kernel.constant
        labels = kernel.lift(labels)
        return Divided(labels, piece.frustration(labels), bound, None)

    def _block(self, piece: Piece) -> Divided:
        if piece.nodes <= FEW_ACTORS:
            table = np.zeros((piece.nodes, piece.nodes), dtype=np.int64)
            table[piece.ends[:, 0], piece.ends[:, 1]] = piece.weights
            number = int(np.argmin(energies(table + table.T)))
            labels = (number >> np.arange(piece.nodes, dtype=np.int64)) & 1
            value = piece.frustration(labels)
            return Divided(labels, value, value, None)
        return divide_two(piece, seed=self.seed, deadline=self.deadline)


def related(pairs: Integers, apart: Integers) -> Related:
    """Return pairs, shape (pairs, 2), as related: together where `apart` is 0, apart where it is 1."""
    pairs = pairs.reshape(-1, 2)
    return Related(pairs[:, 0], pairs[:, 1], apart.astype(np.bool_))
