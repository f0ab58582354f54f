"""Small dense pieces: cases over pairs of actors, each closed by a bound of the semidefinite program with triangles.

Where odd cycles leave a gap the semidefinite bound is far higher, and dear: of use up to some hundred actors.
Source: F. Rendl, G. Rinaldi and A. Wiegele (2010), Solving max-cut to optimality by intersecting semidefinite and
polyhedral relaxations.
"""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.kernel.kernel import Kernel, Related, kernelise
from ahlaf.solve.camps.piece import Floats, Piece
from ahlaf.solve.camps.proof.proof import Branch, Close, Enclose, Narrow, Proof
from ahlaf.solve.camps.proof.semidefinite import PAIRS, Triangles, ties_matrix
from ahlaf.solve.camps.two.elliptope import Enclosed, Multipliers, enclose
from ahlaf.solve.camps.two.fixing import descend
from ahlaf.solve.camps.two.place import Best, Place, Proven
from ahlaf.solve.stopping import expired

# So many rows of X, those that cost least, are made better by single moves.
ROWS_TRIED = 5


def prove_dense(place: Place, best: Best, deadline: float, start: Multipliers | None = None) -> Proven:
    """Prove that no division at a place is better than the best, or find a better one.

    At the deadline the bound so far comes back, which may be less than the best.
    """
    if not place.piece.ties:
        best.offer(place, np.zeros(place.piece.nodes, dtype=np.int64))
        return Proven(min(best.value, place.constant), Proof((Close(Duals.none()),)))
    found = enclose(place.piece, start, best.goal(place), deadline)
    if found.bound < best.goal(place):
        _offer(place, found.products, best)
    if found.bound < best.goal(place) and not expired(deadline):
        return _cases(place, found, best, deadline)
    return _closed(place, found, best)


def _closed(place: Place, found: Enclosed, best: Best) -> Proven:
    return Proven(min(best.value, found.bound + place.constant), Proof((Enclose(found.duals),)))


def _cases(place: Place, found: Enclosed, best: Best, deadline: float) -> Proven:
    """Prove both cases for a pair, first the one that the products speak for."""
    first, second = _pair(place.piece, found.products)
    likely = bool(found.products[first, second] < 0)
    cases: dict[bool, Proven] = {}
    for apart in (likely, not likely):
        kernel = kernelise(place.piece, Related(np.array([first]), np.array([second]), np.array([apart])))
        start = carried_multipliers(found.multipliers, kernel)
        case = prove_dense(place.into(kernel), best, deadline, start)
        cases[apart] = Proven(case.bound, Proof((Narrow.to(kernel), *case.proof.steps)))
    least = min(case.bound for case in cases.values())
    if least < found.bound + place.constant:
        return _closed(place, found, best)
    return Proven(min(best.value, least), Proof((Branch(first, second, cases[False].proof, cases[True].proof),)))


def _pair(piece: Piece, products: Floats) -> tuple[int, int]:
    """Return two actors with heavy ties whose relation the products leave open: of the largest (1 − |X|)² t_i t_j."""
    sizes = np.sqrt(np.maximum(np.diag(products), 1e-12))
    totals = np.abs(ties_matrix(piece)).sum(axis=1)
    open_ = (1.0 - np.minimum(np.abs(products) / np.outer(sizes, sizes), 1.0)) ** 2 * np.outer(totals, totals)
    first, second = divmod(int(np.argmax(np.triu(open_, 1))), piece.nodes)
    return (first, second) if first < second else (0, 1)


def _offer(place: Place, products: Floats, best: Best) -> None:
    """Divide as each actor's row of X would have it, and offer what single moves make of the best of these."""
    rows = (products < 0).astype(np.int64)
    costs = [place.piece.frustration(labels) for labels in rows]
    for at in np.argsort(costs, kind="stable")[:ROWS_TRIED]:
        best.offer(place, descend(place.piece, rows[at]))


def carried_multipliers(multipliers: Multipliers, kernel: Kernel) -> Multipliers:
    """Return the multipliers on what is left of diagonal and triangles in a kernel; those of equal triangles add up."""
    nodes = kernel.piece.nodes
    actor = kernel.places
    side = np.where(kernel.groups.apart, -1, 1)
    there = actor >= 0
    diagonal = np.bincount(actor[there], weights=multipliers.diagonal[there], minlength=nodes).astype(np.float64)
    old = multipliers.triangles
    actors = actor[old.actors]
    sides = side[old.actors]
    signs = old.signs * np.stack([sides[:, a] * sides[:, b] for a, b in PAIRS], axis=1)
    good = (actors >= 0).all(axis=1)
    for a, b in PAIRS:
        good &= actors[:, a] != actors[:, b]
    actors, signs, prices = actors[good], signs[good], multipliers.prices[good]
    # The sign of a pair is that of its two actors wherever they stand in the triangle: it goes by the third.
    order = np.argsort(actors, axis=1)
    signs = np.take_along_axis(signs[:, ::-1], order, axis=1)[:, ::-1]
    actors = np.take_along_axis(actors, order, axis=1)
    rows, where = np.unique(np.concatenate([actors, signs], axis=1), axis=0, return_inverse=True)
    summed = np.bincount(where.ravel(), weights=prices, minlength=len(rows)).astype(np.float64)
    return Multipliers(diagonal, Triangles(rows[:, :3], rows[:, 3:]), summed)
