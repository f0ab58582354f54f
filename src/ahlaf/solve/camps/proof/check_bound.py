"""For the checker: whether cuts are what every division pays for, and what multipliers on them come to, exactly."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Protocol

import numpy as np

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.camps.proof.check_colours import can_be_satisfied
from ahlaf.solve.camps.proof.check_replay import ProofError

# All sums of weights or multipliers stay below this in whole units, so that none overflows.
LARGEST_SUM = 2**62


class Kind(Protocol):
    """Into how many camps: which sets of ties every division pays for, and what a division can cost."""

    @property
    def most(self) -> int | None:
        """How many camps there may be."""

    @property
    def most_actors(self) -> int:
        """How many actors a denser cut may have, so that every division of them can be tried."""

    def odd(self, hostile: Integers) -> Booleans:
        """Say which numbers of hostile ties make closed sets of ties that cost at least one."""

    def divisions(self, actors: int) -> Integers:
        """Return every division of so many actors, shape (divisions, actors)."""

    def step(self, piece: Piece) -> tuple[int, int]:
        """Return what one division costs, and by multiples of what the others differ from it."""


@dataclass(frozen=True, slots=True)
class InTwo:
    """Two camps. In a closed set of ties, with an odd number of hostile ones, an odd number is frustrated."""

    most: int | None = 2
    most_actors: int = 12

    def odd(self, hostile: Integers) -> Booleans:
        """An odd number."""
        odd: Booleans = hostile % 2 == 1
        return odd

    def divisions(self, actors: int) -> Integers:
        """Each actor but the first on either side."""
        return np.array([(0, *others) for others in product((0, 1), repeat=actors - 1)], dtype=np.int64)

    def step(self, piece: Piece) -> tuple[int, int]:
        """All in one camp pay the hostile ties; who moves changes that by the sum of his ties, or by twice one more."""
        sums = [0] * piece.nodes
        for (a, b), weight in zip(piece.ends.tolist(), piece.weights.tolist(), strict=True):
            sums[a] += weight
            sums[b] += weight
        return int(-piece.weights[piece.weights < 0].sum()), math.gcd(*sums, *(2 * piece.weights).tolist())


@dataclass(frozen=True, slots=True)
class InAny:
    """Any number of camps, or at most `most`.

    A closed set of ties holds a cycle through each of them; with a single hostile one that cycle costs one.
    """

    most: int | None = None
    most_actors: int = 8

    def odd(self, hostile: Integers) -> Booleans:
        """Exactly one."""
        single: Booleans = hostile == 1
        return single

    def divisions(self, actors: int) -> Integers:
        """Each actor in a camp of one before it, or in a new one."""
        return np.array(list(_partitions(actors, self.most or actors)), dtype=np.int64)

    def step(self, piece: Piece) -> tuple[int, int]:
        """Every cost is a sum of weights."""
        return 0, math.gcd(*piece.weights.tolist())


def _partitions(actors: int, most: int) -> Iterator[tuple[int, ...]]:
    if actors == 0:
        yield ()
        return
    for before in _partitions(actors - 1, most):
        for camp in range(min(max(before, default=-1) + 2, most)):
            yield (*before, camp)


@dataclass(frozen=True, slots=True, eq=False)
class CheckedBound:
    """Multipliers whose cuts hold: their bound and the reduced costs in 1 / unit, and which values are possible."""

    numerator: int
    reduced: Integers
    unit: int
    one: int
    step: int

    @classmethod
    def of(cls, piece: Piece, duals: Duals, kind: Kind) -> CheckedBound:
        """Check cuts and multipliers on a piece; raises ProofError where one is not what it should be."""
        cuts, multipliers, unit = duals.cuts, duals.multipliers, int(duals.unit)
        check_form(cuts, multipliers, piece)
        if unit < 1 or int(piece.sizes.sum()) * unit >= LARGEST_SUM:
            raise ProofError(f"multipliers cannot be counted in units of 1 / {unit}")
        lengths = np.diff(cuts.starts)
        if (multipliers < 0).any() or float((multipliers.astype(np.float64) * lengths).sum()) >= LARGEST_SUM:
            raise ProofError("a multiplier is negative, or they are too large to be added")
        check_cuts(piece, cuts, multipliers > 0, kind)
        loads = np.zeros(piece.ties, dtype=np.int64)
        np.add.at(loads, cuts.ties, np.repeat(multipliers, lengths))
        reduced = piece.sizes * unit - loads
        gained = sum(a * b for a, b in zip(multipliers.tolist(), cuts.least.tolist(), strict=True))
        return cls(gained + int(np.minimum(reduced, 0).sum()), reduced, unit, *kind.step(piece))

    def least(self, numerator: int) -> int:
        """Return the least value that a division can have if it is at least numerator / unit."""
        value = max(0, -(-numerator // self.unit))
        if self.step == 0:
            return self.one
        return value + (self.one - value) % self.step


def check_form(cuts: Cuts, multipliers: Integers, piece: Piece) -> None:
    """Check that cuts are lists of ties of the piece, each with a multiplier."""
    starts = cuts.starts
    if len(starts) != len(cuts.least) + 1 or len(multipliers) != len(cuts.least):
        raise ProofError("cuts, what they cost and multipliers differ in number")
    if starts[0] != 0 or starts[-1] != len(cuts.ties) or (np.diff(starts) < 1).any():
        raise ProofError("the list of cuts is broken")
    if len(cuts.ties) and (cuts.ties.min() < 0 or cuts.ties.max() >= piece.ties):
        raise ProofError("a cut holds a tie that does not exist")


def check_cuts(piece: Piece, cuts: Cuts, used: Booleans, kind: Kind) -> None:
    """Check every cut that is used: closed and odd, or by colouring it, or by trying every division of few actors."""
    lengths = np.diff(cuts.starts)
    number = np.repeat(np.arange(len(cuts)), lengths)
    pairs = np.sort(number * max(piece.ties, 1) + cuts.ties)
    twice = number[np.flatnonzero(pairs[1:] == pairs[:-1])]
    if used[twice].any():
        raise ProofError(f"cut {twice[used[twice]][0]} holds a tie twice")
    ends = np.sort((np.repeat(number, 2) * max(piece.nodes, 1)) + piece.ends[cuts.ties].ravel())
    kinds, counts = np.unique(ends, return_counts=True)
    open_at = np.zeros(len(cuts), dtype=np.bool_)
    open_at[kinds[counts % 2 == 1] // max(piece.nodes, 1)] = True
    hostile = np.bincount(number, weights=piece.weights[cuts.ties] < 0, minlength=len(cuts)).astype(np.int64)
    wrong = used & (cuts.least != 1) | used & (open_at | ~kind.odd(hostile))
    proven: dict[tuple[int, ...], int] = {}
    for cut in np.flatnonzero(wrong):
        ties = cuts.ties[cuts.starts[cut] : cuts.starts[cut + 1]]
        if cuts.least[cut] == 1:
            named = zip(*piece.ends[ties].T.tolist(), (piece.weights[ties] < 0).tolist(), strict=True)
            if can_be_satisfied(list(named), kind.most):
                raise ProofError(f"the ties of cut {cut} can all be satisfied")
            continue
        _check_dense(piece, ties, int(cuts.least[cut]), kind, proven, f"cut {cut}")


def _check_dense(
    piece: Piece, ties: Integers, least: int, kind: Kind, proven: dict[tuple[int, ...], int], name: str
) -> None:
    actors, places = np.unique(piece.ends[ties], return_inverse=True)
    if len(actors) > kind.most_actors:
        raise ProofError(f"{name} has {len(actors)} actors, too many to try all their divisions")
    ends = places.reshape(-1, 2)
    hostile = piece.weights[ties] < 0
    shape = (*ends.ravel().tolist(), *hostile.tolist())
    if shape not in proven:
        labels = kind.divisions(len(actors))
        apart = labels[:, ends[:, 0]] != labels[:, ends[:, 1]]
        proven[shape] = int((apart != hostile).sum(axis=1).min())
    if proven[shape] < least:
        raise ProofError(f"{name} is said to cost {least} and there is a division in which it costs {proven[shape]}")
