"""A good division into any number of camps, without proof: settled level by level, then disturbed and settled anew.

Sources: V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre (2008), Fast unfolding of communities in large
networks (the levels); H. R. Lourenço, O. C. Martin and T. Stützle (2003), Iterated local search.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ahlaf.solve.camps.any_number.contraction import contract
from ahlaf.solve.camps.any_number.moves import CHANCES, Chances, Desk, Division, Near, wander
from ahlaf.solve.camps.packing.ways import Numbers
from ahlaf.solve.camps.piece import Integers, Piece
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
# So many good divisions are compared for what they agree on.
PARENTS = 3
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
    labels = merged(piece, settled(piece), limit)
    if start is not None:
        begun = merged(piece, start, limit)
        labels = begun if piece.frustration(begun) <= piece.frustration(labels) else labels
    return Wanderer(piece, labels, limit, seed).run(deadline, goal, effort)


def search_often(
    piece: Piece,
    *,
    most: int | None = None,
    seed: int,
    deadline: float,
    start: Integers,
    goal: int = 0,
    effort: float,
    runs: int,
) -> Integers:
    """Search from `start`, then anew several times, and among what the best divisions agree on; return the best.

    Source: P. Galinier and J.-K. Hao (1999), Hybrid evolutionary algorithms for graph coloring (what parents share).
    """
    best = [search_any(piece, most=most, seed=seed, deadline=deadline, start=start, goal=goal, effort=effort)]
    for run in range(1, runs + 1):
        if piece.frustration(best[0]) <= goal or expired(deadline):
            break
        best.append(search_any(piece, most=most, seed=seed + run, deadline=deadline, goal=goal, effort=effort))
        agreed = np.unique(np.stack(best, axis=1), axis=0, return_inverse=True)[1].ravel().astype(np.int64)
        smaller, _ = contract(piece, agreed)
        among = search_any(smaller, most=most, seed=seed + run, deadline=deadline, effort=effort)[agreed]
        best.append(search_any(piece, most=most, seed=seed, deadline=deadline, start=among, effort=0.0))
        best = sorted(best, key=piece.frustration)[:PARENTS]
    return best[0]


def settled(piece: Piece) -> Integers:
    """Let every actor, alone at first, go where it is tied most, until all rest; then whole camps, and their camps."""
    labels = np.arange(piece.nodes)
    while piece.nodes:
        wanderer = Wanderer(piece, np.arange(piece.nodes), piece.nodes, seed=0)
        where = wanderer.settle()
        labels = where[labels]
        if len(np.unique(where)) == piece.nodes:
            break
        piece, _ = contract(piece, where)
    return labels


def merged(piece: Piece, labels: Integers, most: int) -> Integers:
    """Merge camps, each time the two that lose least by it, until there are at most `most`."""
    labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    camps, _ = contract(piece, labels)
    while camps.nodes > most:
        heaviest = int(np.argmax(camps.weights)) if camps.ties else -1
        all_tied = camps.ties == camps.nodes * (camps.nodes - 1) // 2
        pair = camps.ends[heaviest] if all_tied or (heaviest >= 0 and camps.weights[heaviest] > 0) else _untied(camps)
        where = np.arange(camps.nodes)
        where[pair[1]] = pair[0]
        where = np.unique(where, return_inverse=True)[1].astype(np.int64)
        labels = where[labels]
        camps, _ = contract(camps, where)
    return labels


def _untied(piece: Piece) -> Integers:
    """Return the first pair of actors without a tie."""
    keys = piece.ends[:, 0] * piece.nodes + piece.ends[:, 1]
    first, second = np.triu_indices(piece.nodes, 1)
    free = np.flatnonzero(~np.isin(first * piece.nodes + second, keys))[0]
    return np.array([first[free], second[free]])


class Wanderer:
    """A division that only becomes better, with all that the inner loops work on."""

    def __init__(self, piece: Piece, labels: Integers, most: int, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.large = piece.ties >= COMPILED_FROM
        near, form = piece.neighbours, self._form
        self.near = Near(form(near.starts), form(near.others), form(near.weights))
        sizes = np.bincount(labels, minlength=piece.nodes)
        tally = np.array([np.count_nonzero(sizes), most, 0], dtype=np.int64)
        within = labels[piece.ends[:, 0]] == labels[piece.ends[:, 1]]
        inside, outside = np.zeros((2, piece.nodes), dtype=np.int64)
        for end in (0, 1):
            np.add.at(inside, piece.ends[within, end], piece.weights[within])
            np.add.at(outside, piece.ends[~within, end], np.maximum(piece.weights[~within], 0))
        self.division = Division(*map(form, (labels, sizes, tally, inside, outside)))
        zeros, moves = np.zeros(piece.nodes, dtype=np.int64), np.zeros(MOVES * piece.nodes, dtype=np.int64)
        self.desk = Desk(*map(form, (zeros, zeros, zeros, moves, moves)))
        self.value = piece.frustration(labels)

    def settle(self) -> Integers:
        """Let all actors go where they are tied most, until none would."""
        self._wander(1)
        return self._labels()

    def run(self, deadline: float, goal: int, effort: float) -> Integers:
        """Wander until the deadline, the goal, or until nothing better is found for long."""
        patience = int(effort * ROUNDS_PER_ACTOR * len(self.division.labels))
        rounds = 1
        idle = 0
        while self.value > goal and idle <= patience and not expired(deadline):
            idle = 0 if self._wander(rounds) else idle + rounds
            rounds = min(ROUNDS_COMPILED if self.large else ROUNDS, patience - idle + 2)
        return self._labels()

    def _wander(self, rounds: int) -> int:
        move = _compiled() if self.large else wander
        drawn = self.random.random(CHANCES * rounds)
        chances: Chances = drawn if self.large else drawn.tolist()
        gained = move(self.near, self.division, chances, LARGEST, self.desk)
        self.value -= gained
        return gained

    def _labels(self) -> Integers:
        return np.unique(np.asarray(self.division.labels), return_inverse=True)[1].astype(np.int64)

    def _form(self, values: Integers) -> Numbers:
        return np.array(values, dtype=np.int64, order="C") if self.large else values.tolist()


def _compiled() -> Callable[..., int]:
    from ahlaf.solve.camps.any_number import moves_compiled

    return moves_compiled.wander
