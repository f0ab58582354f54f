"""Of all memberships that hold, the strongest or the smallest: a mixed-integer program over who is in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from time import monotonic

from ahlaf.model import Certificate, ProofStatus, pair_of
from ahlaf.solve.coalition.game import FEWEST_MEMBERS, CoalitionGame
from ahlaf.solve.mip import INFINITY, Program, SolveStatus

_SLACK = 1e-7
"""The program's rows are this much looser than the rule, so that rounding inside the solver can rule nothing out; what
it then lets through is checked exactly, and cut off if it fails."""


@dataclass(frozen=True, slots=True)
class FoundMembership:
    """The best membership, if one was found, and how far the proof came; the bound is in the unit of the aim."""

    members: tuple[str, ...] | None
    certificate: Certificate


class MembershipProgram:
    """Choose who of `free` is in, beside all of `fixed`, so that the whole holds at the weights of its ties.

    Variables x_i ∈ {0, 1}: i is in; P ≤ min(1, c·x / R), the chance. For every party, with q_i standing for P(C∖i),

        Σ_j w_ij x_j + β τ_i [P − (1−e) q_i] − k_i ≥ −M_i (1 − x_i)

    and q_i ≥ min(1, (c·x − c_i x_i) / R): one of the two, by a switch z_i ∈ {0, 1}, where c·x could exceed R + c_i and
    the share (1−e) is not 0. M_i is what the left side can fall to. x_i + x_j ≤ 1 for a red line. Parties who would be
    below zero even with all their friends in and the most that they can gain are left out beforehand, again and again.
    """

    def __init__(self, game: CoalitionGame, fixed: Collection[str], free: Collection[str]) -> None:
        self._game = game
        self._fixed = frozenset(fixed)
        self._free = _willing(game, self._fixed, frozenset(free))
        self._program = Program()
        self._in: dict[str, int] = {}
        self._capability = game.capability(self._fixed | self._free)
        for party in sorted(self._fixed | self._free):
            self._in[party] = self._program.variable(1.0 if party in self._fixed else 0.0, 1.0, whole=True)
        self._program.row(dict.fromkeys(self._in.values(), 1.0), lower=float(FEWEST_MEMBERS))
        self._chance = self._program.variable(0.0, 1.0)
        requirement = game.question.requirement
        self._strength = {self._in[p]: game.by_id[p].capability / requirement for p in self._in}
        self._program.row(self._strength | {self._chance: -1.0}, lower=0.0)
        for party in self._in:
            self._require_balance(party)
        self._require_no_red_lines()

    def strongest(self, deadline: float) -> FoundMembership:
        """Find the membership with the most capability; the bound is the most that any could have."""
        requirement = self._game.question.requirement
        for variable, strength in self._strength.items():
            self._program.set_cost(variable, -strength)
        members, bound, status = self._solve(deadline)
        if status is SolveStatus.INFEASIBLE:
            return FoundMembership(None, Certificate(ProofStatus.INFEASIBLE, 0.0, 0.0))
        most = min(self._capability, -bound * requirement)
        if members is None:
            return FoundMembership(None, Certificate(ProofStatus.STOPPED, most, INFINITY))
        capability = self._game.capability(members)
        if status is SolveStatus.OPTIMAL:
            return FoundMembership(members, Certificate(ProofStatus.OPTIMAL, capability, 0.0))
        most = max(most, capability)
        return FoundMembership(members, Certificate(ProofStatus.STOPPED, most, most - capability))

    def fewest_that_meet(self, deadline: float, *, at_least: int) -> FoundMembership:
        """Find the membership of fewest parties, `at_least` of them `free`, whose capability meets the requirement.

        The bound is the fewest of `free` that any such membership could have.
        """
        self._program.row(self._strength, lower=1.0 - _SLACK)
        free = [self._in[party] for party in self._in if party not in self._fixed]
        self._program.row(dict.fromkeys(free, 1.0), lower=float(at_least))
        for variable in free:
            self._program.set_cost(variable, 1.0)
        members, bound, status = self._solve(deadline)
        if status is SolveStatus.INFEASIBLE:
            return FoundMembership(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))
        fewest = max(float(at_least), bound)
        if members is None:
            return FoundMembership(None, Certificate(ProofStatus.STOPPED, fewest, INFINITY))
        count = float(len(members) - len(self._fixed))
        if status is SolveStatus.OPTIMAL:
            return FoundMembership(members, Certificate(ProofStatus.OPTIMAL, count, 0.0))
        return FoundMembership(members, Certificate(ProofStatus.STOPPED, fewest, count - fewest))

    def _solve(self, deadline: float) -> tuple[tuple[str, ...] | None, float, SolveStatus]:
        """Solve until what is found passes the exact check; a membership that does not is cut off alone."""
        while True:
            solution = self._program.solve(deadline - monotonic())
            if not solution.found:
                return None, solution.bound, solution.status
            members = tuple(party for party, variable in self._in.items() if solution.values[variable] > 0.5)
            if self._game.with_members(members).holds():
                return members, solution.bound, solution.status
            if solution.status is not SolveStatus.OPTIMAL:
                return None, solution.bound, solution.status
            chosen = set(members)
            cut = {variable: 1.0 if party in chosen else -1.0 for party, variable in self._in.items()}
            self._program.row(cut, upper=len(chosen) - 1.0)

    def _require_balance(self, party: str) -> None:
        game, x = self._game, self._in[party]
        scale = game.parameters.benefit * game.by_id[party].salience
        shared = scale * (1.0 - game.parameters.exclusivity)
        ties = {other: game.value(pair_of(party, other)) for other in self._in if other != party}
        row = {self._in[other]: weight for other, weight in ties.items() if weight}
        if scale:
            row[self._chance] = scale
        if shared:
            row[self._chance_without(party)] = -shared
        cost = game.cost(party)
        lowest = cost + shared - sum(weight for weight in ties.values() if weight < 0)
        row[x] = -lowest
        self._program.row(row, lower=cost - lowest - _SLACK)

    def _chance_without(self, party: str) -> int:
        """Return a variable that is at least min(1, (c·x − c_i x_i) / R)."""
        without = self._program.variable(0.0, 1.0)
        others = {variable: -strength for variable, strength in self._strength.items() if variable != self._in[party]}
        row = {without: 1.0} | others
        most = -sum(others.values())
        if most > 1.0:
            switch = self._program.variable(0.0, 1.0, whole=True)
            self._program.row({without: 1.0, switch: -1.0}, lower=0.0)
            row[switch] = most
        self._program.row(row, lower=0.0)
        return without

    def _require_no_red_lines(self) -> None:
        for a, x in self._in.items():
            for b, y in self._in.items():
                if a < b and self._game.network.ties[(a, b)].red_line:
                    self._program.row({x: 1.0, y: 1.0}, upper=1.0)


def _willing(game: CoalitionGame, fixed: frozenset[str], free: frozenset[str]) -> frozenset[str]:
    """Return those of `free` that could be at zero or above in some membership; who cannot draws others with it."""
    while True:
        around = fixed | free
        kept = frozenset(party for party in free if _most(game, party, around) >= -_SLACK)
        if kept == free:
            return free
        free = kept


def _most(game: CoalitionGame, party: str, around: frozenset[str]) -> float:
    """Return what a party's balance can rise to: all its friends in, and P(C) − (1−e) P(C∖i) at its peak, c(C) = R."""
    share = min(1.0, game.by_id[party].capability / game.question.requirement)
    exclusivity = game.parameters.exclusivity
    peak = exclusivity + (1.0 - exclusivity) * share
    friends = sum(
        max(0.0, game.value(pair_of(party, other)))
        for other in around
        if other != party and not game.network.ties[pair_of(party, other)].red_line
    )
    return friends + game.parameters.benefit * game.by_id[party].salience * peak - game.cost(party)
