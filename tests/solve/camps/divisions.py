"""Small networks, and what trying all their divisions says."""

from __future__ import annotations

import math
from itertools import combinations, product

import numpy as np
from hypothesis import strategies as st

from ahlaf.network import SignedGraph

# Which ties a division divides: what tells two divisions apart whatever their camps are called.
Divided = tuple[bool, ...]


@st.composite
def networks(draw: st.DrawFn, most: int = 7) -> SignedGraph:
    actors = draw(st.integers(2, most))
    pairs = list(combinations(range(actors), 2))
    weights = draw(st.lists(st.sampled_from([0, 0, 1, -1, 2, -2, 3]), min_size=len(pairs), max_size=len(pairs)))
    return SignedGraph.of(
        [f"a{i}" for i in range(actors)], [(i, j, float(w)) for (i, j), w in zip(pairs, weights, strict=True)]
    )


def partitions(actors: int) -> list[tuple[int, ...]]:
    """Return every way to put actors into camps, each once: a new camp has the next number."""
    rows: list[tuple[int, ...]] = [()]
    for _ in range(actors):
        rows = [(*row, camp) for row in rows for camp in range(max(row, default=-1) + 2)]
    return rows


def divided(graph: SignedGraph, sides: np.ndarray) -> Divided:
    return tuple((sides[graph.ends[:, 0]] != sides[graph.ends[:, 1]]).tolist())


def cost(graph: SignedGraph, apart: Divided) -> float:
    against = np.array(apart, dtype=np.bool_) == (graph.weights > 0)
    return math.fsum(np.abs(graph.weights[against]))


def all_divisions(graph: SignedGraph) -> dict[Divided, float]:
    found = {divided(graph, np.array((0, *rest))) for rest in product((0, 1), repeat=len(graph.nodes) - 1)}
    return {apart: cost(graph, apart) for apart in found}


def prices(graph: SignedGraph, best: np.ndarray) -> np.ndarray:
    """Return for each pair the least extra frustration at which its relation is another."""
    actors = len(graph.nodes)
    price = np.full((actors, actors), np.inf)
    least = cost(graph, divided(graph, best))
    for rest in product((0, 1), repeat=actors - 1):
        turned = np.array((0, *rest)) ^ best
        extra = cost(graph, divided(graph, np.array((0, *rest)))) - least
        parted = turned[:, np.newaxis] != turned
        price[parted] = np.minimum(price[parted], extra)
    return price
