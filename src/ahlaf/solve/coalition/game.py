"""The coalition game: who is in, what each gains, and how each one's balance stands."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import (
    RANGES,
    CoalitionParameters,
    Pair,
    Party,
    Question,
    QuestionError,
    Tie,
    TieOrigin,
    UnknownActorError,
    pair_of,
)
from ahlaf.network import SignedNetwork

HOLDS_TOLERANCE = 1e-9
"""A balance down to −1e-9 counts as 0: sums of thirds and hundredths do not come out even in binary."""

Basis = Literal["weight", "low", "high", "known_low", "known_high"]
"""Which number of a tie is used: its weight, the lower or upper end of its interval, or an end where something is known
of the tie and 0 where it is assumed: ignorance is neither hostility nor friendship."""

FEWEST_MEMBERS = 2
_SUGGESTIONS = 3
_ENOUGH = 1e-9
"""By how much of the requirement a sum of capabilities may fall short and still count as meeting it."""


@dataclass(frozen=True)
class CoalitionGame:
    """A coalition that would stand against a threat, with all that its members' balances rest on.

    For a coalition C: chance P(C) = min(1, c(C)/R); gain G_i(C) = β τ_i [P(C) − (1−e) P(C∖i)] − k_i;
    balance b_i(C) = Σ_{j∈C, j≠i} w_ij + G_i(C). C holds iff every b_i(C) ≥ 0 and no red line lies inside.

    `members` and `outsiders` are in alphabetical order; `parties` likewise; `network` has every party and no threat.

    Sources: C. d'Aspremont, A. Jacquemin, J. J. Gabszewicz and J. A. Weymark (1983), On the stability of collusive
    price leadership (internal stability); S. Barrett (1994), Self-enforcing international environmental agreements;
    A. Bogomolnaia and M. O. Jackson (2002), The stability of hedonic coalition structures (additive preferences).
    """

    question: Question
    members: tuple[str, ...]
    outsiders: tuple[str, ...]
    parties: tuple[Party, ...]
    network: SignedNetwork

    @classmethod
    def of(cls, question: Question, parties: Sequence[Party], ties: Sequence[Tie]) -> CoalitionGame:
        """Build the game of a question; the threat is left out of the parties, and ties to it are ignored.

        Raises UnknownActorError for a member that is no party, and QuestionError for fewer than two members, a member
        named twice, the threat among the members, a party given twice, or a number outside its range.
        """
        present = tuple(sorted((party for party in parties if party.id != question.threat), key=lambda p: p.id))
        _check_members(question, present)
        _check_numbers(question, present)
        _check_constraints(question, present)
        members = tuple(sorted(question.members))
        outsiders = tuple(party.id for party in present if party.id not in set(members))
        network = SignedNetwork.of((party.id for party in present), ties, question.parameters.ties)
        for tie in network.ties.values():
            _check_tie(tie)
        return cls(question, members, outsiders, present, network)

    def with_members(self, members: Collection[str]) -> CoalitionGame:
        """Return the game of another membership of two or more of the same parties, all else as it is."""
        chosen = set(members)
        inside = tuple(party.id for party in self.parties if party.id in chosen)
        outside = tuple(party.id for party in self.parties if party.id not in chosen)
        return replace(self, question=replace(self.question, members=inside), members=inside, outsiders=outside)

    @property
    def parameters(self) -> CoalitionParameters:
        """The game's β, e, k, seed and number of draws."""
        return self.question.parameters.coalition

    @cached_property
    def by_id(self) -> dict[str, Party]:
        """Each party under its code."""
        return {party.id: party for party in self.parties}

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair of members, in alphabetical order: n(n−1)/2 of them."""
        return tuple((a, b) for i, a in enumerate(self.members) for b in self.members[i + 1 :])

    @cached_property
    def red_lines(self) -> tuple[Pair, ...]:
        """The pairs of members that will not sit together."""
        return tuple(pair for pair in self.pairs if self.network.ties[pair].red_line)

    @cached_property
    def incidence(self) -> NDArray[np.float64]:
        """The (pairs, members) matrix with 1 where a member is an end of a pair: balances = w · incidence + G."""
        row = {member: i for i, member in enumerate(self.members)}
        matrix = np.zeros((len(self.pairs), len(self.members)))
        for p, (a, b) in enumerate(self.pairs):
            matrix[p, row[a]] = matrix[p, row[b]] = 1.0
        return matrix

    @cached_property
    def gains(self) -> tuple[float, ...]:
        """Each member's gain G_i(C), in the order of `members`."""
        return tuple(self.gain(member, self.members) for member in self.members)

    def value(self, pair: Pair, basis: Basis = "weight") -> float:
        """Return a tie's weight, or an end of its interval."""
        tie = self.network.ties[pair]
        if basis == "weight":
            return tie.weight
        if basis in ("known_low", "known_high") and tie.origin is TieOrigin.ASSUMED:
            return 0.0
        return tie.low if basis in ("low", "known_low") else tie.high

    def weights(self, basis: Basis = "weight") -> NDArray[np.float64]:
        """Return that number of every pair of members, in the order of `pairs`."""
        return np.array([self.value(pair, basis) for pair in self.pairs])

    def capability(self, coalition: Collection[str]) -> float:
        """Return c(C), the summed capability of a coalition, in the unit of the parties."""
        return math.fsum(self.by_id[actor].capability for actor in coalition)

    def is_enough(self, capability: float) -> bool:
        """Say whether a summed capability meets the requirement, up to what rounding may have taken from the sum."""
        return capability >= self.question.requirement * (1.0 - _ENOUGH)

    def chance(self, coalition: Collection[str]) -> float:
        """Return P(C) = min(1, c(C)/R), the chance in [0, 1] that the coalition is strong enough."""
        return min(1.0, self.capability(coalition) / self.question.requirement)

    def stake(self, actor: str, coalition: Collection[str]) -> float:
        """Return β τ_i [P(C) − (1−e) P(C∖i)] ≥ 0, the gain before the cost of joining."""
        left = [other for other in coalition if other != actor]
        stays_away = (1.0 - self.parameters.exclusivity) * self.chance(left)
        scale = self.parameters.benefit * self.by_id[actor].salience
        # At least 0 in exact arithmetic, as c ≥ 0 and 0 ≤ e ≤ 1; rounding may fall a hair short of it.
        return scale * max(0.0, self.chance(coalition) - stays_away)

    def cost(self, actor: str) -> float:
        """Return k_i, what joining costs the actor at home: its own where it is given, else the question's default."""
        own = self.by_id[actor].joining_cost
        return self.parameters.joining_cost if own is None else own

    def gain(self, actor: str, coalition: Collection[str]) -> float:
        """Return G_i(C), what the actor gains by being in the coalition rather than out of it, quarrels aside."""
        return self.stake(actor, coalition) - self.cost(actor)

    def tie_sum(self, actor: str, coalition: Collection[str], basis: Basis = "weight") -> float:
        """Return Σ_{j∈C, j≠i} w_ij, correctly rounded whatever the order."""
        return math.fsum(self.value(pair_of(actor, other), basis) for other in coalition if other != actor)

    def balance(self, actor: str, coalition: Collection[str], basis: Basis = "weight") -> float:
        """Return b_i(C) for an actor of any coalition C of parties."""
        return self.tie_sum(actor, coalition, basis) + self.gain(actor, coalition)

    def balances(self, basis: Basis = "weight") -> tuple[float, ...]:
        """Return each member's balance in the coalition that is asked about, in the order of `members`."""
        return tuple(
            self.tie_sum(member, self.members, basis) + gain
            for member, gain in zip(self.members, self.gains, strict=True)
        )

    def balances_of(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the (draws, members) balances at (draws, pairs) weights."""
        balances: NDArray[np.float64] = weights @ self.incidence + np.array(self.gains)
        return balances

    def holds(self, basis: Basis = "weight") -> bool:
        """Say whether the coalition holds: every balance at least −1e-9, and no red line inside."""
        return not self.red_lines and self.stands(basis)

    def stands(self, basis: Basis = "weight") -> bool:
        """Say whether nobody would walk out, red lines aside: every balance at least −1e-9."""
        return all(balance >= -HOLDS_TOLERANCE for balance in self.balances(basis))


def _check_members(question: Question, parties: Sequence[Party]) -> None:
    """Refuse a membership that makes no question."""
    known = [party.id for party in parties]
    twice = sorted({code for code in known if known.count(code) > 1})
    if twice:
        raise QuestionError(f"party {twice[0]} is given twice", remedy="give each party one row")
    if question.threat in question.members:
        raise QuestionError(
            f"{question.threat} is the threat and cannot be a member of the coalition against it",
            remedy=f"take {question.threat} out of the members, or name another threat",
        )
    for member in question.members:
        if member not in known:
            raise UnknownActorError(
                member,
                suggestions=_nearest(member, parties),
                remedy="name a party of the case by its code, or add it to the parties",
            )
    repeated = sorted({member for member in question.members if question.members.count(member) > 1})
    if repeated:
        raise QuestionError(f"member {repeated[0]} is named twice", remedy="name each member once")
    if len(question.members) < FEWEST_MEMBERS:
        given = ", ".join(question.members) or "none"
        raise QuestionError(
            f"a coalition takes at least two members; given: {given}", remedy="name two members or more"
        )


def _nearest(name: str, parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the codes of the parties whose code or name, in either language, is nearest to `name`."""
    spellings: dict[str, str] = {}
    for party in parties:
        for spelling in (party.id, party.actor.name_en, party.actor.name_ar):
            spellings.setdefault(spelling.casefold(), party.id)
    close = get_close_matches(name.casefold(), list(spellings), n=_SUGGESTIONS)
    return tuple(dict.fromkeys(spellings[spelling] for spelling in close))


def _check_numbers(question: Question, parties: Sequence[Party]) -> None:
    """Refuse numbers outside their ranges, for which the formulas mean nothing."""
    groups = question.parameters
    named = [("the requirement", "requirement", question.requirement), ("level", "level", groups.ties.level)]
    for group in (groups.coalition, groups.price):
        named += ((field.name, field.name, getattr(group, field.name)) for field in fields(group))
    for party in parties:
        named.append((f"capability of {party.id}", "capability", party.capability))
        named.append((f"salience of {party.id}", "salience", party.salience))
        if party.joining_cost is not None:
            named.append((f"joining cost of {party.id}", "joining_cost", party.joining_cost))
    for name, kind, value in named:
        if value not in RANGES[kind]:
            raise QuestionError(f"{name} is {value:g}", expected=RANGES[kind].expected)


def _check_constraints(question: Question, parties: Sequence[Party]) -> None:
    """Refuse constraints on nobody that is known, on a pair of one, or with numbers outside their ranges."""
    constraints = question.constraints
    known = {party.id for party in parties}
    for actor in (*constraints.not_first, *(end for pair in constraints.untouchable for end in pair)):
        if actor not in known:
            raise UnknownActorError(
                actor,
                suggestions=_nearest(actor, parties),
                remedy="name a party of the case in the constraints, by its code",
            )
    for a, b in constraints.untouchable:
        if a == b:
            raise QuestionError(f"the untouchable pair {a}:{b} is one actor", expected="two actors")
    for name in ("most_tracks", "most_notches", "budget"):
        value = getattr(constraints, name)
        if value is not None and value not in RANGES[name]:
            raise QuestionError(f"{name} is {value:g}", expected=RANGES[name].expected)


def _check_tie(tie: Tie) -> None:
    """Refuse a tie whose numbers are out of order; NaN fails every comparison."""
    if not -1.0 <= tie.low <= tie.weight <= tie.high <= 1.0:
        raise QuestionError(
            f"the tie of {tie.a} and {tie.b} has low {tie.low:g}, weight {tie.weight:g}, high {tie.high:g}",
            expected="−1 ≤ low ≤ weight ≤ high ≤ 1",
        )
