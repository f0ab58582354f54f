"""For the checker: whether a semidefinite bound holds, in whole numbers throughout."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.check_replay import ProofError
from ahlaf.solve.camps.proof.semidefinite import Semidefinite

# Multipliers and the diagonal stay below this, so that sums of hundreds of them are exact in 64 bits.
LARGEST_NUMBER = 2**52
# The factor of the matrix is taken to so many binary places, and lowered by this share of the largest entry first.
PLACES = 30
SHIFT = 2.0**-50
# Parts of so many binary places: products of two, added up over so many actors, are whole in floating point.
LIMB = 19
MOST_ACTORS = 256


def check_semidefinite(piece: Piece, duals: Semidefinite) -> int:
    """Return the bound of the multipliers times 4 · unit; raises ProofError where they prove none."""
    _check_form(piece, duals)
    matrix = _matrix(piece, duals)
    if not _has_factor(matrix):
        raise ProofError("the matrix of a semidefinite bound may have a negative eigenvalue")
    paid: int = sum(duals.diagonal.tolist()) + 2 * sum(duals.multipliers.tolist())
    return 2 * int(duals.unit) * int(piece.sizes.sum()) - paid


def _check_form(piece: Piece, duals: Semidefinite) -> None:
    actors, signs, multipliers = duals.triangles.actors, duals.triangles.signs, duals.multipliers
    fitting = len(duals.diagonal) == piece.nodes <= MOST_ACTORS and len(actors) == len(signs) == len(multipliers)
    if not fitting:
        raise ProofError("the lists of a semidefinite bound do not fit the piece")
    if duals.unit < 1 or int(piece.sizes.sum()) * int(duals.unit) >= LARGEST_NUMBER:
        raise ProofError(f"a semidefinite bound cannot be counted in units of 1 / {duals.unit}")
    largest = max(int(np.abs(duals.diagonal).max(initial=0)), int(np.abs(multipliers).max(initial=0)))
    if largest >= LARGEST_NUMBER or (multipliers < 0).any():
        raise ProofError("a multiplier of a semidefinite bound is negative or too large")
    if len(actors) and (actors.min() < 0 or actors.max() >= piece.nodes or (np.diff(actors, axis=1) < 1).any()):
        raise ProofError("a triangle is not of three actors in ascending order")
    if not np.isin(signs, (-1, 1)).all() or (signs.prod(axis=1) != -1).any():
        raise ProofError("the signs of a triangle do not multiply to −1")


def _matrix(piece: Piece, duals: Semidefinite) -> Integers:
    """Return Diag(d) − unit · W + Σ γ σ, exactly."""
    matrix = np.zeros((piece.nodes, piece.nodes), dtype=np.int64)
    matrix[piece.ends[:, 0], piece.ends[:, 1]] = -piece.weights * duals.unit
    one, two, three = duals.triangles.actors.T
    for pair, places in enumerate(((one, two), (one, three), (two, three))):
        np.add.at(matrix, places, duals.multipliers * duals.triangles.signs[:, pair])
    return matrix + matrix.T + np.diag(duals.diagonal)


def _has_factor(matrix: Integers) -> bool:
    """Look for a matrix R and a diagonally dominant E with 4^p · M = R Rᵀ + E, all whole numbers: then none is below 0.

    R comes from a decomposition in floating point; however it came about, the equation and the dominance are exact.
    """
    size = len(matrix)
    lowered = matrix.astype(np.float64)
    lowered[np.diag_indices(size)] -= size * size * float(np.abs(matrix).max(initial=0)) * SHIFT
    try:
        factor = np.floor(np.linalg.cholesky(lowered) * 2.0**PLACES).astype(np.int64)
    except np.linalg.LinAlgError:
        return False
    rest = matrix.astype(object) * 4**PLACES - _square(factor)
    sizes = np.abs(rest)
    diagonal = rest[np.diag_indices(size)]
    return bool((diagonal >= sizes.sum(axis=1) - sizes[np.diag_indices(size)]).all())


def _square(factor: Integers) -> NDArray[np.object_]:
    """Return R Rᵀ exactly: parts of LIMB binary places are multiplied in floating point, where all sums stay whole."""
    first = factor >> (2 * LIMB)
    others = ((factor >> LIMB) & (2**LIMB - 1), factor & (2**LIMB - 1))
    limbs = [part.astype(np.float64) for part in (first, *others)]
    total = np.zeros(factor.shape, dtype=object)
    for high, one in enumerate(limbs):
        for low, other in enumerate(limbs):
            product = (one @ other.T).astype(np.int64).astype(object)
            total = total + product * 2 ** (LIMB * (4 - high - low))
    return total
