"""Parts of a piece that can be divided each for itself, for any number of camps, and their camps put together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ahlaf.solve.camps.any_number.contraction import without_free_ties
from ahlaf.solve.camps.parts import Block, blocks_to_divide, components_of
from ahlaf.solve.camps.piece import Integers, Piece


def parts_of(piece: Piece) -> list[Block]:
    """Return the blocks in which a tie can be frustrated, the smallest first; free hostile ties are in none.

    Dropping these may open new blocks with such ties, so both are done until nothing changes.
    """
    found: list[Block] = []
    waiting = [Block(np.arange(piece.nodes), np.arange(piece.ties))]
    while waiting:
        block = waiting.pop()
        own = block.piece(piece)
        bound = without_free_ties(own)
        kept = block.ties if bound is own else block.ties[own.positions(bound.ends[:, 0], bound.ends[:, 1])]
        inner = blocks_to_divide(bound)
        if len(inner) == 1 and len(inner[0].ties) == own.ties:
            found.append(block)
        else:
            waiting.extend(Block(block.nodes[one.nodes], kept[one.ties]) for one in inner)
    return sorted(found, key=lambda block: (len(block.ties), int(block.ties[0])))


def put_together_any(piece: Piece, parts: Sequence[Block], labels: Sequence[Integers]) -> Integers:
    """Return the division of a piece that the divisions of its parts make: no tie that is in no part is frustrated."""
    within = piece.weights > 0
    for part, own in zip(parts, labels, strict=True):
        ends = np.searchsorted(part.nodes, piece.ends[part.ties])
        within[part.ties] = own[ends[:, 0]] == own[ends[:, 1]]
    return components_of(piece.nodes, piece.ends[within])
