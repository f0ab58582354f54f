"""Proofs for small pieces, by the plainest way there is: all odd cycles, greedy multipliers, and cases."""

from __future__ import annotations

from itertools import pairwise

import networkx  # type: ignore[import-untyped]
import numpy as np

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.kernel.kernel import Contradiction, Related, kernelise
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Piece
from ahlaf.solve.camps.proof.proof import Branch, Clash, Close, Finer, Narrow, Part, Proof, Split, finer_of, part_of
from ahlaf.solve.camps.values import values_of_two

UNIT = 4


def cuts_of(cuts: list[list[int]], least: list[int] | None = None) -> Cuts:
    starts = np.cumsum([0, *map(len, cuts)]).astype(np.int64)
    ties = np.array([tie for cut in cuts for tie in cut], dtype=np.int64)
    return Cuts(starts, ties, np.array(least or [1] * len(cuts), dtype=np.int64))


def odd_cycles(piece: Piece) -> list[list[int]]:
    graph = networkx.Graph()
    graph.add_edges_from((a, b, {"tie": at}) for at, (a, b) in enumerate(piece.ends.tolist()))
    found = []
    for cycle in networkx.simple_cycles(graph, length_bound=5):
        ties = [graph[a][b]["tie"] for a, b in pairwise([*cycle, cycle[0]])]
        if (piece.weights[ties] < 0).sum() % 2:
            found.append(sorted(ties))
    return sorted(found, key=lambda ties: (len(ties), ties))


def greedy(piece: Piece) -> Duals:
    """Give each odd cycle in turn half of what its least tie has left, and then all."""
    cycles = odd_cycles(piece)
    left = piece.sizes * UNIT
    multipliers = np.zeros(len(cycles), dtype=np.int64)
    for share in (2, 1):
        for at, cycle in enumerate(cycles):
            more = left[cycle].min() // share
            multipliers[at] += more
            left[cycle] -= more
    return Duals(cuts_of(cycles), multipliers, UNIT)


def prove(piece: Piece, goal: int, case: tuple[int, int, bool] | None = None) -> Proof:
    """Prove that all divisions cost at least the goal, or with a case those that hold to it (it must be true)."""
    related = Related.none()
    if case is not None:
        related = Related(np.array([case[0]]), np.array([case[1]]), np.array([case[2]]))
    scale = 4 if case is None and 4 * int(piece.sizes.sum()) < LARGEST_TOTAL else 1
    kernel = kernelise(finer_of(piece, scale), related)
    ends = prove_kernel(kernel.piece, scale * goal - kernel.constant)
    return Proof((Finer(scale), Narrow.to(kernel), *ends.steps))


def prove_kernel(piece: Piece, goal: int) -> Proof:
    graph = networkx.Graph(piece.ends.tolist())
    blocks = [np.unique(np.array(list(block))) for block in networkx.biconnected_components(graph)]
    if len(blocks) < 2:
        return prove_block(piece, goal)
    parts = []
    for block in blocks:
        ties = np.flatnonzero(np.isin(piece.ends, block).all(axis=1))
        alone = part_of(piece, ties)[1]
        least = least_of(alone)
        parts.append(Part(ties, least, prove_block(alone, least)))
    return Proof((Split(tuple(parts)),))


def least_of(piece: Piece) -> int:
    labels = np.arange(2 ** max(piece.nodes - 1, 0))[:, None] >> np.arange(piece.nodes) & 1
    apart = labels[:, piece.ends[:, 0]] != labels[:, piece.ends[:, 1]]
    return int(((apart == (piece.weights > 0)) * piece.sizes).sum(axis=1).min())


def prove_block(piece: Piece, goal: int) -> Proof:
    duals = greedy(piece)
    values = values_of_two(piece)
    numerator, reduced = duals.numerator(piece), duals.reduced(piece)
    if values.from_bound(numerator, UNIT) >= goal:
        return Proof((Close(duals),))
    fixed = [tie for tie in range(piece.ties) if values.from_bound(numerator + max(0, int(reduced[tie])), UNIT) >= goal]
    if fixed:
        related = Related(piece.ends[fixed, 0], piece.ends[fixed, 1], piece.weights[fixed] < 0)
        try:
            kernel = kernelise(piece, related)
        except Contradiction:
            return Proof((Clash(related, duals),))
        rest = prove_kernel(kernel.piece, goal - kernel.constant) if kernel.piece.ties else Proof((close_nothing(),))
        return Proof((Narrow.to(kernel, duals), *rest.steps))
    first, second = piece.ends[0].tolist()
    return Proof(
        (Branch(first, second, prove(piece, goal, (first, second, False)), prove(piece, goal, (first, second, True))),)
    )


def close_nothing() -> Close:
    return Close(Duals(cuts_of([]), np.zeros(0, dtype=np.int64), 1))
