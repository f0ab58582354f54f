"""Is the coalition strong enough, and what is the smallest enlargement that is?"""

from __future__ import annotations

from math import comb
from time import monotonic

import numpy as np

from ahlaf.model import Certificate, Enlargement, ProofStatus, Sufficiency
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.coalition.membership_program import MembershipProgram
from ahlaf.solve.coalition.nearby import Nearby, combinations_of

_MOST_TRIED = 1_000_000
"""Enlargements by one, two, three ... are tried one and all while there are no more of a size than this."""
_LARGEST_TRIED = 3


def sufficiency(game: CoalitionGame, *, time_limit: float = 10.0) -> Sufficiency:
    """Compare c(C) with R, and find the smallest enlargements: one that is strong enough, one that also holds.

    Quarrels aside, the m strongest outsiders have the greatest summed capability of any m, so taking the strongest in
    turn until it is enough is exact. Equals go by code.
    """
    strongest_first = sorted(game.outsiders, key=lambda outsider: (-game.by_id[outsider].capability, outsider))
    capability = game.capability(game.members)
    holding = _holding_enlargement(game, monotonic() + time_limit)
    for count in range(len(strongest_first) + 1):
        added = strongest_first[:count]
        if game.is_enough(game.capability((*game.members, *added))):
            enlargement = tuple(sorted(added))
            return Sufficiency(capability, game.question.requirement, count == 0, enlargement, holding)
    return Sufficiency(capability, game.question.requirement, False, None, holding)


def _holding_enlargement(game: CoalitionGame, deadline: float) -> Enlargement:
    """Find the fewest outsiders, and of those the strongest, whose entry makes it strong enough and lets it hold.

    Enlargements by up to three outsiders are all tried; larger ones are left to a mixed-integer program.
    """
    if not game.is_enough(game.capability(tuple(party.id for party in game.parties))) or game.red_lines:
        return Enlargement(None, None, Certificate(ProofStatus.INFEASIBLE, float("inf"), 0.0))
    nearby = Nearby(game)
    tried = 0
    while tried <= min(_LARGEST_TRIED, len(game.outsiders)) and comb(len(game.outsiders), tried) <= _MOST_TRIED:
        added = _best_of_size(nearby, tried)
        if added is not None:
            return _written_out(game, added, Certificate(ProofStatus.OPTIMAL, float(tried), 0.0))
        tried += 1
    program = MembershipProgram(game, game.members, game.outsiders)
    found = program.fewest_that_meet(deadline, at_least=tried)
    if found.members is None:
        return Enlargement(None, None, found.certificate)
    return _written_out(game, tuple(sorted(set(found.members) - set(game.members))), found.certificate)


def _best_of_size(nearby: Nearby, count: int) -> tuple[str, ...] | None:
    """Return the strongest of the enlargements by `count` outsiders that are strong enough and hold, if any is."""
    game = nearby.game
    place = {party.id: i for i, party in enumerate(game.parties)}
    outside = np.array([place[outsider] for outsider in game.outsiders], dtype=np.int64)
    rows = outside[np.concatenate([*combinations_of(len(outside), count)])]
    strong = rows[nearby.capabilities(rows) >= game.question.requirement * (1.0 - 2e-9)]
    held = strong[nearby.holding(strong)]
    best: tuple[float, tuple[str, ...]] | None = None
    for row, capability in zip(held, nearby.capabilities(held), strict=True):
        if best is None or round(capability, 9) > best[0]:
            added = tuple(game.parties[i].id for i in row)
            if game.is_enough(game.capability((*game.members, *added))):
                best = (round(float(capability), 9), added)
    return best[1] if best else None


def _written_out(game: CoalitionGame, added: tuple[str, ...], certificate: Certificate) -> Enlargement:
    return Enlargement(added, game.capability((*game.members, *added)), certificate)
