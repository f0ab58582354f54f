"""What do the other coalitions that its members stand in do to a coalition?"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace

from ahlaf.model import Coalition, CrossPressure, Estimate, Overlap, OverlappingMember, Quarrel, Status, pair_of
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.sampling import draw, probability_of_holding


def overlap(game: CoalitionGame, coalition: Coalition, others: Sequence[Coalition]) -> Overlap | None:
    """Say what `others`, which stand at the same time against the same threat, do to a coalition; None if none shares.

    `game` asks about the coalition alone. Capability counts once: member i brings s_i c_i, s_i = 1/m where it stands
    in m coalitions, unless shares are given. Who walks out still stands with D_i, all those that it stands with in
    other coalitions: with P(S) = min(1, c(S)/R), strength of each party counted once,

        stake_i = β τ_i [P(C ∪ D_i) − (1−e) P((C∖i) ∪ D_i) − e P(D_i)]

    which is the stake of the game where D_i is empty, and β τ_i e [P(C ∪ D_i) − P(D_i)] where it is not.
    """
    sharing = {
        member: tuple(other for other in others if member in other.members)
        for member in game.members
        if any(member in other.members for other in others)
    }
    if not sharing:
        return None
    beside = _beside(game, {member: _allies(member, shared) for member, shared in sharing.items()})
    share = {member: share_of(member, coalition, shared) for member, shared in sharing.items()}
    strength = math.fsum(game.by_id[member].capability * share.get(member, 1.0) for member in game.members)
    alone = dict(zip(game.members, game.balances(), strict=True))
    changed = dict(zip(beside.members, beside.balances(), strict=True))
    holds_low, holds_high = beside.holds("low"), beside.holds("high")
    return Overlap(
        members=tuple(
            OverlappingMember(
                actor=member,
                others=tuple(other.key for other in shared),
                share=share[member],
                adds=_adds(game, _allies(member, shared)),
                alone=alone[member],
                beside=changed[member],
            )
            for member, shared in sharing.items()
        ),
        strength=strength,
        enough=game.is_enough(strength),
        status=Status.HOLDS if holds_low else Status.CONTESTED if holds_high else Status.FAILS,
        central=beside.holds(),
        probability=_probability(beside),
        outside=tuple(member for member, balance in changed.items() if balance < -HOLDS_TOLERANCE),
    )


def _probability(game: CoalitionGame) -> Estimate:
    """Return P(holds): 0 with a red line inside, as in the verdict."""
    if game.red_lines:
        return Estimate(0.0, 0.0, 0.0, game.parameters.samples, game.parameters.seed)
    return probability_of_holding(game, draw(game))


def share_of(member: str, coalition: Coalition, others: Sequence[Coalition]) -> float:
    """Return the share of a member's strength that is the coalition's: as given, else an even part of what is left."""
    given = {one.key: share.share for one in (coalition, *others) for share in one.shares if share.actor == member}
    if coalition.key in given:
        return given[coalition.key]
    return max(0.0, 1.0 - math.fsum(given.values())) / (1 + len(others) - len(given))


def cross_pressures(game: CoalitionGame, coalitions: Sequence[Coalition]) -> tuple[CrossPressure, ...]:
    """Find the quarrels that pull at those who stand in two coalitions, for every two that have a member in common.

    Between j, who is in the first only, and k, who is in the second only: a tie below zero at its weight or a red line.
    """
    found = []
    for i, first in enumerate(coalitions):
        for second in coalitions[i + 1 :]:
            shared = tuple(sorted(set(first.members) & set(second.members)))
            if not shared:
                continue
            quarrels = [
                quarrel
                for j in sorted(set(first.members) - set(second.members))
                for k in sorted(set(second.members) - set(first.members))
                if (quarrel := _quarrel(game, j, k)) is not None
            ]
            quarrels.sort(key=lambda quarrel: (not quarrel.red_line, quarrel.weight, quarrel.pair))
            found.append(CrossPressure(first.key, second.key, shared, tuple(quarrels)))
    return tuple(found)


def _quarrel(game: CoalitionGame, j: str, k: str) -> Quarrel | None:
    tie = game.network.ties[pair_of(j, k)]
    if tie.weight >= 0 and not tie.red_line:
        return None
    return Quarrel(tie.pair, tie.weight, tie.low, tie.high, tie.red_line)


def _allies(member: str, others: Sequence[Coalition]) -> frozenset[str]:
    """Return D_i: all that stand in the other coalitions of a member, itself among them."""
    return frozenset(actor for other in others for actor in other.members)


def _adds(game: CoalitionGame, allies: Collection[str]) -> float:
    """Return P(C ∪ D) − P(D), what the coalition adds to the chance of those who stand in D."""
    return max(0.0, game.chance(set(game.members) | set(allies)) - game.chance(allies))


def _beside(game: CoalitionGame, allies: dict[str, frozenset[str]]) -> CoalitionGame:
    """Return the game in which walking out means standing with one's other coalitions.

    What a member's stake loses thereby is a cost of joining it more, and so the game of one coalition serves for both.
    """
    parties = []
    for party in game.parties:
        if party.id in allies:
            scale = game.parameters.benefit * party.salience
            stake = scale * game.parameters.exclusivity * _adds(game, allies[party.id])
            lost = max(0.0, game.stake(party.id, game.members) - stake)
            party = replace(party, joining_cost=game.cost(party.id) + lost)
        parties.append(party)
    return replace(game, parties=tuple(parties))
