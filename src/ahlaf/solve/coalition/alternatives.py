"""Which other memberships near the one that is asked about hold as things are, and which parts of it do?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import accumulate
from time import monotonic

import numpy as np

from ahlaf.model import Alternative, Alternatives, Certificate, ChangeCount, ProofStatus, Status
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.membership_program import MembershipProgram
from ahlaf.solve.coalition.nearby import Nearby, Rows
from ahlaf.solve.coalition.parts import WHOLE_SEARCH, maximal_parts
from ahlaf.solve.coalition.sampling import draw, probability_of_holding

MOST_CHANGES = 3
"""At most so many parties change sides: leave, or come."""
MOST_SEARCHED = 1_500_000
"""So many memberships are tried at most; with many parties fewer may change sides."""
LISTED = 5
"""So many memberships are listed for each number of changes, and so many parts of the members."""
_SAME_CAPABILITY = 9
"""Capabilities that agree to so many decimals count as equal."""


def alternatives(game: CoalitionGame, *, time_limit: float = 10.0) -> Alternatives:
    """Try every membership in which one, two or three parties change sides, and every part of the members.

    A membership holds as the coalition does: at the weights, every balance ≥ 0 and no red line inside. So an outsider
    that comes wants in, and nobody stays against its interest. Over n parties there are (n choose r) memberships at r
    changes, all tried. Parts are tried one and all up to 14 members; beyond, only the strongest is sought, by a
    mixed-integer program within `time_limit` seconds; where the coalition holds, it is the strongest itself.
    """
    nearby = Nearby(game)
    found: list[Alternative] = []
    counts = []
    for changes in range(1, most_changes(len(game.parties)) + 1):
        best, count = _at(nearby, changes)
        found += best
        counts.append(count)
    parts, strongest, certificate = _parts(game, monotonic() + time_limit)
    return Alternatives(
        found=tuple(found),
        counts=tuple(counts),
        complete=len(found) == sum(count.holding for count in counts),
        parts=parts[:LISTED],
        parts_complete=len(game.members) <= WHOLE_SEARCH and len(parts) <= LISTED,
        strongest=strongest,
        certificate=certificate,
    )


def most_changes(parties: int) -> int:
    """Return how many of so many parties can change sides if at most `MOST_SEARCHED` memberships are to be tried.

    >>> most_changes(11), most_changes(195), most_changes(1000)
    (3, 3, 2)
    """
    totals = accumulate(math.comb(parties, changes) for changes in range(1, min(MOST_CHANGES, parties) + 1))
    return sum(1 for total in totals if total <= MOST_SEARCHED)


def written_out(game: CoalitionGame, members: Iterable[str]) -> Alternative:
    """Write out a membership that holds at the weights of its ties."""
    other = game.with_members(tuple(members))
    capability = other.capability(other.members)
    return Alternative(
        members=other.members,
        leave=tuple(member for member in game.members if member not in other.members),
        come=tuple(member for member in other.members if member not in game.members),
        capability=capability,
        enough=game.is_enough(capability),
        status=Status.HOLDS if other.holds("low") else Status.CONTESTED,
        probability=probability_of_holding(other, draw(other)),
    )


def _at(nearby: Nearby, changes: int) -> tuple[list[Alternative], ChangeCount]:
    """Try every membership at this many changes; return the best that hold and how many do."""
    game = nearby.game
    best: Rows = np.empty((0, changes), dtype=np.int64)
    searched = holding = 0
    for rows in nearby.changes(changes):
        searched += len(rows)
        held = rows[nearby.holding(rows)]
        holding += len(held)
        best = _best(nearby, np.concatenate([best, held]))
    found = [written_out(game, nearby.members_after(row)) for row in best]
    return found, ChangeCount(changes, searched, holding)


def _best(nearby: Nearby, rows: Rows) -> Rows:
    """Keep the best: those that meet the requirement first, then the strongest, then in alphabetical order."""
    capability = np.round(nearby.capabilities(rows), _SAME_CAPABILITY)
    enough = np.array([nearby.game.is_enough(c) for c in capability], dtype=bool)
    # lexsort is stable, and rows come in alphabetical order.
    order = np.lexsort((-capability, ~enough))
    return rows[order[:LISTED]]


def _parts(game: CoalitionGame, deadline: float) -> tuple[tuple[Alternative, ...], Alternative | None, Certificate]:
    """Return the maximal parts of the members that hold, the strongest of all, and how far that is proven."""
    if len(game.members) <= WHOLE_SEARCH:
        parts = maximal_parts(game)
        shown = tuple(written_out(game, part) for part in parts[:LISTED])
        if not parts:
            return (), None, Certificate(ProofStatus.INFEASIBLE, 0.0, 0.0)
        return shown, shown[0], Certificate(ProofStatus.OPTIMAL, shown[0].capability, 0.0)
    if game.holds():
        whole = written_out(game, game.members)
        return (), whole, Certificate(ProofStatus.OPTIMAL, whole.capability, 0.0)
    found = MembershipProgram(game, (), game.members).strongest(deadline)
    strongest = None if found.members is None else written_out(game, found.members)
    return (), strongest, found.certificate
