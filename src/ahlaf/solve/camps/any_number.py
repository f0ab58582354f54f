"""Any number of camps: the fewest ties (by weight) that go against the best division of a network into camps.

A network divides into camps without frustration exactly when no cycle has a single hostile tie (J. A. Davis, 1967).
For a hostile tie such cycles are the ways through friendly ties from its one end to the other.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components, dijkstra

from ahlaf.solve.camps.cover import VIOLATION, Floats, Integers
from ahlaf.solve.camps.doubled import SHORTNESS
from ahlaf.solve.camps.parts import frustrated_ties
from ahlaf.solve.camps.tabu import adjacency

# A friendly tie is taken as broken where the linear program breaks it by more than this; each is tried.
THRESHOLDS = (0.05, 0.2, 0.35, 0.5, 0.65)
SWEEPS = 100
STARTS = 20
# A share of the actors that leave their camps at each new start of the search.
DISTURBED = 0.25


@dataclass(slots=True, eq=False)
class AnyCamps:
    """The cycles with a single hostile tie in a connected network of `nodes` actors."""

    nodes: int
    ends: Integers
    signed: Floats
    deadline: float

    @property
    def weights(self) -> Floats:
        """What it costs to leave each tie frustrated."""
        return np.abs(self.signed)

    def frustrated(self, labels: Integers) -> NDArray[np.bool_]:
        """Say which friendly ties run between camps and which hostile ones within."""
        return frustrated_ties(self.ends, self.signed, labels)

    def rounded(self, x: Floats) -> Integers:
        """Break the friendly ties that x breaks, take what hangs together as camps, and move single actors."""
        friendly = self.signed > 0
        best: tuple[float, Integers] | None = None
        for threshold in THRESHOLDS:
            kept = friendly & (x < threshold)
            graph = adjacency(self.nodes, self.ends[kept], self.signed[kept])
            labels = connected_components(graph, directed=False)[1].astype(np.int64)
            labels = move_singly(self._neighbours(), labels, self.deadline)
            value = float(self.weights[self.frustrated(labels)].sum())
            if best is None or value < best[0]:
                best = (value, labels)
        assert best is not None
        return best[1]

    def violated(self, x: Floats) -> Iterator[tuple[int, ...]]:
        """Yield, for every hostile tie, the lightest way round it through friendly ties if that sums to less than 1."""
        friendly = self.signed > 0
        graph = adjacency(self.nodes, self.ends[friendly], x[friendly] + SHORTNESS)
        tie_at = {(int(a), int(b)): at for at, (a, b) in enumerate(self.ends)}
        hostile: dict[int, list[int]] = defaultdict(list)
        for at in np.flatnonzero(~friendly & (x < 1.0 - VIOLATION)):
            hostile[int(self.ends[at, 0])].append(int(at))
        for source in sorted(hostile):
            distances, before = dijkstra(graph, indices=np.array([source]), return_predecessors=True, limit=1.0)
            for tie in hostile[source]:
                target = int(self.ends[tie, 1])
                if distances[0, target] + x[tie] < 1.0 - VIOLATION:
                    cycle = (tie, *self._way(before[0], target, source, tie_at))
                    if x[list(cycle)].sum() < 1.0 - VIOLATION:
                        yield tuple(sorted(cycle))

    @staticmethod
    def _way(before: NDArray[np.int32], node: int, source: int, tie_at: dict[tuple[int, int], int]) -> Iterator[int]:
        while node != source:
            previous = int(before[node])
            yield tie_at[min(previous, node), max(previous, node)]
            node = previous

    def _neighbours(self) -> list[list[tuple[int, float]]]:
        found: list[list[tuple[int, float]]] = [[] for _ in range(self.nodes)]
        for (a, b), weight in zip(self.ends.tolist(), self.signed.tolist(), strict=True):
            found[a].append((b, weight))
            found[b].append((a, weight))
        return found

    def search(self, seed: int) -> Integers:
        """Return a good partition without proof: single moves until none helps, from many disturbed starts."""
        random = np.random.default_rng(seed)
        neighbours = self._neighbours()
        best = move_singly(neighbours, np.arange(self.nodes), self.deadline)
        best_value = float(self.weights[self.frustrated(best)].sum())
        for _ in range(STARTS):
            if time.monotonic() >= self.deadline:
                break
            labels = best.copy()
            leaving = random.random(self.nodes) < DISTURBED
            labels[leaving] = self.nodes + np.flatnonzero(leaving)
            labels = move_singly(neighbours, labels, self.deadline)
            value = float(self.weights[self.frustrated(labels)].sum())
            if value < best_value:
                best, best_value = labels, value
        return best


def move_singly(neighbours: list[list[tuple[int, float]]], labels: Integers, deadline: float) -> Integers:
    """Let each actor in turn go to the camp that it is most tied to, or to one of its own, until none would move."""
    camps = labels.tolist()
    empty = max(camps, default=-1) + 1
    for _ in range(SWEEPS):
        moved = False
        for node, near in enumerate(neighbours):
            pull: dict[int, float] = defaultdict(float)
            for other, weight in near:
                pull[camps[other]] += weight
            camp = max(pull, key=lambda at: (pull[at], -at), default=empty)
            stays = pull.get(camps[node], 0.0)
            target, gain = (camp, pull[camp]) if pull and pull[camp] > 0.0 else (empty, 0.0)
            if gain > stays + 1e-12:
                camps[node] = target
                empty += target == empty
                moved = True
        if not moved or time.monotonic() >= deadline:
            break
    return np.unique(np.array(camps, dtype=np.int64), return_inverse=True)[1].astype(np.int64)
