"""Finds multipliers of the semidefinite program with triangles, by a smooth program without a matrix to be kept.

With X in the elliptope (X_ii = 1, X without negative eigenvalue) ‖X‖ ≤ n, so for every α > 0, u and γ ≥ 0

    2 Q ≤ Σ u + Σ γ + ‖[A − Diag(u) − ½ Σ γ_t T_t]₊‖² / (2 α) + α n² / 2,

which is smooth in u and γ; its minimum goes to that of the semidefinite program as α goes to 0. [·]₊ leaves of a
matrix what belongs to its positive eigenvalues, and [·]₊ / α comes near the best X. Triangles that X violates are added
between minimisations (by L-BFGS-B), those without a multiplier dropped.

Source: N. Krislock, J. Malick and F. Roupin (2014), Improved semidefinite bounding procedure for solving max-cut
problems to optimality.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.optimize import minimize

from ahlaf.solve.camps.piece import Floats, Integers, Piece
from ahlaf.solve.camps.proof.semidefinite import (
    LARGEST_ENTRY,
    PAIRS,
    Semidefinite,
    Triangles,
    has_no_negative_eigenvalue,
    margin_of,
    ties_matrix,
)
from ahlaf.solve.camps.values import values_of_two
from ahlaf.solve.stopping import expired

# α as a share of the heaviest tie: at the beginning, where multipliers are at hand already, and at the end.
FIRST, WARM, LAST = 0.5, 0.02, 2e-5
SHRINKING = 0.5
# From here on it is looked whether the bound still moves: whether it would reach the goal at the pace of the last two
# rounds in so many more.
FINE = 2e-3
ROUNDS_MORE = 8
# Steps of a minimisation.
STEPS = 40
# At most so many triangles for each actor are added at a time, those that X violates most, and by no less than this
# and than this share of the most.
ADDED = 6
LEAST_VIOLATION = 0.02
LEAST_SHARE = 0.1
LEAST_MULTIPLIER = 1e-7
SIGNS = np.array([[-1, -1, -1], [-1, 1, 1], [1, -1, 1], [1, 1, -1]], dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Multipliers:
    """A diagonal u and multipliers on triangles, both in weights of ties, to begin with."""

    diagonal: Floats
    triangles: Triangles
    prices: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Enclosed:
    """The bound of a piece with what proves it, the multipliers before they were rounded, and the matrix X."""

    bound: int
    duals: Semidefinite
    multipliers: Multipliers
    products: Floats


def enclose(piece: Piece, start: Multipliers | None, goal: int, deadline: float) -> Enclosed:
    """Return a bound that is at least the goal, or as high as it seems worth."""
    return _Elliptope(piece, start).run(goal, deadline, WARM if start else FIRST)


class _Elliptope:
    def __init__(self, piece: Piece, start: Multipliers | None) -> None:
        self.piece = piece
        self.ties = ties_matrix(piece)
        self.values = values_of_two(piece)
        self.total = float(piece.sizes.sum())
        self.heaviest = float(piece.sizes.max())
        first = Multipliers(np.abs(self.ties).sum(axis=1), Triangles.none(), np.zeros(0))
        self.now = start or first
        self.products = np.eye(piece.nodes)
        self.triples = _triples(piece.nodes)

    def run(self, goal: int, deadline: float, share: float) -> Enclosed:
        wanted = float(self.values.next_below(goal))
        reached: list[float] = []
        while True:
            reached.append(max(self.minimised(share * self.heaviest), reached[-1] if reached else 0.0))
            done = reached[-1] > wanted
            if share <= FINE and len(reached) > 3:
                done = done or wanted - reached[-1] >= ROUNDS_MORE / 2 * (reached[-1] - reached[-3])
            if done or expired(deadline):
                duals = self.rounded()
                bound = self.values.from_bound(duals.numerator(self.piece), 4 * duals.unit)
                if bound >= goal or share <= LAST or reached[-1] <= wanted or expired(deadline):
                    return Enclosed(bound, duals, self.now, self.products)
            self.exchange()
            share = max(SHRINKING * share, LAST)

    def minimised(self, alpha: float) -> float:
        """Minimise for one α; return the bound of the frustration that the program states."""
        nodes = self.piece.nodes
        start = np.concatenate([self.now.diagonal, self.now.prices])
        limits = [(None, None)] * nodes + [(0.0, None)] * len(self.now.prices)
        found = minimize(
            self.stated, start, args=(alpha,), jac=True, method="L-BFGS-B", bounds=limits,
            options={"maxiter": STEPS, "maxfun": STEPS * 3 // 2},
        )  # fmt: skip
        self.now = Multipliers(found.x[:nodes], self.now.triangles, found.x[nodes:])
        value, _ = self.stated(found.x, alpha)
        return self.total / 2 - value / 4

    def stated(self, point: Floats, alpha: float) -> tuple[float, Floats]:
        """Return the program's value at (u, γ) and its gradient; X is left in `products`."""
        nodes, triangles = self.piece.nodes, self.now.triangles
        diagonal, prices = point[:nodes], point[nodes:]
        matrix = self.ties - triangles.spread(nodes, prices / 2)
        matrix[np.diag_indices(nodes)] -= diagonal
        eigenvalues, vectors = np.linalg.eigh(matrix)
        positive = int(np.searchsorted(eigenvalues, 0.0))
        half = vectors[:, positive:] * np.sqrt(eigenvalues[positive:])
        self.products = half @ half.T / alpha
        value = float(diagonal.sum() + prices.sum()) + alpha / 2 * (float((self.products**2).sum()) + nodes**2)
        return value, np.concatenate([1.0 - np.diag(self.products), 1.0 - triangles.sums(self.products)])

    def exchange(self) -> None:
        """Drop triangles that cost nothing, and add those that X violates most."""
        nodes = self.piece.nodes
        kept = self.now.prices > LEAST_MULTIPLIER * self.heaviest
        used = Triangles(self.now.triangles.actors[kept], self.now.triangles.signs[kept])
        entries = [self.products[self.triples[:, a], self.triples[:, b]] for a, b in PAIRS]
        sums = np.concatenate([s * entries[0] + t * entries[1] + r * entries[2] for s, t, r in SIGNS]) - 1.0
        # Those that are in it already are met as well as α allows.
        sums[_places(used, self.triples, nodes)] = 0.0
        far = np.flatnonzero(sums > max(LEAST_VIOLATION, LEAST_SHARE * float(sums.max(initial=0.0))))
        worst = far[np.argsort(-sums[far], kind="stable")[: ADDED * nodes]]
        pattern, triple = np.divmod(worst, len(self.triples))
        self.now = Multipliers(
            self.now.diagonal,
            Triangles(
                np.concatenate([used.actors, self.triples[triple]]), np.concatenate([used.signs, SIGNS[pattern]])
            ),
            np.concatenate([self.now.prices[kept], np.zeros(len(worst))]),
        )

    def rounded(self) -> Semidefinite:
        """Return the multipliers as whole numbers, with as much on the diagonal as it takes."""
        most = 4.0 * (self.total + float(np.abs(self.now.diagonal).sum() + self.now.prices.sum()))
        unit = 2 ** max(0, int(np.log2(LARGEST_ENTRY / most)))
        prices = np.round(self.now.prices / 2 * unit).astype(np.int64)
        used = prices > 0
        triangles = Triangles(self.now.triangles.actors[used], self.now.triangles.signs[used])
        diagonal = np.ceil(self.now.diagonal * unit).astype(np.int64)
        duals = Semidefinite(diagonal, triangles, prices[used], unit)
        matrix = duals.matrix(self.piece)
        least = float(np.linalg.eigvalsh(matrix)[0])
        more = max(0.0, -least) + 4 * margin_of(matrix) + 1.0
        while True:
            raised = Semidefinite(diagonal + int(np.ceil(more)), triangles, prices[used], unit)
            if has_no_negative_eigenvalue(raised.matrix(self.piece)):
                return raised
            more *= 2


@lru_cache(maxsize=4)
def _triples(nodes: int) -> Integers:
    """Return all i < j < k in lexicographic order, shape (triples, 3)."""
    at = np.arange(nodes)
    ascending = (at[:, None, None] < at[None, :, None]) & (at[None, :, None] < at[None, None, :])
    return np.argwhere(ascending)


def _places(triangles: Triangles, triples: Integers, nodes: int) -> Integers:
    """Return where triangles stand in the list of all triples for each row of SIGNS, one row after the other."""
    powers = np.array([nodes * nodes, nodes, 1])
    at = np.searchsorted(triples @ powers, triangles.actors @ powers)
    first, second = triangles.signs[:, 0] > 0, triangles.signs[:, 1] > 0
    places: Integers = (2 * first + second) * len(triples) + at
    return places
