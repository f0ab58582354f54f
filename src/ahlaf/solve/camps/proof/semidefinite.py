"""A bound of every division in two that holds all pairs of actors together: multipliers of a semidefinite program.

Write a division as s ∈ {−1, 1}ⁿ. Its frustration is (Σ|w_e| − Q(s)) / 2 with Q(s) = Σ_{ij} w_ij s_i s_j over the ties,
and of any three actors σ_ij s_i s_j + σ_ik s_i s_k + σ_jk s_j s_k ≤ 1 for signs σ whose product is −1. With multipliers
γ ≥ 0 on such triangles, B_ij = w_ij − Σ_t γ_t σ_ij and a diagonal d such that Diag(d) − B has no negative eigenvalue,

    Q(s) = sᵀ B s / 2 + Σ_t γ_t (Σ σ s s) ≤ Σ_i d_i / 2 + Σ_t γ_t

for every division. Source: F. Rendl, G. Rinaldi and A. Wiegele (2010), Solving max-cut to optimality by intersecting
semidefinite and polyhedral relaxations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.piece import Floats, Integers, Piece

# Entries of the matrix stay below this, so that they are whole numbers in floating point too.
LARGEST_ENTRY = 2**52
# Positions in a triangle of the actors of its three pairs.
PAIRS = ((0, 1), (0, 2), (1, 2))


@dataclass(frozen=True, slots=True, eq=False)
class Triangles:
    """Triples of actors in ascending order, shape (triangles, 3), and the signs ±1 of their pairs ij, ik, jk."""

    actors: Integers
    signs: Integers

    @classmethod
    def none(cls) -> Triangles:
        """Return no triangle."""
        return cls(np.zeros((0, 3), dtype=np.int64), np.zeros((0, 3), dtype=np.int64))

    def __len__(self) -> int:
        return len(self.actors)

    def spread(self, nodes: int, numbers: Floats | Integers) -> Floats:
        """Return the symmetric (n, n) matrix of Σ_t numbers_t σ over the pairs of the triangles."""
        flat = np.zeros(nodes * nodes)
        for pair, (a, b) in enumerate(PAIRS):
            places = self.actors[:, a] * nodes + self.actors[:, b]
            flat += np.bincount(places, weights=numbers * self.signs[:, pair], minlength=nodes * nodes)
        upper = flat.reshape(nodes, nodes)
        spread: Floats = upper + upper.T
        return spread

    def sums(self, products: Floats) -> Floats:
        """Return Σ σ_ij X_ij over the pairs of each triangle."""
        total = np.zeros(len(self))
        for pair, (a, b) in enumerate(PAIRS):
            total += self.signs[:, pair] * products[self.actors[:, a], self.actors[:, b]]
        return total


@dataclass(frozen=True, slots=True, eq=False)
class Semidefinite:
    """A diagonal, and multipliers γ ≥ 0 on triangles, in whole multiples of 1 / `unit`."""

    diagonal: Integers
    triangles: Triangles
    multipliers: Integers
    unit: int

    def numerator(self, piece: Piece) -> int:
        """Return the bound times 4 · `unit`: 2 Σ|w_e| − Σ d_i − 2 Σ γ_t, if the matrix has no negative eigenvalue."""
        return 2 * self.unit * int(piece.sizes.sum()) - int(self.diagonal.sum()) - 2 * int(self.multipliers.sum())

    def matrix(self, piece: Piece) -> Floats:
        """Return Diag(d) − B in units; sums of whole numbers below LARGEST_ENTRY are exact in floating point."""
        matrix = self.triangles.spread(piece.nodes, self.multipliers) - ties_matrix(piece) * self.unit
        matrix[np.diag_indices(piece.nodes)] = self.diagonal
        return matrix


def ties_matrix(piece: Piece) -> Floats:
    """Return the symmetric (n, n) matrix of the weights."""
    matrix = np.zeros((piece.nodes, piece.nodes))
    matrix[piece.ends[:, 0], piece.ends[:, 1]] = piece.weights
    return matrix + matrix.T


def has_no_negative_eigenvalue(matrix: Floats) -> bool:
    """Say whether a symmetric matrix is surely positive semidefinite; no is no proof that it is not.

    The Cholesky decomposition of a matrix less a margin on the diagonal runs to its end in floating point only if the
    matrix has no negative eigenvalue; (n + 1) u / (1 − 2 (n + 1) u) · trace, u = 2⁻⁵³, is margin enough.
    Source: S. M. Rump (2006), Verification of positive definiteness, BIT Numerical Mathematics 46.
    """
    less = matrix.copy()
    less[np.diag_indices(len(matrix))] -= margin_of(matrix)
    try:
        np.linalg.cholesky(less)
    except np.linalg.LinAlgError:
        return False
    return True


def margin_of(matrix: Floats) -> float:
    """Return what is taken off the diagonal before the decomposition: several times what is needed."""
    return float(8 * len(matrix) ** 2 * 2.0**-53 * np.abs(matrix).max(initial=0.0)) + 2.0**-53
