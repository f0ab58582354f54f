"""A signed graph: named actors and only those ties that are not zero, for questions about whole networks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ahlaf.network.signed import SignedNetwork

# A sum of decimals that should be zero comes out within a few rounding errors of it, relative to what was summed.
ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class SignedGraph:
    """Who is tied to whom, friendly (weight > 0) or hostile (weight < 0), one tie a pair.

    `nodes` are the names in the order in which they first appeared; `ends` has shape (ties, 2) and holds positions in
    `nodes`, the smaller first, the rows in ascending order; `weights` has shape (ties,) and no zero.
    `is_maxcut`: it came from a max-cut file, where the weight of an edge is minus the weight of the tie.
    `self_ties` counts the rows that tied an actor to itself: they are no ties, and whoever reads the file may say so.
    """

    nodes: tuple[str, ...]
    ends: NDArray[np.int64]
    weights: NDArray[np.float64]
    is_maxcut: bool = False
    self_ties: int = 0

    @classmethod
    def of(
        cls,
        nodes: Sequence[str],
        rows: Iterable[tuple[int, int, float]] | NDArray[np.float64],
        *,
        signs: bool = False,
        is_maxcut: bool = False,
    ) -> SignedGraph:
        """Add up rows (position, position, weight) in whichever direction; a pair whose sum is zero has no tie.

        With `signs` each row counts as +1, 0 or −1 and each pair as the sign of its sum.
        """
        given = rows if isinstance(rows, np.ndarray) else [*rows]
        table = np.asarray(given, dtype=np.float64).reshape(-1, 3)
        ends = np.sort(table[:, :2].astype(np.int64), axis=1)
        values = np.sign(table[:, 2]) if signs else table[:, 2]
        proper = ends[:, 0] != ends[:, 1]
        keys, where = np.unique(ends[proper, 0] * len(nodes) + ends[proper, 1], return_inverse=True)
        sums = np.bincount(where, weights=values[proper], minlength=len(keys))
        sizes = np.bincount(where, weights=np.abs(values[proper]), minlength=len(keys))
        known = np.abs(sums) > ROUNDING * sizes
        pairs = np.stack([keys[known] // max(len(nodes), 1), keys[known] % max(len(nodes), 1)], axis=1)
        weights = np.sign(sums[known]) if signs else sums[known]
        self_ties = int((~proper).sum())
        return cls(tuple(nodes), pairs.astype(np.int64), weights.astype(np.float64), is_maxcut, self_ties)

    @property
    def positive_total(self) -> float:
        """The summed weight of the edges of the max-cut file that want their ends apart (the hostile ties' weight)."""
        return float(-self.weights[self.weights < 0].sum())


def signed_graph(network: SignedNetwork) -> SignedGraph:
    """Return the graph of a network's ties at their weights; a tie of weight zero is none."""
    rows = ((network.index[a], network.index[b], tie.weight) for (a, b), tie in network.ties.items())
    return SignedGraph.of(network.actors, rows)
