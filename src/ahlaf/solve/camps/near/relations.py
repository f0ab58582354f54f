"""The price of every relation: how much more frustration it takes that two actors stand otherwise than in the best way.

Source: C. K. Cheng and T. C. Hu (1991), Ancestor tree for arbitrary multi-terminal cut functions.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from ahlaf.model import ActorFirmness, Camps, QuestionError, RelationPrice, pair_of
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import solve_camps
from ahlaf.solve.camps.near.firm import Better, seen_from
from ahlaf.solve.camps.near.held import Two, related
from ahlaf.solve.camps.near.near_best import DEFAULT_TIME_LIMIT, carried, improved, labels_of
from ahlaf.solve.camps.parts import blocks_of, components_of
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.stopping import expired

# Above every price.
FREE = 2**62
# Tables of all pairs are kept.
MOST_ACTORS = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """For every pair of actors what its relation costs to turn: at least `low`, at most `high`; shape (n, n) each.

    In units of frustration, where they are equal exactly that. Infinite for an actor with itself, and zero for two
    whom no chain of ties joins: they have no relation. `joined` numbers the parts of the network that ties join.
    """

    best: Camps
    names: tuple[str, ...]
    low: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    high: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    joined: Integers

    def of(self, one: str, other: str) -> RelationPrice:
        """Return the price of one relation; raises QuestionError for a name that is not in the network."""
        for name in (one, other):
            if name not in self.names:
                raise QuestionError(f"{name} is not in the network", expected="one of its actors")
        first, second = self.names.index(one), self.names.index(other)
        together = next(one in camp for camp in self.best.camps if other in camp)
        low, high = float(self.low[first, second]), float(self.high[first, second])
        return RelationPrice(pair_of(one, other), together, low, high)

    def actors(self) -> tuple[ActorFirmness, ...]:
        """Return how firmly each actor stands; see `ActorFirmness`. Actors without any tie are left out."""
        found: list[ActorFirmness] = []
        for at, name in enumerate(self.names):
            others = np.flatnonzero(self.joined == self.joined[at])
            half = len(others) // 2
            if half:
                # In descending order; the first is the actor with itself.
                low, high = (float(-np.sort(-table[at, others])[half]) for table in (self.low, self.high))
                found.append(ActorFirmness(name, low, low == high))
        return tuple(found)


def relation_prices(graph: SignedGraph, *, time_limit: float = DEFAULT_TIME_LIMIT, seed: int = 0) -> Prices:
    """Find for every two actors the least extra frustration of a division in which their relation is another.

    Together becomes apart, or apart together. A division that parts i and k parts i and j or j and k, so that
    P(i, k) ≥ min(P(i, j), P(j, k)): about as many divisions as there are actors tell the prices of all pairs. Where
    `time_limit` seconds do not suffice, `low` and `high` enclose what is not known exactly.
    Raises QuestionError for a network of more than MOST_ACTORS.
    """
    if len(graph.nodes) > MOST_ACTORS:
        raise QuestionError(f"the network has {len(graph.nodes)} actors", expected=f"no more than {MOST_ACTORS}")
    deadline = time.monotonic() + time_limit
    solved = solve_camps(graph, k=2, time_limit=time_limit, seed=seed)
    two = Two(seed, deadline)
    while True:
        labels = labels_of(solved)
        whole = seen_from(solved.whole, labels)
        low, high = (np.zeros((whole.nodes, whole.nodes), dtype=np.int64) for _ in range(2))
        np.fill_diagonal(low, FREE)
        np.fill_diagonal(high, FREE)
        joined = components_of(whole.nodes, whole.ends)
        try:
            for block in blocks_of(whole):
                try:
                    own = _in_block(block.piece(whole), two)
                except Better as better:
                    raise Better(carried(whole, block, better.labels) ^ labels) from None
                at = np.ix_(block.nodes, block.nodes)
                low[at], high[at] = own.low, own.high
        except Better as better:
            solved = improved(solved, better.labels)
            continue
        unit = float(solved.weights.unit)
        shared = _shared(whole)
        for table in (low, high):
            _through(table, joined, shared)
        lowest, highest = (np.where(table == FREE, np.inf, table * unit) for table in (low, high))
        return Prices(solved.camps, graph.nodes, lowest, highest, joined)


@dataclass(slots=True, eq=False)
class _Table:
    low: Integers
    high: Integers


def _in_block(piece: Piece, two: Two) -> _Table:
    """Ask about pairs whose price is not known, tied ones first, until all are; a piece seen from its best division."""
    shape = (piece.nodes, piece.nodes)
    table = _Table(np.zeros(shape, dtype=np.int64), np.full(shape, FREE))
    np.fill_diagonal(table.low, FREE)
    together = int(piece.sizes[piece.weights < 0].sum())
    asked = np.eye(piece.nodes, dtype=np.bool_)
    while not expired(two.deadline):
        pair = _open(piece, table, asked)
        if pair is None:
            break
        asked[pair] = asked[pair[::-1]] = True
        found = two.best(piece, related(np.array([pair]), np.ones(1, dtype=np.int64)))
        assert found is not None, "two actors can always part"
        if found.value < together:
            raise Better(found.labels)
        parted = found.labels[:, np.newaxis] != found.labels
        table.high[parted] = np.minimum(table.high[parted], found.value - together)
        table.low = _raised(table.low, *pair, max(0, found.bound - together))
    return table


def _open(
    piece: Piece, table: _Table, asked: np.ndarray[tuple[int, int], np.dtype[np.bool_]]
) -> tuple[int, int] | None:
    unknown = (table.low < table.high) & ~asked
    first, second = piece.ends.T
    left = np.flatnonzero(unknown[first, second])
    if len(left):
        at = left[np.argmax(piece.weights[left])]
        return int(first[at]), int(second[at])
    pairs = np.argwhere(unknown)
    return (int(pairs[0, 0]), int(pairs[0, 1])) if len(pairs) else None


def _raised(low: Integers, one: int, other: int, price: int) -> Integers:
    """Take in that the price of one pair is at least `price`, for this pair and all that it links."""
    over = np.minimum(np.minimum.outer(low[:, one], low[other]), price)
    raised: Integers = np.maximum(low, np.maximum(over, over.T))
    return raised


def _shared(whole: Piece) -> list[int]:
    """Return the actors that are in more than one block."""
    members = np.concatenate([np.zeros(0, dtype=np.int64), *(block.nodes for block in blocks_of(whole))])
    return np.flatnonzero(np.bincount(members, minlength=whole.nodes) > 1).tolist()


def _through(table: Integers, joined: Integers, shared: list[int]) -> None:
    """Fill in pairs of different blocks: the least price on the way, for blocks have nothing to do with one another.

    The way leads from block to block through actors that they share (S. Warshall, 1962).
    """
    for middle in shared:
        inside = np.flatnonzero(joined == joined[middle])
        at = np.ix_(inside, inside)
        table[at] = np.maximum(table[at], np.minimum.outer(table[inside, middle], table[middle, inside]))
