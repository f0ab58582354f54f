"""What loses no optimum, where any number of camps is allowed and where only so many are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.any_number.colours import clashes, coloured
from ahlaf.solve.camps.any_number.contraction import AnyKernel, friendly_sums, kernelise_any
from ahlaf.solve.camps.any_number.settling import merged
from ahlaf.solve.camps.any_number.split import parts_of, put_together_any
from ahlaf.solve.camps.parts import Block, blocks_of, components_of, put_together
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Booleans, Integers, Piece
from ahlaf.solve.camps.two.lp import CutProgram, packed


class AnyNumber:
    """Any number of camps."""

    most: int | None = None

    def kernel(self, piece: Piece) -> AnyKernel:
        """Shrink a piece, by moves to new camps too."""
        return kernelise_any(piece)

    def parts(self, piece: Piece) -> list[Block]:
        """Return what friendly ties hold together, cut in blocks."""
        return parts_of(piece)

    def together(self, piece: Piece, parts: Sequence[Block], labels: Sequence[Integers]) -> Integers:
        """Put the divisions of the parts together."""
        return put_together_any(piece, parts, labels)

    def kept_apart(self, piece: Piece, chosen: Booleans, target: int) -> Piece:
        """Make the chosen ties so hostile that one of their ends would rather leave than be together."""
        friendly = friendly_sums(piece)
        own = np.maximum(piece.weights, 0)
        first, second = piece.ends[:, 0], piece.ends[:, 1]
        return _lowered(piece, chosen, own - np.minimum(friendly[first], friendly[second]))

    def division(self, piece: Piece, satisfied: Booleans) -> Integers:
        """Return as camps what satisfied friendly ties hold together."""
        return components_of(piece.nodes, piece.ends[satisfied & (piece.weights > 0)])

    def add_more(self, program: CutProgram) -> int:
        """Cycles are all there is."""
        return 0


@dataclass(frozen=True, slots=True)
class AtMost:
    """At most so many camps, three or more."""

    most: int

    def kernel(self, piece: Piece) -> AnyKernel:
        """Shrink a piece by what needs no new camp."""
        return kernelise_any(piece, new_camps=False)

    def parts(self, piece: Piece) -> list[Block]:
        """Return the blocks, but for those that so many camps divide at no cost whatever they are."""
        return [block for block in blocks_of(piece) if len(block.nodes) > 2 and (piece.weights[block.ties] < 0).any()]

    def together(self, piece: Piece, parts: Sequence[Block], labels: Sequence[Integers]) -> Integers:
        """Rename the camps of each block so that they agree where blocks meet."""
        own = {int(block.ties[0]): found for block, found in zip(parts, labels, strict=True)}
        blocks = blocks_of(piece)
        return put_together(piece, blocks, [self._labels(piece, block, own) for block in blocks], self.most)

    def kept_apart(self, piece: Piece, chosen: Booleans, target: int) -> Piece:
        """Make the chosen ties so hostile that who breaks them pays the target."""
        enough = min(target, LARGEST_TOTAL // max(piece.ties, 1))
        return _lowered(piece, chosen, np.full(piece.ties, -enough))

    def division(self, piece: Piece, satisfied: Booleans) -> Integers:
        """Colour what satisfied friendly ties hold together so that satisfied hostile ties join different colours."""
        groups = components_of(piece.nodes, piece.ends[satisfied & (piece.weights > 0)])
        pairs = np.sort(groups[piece.ends[satisfied & (piece.weights < 0)]], axis=1)
        colours = np.arange(int(groups.max(initial=-1)) + 1)
        found = coloured({(a, b) for a, b in pairs.tolist() if a != b}, self.most)
        colours[list(found)] = list(found.values())
        return merged(piece, colours[groups], self.most)

    def add_more(self, program: CutProgram) -> int:
        """Look for friends and enemies who need more camps than there are."""
        return program.add(packed(clashes(program.piece, program.x, self.most)))

    def _labels(self, piece: Piece, block: Block, own: dict[int, Integers]) -> Integers:
        found = own.get(int(block.ties[0]))
        if found is not None:
            return found
        labels = np.zeros(len(block.nodes), dtype=np.int64)
        labels[1:] = piece.weights[block.ties[0]] < 0
        return labels


def _lowered(piece: Piece, chosen: Booleans, most: Integers) -> Piece:
    weights = np.where(chosen, np.minimum(np.minimum(piece.weights, 0), most), piece.weights)
    kept = weights != 0
    return Piece(piece.nodes, piece.ends[kept], weights[kept])
