"""Cuts of a piece carried over to its kernel are cuts there, and pay for as much."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.kernel.carry import carried
from ahlaf.solve.camps.kernel.kernel import kernelise
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.reductions import Related
from ahlaf.solve.camps.two.doubled import Doubled
from ahlaf.solve.camps.two.lp import packed
from ahlaf.solve.camps.two.separate import lightest_cycles
from solve.camps.small import best_division, divisions, piece_of, pieces, related_pairs


def odd_cycles(piece: Piece) -> list[Integers]:
    """Return a short odd cycle through each tie that is frustrated when all are together."""
    labels = np.zeros(piece.nodes, dtype=np.int64)
    return lightest_cycles(Doubled(piece), np.zeros(piece.ties), labels, math.inf)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_carried_cycles_are_met_by_every_division(data: st.DataObject) -> None:
    piece = data.draw(pieces())
    kernel = kernelise(piece, data.draw(related_pairs(piece.nodes)))
    cycles = packed([np.array(data.draw(st.permutations(cycle.tolist()))) for cycle in odd_cycles(piece)])
    duals = carried(Duals(cycles, np.arange(1, len(cycles) + 1, dtype=np.int64), 1), piece, kernel)
    cuts = duals.cuts
    for labels in divisions(kernel.piece):
        against = kernel.piece.frustrated(labels)
        for at in range(len(cuts)):
            assert against[cuts.ties[cuts.starts[at] : cuts.starts[at + 1]]].any()
    best, _ = best_division(kernel.piece)
    assert duals.numerator(kernel.piece) <= best


def test_contracted_ties_drop_out_of_a_cycle_and_parallel_ties_become_one() -> None:
    """Six actors, all enemies but for two friends: a ring of four through the friends becomes a triangle."""
    pairs = [(a, b) for b in range(6) for a in range(b)]
    piece = piece_of(6, [(a, b, 1 if (a, b) == (0, 1) else -1) for a, b in pairs])
    friends = Related(np.array([0]), np.array([1]), np.array([False]))
    kernel = kernelise(piece, friends)
    ring = piece.positions(np.array([0, 1, 2, 0]), np.array([1, 2, 3, 3]))
    duals = carried(Duals(packed([ring]), np.array([2]), 1), piece, kernel)
    assert kernel.piece.nodes == 5
    assert sorted(kernel.piece.ends[duals.cuts.ties].tolist()) == [[0, 1], [0, 2], [1, 2]]
    assert duals.multipliers.tolist() == [2]


def test_no_cut_is_no_cut() -> None:
    piece = piece_of(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    nothing = Duals.none()
    assert len(carried(nothing, piece, kernelise(piece)).cuts) == 0
