"""Which memberships hold, many at a time: each is told by the parties that change sides against the one asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.coalition.game import FEWEST_MEMBERS, HOLDS_TOLERANCE, CoalitionGame

Rows = NDArray[np.int64]
"""An (m, r) array: in each row the r parties, by their place in alphabetical order, that change sides."""
Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]

_ROUNDING = 1e-11
"""Sums here are added up in another order than in the game; a balance this near to the border is asked of the game."""
_WEAKEST_FIRST = 8
"""So many members of the lowest balances are looked at before all others: they rule most memberships out."""
_CHUNK = 1 << 12


@dataclass(frozen=True)
class Nearby:
    """The memberships around the one that a game asks about.

    With s_f = −1 for a member that leaves and +1 for an outsider that comes, Σ_j w_ij over the new membership is the
    old sum + Σ_f s_f w_if, and the red lines inside are the old count + Σ_f s_f r_f + Σ_{f<g} s_f s_g r_fg, with r_f
    the red lines of f with the old members. So a row of r changes costs r sums a party, however large the coalition.
    """

    game: CoalitionGame

    def changes(self, count: int) -> Iterator[Rows]:
        """Yield every way in which `count` parties change sides, in alphabetical order, in chunks."""
        n = len(self.game.parties)
        for rows in combinations_of(n, count):
            for start in range(0, len(rows), _CHUNK):
                yield rows[start : start + _CHUNK]

    def members_after(self, row: NDArray[np.int64]) -> tuple[str, ...]:
        """Return the membership after these changes, in alphabetical order."""
        inside = self._inside.copy()
        inside[row] = ~inside[row]
        return tuple(party.id for party, member in zip(self.game.parties, inside, strict=True) if member)

    def capabilities(self, rows: Rows) -> Numbers:
        """Return c of every membership."""
        total: Numbers = self._capability[self._inside].sum() + (self._sign[rows] * self._capability[rows]).sum(axis=1)
        return total

    def holding(self, rows: Rows) -> Mask:
        """Say of every membership whether it holds at the ties' weights: two members at least, as `game.holds`."""
        signs = self._sign[rows]
        size = len(self.game.members) + signs.sum(axis=1)
        holds: Mask = (self._red_lines_inside(rows, signs) == 0) & (size >= FEWEST_MEMBERS)
        unsure = np.zeros(len(rows), dtype=bool)
        for parties in (*self._newcomers(rows), *self._blocks):
            left = np.flatnonzero(holds)
            if not len(left):
                break
            lowest = self._lowest_balance(rows[left], parties if parties.ndim == 1 else parties[left])
            holds[left] = lowest >= -HOLDS_TOLERANCE - self._rounding
            unsure[left] |= np.abs(lowest + HOLDS_TOLERANCE) <= self._rounding
        for i in np.flatnonzero(holds & unsure):
            holds[i] = self.game.with_members(self.members_after(rows[i])).holds()
        return holds

    def _lowest_balance(self, rows: Rows, parties: Rows) -> Numbers:
        """Return the lowest balance of `parties` in each membership; of those that are in it, +inf if none is.

        `parties` are the same for all rows, or one a row as an (m, 1) array.
        """
        together = self.capabilities(rows)[:, None] / self.game.question.requirement
        without = together - self._capability[parties] / self.game.question.requirement
        shared = 1.0 - self.game.parameters.exclusivity
        stakes = np.maximum(0.0, np.minimum(1.0, together) - shared * np.minimum(1.0, without))
        balances = self._scale[parties] * stakes + (self._tie_sums - self._cost)[parties]
        if parties.ndim == 1:
            # Whole rows of a narrow matrix are fetched far faster than single entries of a wide one.
            brings = self._brings[:, parties]
            for q in range(rows.shape[1]):
                balances += brings[rows[:, q]]
        else:
            for q in range(rows.shape[1]):
                balances += self._brings[rows[:, [q]], parties]
        lowest: Numbers = balances.min(axis=1)
        return lowest

    def _newcomers(self, rows: Rows) -> tuple[Rows, ...]:
        """Return the columns of the parties that change, each to be asked whether it wants in."""
        return tuple(rows[:, [q]] for q in range(rows.shape[1]))

    def _red_lines_inside(self, rows: Rows, signs: Rows) -> Rows:
        count: Rows = len(self.game.red_lines) + (signs * self._red_at[rows]).sum(axis=1)
        for q in range(rows.shape[1]):
            for p in range(q):
                count = count + signs[:, p] * signs[:, q] * self._red[rows[:, p], rows[:, q]]
        return count

    @cached_property
    def _inside(self) -> Mask:
        members = set(self.game.members)
        return np.array([party.id in members for party in self.game.parties])

    @cached_property
    def _sign(self) -> Rows:
        """−1 for a member, which leaves when it changes sides, and +1 for an outsider."""
        signs: Rows = np.where(self._inside, -1, 1)
        return signs

    @cached_property
    def _weights(self) -> Numbers:
        return self.game.network.matrix()

    @cached_property
    def _brings(self) -> Numbers:
        """What it does to the balance of party i (column) if f (row) changes sides; +inf for a member that leaves."""
        brings: Numbers = self._sign[:, None] * self._weights
        np.fill_diagonal(brings, np.where(self._inside, np.inf, 0.0))
        return brings

    @cached_property
    def _red(self) -> Rows:
        return self.game.network.matrix("red_line").astype(np.int64)

    @cached_property
    def _red_at(self) -> Rows:
        counts: Rows = self._red[:, self._inside].sum(axis=1)
        return counts

    @cached_property
    def _tie_sums(self) -> Numbers:
        sums: Numbers = self._weights[:, self._inside].sum(axis=1)
        return sums

    @cached_property
    def _capability(self) -> Numbers:
        return np.array([party.capability for party in self.game.parties])

    @cached_property
    def _scale(self) -> Numbers:
        return np.array([self.game.parameters.benefit * party.salience for party in self.game.parties])

    @cached_property
    def _cost(self) -> Numbers:
        return np.array([self.game.cost(party.id) for party in self.game.parties])

    @cached_property
    def _rounding(self) -> float:
        return _ROUNDING * (1.0 + float(self._scale.max(initial=0.0)) + float(self._cost.max(initial=0.0)))

    @cached_property
    def _blocks(self) -> tuple[Rows, ...]:
        """The members, those of the lowest balances in a block before the others."""
        place = {party.id: i for i, party in enumerate(self.game.parties)}
        order = np.array([place[member] for member in self.game.members])
        weakest_first = order[np.argsort(np.array(self.game.balances()), kind="stable")]
        return tuple(block for block in (weakest_first[:_WEAKEST_FIRST], weakest_first[_WEAKEST_FIRST:]) if len(block))


def combinations_of(n: int, count: int) -> Iterator[Rows]:
    """Yield all combinations of `count` of n numbers in order, as arrays: one for each first number, from two up."""
    if count == 0:
        yield np.empty((1, 0), dtype=np.int64)
        return
    if count == 1:
        yield np.arange(n, dtype=np.int64)[:, None]
        return
    rest = np.concatenate([*combinations_of(n, count - 1)])
    starts = np.searchsorted(rest[:, 0], np.arange(1, n + 1))
    for first in range(n):
        later = rest[starts[first] :]
        if len(later):
            yield np.column_stack([np.full(len(later), first, dtype=np.int64), later])
