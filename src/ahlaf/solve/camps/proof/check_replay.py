"""For the checker: takes the steps of a kernel again, one by one, and says where one is not allowed.

It is written for itself, as simply as it can be, and shares no rule with what makes kernels.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.proof.reductions import Reductions, Related, Rule


class ProofError(Exception):
    """A proof does not prove what it says; the message says where and why."""


class Replay:
    """The ties that are left, as dictionaries of the actors that stand for their groups, and what was paid."""

    def __init__(self, piece: Piece) -> None:
        self.leader = list(range(piece.nodes))
        self.opposed = [False] * piece.nodes
        self.ties: list[dict[int, int]] = [{} for _ in range(piece.nodes)]
        for (a, b), weight in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True):
            self.ties[a][b] = self.ties[b][a] = weight
        self.paid = 0

    def find(self, actor: int) -> tuple[int, bool]:
        """Return the leader of an actor's group, and whether the actor stands apart from it."""
        if not 0 <= actor < len(self.leader):
            raise ProofError(f"there is no actor {actor}")
        way = []
        while self.leader[actor] != actor:
            way.append(actor)
            actor = self.leader[actor]
        apart = False
        for passed in reversed(way):
            apart ^= self.opposed[passed]
            self.leader[passed], self.opposed[passed] = actor, apart
        return actor, apart

    def relate(self, related: Related) -> bool:
        """Contract pairs; say whether they can all hold."""
        for first, second, apart in zip(
            related.first.tolist(), related.second.tolist(), related.apart.tolist(), strict=True
        ):
            (a, a_apart), (b, b_apart) = self.find(first), self.find(second)
            opposed = apart ^ a_apart ^ b_apart
            if a != b:
                self._join(a, b, apart=opposed)
            elif opposed:
                return False
        return True

    def take(self, steps: Reductions) -> None:
        """Take the steps of a kernel; raises ProofError at the first that is not allowed."""
        rows = zip(steps.rules.tolist(), steps.actors.tolist(), steps.apart.tolist(), strict=True)
        for at, (rule, actors, apart) in enumerate(rows):
            try:
                if rule == Rule.HEAVY:
                    self._heavy(actors[0], actors[1], apart=apart)
                elif rule == Rule.STAR:
                    self._star(actors)
                elif rule == Rule.TRIPLE:
                    self._triple(actors[:3], apart=apart)
                else:
                    raise ProofError(f"there is no rule {rule}")
            except ProofError as error:
                raise ProofError(f"reduction {at}: {error}") from None

    def piece(self) -> Piece:
        """Return what is left, groups numbered in the order of their least actors and seen from those."""
        seen: dict[int, tuple[int, bool]] = {}
        for actor in range(len(self.leader)):
            leader, apart = self.find(actor)
            if self.ties[leader] and leader not in seen:
                seen[leader] = (len(seen), apart)
        rows = []
        for leader, (a, a_apart) in seen.items():
            for other, weight in self.ties[leader].items():
                b, b_apart = seen[other]
                if a < b:
                    rows.append((a, b, -weight if a_apart ^ b_apart else weight))
        table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3)
        return Piece(len(seen), table[:, :2], table[:, 2])

    def _heavy(self, first: int, second: int, *, apart: bool) -> None:
        (a, a_apart), (b, b_apart) = self.find(first), self.find(second)
        if a == b:
            raise ProofError("its two actors are one already")
        weight = self.ties[a].get(b, 0)
        others = sum(map(abs, self.ties[a].values())) - abs(weight)
        if abs(weight) < others:
            raise ProofError(f"a tie of {abs(weight)} is lighter than the others of its actor, {others} together")
        opposed = apart ^ a_apart ^ b_apart
        if weight and opposed != (weight < 0):
            raise ProofError("its actors do not stand as their tie wants them to")
        self._join(a, b, apart=opposed)

    def _triple(self, actors: list[int], *, apart: bool) -> None:
        (a, a_apart), (b, b_apart), (c, _) = map(self.find, actors)
        weight = self.ties[a].get(b, 0)
        if len({a, b, c}) != 3 or weight == 0:
            raise ProofError("it does not name three actors of which the first two have a tie")
        opposed = apart ^ a_apart ^ b_apart
        if opposed != (weight < 0):
            raise ProofError("its actors do not stand as their tie wants them to")
        three = (a, b, c)
        within = [(i, j, self.ties[three[i]].get(three[j], 0)) for i, j in ((0, 1), (0, 2), (1, 2))]
        others = [sum(abs(w) for other, w in self.ties[actor].items() if other not in three) for actor in three]
        for sides in product((False, True), repeat=3):
            if (sides[0] != sides[1]) == opposed:
                continue
            moves = [new for new in product((False, True), repeat=3) if (new[0] != new[1]) == opposed]
            if all(_cost(within, sides) < _cost(within, new) + _moved(others, sides, new) for new in moves):
                raise ProofError("its three actors can stand so that the tie of the first two is better frustrated")
        self._join(a, b, apart=opposed)

    def _star(self, actors: list[int]) -> None:
        centre, *others = (self.find(actor)[0] for actor in actors)
        if len(set(others)) != 3 or set(self.ties[centre]) != set(others):
            raise ProofError("its actor does not have just these three ties")
        weights = [self.ties[centre][other] for other in others]
        total = sum(map(abs, weights))
        if total % 2 or 2 * max(map(abs, weights)) > total:
            raise ProofError(f"ties of {weights} cannot be replaced by a triangle")
        for other in others:
            self._remove(centre, other)
        for at in range(3):
            a, b = (at + 1) % 3, (at + 2) % 3
            size = total // 2 - abs(weights[at])
            self._add(others[a], others[b], size if weights[a] * weights[b] > 0 else -size)

    def _join(self, gone: int, kept: int, *, apart: bool) -> None:
        if len(self.ties[gone]) > len(self.ties[kept]):
            gone, kept = kept, gone
        weight = self._remove(gone, kept) if kept in self.ties[gone] else 0
        if weight and apart != (weight < 0):
            self.paid += abs(weight)
        for other in list(self.ties[gone]):
            weight = self._remove(gone, other)
            self._add(kept, other, -weight if apart else weight)
        self.leader[gone], self.opposed[gone] = kept, apart

    def _remove(self, a: int, b: int) -> int:
        del self.ties[b][a]
        return self.ties[a].pop(b)

    def _add(self, a: int, b: int, weight: int) -> None:
        before = self.ties[a].get(b, 0)
        after = before + weight
        self.paid += (abs(before) + abs(weight) - abs(after)) // 2
        if after:
            self.ties[a][b] = self.ties[b][a] = after
        elif before:
            self._remove(a, b)


def _cost(within: list[tuple[int, int, int]], sides: tuple[bool, ...]) -> int:
    """Return what the ties within a few actors cost in a division of them."""
    return sum(abs(weight) for i, j, weight in within if (sides[i] != sides[j]) == (weight > 0))


def _moved(others: list[int], before: tuple[bool, ...], after: tuple[bool, ...]) -> int:
    """Return the most that the other ties of those actors that move can lose."""
    return sum(lost for lost, old, new in zip(others, before, after, strict=True) if old != new)
