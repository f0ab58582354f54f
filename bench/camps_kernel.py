"""What each rule of the kernel leaves of the networks in a folder: python bench/camps_kernel.py DIR"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from ahlaf.model import NetworkFileError
from ahlaf.network import read_network
from ahlaf.solve.camps.kernel.kernel import scale_to_halve
from ahlaf.solve.camps.kernel.one_by_one import OneByOne
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.proof import finer_of


class HeavyOnly(OneByOne):
    """Heavy ties alone."""

    def _triple(self, node: int) -> bool:
        return False

    def _star(self, node: int) -> None:
        return


class WithoutStars(OneByOne):
    """Heavy ties and those that three actors settle."""

    def _star(self, node: int) -> None:
        return


def left_by(rules: type[OneByOne], piece: Piece) -> str:
    reduced = rules(piece)
    reduced.run()
    left = reduced.piece()
    return f"{len(np.unique(left.ends)):,} · {left.ties:,}"


def main(folder: Path) -> None:
    print("| network | whole | heavy ties | and three actors | and actors with three ties |")
    print("|---|---|---|---|---|")
    for path in sorted(folder.iterdir()):
        try:
            graph = read_network(path, signs=True)
        except NetworkFileError:
            continue
        piece = Piece(len(graph.nodes), graph.ends, graph.weights.astype(np.int64))
        doubled = finer_of(piece, scale_to_halve(piece))
        cells = (left_by(HeavyOnly, piece), left_by(WithoutStars, piece), left_by(OneByOne, doubled))
        print(f"| {path.name} | {len(np.unique(piece.ends)):,} · {piece.ties:,} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
