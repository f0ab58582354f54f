"""The semidefinite bound of dense pieces: never above the optimum, proven to the end, and checked."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.network import SignedGraph
from ahlaf.solve.camps.kernel.kernel import Related, kernelise
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.certificate import CampsCertificate
from ahlaf.solve.camps.proof.certificate_file import certificate_bytes, certificate_from
from ahlaf.solve.camps.proof.check import ProofError, check_proof
from ahlaf.solve.camps.proof.check_certificate import check_certificate
from ahlaf.solve.camps.proof.check_semidefinite import check_semidefinite
from ahlaf.solve.camps.proof.proof import Enclose, Proof
from ahlaf.solve.camps.proof.semidefinite import Semidefinite, Triangles, has_no_negative_eigenvalue
from ahlaf.solve.camps.two.dense import carried_multipliers, prove_dense
from ahlaf.solve.camps.two.elliptope import Multipliers, enclose
from ahlaf.solve.camps.two.place import Best, Place
from ahlaf.solve.camps.two.two_camps import divide_two
from ahlaf.solve.camps.whole import whole_weights
from solve.camps.small import best_division, piece_of, pieces


def dense_piece(nodes: int, seed: int) -> Piece:
    random = np.random.default_rng(seed)
    return piece_of(nodes, [(a, b, int(random.integers(-3, 4))) for a in range(nodes) for b in range(a)])


def best_of(piece: Piece) -> Best:
    return Best.of(piece, np.zeros(piece.nodes, dtype=np.int64), 0, math.inf)


@settings(deadline=None, max_examples=60)
@given(pieces(8))
def test_every_piece_is_proven_from_nothing(piece: Piece) -> None:
    best = best_of(piece)
    proven = prove_dense(Place(piece), best, math.inf)
    assert proven.bound == best.value == best_division(piece)[0]
    check_proof(piece, proven.bound, proven.proof)
    with pytest.raises(ProofError):
        check_proof(piece, proven.bound + 1, proven.proof)


@settings(deadline=None, max_examples=25)
@given(st.integers(3, 12), st.integers(0, 10_000))
def test_the_bound_is_never_above_the_optimum(nodes: int, seed: int) -> None:
    piece = dense_piece(nodes, seed)
    if not piece.ties:
        return
    least = best_division(piece)[0]
    found = enclose(piece, None, least + 10, math.inf)
    assert found.bound <= least
    assert check_semidefinite(piece, found.duals) == found.duals.numerator(piece) <= 4 * found.duals.unit * least


def test_one_hostile_triangle_pays_one() -> None:
    """Its triangle says s₁s₂ + s₁s₃ + s₂s₃ ≥ −1. Paid in full it leaves B = 0, and the bound (3 − 1) / 2 = 1.

    The diagonal is raised by a thousandth, so that no eigenvalue is at 0: 4000 · 1 − 3.
    """
    piece = piece_of(3, [(0, 1, -1), (1, 2, -1), (0, 2, -1)])
    triangle = Triangles(np.array([[0, 1, 2]]), np.array([[-1, -1, -1]]))
    duals = Semidefinite(np.ones(3, dtype=np.int64), triangle, np.array([1000]), 1000)
    assert (duals.numerator(piece), check_semidefinite(piece, duals)) == (3997, 3997)
    check_proof(piece, 1, Proof((Enclose(duals),)))


def proven_by_one_bound() -> tuple[Piece, int, Semidefinite]:
    piece = dense_piece(9, 4)
    best = best_of(piece)
    step = prove_dense(Place(piece), best, math.inf).proof.steps[-1]
    assert isinstance(step, Enclose)
    return piece, best.value, step.duals


LIES: dict[str, Callable[[Semidefinite], Semidefinite]] = {
    "negative eigenvalue": lambda duals: replace(duals, diagonal=duals.diagonal - duals.unit),
    "negative or too": lambda duals: replace(duals, multipliers=-duals.multipliers),
    "multiply to": lambda duals: replace(duals, triangles=replace(duals.triangles, signs=-duals.triangles.signs)),
    "ascending": lambda duals: replace(duals, triangles=replace(duals.triangles, actors=duals.triangles.actors * 0)),
    "do not fit": lambda duals: replace(duals, diagonal=duals.diagonal[1:]),
    "units": lambda duals: replace(duals, unit=0),
    "short of": lambda duals: replace(duals, diagonal=duals.diagonal + duals.unit * 20),
}


@pytest.mark.parametrize("lie", LIES)
def test_every_lie_is_found(lie: str) -> None:
    piece, value, duals = proven_by_one_bound()
    assert len(duals.triangles)
    check_proof(piece, value, Proof((Enclose(duals),)))
    with pytest.raises(ProofError, match=lie):
        check_proof(piece, value, Proof((Enclose(LIES[lie](duals)),)))


def test_a_matrix_at_the_edge_is_not_called_safe() -> None:
    assert has_no_negative_eigenvalue(np.eye(4))
    assert not has_no_negative_eigenvalue(np.ones((4, 4)) - 1e-9 * np.eye(4))


@settings(deadline=None, max_examples=40)
@given(st.integers(4, 8), st.integers(0, 10_000), st.booleans())
def test_multipliers_go_over_to_a_kernel_with_the_same_meaning(nodes: int, seed: int, apart: bool) -> None:
    """On divisions in which the pair holds, the triangles come to the same sum before and after."""
    piece = dense_piece(nodes, seed)
    random = np.random.default_rng(seed)
    actors = np.array([np.sort(random.choice(nodes, 3, replace=False)) for _ in range(6)])
    signs = np.array([[-1, -1, -1], [-1, 1, 1], [1, -1, 1], [1, 1, -1]])[random.integers(0, 4, 6)]
    old = Multipliers(random.random(nodes), Triangles(actors, signs), random.random(6))
    kernel = kernelise(piece, Related(np.array([0]), np.array([1]), np.array([apart])))
    new = carried_multipliers(old, kernel)
    assert len(new.diagonal) == kernel.piece.nodes
    labels = random.integers(0, 2, kernel.piece.nodes)
    sides = 1.0 - 2.0 * kernel.lift(labels)
    whole = kernel.places[actors]
    kept = (whole >= 0).all(axis=1) & np.array([len(set(row)) == 3 for row in whole.tolist()])
    before = old.triangles.sums(np.outer(sides, sides))[kept] @ old.prices[kept]
    small = 1.0 - 2.0 * labels
    assert new.triangles.sums(np.outer(small, small)) @ new.prices == pytest.approx(before)


def test_odd_cycles_leave_a_gap_and_the_file_keeps_what_closes_it() -> None:
    """Seven actors, all hostile: 9 at best (21 − 3·4), cycles alone prove 7."""
    names = ("قطر", "تركيا", "إيران", "سوريا", "مصر", "لبنان", "الأردن")
    rows = [(a, b, -1.0) for a in range(7) for b in range(a)]
    graph = SignedGraph.of(names, rows)
    weights = whole_weights(graph.weights)
    piece = Piece(7, graph.ends, weights.numbers)
    found = divide_two(piece, seed=0, deadline=math.inf)
    assert (found.value, found.bound) == (9, 9)
    certificate = CampsCertificate.of(graph, 2, found.labels, weights, found.bound, found.proof)
    data = certificate_bytes(certificate)
    again = certificate_from(data)
    assert certificate_bytes(again) == data
    check = check_certificate(graph, again)
    assert (check.wrong, check.optimal) == (None, True)
