"""Search on a large piece: many divisions by annealing, which are then crossed until they have nothing more to give.

Crossing takes what some of the divisions agree on as settled and anneals what is left, a much smaller network.

Sources: S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi (1983), Optimization by simulated annealing; J. Houdayer and
O. C. Martin (2001), Hierarchical approach for computing spin glass ground states.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.search.agreement import agreement
from ahlaf.solve.camps.search.found import Effort, Found
from ahlaf.solve.camps.search.moves_compiled import anneal, pulls_of, tabu
from ahlaf.solve.stopping import expired

# Sweeps of an annealing in the first generation; each later generation has GROWTH times as many.
SWEEPS = 250
GROWTH = 4
# How many generations make up the usual effort, and how many looks at actors and ties the last of them may cost.
USUAL_GENERATIONS = 3
USUAL_LOOKS = 10_000_000_000
# Divisions in the first generation; each later one has twice as many, up to the most.
POOL = 4
LARGEST_POOL = {Effort.USUAL: 8, Effort.LONG: 20}
# A crossing takes up to so many parents.
PARENTS = 4
# A generation is over after so many crossings for each of its divisions that bettered none of them.
IDLE_CROSSINGS = 1.5
# A usual search has settled when so many divisions were annealed to the least frustration known.
AGREED = 4
# Two divisions are the same one, as good as, if they differ in less than this share of the actors.
ALIKE = 0.005
# Annealing goes from the first to the second share of the root mean square of what pulls at an actor, by equal factors.
HOT, COLD = 0.5, 0.05
# Length of the table of exponentially distributed numbers.
WAITS = 4096
# Tabu search: moves without a new best for each actor, and for how long one that moved must stay.
POLISH_PER_ACTOR = 4
SPREAD = 10
# A gain that is never reached.
NEVER = -(2**62)
# Machine code comes back after about so many looks at a tie, or moves, to see whether the time is up.
LOOKS = 20_000_000
MOVES = 100_000
# Seeds of the compiled loops are smaller than this.
SEEDS = 2**62


def search_large(found: Found, seed: int, effort: Effort) -> None:
    """Offer better and better divisions until the effort is spent or `found` is over."""
    search = _Search(found, effort, np.random.default_rng(seed))
    search.offer(search.polished(found.piece, found.labels))
    if effort is not Effort.POLISH:
        search.run()


@dataclass(slots=True, eq=False)
class _Search:
    found: Found
    effort: Effort
    random: np.random.Generator
    waits: NDArray[np.float64] = field(default_factory=lambda: -np.log1p(-(np.arange(WAITS) + 0.5) / WAITS))

    def run(self) -> None:
        generation, sweeps, size = 0, SWEEPS, POOL
        while not self.found.over and not self.enough(generation, size * sweeps):
            pool = self.annealed_pool(size, sweeps)
            if self.effort is Effort.USUAL and sum(value == self.found.value for value, _ in pool) >= AGREED:
                return
            if generation:
                pool.append((self.found.value, self.found.labels))
            self.cross(pool, sweeps)
            generation, sweeps, size = generation + 1, sweeps * GROWTH, min(2 * size, LARGEST_POOL[self.effort])

    def enough(self, generation: int, sweeps: int) -> bool:
        if self.effort is not Effort.USUAL or not generation:
            return False
        looks = sweeps * (self.found.piece.nodes + 2 * self.found.piece.ties)
        return generation >= USUAL_GENERATIONS or looks > USUAL_LOOKS

    def offer(self, labels: Integers) -> tuple[int, Integers]:
        return self.found.offer(labels), labels

    def annealed_pool(self, size: int, sweeps: int) -> list[tuple[int, Integers]]:
        piece = self.found.piece
        pool: list[tuple[int, Integers]] = []
        while len(pool) < size and not self.found.over:
            labels = self.random.integers(0, 2, size=piece.nodes)
            pool.append(self.offer(self.polished(piece, self.annealed(piece, labels, sweeps))))
        return pool

    def cross(self, pool: list[tuple[int, Integers]], sweeps: int) -> None:
        """Put a child of some divisions in the place of one that is like it or worst of all, if it is better."""
        idle = 0
        while len(pool) > 1 and idle < IDLE_CROSSINGS * len(pool) and not self.found.over:
            count = int(self.random.integers(2, min(PARENTS, len(pool)) + 1))
            chosen = [pool[at] for at in self.random.choice(len(pool), count, replace=False)]
            child = self.child([labels for _, labels in sorted(chosen, key=lambda one: one[0])], sweeps)
            differences = [int((child[1] != labels).sum()) for _, labels in pool]
            apart = [min(count, len(child[1]) - count) for count in differences]
            nearest = int(np.argmin(apart))
            if apart[nearest] > ALIKE * len(child[1]):
                nearest = max(range(len(pool)), key=lambda at: pool[at][0])
            if child[0] < pool[nearest][0]:
                pool[nearest] = child
                idle = 0
            else:
                idle += 1

    def child(self, parents: list[Integers], sweeps: int) -> tuple[int, Integers]:
        agreed = agreement(self.found.piece, parents)
        labels = parents[0]
        if agreed.piece.ties:
            together = np.zeros(agreed.piece.nodes, dtype=np.int64)
            lowered = self.annealed(agreed.piece, together, sweeps // 2)
            labels = agreed.lift(self.polished(agreed.piece, lowered))
        return self.offer(self.polished(self.found.piece, labels))

    def annealed(self, piece: Piece, labels: Integers, sweeps: int) -> Integers:
        """Return the division that falling temperatures lead to; half-way if the time is up."""
        near = piece.neighbours
        sides = 1 - 2 * labels
        pulls = pulls_of(near.starts, near.others, near.weights, sides)
        strong = float(np.sqrt(2.0 * (piece.sizes.astype(np.float64) ** 2).sum() / piece.nodes))
        temperatures = strong * np.geomspace(HOT, COLD, sweeps)
        stretch = max(1, LOOKS // (piece.nodes + 2 * piece.ties))
        for at in range(0, sweeps, stretch):
            some = temperatures[at : at + stretch]
            anneal(near.starts, near.others, near.weights, sides, pulls, some, self.waits, self.draw())
            if expired(self.found.deadline):
                break
        return (sides < 0).astype(np.int64)

    def polished(self, piece: Piece, labels: Integers) -> Integers:
        """Return the best division that tabu search comes to."""
        near = piece.neighbours
        sides = 1 - 2 * labels
        pulls = pulls_of(near.starts, near.others, near.weights, sides)
        patience = min(MOVES, POLISH_PER_ACTOR * piece.nodes + SPREAD)
        shortest = max(1, min(3 + piece.nodes // 100, piece.nodes // 4))
        spread = max(1, min(SPREAD, piece.nodes // 4))
        gained = -1
        while gained < 0 and not expired(self.found.deadline):
            gained = tabu(
                near.starts,
                near.others,
                near.weights,
                sides,
                pulls,
                MOVES,
                patience,
                shortest,
                spread,
                NEVER,
                self.draw(),
            )
        return (sides < 0).astype(np.int64)

    def draw(self) -> int:
        return int(self.random.integers(1, SEEDS))
