"""Small pieces, and what is best for them by trying every division."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
from hypothesis import strategies as st

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related


def piece_of(nodes: int, rows: list[tuple[int, int, int]]) -> Piece:
    """Return the piece of rows (actor, actor, weight)."""
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Piece.of(nodes, table[:, :2], table[:, 2])


@st.composite
def pieces(draw: st.DrawFn, most: int = 8, scales: tuple[int, ...] = (1, 2, 4)) -> Piece:
    nodes = draw(st.integers(1, most))
    actor = st.integers(0, nodes - 1)
    scale = draw(st.sampled_from(scales))
    rows = draw(st.lists(st.tuples(actor, actor, st.integers(-3, 3)), max_size=3 * nodes))
    return piece_of(nodes, [(a, b, scale * weight) for a, b, weight in rows])


@st.composite
def related_pairs(draw: st.DrawFn, nodes: int) -> Related:
    """Draw pairs that can all hold."""
    actor = st.integers(0, nodes - 1)
    pairs = np.array(draw(st.lists(st.tuples(actor, actor), max_size=2)), dtype=np.int64).reshape(-1, 2)
    sides = np.array(draw(st.lists(st.integers(0, 1), min_size=nodes, max_size=nodes)), dtype=np.int64)
    return Related(pairs[:, 0], pairs[:, 1], sides[pairs[:, 0]] != sides[pairs[:, 1]])


def divisions(piece: Piece) -> Iterator[Integers]:
    """Yield every division into two camps, with the first actor in camp 0."""
    for others in product((0, 1), repeat=max(piece.nodes - 1, 0)):
        yield np.array((*[0] * min(piece.nodes, 1), *others), dtype=np.int64)


def holds(related: Related, labels: Integers) -> bool:
    return bool(((labels[related.first] != labels[related.second]) == related.apart).all())


def best_division(piece: Piece, related: Related | None = None) -> tuple[int, Integers]:
    """Return the least frustration, and a division with it, of those in which the related pairs hold."""
    related = related or Related.none()
    found = ((piece.frustration(labels), labels) for labels in divisions(piece) if holds(related, labels))
    return min(found, key=lambda pair: pair[0])
