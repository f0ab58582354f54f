"""Who never parts: the actors whose relations are the same in all divisions within a distance of the best one.

Throughout, a piece is *seen from its best division*: ties between the two camps have their signs turned, so that in
the best division all stand together, and another one is a set of actors on the other side. What it costs more is the
summed weight of the ties that it cuts, frustrated ones counting as negative.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ahlaf.solve.camps.kernel.contract import Groups
from ahlaf.solve.camps.near.held import Two, related
from ahlaf.solve.camps.packing.packing import pack
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.landscape.configurations import energies
from ahlaf.solve.stopping import expired

# Of up to so many actors every division is tried.
FEW_ACTORS = 16


@dataclass(frozen=True, slots=True, eq=False)
class FirmGroups:
    """A number from 0 for each actor's group, and the pairs of groups of which time did not allow to tell.

    Actors of one group part in no division within the distance; those of two groups part in some, but for the `unknown`
    pairs of groups, shape (pairs, 2), where that is not known.
    """

    group: Integers
    unknown: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Better(Exception):
    """A division was found that is better than the one from which the piece is seen."""

    labels: Integers


def seen_from(piece: Piece, labels: Integers) -> Piece:
    """Return the piece as seen from a division in two camps."""
    divided = labels[piece.ends[:, 0]] != labels[piece.ends[:, 1]]
    return Piece(piece.nodes, piece.ends, np.where(divided, -piece.weights, piece.weights))


def sides_of(number: int, actors: int) -> Integers:
    """Return the sides 0 and 1 in a division of the order of `energies`."""
    return number >> np.arange(actors, dtype=np.int64) & 1


def all_extras(piece: Piece) -> Integers:
    """Return what every division costs more than all together; see `energies` for their order."""
    table = np.zeros((piece.nodes, piece.nodes), dtype=np.int64)
    table[piece.ends[:, 0], piece.ends[:, 1]] = piece.weights
    return energies(table + table.T)


def firm_groups(piece: Piece, distance: int, two: Two) -> FirmGroups:
    """Group the actors of a piece, seen from its best division, that part in no division that costs `distance` more.

    1. Reduced costs: the packing of odd cycles proves that no division costs less than B; a tie with reduced cost r
       is cut only by divisions that cost at least B + r. Where that is too much its ends are merged.
    2. Then pairs are asked about one by one: what does the best division cost in which these two part? If too much,
       they are merged; else that division shows it for all the pairs that it parts.
    Raises Better where all together is not the best division.
    """
    search = _Search(piece, distance, two)
    if piece.nodes > FEW_ACTORS:
        search.by_packing()
    if search.piece.nodes <= FEW_ACTORS:
        search.by_trying()
    else:
        search.by_asking()
    return FirmGroups(search.group, search.pairs_of_unknown())


def merged(piece: Piece, group: Integers) -> Piece:
    """Return the piece with an actor for each group; pairs of groups whose ties cancel out keep a tie of weight 0."""
    size = int(group.max(initial=-1)) + 1
    ends = np.sort(group[piece.ends], axis=1)
    across = ends[:, 0] != ends[:, 1]
    keys, where = np.unique(ends[across, 0] * size + ends[across, 1], return_inverse=True)
    weights = np.zeros(len(keys), dtype=np.int64)
    np.add.at(weights, where, piece.weights[across])
    return Piece(size, np.stack([keys // max(size, 1), keys % max(size, 1)], axis=1), weights)


@dataclass(slots=True, eq=False)
class _Search:
    whole: Piece
    distance: int
    two: Two
    piece: Piece = field(init=False)
    group: Integers = field(init=False)
    parted: Booleans = field(init=False)
    unknown: Booleans = field(init=False)

    def __post_init__(self) -> None:
        self.piece = self.whole
        self.group = np.arange(self.whole.nodes, dtype=np.int64)

    def merge(self, pairs: Integers) -> None:
        """Merge pairs of actors whom no division within the distance parts."""
        groups = Groups.of(self.piece.nodes, related(pairs, np.zeros(len(pairs), dtype=np.int64)))
        number = np.unique(groups.least, return_inverse=True)[1].astype(np.int64)
        self.group = number[self.group]
        self.piece = merged(self.whole, self.group)

    def pairs_of_unknown(self) -> Integers:
        return np.argwhere(np.triu(self.unknown))

    def by_packing(self) -> None:
        while not expired(self.two.deadline):
            together = np.zeros(self.piece.nodes, dtype=np.int64)
            duals = pack(self.piece, labels=together, deadline=self.two.deadline)
            short = self.piece.frustration(together) * duals.unit - duals.numerator(self.piece)
            reduced = duals.reduced(self.piece)
            firm = (self.piece.weights > 0) & (reduced > self.distance * duals.unit + short)
            if not firm.any():
                return
            self.merge(self.piece.ends[firm])

    def by_trying(self) -> None:
        extras = all_extras(self.piece)
        if extras.min() < 0:
            raise Better(sides_of(int(extras.argmin()), self.piece.nodes)[self.group])
        near = np.flatnonzero(extras <= self.distance)
        pairs = np.stack(np.triu_indices(self.piece.nodes, 1), axis=1)
        whole = np.array([not ((near >> a ^ near >> b) & 1).any() for a, b in pairs.tolist()], dtype=np.bool_)
        self.merge(pairs[whole])
        self.unknown = np.zeros((self.piece.nodes, self.piece.nodes), dtype=np.bool_)

    def by_asking(self) -> None:
        self.parted = np.eye(self.piece.nodes, dtype=np.bool_)
        self.unknown = np.zeros((self.piece.nodes, self.piece.nodes), dtype=np.bool_)
        while (pair := self._next()) is not None:
            if expired(self.two.deadline):
                self.unknown |= ~self.parted
                return
            found = self.two.best(self.piece, related(np.array([pair]), np.ones(1, dtype=np.int64)))
            together = int(self.piece.sizes[self.piece.weights < 0].sum())
            assert found is not None, "two actors can always part"
            if found.value < together:
                raise Better(found.labels[self.group])
            if found.value <= together + self.distance:
                self.parted |= found.labels[:, np.newaxis] != found.labels
                self.unknown &= ~self.parted
            elif found.bound > together + self.distance:
                self._merge_two(*pair)
            else:
                self.unknown[pair] = self.unknown[pair[::-1]] = True

    def _next(self) -> tuple[int, int] | None:
        """Return a pair to ask about: the heaviest tie first, as it is likely to hold, then those without a tie."""
        asked = self.parted | self.unknown
        first, second = self.piece.ends.T
        left = np.flatnonzero(~asked[first, second])
        if len(left):
            at = left[np.argmax(self.piece.weights[left])]
            return int(first[at]), int(second[at])
        pairs = np.argwhere(~asked)
        return (int(pairs[0, 0]), int(pairs[0, 1])) if len(pairs) else None

    def _merge_two(self, one: int, other: int) -> None:
        """Merge two actors; what is known of either is known of both."""
        one, other = min(one, other), max(one, other)
        for table in (self.parted, self.unknown):
            table[one] |= table[other]
            table[:, one] |= table[:, other]
        self.parted, self.unknown = (
            np.delete(np.delete(table, other, axis=0), other, axis=1) for table in (self.parted, self.unknown)
        )
        self.unknown &= ~self.parted
        self.merge(np.array([[one, other]]))
