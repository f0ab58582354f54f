"""What stops it: the irreducible sets of hostile ties and red lines that alone make the coalition fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from ahlaf.model import BlockingSet, BlockingSets, Pair
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame

MAX_SIZE = 4
"""Sets of more ties than this are counted as too large to be told to a mediator."""

_NAMES: Mapping[Basis, str] = {"weight": "central", "known_low": "worst_known", "low": "worst"}
"""The bases at which blocking sets are looked for, in this order, and what the record calls them."""


def blocking_sets(game: CoalitionGame, *, max_size: int = MAX_SIZE) -> BlockingSets:
    """Enumerate every irreducible set of at most `max_size` ties that stops the coalition.

    A set B of hostile ties (below 0) and red lines inside blocks if the coalition fails with every other hostile tie
    at 0 and every other red line lifted; it is irreducible if no part of it blocks. Members that stay below zero with
    all hostile ties at 0 are `structural`: no tie is to blame for them, and B must stop one of the others.

    Complete and exact: a balance depends on the member's own ties only, so an irreducible set is one red line, one
    hostile tie, or several hostile ties of one member (docs/theory/coalitions.md, proposition 4).
    """
    basis = next((basis for basis in _NAMES if not game.holds(basis)), None)
    if basis is None:
        return BlockingSets("none", (), (), max_size, True)
    hostile = {pair: game.value(pair, basis) for pair in game.pairs if game.value(pair, basis) < 0}
    without = {
        member: balance - sum(weight for pair, weight in hostile.items() if member in pair)
        for member, balance in zip(game.members, game.balances(basis), strict=True)
    }
    structural = tuple(member for member in game.members if without[member] < -HOLDS_TOLERANCE)
    margins = {member: margin for member, margin in without.items() if member not in structural}

    single = {pair for pair in game.pairs if game.network.ties[pair].red_line}
    single |= {pair for pair, weight in hostile.items() if _stopped_by(pair, weight, margins)}
    sets = [BlockingSet((pair,), _stopped_by(pair, hostile.get(pair, 0.0), margins)) for pair in sorted(single)]
    complete = True
    for member, margin in margins.items():
        own = sorted((weight, pair) for pair, weight in hostile.items() if member in pair and pair not in single)
        for chosen, whole in _minimal_sets([weight for weight, _ in own], margin, max_size):
            complete = complete and whole
            if whole:
                sets.append(BlockingSet(tuple(sorted(own[c][1] for c in chosen)), (member,)))
    sets.sort(key=lambda found: (len(found.pairs), found.pairs))
    return BlockingSets(_NAMES[basis], tuple(sets), structural, max_size, complete)


def _stopped_by(pair: Pair, weight: float, margins: dict[str, float]) -> tuple[str, ...]:
    """Return the ends of a pair that this one tie leaves below zero."""
    return tuple(end for end in pair if end in margins and margins[end] + weight < -HOLDS_TOLERANCE)


def _minimal_sets(weights: Sequence[float], margin: float, max_size: int) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Yield every minimal set of `weights` (all below 0, most hostile first) that takes `margin` below zero.

    Taking ties from the most hostile on, a set is minimal exactly if the last one is what tips it: without any other
    it would be less hostile still. A branch is left as soon as all that remains cannot tip it, so every branch kept
    ends in a set. Where a set grows over `max_size`, (its first ties, False) says that there is a larger one.
    """
    rest = list(accumulate(reversed(weights), initial=0.0))[::-1]
    stack: list[tuple[tuple[int, ...], int, float]] = [((), 0, margin)]
    while stack:
        chosen, start, left = stack.pop()
        for i in range(start, len(weights)):
            if left + rest[i] >= -HOLDS_TOLERANCE:
                break
            if len(chosen) == max_size:
                yield chosen, False
                break
            if left + weights[i] < -HOLDS_TOLERANCE:
                yield (*chosen, i), True
            else:
                stack.append(((*chosen, i), i + 1, left + weights[i]))
