"""The fewest ties that, raised within their room, make up for what some members lack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ahlaf.model import Pair
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE
from ahlaf.solve.mip import Program

MOST_TIES = 4
"""Sets of more ties than this are not searched: nobody would act on them, and only a bound is given."""


@dataclass(frozen=True, slots=True)
class Covers:
    """The smallest sets of ties that make up for every lack, or none and how many ties it takes at the least."""

    sets: tuple[tuple[Pair, ...], ...]
    at_least: int


def fewest_ties(lacks: Mapping[str, float], rooms: Mapping[Pair, float], *, most: int = MOST_TIES) -> Covers | None:
    """Find the smallest sets of ties S with Σ_{p ∈ S at i} room_p ≥ lack_i for each member i; None if all ties do not.

    Of the ties at one lacking member only, those of most room stand for all others: whatever a smaller one does, they
    do. With that, every smallest set is found: some member that lacks something yet must have one of its ties in the
    set, so each is tried in turn (docs/theory/coalitions.md, proposition 6).
    """
    search = _Search.of(lacks, rooms)
    least = search.least()
    if least is None:
        return None
    for size in range(least, most + 1):
        found: set[tuple[Pair, ...]] = set()
        search.extend((), dict(lacks), size, found, set())
        if found:
            return Covers(tuple(sorted(found)), size)
    return Covers((), max(least, most + 1))


def least_moves(
    chosen: tuple[Pair, ...], lacks: Mapping[str, float], rooms: Mapping[Pair, float]
) -> Mapping[Pair, float]:
    """Return how far to raise each tie of a set that makes up for every lack, moving as little as possible in all.

    A tie between two lacking members serves both; how far to raise these is a linear program. What is left to a member
    is shared among its other ties, each by the same part of its room.
    """
    shared = [pair for pair in chosen if pair[0] in lacks and pair[1] in lacks]
    own = {member: [pair for pair in chosen if member in pair and pair not in shared] for member in lacks}
    moves = _shared_moves(shared, own, lacks, rooms)
    for member, pairs in own.items():
        left = max(0.0, lacks[member] - sum(moves[pair] for pair in shared if member in pair))
        room = sum(rooms[pair] for pair in pairs)
        for pair in pairs:
            moves[pair] = min(rooms[pair], left * rooms[pair] / room)
    return moves


def _shared_moves(
    shared: list[Pair], own: Mapping[str, list[Pair]], lacks: Mapping[str, float], rooms: Mapping[Pair, float]
) -> dict[Pair, float]:
    """Minimise Σ shared moves + Σ what is left to each member, within every room."""
    if not shared:
        return {}
    program = Program()
    column = {pair: program.variable(0.0, rooms[pair], cost=1.0) for pair in shared}
    for member, pairs in own.items():
        at_member = {column[pair]: 1.0 for pair in shared if member in pair}
        left = program.variable(0.0, sum(rooms[pair] for pair in pairs), cost=1.0)
        program.row(at_member | {left: 1.0}, lower=lacks[member])
    values = program.solve().values
    return {pair: min(rooms[pair], max(0.0, values[number])) for pair, number in column.items()}


@dataclass(frozen=True, slots=True)
class _Search:
    """The ties at each lacking member: those shared with another such member, and its own with the widest first."""

    shared: Mapping[str, tuple[Pair, ...]]
    own: Mapping[str, tuple[Pair, ...]]
    rooms: Mapping[Pair, float]
    lacks: Mapping[str, float]

    @classmethod
    def of(cls, lacks: Mapping[str, float], rooms: Mapping[Pair, float]) -> _Search:
        shared: dict[str, list[Pair]] = {member: [] for member in lacks}
        own: dict[str, list[Pair]] = {member: [] for member in lacks}
        for pair in sorted(rooms, key=lambda pair: (-rooms[pair], pair)):
            ends = [end for end in pair if end in lacks]
            for end in ends if rooms[pair] > 0 else ():
                (shared if len(ends) > 1 else own)[end].append(pair)
        return cls(
            {member: tuple(pairs) for member, pairs in shared.items()},
            {member: tuple(pairs) for member, pairs in own.items()},
            rooms,
            lacks,
        )

    def least(self) -> int | None:
        """Return a number of ties that no set can do without; None if all ties together are not enough."""
        each = 0
        for member, lack in self.lacks.items():
            left, taken = lack, 0
            for room in sorted((self.rooms[pair] for pair in (*self.shared[member], *self.own[member])), reverse=True):
                if left <= HOLDS_TOLERANCE:
                    break
                left, taken = left - room, taken + 1
            if left > HOLDS_TOLERANCE:
                return None
            each = max(each, taken)
        return max(each, (len(self.lacks) + 1) // 2)

    def extend(
        self,
        chosen: tuple[Pair, ...],
        left: dict[str, float],
        more: int,
        found: set[tuple[Pair, ...]],
        seen: set[frozenset[Pair]],
    ) -> None:
        """Add to `found` every way to complete `chosen` with at most `more` ties, where `left` is still lacking."""
        open_members = [member for member in left if left[member] > HOLDS_TOLERANCE]
        if not open_members:
            found.add(tuple(sorted(chosen)))
            return
        if (len(open_members) + 1) // 2 > more or frozenset(chosen) in seen:
            return
        seen.add(frozenset(chosen))
        member = open_members[0]
        own = next((pair for pair in self.own[member] if pair not in chosen), None)
        for pair in (*self.shared[member], *((own,) if own else ())):
            if pair in chosen:
                continue
            room = self.rooms[pair]
            rest = {end: lack - room if end in pair else lack for end, lack in left.items()}
            self.extend((*chosen, pair), rest, more - 1, found, seen)
