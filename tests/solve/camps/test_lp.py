"""The linear program over cuts: its optimum worked out by hand, and the bound that its multipliers prove."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given, settings

from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.two.doubled import Doubled
from ahlaf.solve.camps.two.fixing import descend, settled_by
from ahlaf.solve.camps.two.lp import CutProgram, packed, unit_of
from ahlaf.solve.camps.two.separate import VIOLATION, lightest_cycles
from solve.camps.small import best_division, divisions, piece_of, pieces


def solved(piece: Piece) -> CutProgram:
    """Add cycles until all are met."""
    program, doubled = CutProgram(piece), Doubled(piece)
    labels = np.zeros(piece.nodes, dtype=np.int64)
    while program.add(packed(lightest_cycles(doubled, program.x, labels, math.inf))):
        assert program.solve(math.inf)
        labels = doubled.division(program.x)
    return program


def test_five_enemies() -> None:
    """All triangles of K5 with hostile ties: x = 1/3 everywhere is 10/3, and a division leaves 4 ties frustrated."""
    piece = piece_of(5, [(a, b, -1) for b in range(5) for a in range(b)])
    duals = solved(piece).duals()
    assert math.isclose(duals.numerator(piece) / duals.unit, 10 / 3, abs_tol=1e-6)
    assert duals.bound(piece) == 4 == best_division(piece)[0]


@settings(deadline=None, max_examples=100)
@given(pieces())
def test_the_bound_holds_and_settled_ties_are_satisfied_in_every_better_division(piece: Piece) -> None:
    program = solved(piece)
    duals = program.duals()
    best, _ = best_division(piece)
    assert duals.numerator(piece) <= best * duals.unit
    for goal in (best, best + 1, best + 3):
        settled = settled_by(piece, duals, goal)
        for labels in divisions(piece):
            if piece.frustration(labels) < goal:
                assert not (piece.frustrated(labels) & settled).any()


@settings(deadline=None, max_examples=100)
@given(pieces())
def test_a_solution_that_meets_the_cycles_found_meets_all(piece: Piece) -> None:
    """Of a whole solution: the division along its tree frustrates nothing but ties with x = 1."""
    program = solved(piece)
    if (np.abs(program.x - np.round(program.x)) < VIOLATION).all():
        labels = Doubled(piece).division(program.x)
        assert (program.x[piece.frustrated(labels)] > 1 - VIOLATION).all()


@settings(deadline=None, max_examples=100)
@given(pieces())
def test_nobody_gains_by_changing_camp_after_the_descent(piece: Piece) -> None:
    labels = descend(piece, np.zeros(piece.nodes, dtype=np.int64))
    for actor in range(piece.nodes):
        moved = labels.copy()
        moved[actor] ^= 1
        assert piece.frustration(moved) >= piece.frustration(labels)


def test_repeated_cycles_are_added_once() -> None:
    piece = piece_of(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    program = CutProgram(piece)
    cycle = np.array([0, 1, 2])
    assert program.add(packed([cycle, cycle[::-1]])) == 1
    assert program.add(packed([cycle])) == 0
    assert program.rows == 1


def test_the_unit_keeps_sums_within_64_bits() -> None:
    piece = piece_of(2, [(0, 1, 2**49)])
    assert unit_of(piece) * 2**49 <= 2**61
    assert unit_of(piece) * 2**50 > 2**61
