"""What stops it: the irreducible sets of hostile ties and red lines that alone make the coalition fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ahlaf.model import BlockingSet, BlockingSets, Deficit, Pair
from ahlaf.solve.coalition.covering import fewest_ties
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame
from ahlaf.solve.coalition.minimal_sets import MinimalSets

MAX_SIZE = 4
"""Sets of more ties than this are too large to be told to a mediator; only whether there are any is said."""

MOST_LISTED = 100
"""So many sets are listed; how many there are is counted all the same."""

_NAMES: Mapping[Basis, str] = {"weight": "central", "known_low": "worst_known", "low": "worst"}
"""The bases at which blocking sets are looked for, in this order, and what the record calls them."""


def blocking_sets(game: CoalitionGame, *, max_size: int = MAX_SIZE, most: int = MOST_LISTED) -> BlockingSets:
    """Find the irreducible sets of at most `max_size` ties that stop the coalition: count them all, list `most`.

    A set B of hostile ties (below 0) and red lines inside blocks if the coalition fails with every other hostile tie
    at 0 and every other red line lifted; it is irreducible if no part of it blocks. Members that stay below zero with
    all hostile ties at 0 are `structural`: no tie is to blame for them, and B must stop one of the others.

    Exact: a balance depends on the member's own ties only, so an irreducible set is one red line, one hostile tie, or
    several hostile ties of one member (docs/theory/coalitions.md, proposition 4), which are counted without listing.
    """
    basis = next((basis for basis in _NAMES if not game.holds(basis)), None)
    if basis is None:
        return BlockingSets("none", (), 0, None, False, True, max_size, (), (), (), 0)
    stops = _Stops(game, basis)
    sets = stops.single_sets[:most]
    count = len(stops.single_sets)
    for size in range(2, max_size + 1):
        count += sum(stars.count(size) for stars in stops.stars.values())
        if len(sets) < most:
            sets = (*sets, *stops.star_sets(size, most - len(sets)))
    larger = any(stars.any_beyond(max_size) for stars in stops.stars.values())
    touching, at_least = stops.touching()
    return BlockingSets(
        basis=_NAMES[basis],
        sets=sets,
        count=count,
        smallest=sets[0] if sets else stops.smallest_star,
        larger=larger,
        complete=len(sets) == count and not larger,
        max_size=max_size,
        deficits=_below(dict(zip(game.members, game.balances(basis), strict=True))),
        structural=_below(stops.without),
        touching=touching,
        touching_at_least=at_least,
    )


def _below(balances: Mapping[str, float]) -> tuple[Deficit, ...]:
    """Return those that are below zero."""
    return tuple(Deficit(actor, balance) for actor, balance in balances.items() if balance < -HOLDS_TOLERANCE)


@dataclass(frozen=True)
class _Stops:
    """What can stop a game's coalition at a basis: its hostile ties, and what each member has without them."""

    game: CoalitionGame
    basis: Basis

    @cached_property
    def hostile(self) -> dict[Pair, float]:
        """The ties inside that are below 0."""
        values = {pair: self.game.value(pair, self.basis) for pair in self.game.pairs}
        return {pair: value for pair, value in values.items() if value < 0}

    @cached_property
    def without(self) -> dict[str, float]:
        """Every member's balance with all hostile ties at 0."""
        balances = dict(zip(self.game.members, self.game.balances(self.basis), strict=True))
        for pair, value in self.hostile.items():
            for end in pair:
                balances[end] -= value
        return balances

    @cached_property
    def margins(self) -> dict[str, float]:
        """What each member that is not structural can lose before it walks out."""
        return {member: balance for member, balance in self.without.items() if balance >= -HOLDS_TOLERANCE}

    @cached_property
    def single_sets(self) -> tuple[BlockingSet, ...]:
        """The red lines, then the ties that are enough on their own, the most hostile first."""
        red, found = set(self.game.red_lines), []
        for pair in sorted(red | set(self.hostile)):
            value = self.hostile.get(pair, 0.0)
            left = {end: self.margins[end] + value for end in pair if end in self.margins}
            if pair in red or _below(left):
                found.append((pair not in red, round(value, 12), BlockingSet((pair,), _below(left))))
        return tuple(blocking for *_, blocking in sorted(found, key=lambda each: (each[:2], each[2].pairs)))

    @cached_property
    def single(self) -> frozenset[Pair]:
        """The pairs that are enough on their own."""
        return frozenset(blocking.pairs[0] for blocking in self.single_sets)

    @cached_property
    def own(self) -> dict[str, list[Pair]]:
        """Each member's hostile ties of which none is enough on its own, the most hostile first."""
        own: dict[str, list[Pair]] = {member: [] for member in self.margins}
        for pair in sorted(self.hostile.keys() - self.single, key=lambda pair: (self.hostile[pair], pair)):
            for end in pair:
                if end in own:
                    own[end].append(pair)
        return own

    @cached_property
    def stars(self) -> dict[str, MinimalSets]:
        """For each member, the sets of these that bring it below zero."""
        return {
            member: MinimalSets(np.array([self.hostile[pair] for pair in pairs]), self.margins[member], HOLDS_TOLERANCE)
            for member, pairs in self.own.items()
        }

    def star_sets(self, size: int, most: int) -> tuple[BlockingSet, ...]:
        """Return the `most` heaviest irreducible sets of `size` ties of one member."""
        found = [
            self._star(member, places) for member, stars in self.stars.items() for places in stars.heaviest(size, most)
        ]
        return tuple(sorted(found, key=self._heaviest_first)[:most])

    @property
    def smallest_star(self) -> BlockingSet | None:
        """The smallest set of ties of one member, of as few the heaviest; None where there is none."""
        found = [self._star(member, range(stars.smallest)) for member, stars in self.stars.items() if stars.smallest]
        return min(found, key=lambda blocking: (len(blocking.pairs), *self._heaviest_first(blocking)), default=None)

    def _star(self, member: str, places: Iterable[int]) -> BlockingSet:
        """Return the set of a member's own ties at these places."""
        pairs = tuple(sorted(self.own[member][place] for place in places))
        left = self.margins[member] + sum(self.hostile[pair] for pair in pairs)
        return BlockingSet(pairs, (Deficit(member, left),))

    def _heaviest_first(self, blocking: BlockingSet) -> tuple[float, tuple[Pair, ...]]:
        return round(sum(self.hostile[pair] for pair in blocking.pairs), 12), blocking.pairs

    def touching(self) -> tuple[tuple[Pair, ...], int]:
        """Return the fewest ties that touch every set, the most hostile of as few, and how many it takes at the least.

        The sets of one tie each need their own. What is left of a member's hostile ties must not bring it below zero:
        the fewest to be neutral for that are a covering problem, as for flips.
        """
        lacks = {member: -(margin + self.stars[member].weights.sum()) for member, margin in self.margins.items()}
        lacks = {member: float(lack) for member, lack in lacks.items() if lack > HOLDS_TOLERANCE}
        singles = tuple(sorted(self.single))
        if not lacks:
            return singles, len(singles)
        rooms = {pair: -self.hostile[pair] for pair in self.hostile if pair not in self.single and lacks.keys() & pair}
        covers = fewest_ties(lacks, rooms)
        assert covers is not None  # with all of them neutral every margin is whole
        least = len(singles) + covers.at_least
        if not covers.sets:
            return (), least
        heaviest = min(covers.sets, key=lambda chosen: (round(-sum(rooms[pair] for pair in chosen), 12), chosen))
        return tuple(sorted((*singles, *heaviest))), least
