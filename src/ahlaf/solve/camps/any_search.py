"""A good division into any number of camps, without proof: greedy joining, then disturbed and settled many times.

Sources: M. Keuper, E. Levinkov, N. Bonneel, G. Lavoué, T. Brox and B. Andres (2015), Efficient decomposition of image
and mesh graphs by lifted multicuts (greedy joining, moves between camps); H. R. Lourenço, O. C. Martin and T. Stützle
(2003), Iterated local search.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ahlaf.solve.camps.any_kernel import contract
from ahlaf.solve.camps.any_moves import CHANCES, Chances, Desk, Division, Near, wander
from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.ways import Numbers
from ahlaf.solve.stopping import expired

# With more ties than this, compiled loops are worth the time that it takes to load them.
COMPILED_FROM = 2000
# Rounds of one call, between looks at the clock.
ROUNDS = 200
ROUNDS_COMPILED = 5000
# The search gives up after so many rounds an actor, times its effort, that bettered nothing.
ROUNDS_PER_ACTOR = 10
# More moves an actor than this in one round end it.
MOVES = 8
# A disturbance takes at most so many actors.
LARGEST = 24


def search_any(
    piece: Piece,
    *,
    most: int | None = None,
    seed: int,
    deadline: float,
    start: Integers | None = None,
    goal: int = 0,
    effort: float = 1.0,
) -> Integers:
    """Return labels with little frustration, at most `most` of them, never worse than `start`.

    Ends at the deadline, when the frustration is down to `goal`, or when `effort` · ROUNDS_PER_ACTOR rounds an actor
    have bettered nothing.
    """
    if not piece.nodes:
        return np.zeros(0, dtype=np.int64)
    limit = piece.nodes if most is None else min(most, piece.nodes)
    labels = join_greedily(piece, limit)
    if start is not None and piece.frustration(start) <= piece.frustration(labels):
        labels = np.unique(start, return_inverse=True)[1].astype(np.int64)
    return Wanderer(piece, labels, limit, seed).run(deadline, goal, effort)


def join_greedily(piece: Piece, most: int) -> Integers:
    """Contract the ties that are the heaviest friendly ones of both their ends, again and again; then to `most`."""
    labels = np.arange(piece.nodes)
    while True:
        chosen = _heaviest_of_both_ends(piece)
        if not len(chosen):
            break
        where = components_of(piece.nodes, piece.ends[chosen])
        labels = where[labels]
        piece, _ = contract(piece, where)
    while piece.nodes > most:
        # The two that lose least by it; without any tie between them, the two last.
        heaviest = int(np.argmax(piece.weights)) if piece.ties else -1
        if heaviest < 0 or (piece.weights[heaviest] < 0 and piece.ties < piece.nodes * (piece.nodes - 1) // 2):
            pair = _untied(piece)
        else:
            pair = piece.ends[heaviest]
        where = np.arange(piece.nodes)
        where[pair[1]] = pair[0]
        where = np.unique(where, return_inverse=True)[1].astype(np.int64)
        labels = where[labels]
        piece, _ = contract(piece, where)
    return labels


def _untied(piece: Piece) -> Integers:
    """Return the first pair of actors without a tie."""
    keys = piece.ends[:, 0] * piece.nodes + piece.ends[:, 1]
    first, second = np.triu_indices(piece.nodes, 1)
    free = np.flatnonzero(~np.isin(first * piece.nodes + second, keys))[0]
    return np.array([first[free], second[free]])


def _heaviest_of_both_ends(piece: Piece) -> Integers:
    """Return friendly ties that come first at both their ends; of those that weigh the same the earlier comes first."""
    friendly = np.flatnonzero(piece.weights > 0)
    order = friendly[np.argsort(piece.weights[friendly], kind="stable")[::-1]]
    rank = np.arange(len(order))
    best = np.full(piece.nodes, len(order))
    np.minimum.at(best, piece.ends[order, 0], rank)
    np.minimum.at(best, piece.ends[order, 1], rank)
    first, second = piece.ends[order, 0], piece.ends[order, 1]
    return np.asarray(order[(best[first] == rank) & (best[second] == rank)])


class Wanderer:
    """A division that only becomes better, with all that the inner loops work on."""

    def __init__(self, piece: Piece, labels: Integers, most: int, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.large = piece.ties >= COMPILED_FROM
        near, form = piece.neighbours, self._form
        self.near = Near(form(near.starts), form(near.others), form(near.weights))
        sizes = np.bincount(labels, minlength=piece.nodes)
        tally = np.array([np.count_nonzero(sizes), most, 0], dtype=np.int64)
        self.division = Division(form(labels), form(sizes), form(tally))
        zeros, moves = np.zeros(piece.nodes, dtype=np.int64), np.zeros(MOVES * piece.nodes, dtype=np.int64)
        self.desk = Desk(*map(form, (zeros, zeros, zeros, moves, moves)))
        self.value = piece.frustration(labels)

    def run(self, deadline: float, goal: int, effort: float) -> Integers:
        """Wander until the deadline, the goal, or until nothing better is found for long."""
        move = _compiled() if self.large else wander
        patience = int(effort * ROUNDS_PER_ACTOR * len(self.division.labels))
        rounds = 1
        idle = 0
        while self.value > goal and idle <= patience and not expired(deadline):
            drawn = self.random.random(CHANCES * rounds)
            chances: Chances = drawn if self.large else drawn.tolist()
            gained = move(self.near, self.division, chances, LARGEST, self.desk)
            self.value -= gained
            idle = 0 if gained else idle + rounds
            rounds = min(ROUNDS_COMPILED if self.large else ROUNDS, patience - idle + 2)
        return np.unique(np.asarray(self.division.labels), return_inverse=True)[1].astype(np.int64)

    def _form(self, values: Integers) -> Numbers:
        return np.array(values, dtype=np.int64, order="C") if self.large else values.tolist()


def _compiled() -> Callable[..., int]:
    from ahlaf.solve.camps import any_moves_compiled

    return any_moves_compiled.wander
