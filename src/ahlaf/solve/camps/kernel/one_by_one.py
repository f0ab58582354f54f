"""The rules applied actor by actor, each time to the actors whose ties have changed, until none applies."""

from __future__ import annotations

from collections import deque

import numpy as np

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.reductions import WITNESSES, Reductions, Related, Rule

# How many ties a star has.
STAR_TIES = 3


class OneByOne:
    """A piece that shrinks, as a dictionary of ties for each actor."""

    def __init__(self, piece: Piece) -> None:
        self.ties: list[dict[int, int]] = [{} for _ in range(piece.nodes)]
        for (a, b), weight in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True):
            self.ties[a][b] = weight
            self.ties[b][a] = weight
        self.totals: list[int] = [sum(map(abs, near.values())) for near in self.ties]
        # No tie of an actor is heavier; it need not be exact.
        self.heaviest: list[int] = [max(map(abs, near.values()), default=0) for near in self.ties]
        self.paid = 0
        self.steps: list[tuple[int, int, int, int, int, bool]] = []
        self.joined: list[tuple[int, int, bool]] = []
        self.stars: list[tuple[int, tuple[int, int, int], tuple[int, int, int]]] = []
        order = sorted((node for node, near in enumerate(self.ties) if near), key=lambda node: len(self.ties[node]))
        self.waiting = deque(order)
        self.waits = [bool(near) for near in self.ties]

    def run(self) -> None:
        """Apply the rules until none does any more."""
        while self.waiting:
            node = self.waiting.popleft()
            self.waits[node] = False
            if self.ties[node] and not self._heavy(node) and not self._triple(node):
                self._star(node)

    def _heavy(self, node: int) -> bool:
        total = self.totals[node]
        if 2 * self.heaviest[node] < total:
            return False
        near = self.ties[node]
        heaviest = self.heaviest[node] = max(map(abs, near.values()))
        if 2 * heaviest < total:
            return False
        other = min(there for there, weight in near.items() if abs(weight) == heaviest)
        apart = near[other] < 0
        self.steps.append((Rule.HEAVY, node, other, -1, -1, apart))
        self._join(node, other, apart=apart)
        return True

    def _triple(self, node: int) -> bool:
        """Join the actor to another by TRIPLE; two of its ties must make up half of them all, or it cannot be."""
        total = self.totals[node]
        if 4 * self.heaviest[node] < total:
            return False
        near = sorted(self.ties[node].items(), key=lambda tie: (-abs(tie[1]), tie[0]))
        self.heaviest[node] = abs(near[0][1])
        for at, (b, first) in enumerate(near):
            if 4 * abs(first) < total:
                return False
            for c, second in near[at + 1 :]:
                if 2 * (abs(first) + abs(second)) < total:
                    break
                for one, other in ((b, c), (c, b)):
                    if self._mended(node, one, other):
                        apart = self.ties[node][one] < 0
                        self.steps.append((Rule.TRIPLE, node, one, other, -1, apart))
                        self._join(node, one, apart=apart)
                        return True
        return False

    def _mended(self, a: int, b: int, c: int) -> bool:
        """Say whether a division that frustrates the tie ab gains by moving one or two of a, b and c, or loses nothing.

        Where ac is frustrated `one` is 1, else −1, and so `two` for bc: what moves gains |ab| + one · |ac| by its ties
        with the others if it is a, or b and c; |ab| + two · |bc| if it is b, or a and c.
        """
        near_c = self.ties[c]
        between, first, second = self.ties[a][b], near_c[a], near_c.get(b, 0)
        size, ac, bc = abs(between), abs(first), abs(second)
        rest_a, rest_b = self.totals[a] - size - ac, self.totals[b] - size - bc
        rest_c = self.totals[c] - ac - bc
        # The other ties of what moves may all be lost by it.
        by_first, by_second = min(rest_a, rest_b + rest_c), min(rest_b, rest_a + rest_c)
        balanced = (between > 0) == ((first > 0) == (second > 0))
        return all(
            size + one * ac >= by_first or size + (-one if balanced else one) * bc >= by_second for one in (1, -1)
        )

    def _star(self, node: int) -> None:
        if len(self.ties[node]) != STAR_TIES:
            return
        near = sorted(self.ties[node].items())
        (a, first), (b, second), (c, third) = near
        if (first + second + third) % 2:
            return
        self.steps.append((Rule.STAR, node, a, b, c, False))
        self.stars.append((node, (a, b, c), (first, second, third)))
        for other, _ in near:
            self._remove(node, other)
        for u, v, one, two, opposite in (
            (a, b, first, second, third),
            (b, c, second, third, first),
            (c, a, third, first, second),
        ):
            size = (abs(one) + abs(two) - abs(opposite)) // 2
            self._add(u, v, size if (one > 0) == (two > 0) else -size)

    def _join(self, gone: int, kept: int, *, apart: bool) -> None:
        """Make two actors one; the one with fewer ties goes into the other."""
        if len(self.ties[gone]) > len(self.ties[kept]):
            gone, kept = kept, gone
        self.joined.append((gone, kept, apart))
        between = self.ties[gone].get(kept)
        if between is not None:
            self._remove(gone, kept)
            if (between < 0) != apart:
                self.paid += abs(between)
        for other, weight in list(self.ties[gone].items()):
            self._remove(gone, other)
            self._add(kept, other, -weight if apart else weight)
        self._touch(kept)

    def _add(self, a: int, b: int, weight: int) -> None:
        if weight == 0:
            return
        before = self.ties[a].get(b, 0)
        after = before + weight
        if (before > 0) != (weight > 0):
            self.paid += min(abs(before), abs(weight))
        for one, other in ((a, b), (b, a)):
            self.totals[one] += abs(after) - abs(before)
            if after:
                self.ties[one][other] = after
                self.heaviest[one] = max(self.heaviest[one], abs(after))
            else:
                del self.ties[one][other]
            self._touch(one)

    def _remove(self, a: int, b: int) -> None:
        weight = self.ties[a].pop(b)
        del self.ties[b][a]
        self.totals[a] -= abs(weight)
        self.totals[b] -= abs(weight)
        self._touch(a)
        self._touch(b)

    def _touch(self, node: int) -> None:
        if not self.waits[node]:
            self.waits[node] = True
            self.waiting.append(node)

    def piece(self) -> Piece:
        """Return what is left; actors keep their numbers."""
        rows = sorted((a, b, weight) for a, near in enumerate(self.ties) for b, weight in near.items() if a < b)
        table = np.array(rows, dtype=np.int64).reshape(-1, 3)
        return Piece(len(self.ties), table[:, :2], table[:, 2])

    def reductions(self, actors: Integers) -> Reductions:
        """Return the steps taken; actor i of the piece is called actors[i]."""
        table = np.array(self.steps, dtype=np.int64).reshape(-1, WITNESSES + 2)
        named = np.where(table[:, 1:-1] < 0, -1, actors[table[:, 1:-1]])
        return Reductions(table[:, 0], named, table[:, -1].astype(np.bool_))

    def related(self, actors: Integers) -> Related:
        """Return the pairs that became one."""
        table = np.array(self.joined, dtype=np.int64).reshape(-1, 3)
        return Related(actors[table[:, 0]], actors[table[:, 1]], table[:, 2].astype(np.bool_))

    def star_table(self, actors: Integers) -> tuple[Integers, Integers, Integers]:
        """Return of all stars in order the actor, shape (stars,), its others and the weights, shape (stars, 3)."""
        nodes = np.array([star[0] for star in self.stars], dtype=np.int64)
        others = np.array([star[1] for star in self.stars], dtype=np.int64).reshape(-1, STAR_TIES)
        weights = np.array([star[2] for star in self.stars], dtype=np.int64).reshape(-1, STAR_TIES)
        return actors[nodes], actors[others], weights
