"""Two camps: the fewest ties (by weight) that go against the best division of a connected network in two.

A network divides in two without frustration exactly when no cycle has an odd number of hostile ties (D. Cartwright and
F. Harary, 1956). Such cycles are walks from a node's one copy to its other in the doubled network, where a friendly
tie keeps to its layer and a hostile one changes it; the lightest are found as shortest paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, csr_matrix
from scipy.sparse.csgraph import breadth_first_order, dijkstra, minimum_spanning_tree

from ahlaf.solve.camps.cover import VIOLATION, Floats, Integers
from ahlaf.solve.camps.parts import frustrated_ties
from ahlaf.solve.camps.tabu import ROUNDS, adjacency, search_two

# Added to every length: of cycles that weigh the same the shorter gives the stronger row. It hides no violation.
SHORTNESS = 1e-9
# Sources of one batch of shortest paths; keeps the tables of distances small.
BATCH = 64


@dataclass(slots=True, eq=False)
class TwoCamps:
    """The cycles with an odd number of hostile ties in a connected network of `nodes` actors."""

    nodes: int
    ends: Integers
    signed: Floats
    seed: int
    deadline: float
    calls: int = 0
    sources: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    @property
    def weights(self) -> Floats:
        """What it costs to leave each tie frustrated."""
        return np.abs(self.signed)

    def frustrated(self, labels: Integers) -> NDArray[np.bool_]:
        """Say which friendly ties run between the camps and which hostile ones within."""
        return frustrated_ties(self.ends, self.signed, labels)

    def rounded(self, x: Floats) -> Integers:
        """Follow the tree of the ties that x trusts most, and search from there: long the first time, then in short."""
        tree = minimum_spanning_tree(adjacency(self.nodes, self.ends, x + SHORTNESS))
        labels = self._along(tree)
        matrix = adjacency(self.nodes, self.ends, self.signed)
        rounds = 1 if self.calls else ROUNDS
        self.calls += 1
        return search_two(matrix, labels, self.seed + self.calls, self.deadline, rounds=rounds)

    def search(self) -> Integers:
        """Return a good division without proof, and remember where to look for odd cycles.

        An odd cycle holds an odd number of the ties that are frustrated under any one division, so it is enough to
        look from actors that meet all frustrated ties of this one.
        """
        labels = self.rounded(np.zeros(len(self.signed)))
        self.sources = _meeting(self.ends[self.frustrated(labels)])
        return labels

    def _along(self, tree: csr_array[np.float64, tuple[int, int]]) -> Integers:
        signs = adjacency(self.nodes, self.ends, np.sign(self.signed))
        order, before = breadth_first_order(tree, 0, directed=False)
        labels = np.zeros(self.nodes, dtype=np.int64)
        relation = np.ones(self.nodes)
        relation[order[1:]] = np.asarray(signs[order[1:], before[order[1:]]]).ravel()
        for node in order[1:]:
            labels[node] = labels[before[node]] ^ int(relation[node] < 0)
        return labels

    def violated(self, x: Floats) -> Iterator[tuple[int, ...]]:
        """Yield, for every source, the lightest odd cycle through it if x sums to less than 1 over it."""
        lengths = x + SHORTNESS
        doubled = self._doubled(lengths)
        tie_at = self._positions()
        for first in range(0, len(self.sources), BATCH):
            sources = self.sources[first : first + BATCH]
            distances, before = dijkstra(doubled, indices=sources, return_predecessors=True, limit=1.0)
            for row, source in enumerate(sources):
                if distances[row, source + self.nodes] < 1.0 - VIOLATION:
                    cycle = self._cycle(before[row], int(source), tie_at)
                    if x[list(cycle)].sum() < 1.0 - VIOLATION:
                        yield cycle

    def _doubled(self, lengths: Floats) -> csr_matrix[np.float64]:
        first, second = self.ends[:, 0], self.ends[:, 1]
        shift = np.where(self.signed > 0, 0, self.nodes)
        one = np.concatenate([first, first + self.nodes])
        other = np.concatenate([second + shift, second + self.nodes - shift])
        both = np.concatenate([lengths, lengths])
        size = 2 * self.nodes
        rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
        return csr_matrix((np.concatenate([both, both]), (rows, columns)), shape=(size, size))

    def _positions(self) -> dict[tuple[int, int], int]:
        return {(int(a), int(b)): at for at, (a, b) in enumerate(self.ends)}

    def _cycle(self, before: NDArray[np.int32], source: int, tie_at: dict[tuple[int, int], int]) -> tuple[int, ...]:
        """Walk back from the source's other copy to the first actor met twice, in both layers: an odd cycle."""
        walked: list[int] = []
        seen: dict[int, int] = {}
        node = source + self.nodes
        while (actor := node % self.nodes) not in seen:
            seen[actor] = len(walked)
            walked.append(actor)
            node = int(before[node])
        circle = walked[seen[actor] :]
        pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
        return tuple(sorted(tie_at[min(a, b), max(a, b)] for a, b in pairs))


def _meeting(pairs: Integers) -> Integers:
    """Return actors of whom every pair holds at least one, the most frequent first taken."""
    left = pairs
    taken: list[int] = []
    while len(left):
        actor = int(np.argmax(np.bincount(left.ravel())))
        taken.append(actor)
        left = left[(left != actor).all(axis=1)]
    return np.array(sorted(taken), dtype=np.int64)
