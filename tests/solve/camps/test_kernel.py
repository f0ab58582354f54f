"""The kernel has the optimum of the whole, and each division of it is one of the whole that costs as much."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.solve.camps.kernel import kernel as kernels
from ahlaf.solve.camps.kernel.kernel import Contradiction, Related, kernelise, scale_to_halve
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.proof import finer_of
from ahlaf.solve.camps.proof.reductions import Rule
from solve.camps.small import best_division, divisions, holds, piece_of, pieces, related_pairs


@pytest.fixture(params=[0, 2000], ids=["in rounds", "one by one"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "MANY_TIES", request.param)


@pytest.mark.usefixtures("way")
@settings(deadline=None, max_examples=150)
@given(pieces())
def test_the_kernel_has_the_same_optimum(piece: Piece) -> None:
    best, _ = best_division(piece)
    kernel = kernelise(piece)
    value, labels = best_division(kernel.piece)
    assert value + kernel.constant == best
    assert piece.frustration(kernel.lift(labels)) == best
    for labels in divisions(kernel.piece):
        assert piece.frustration(kernel.lift(labels)) == kernel.piece.frustration(labels) + kernel.constant


@pytest.mark.usefixtures("way")
@settings(deadline=None, max_examples=100)
@given(st.data())
def test_related_pairs_hold_in_every_division_of_the_kernel(data: st.DataObject) -> None:
    piece = data.draw(pieces())
    related = data.draw(related_pairs(piece.nodes))
    best, _ = best_division(piece, related)
    kernel = kernelise(piece, related)
    value, labels = best_division(kernel.piece)
    assert value + kernel.constant == best
    lifted = kernel.lift(labels)
    assert piece.frustration(lifted) == best
    assert holds(related, lifted)


def test_pairs_that_cannot_all_hold_are_an_error() -> None:
    related = Related(np.array([0, 1, 2]), np.array([1, 2, 0]), np.array([True, True, True]))
    with pytest.raises(Contradiction):
        kernelise(piece_of(3, [(0, 1, 1)]), related)


@settings(deadline=None, max_examples=100)
@given(pieces())
def test_with_doubled_weights_no_actor_has_three_ties(piece: Piece) -> None:
    left = kernelise(finer_of(piece, scale_to_halve(piece))).piece
    assert (np.bincount(left.ends.ravel(), minlength=left.nodes) > 3).all()


def test_trees_and_cycles_are_used_up() -> None:
    """A hostile triangle with tails costs its lightest tie; a square with one hostile tie too."""
    tails = kernelise(piece_of(6, [(0, 1, -3), (1, 2, -2), (0, 2, -4), (2, 3, 5), (3, 4, -1), (4, 5, 1)]))
    assert (tails.piece.nodes, tails.constant) == (0, 2)
    assert tails.lift(np.zeros(0, dtype=np.int64)).tolist() == [0, 1, 1, 1, 0, 0]
    square = kernelise(piece_of(4, [(0, 1, 3), (1, 2, 3), (2, 3, 2), (3, 0, -4)]))
    assert (square.piece.nodes, square.constant) == (0, 2)


def test_actors_with_three_ties_of_even_sum_are_taken_out() -> None:
    """Four enemies, each pair at 4; a fifth with 2 for, 2 for and 2 against three of them: two pairs, 8 in all."""
    four = [(a, b, -4) for a in range(4) for b in range(a)]
    whole = piece_of(5, [*four, (4, 0, 2), (4, 1, 2), (4, 2, -2)])
    kernel = kernelise(whole)
    assert len(kernel.stars.actors) > 0
    assert (kernel.piece.nodes, kernel.constant) == (0, 8)
    assert whole.frustration(kernel.lift(np.zeros(0, dtype=np.int64))) == 8


def test_three_actors_settle_a_tie_that_none_alone_would() -> None:
    """A triangle of 3, 3 and 2 among six actors with ties of 1: no tie of it is heavy, and its ties of 3 are settled.

    Both of its ends have 5 of their 8 in the triangle, so whoever frustrates a tie of 3 has one to move.
    """
    outer = [(0, 3, 1), (0, 4, -1), (1, 3, 1), (1, 5, 1), (1, 4, 1), (2, 4, 1), (2, 5, -1), (2, 3, -1)]
    ring = [(3, 4, 1), (4, 5, 1), (3, 5, 1)]
    whole = piece_of(6, [(0, 1, 3), (0, 2, 3), (1, 2, 2), *outer, *ring])
    kernel = kernelise(whole)
    assert Rule.TRIPLE in kernel.steps.rules
    value, labels = best_division(kernel.piece)
    assert value + kernel.constant == best_division(whole)[0] == whole.frustration(kernel.lift(labels))


def test_a_large_tree_and_a_large_cycle_are_nothing() -> None:
    random = np.random.default_rng(3)
    nodes = 20_000
    ends = np.stack([np.arange(1, nodes), random.integers(0, np.arange(1, nodes))], axis=1)
    tree = kernelise(Piece.of(nodes, ends, random.choice([-2, 1, 3], nodes - 1)))
    assert (tree.piece.nodes, tree.constant) == (0, 0)
    cycle = np.stack([np.arange(nodes), (np.arange(nodes) + 1) % nodes], axis=1)
    weights = np.where(np.arange(nodes) == 7, -5, 4 + np.arange(nodes) % 3)
    whole = Piece.of(nodes, cycle, weights)
    kernel = kernelise(whole)
    assert (kernel.piece.nodes, kernel.constant) == (0, 4)
    assert whole.frustration(kernel.lift(np.zeros(0, dtype=np.int64))) == 4
