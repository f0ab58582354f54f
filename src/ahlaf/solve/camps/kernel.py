"""What is left of a piece when all is done that loses no optimum, and how a division of it is one of the whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.piece import Booleans, Integers, Piece


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """Pairs of actors of which it is known, or assumed, that they stand together or `apart`."""

    first: Integers
    second: Integers
    apart: Booleans

    @classmethod
    def none(cls) -> Related:
        """Return no pair."""
        nobody = np.zeros(0, dtype=np.int64)
        return cls(nobody, nobody, np.zeros(0, dtype=np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class Kernel:
    """A smaller piece with the same optimum, but for `constant`, which every best division costs besides.

    `related` are the pairs that were contracted first.
    """

    piece: Piece
    constant: int
    related: Related

    def lift(self, labels: Integers) -> Integers:
        """Return a division of the whole that costs what `labels` costs on the kernel, plus `constant`."""
        raise NotImplementedError


def kernelise(piece: Piece, related: Related | None = None) -> Kernel:
    """Contract the related pairs, then shrink the piece as far as the rules go, for two camps."""
    raise NotImplementedError
