"""All divisions of a small piece into any number of camps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece


def partitions(nodes: int, most: int | None = None) -> Iterator[Integers]:
    """Yield every division of actors into camps, at most `most` of them, once each."""
    limit = nodes if most is None else most
    labels = [0] * nodes

    def fill(at: int, used: int) -> Iterator[Integers]:
        if at == nodes:
            yield np.array(labels, dtype=np.int64)
            return
        for label in range(min(used + 1, limit)):
            labels[at] = label
            yield from fill(at + 1, max(used, label + 1))

    yield from fill(0, 0)


def least_frustration(piece: Piece, most: int | None = None) -> int:
    return min(piece.frustration(labels) for labels in partitions(piece.nodes, most))
