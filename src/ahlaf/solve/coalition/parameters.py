"""Which number of the question would flip the verdict, and at what value?"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import RANGES, ParameterFlip
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

Floats = NDArray[np.float64]
Curve = Callable[[Floats], Floats]
"""From a (values, 1) column of a number to the (values, members) balances there, piecewise linear in the number."""


def parameter_flips(game: CoalitionGame) -> tuple[ParameterFlip, ...]:
    """Return for each number of the question the nearest values, below and above, that flip the central verdict.

    Each is moved alone, within its range, red lines left aside. All balances are piecewise linear in β, e, k, τ_i and
    c_i, and in 1/R, with breakpoints where P(C) or some P(C∖i) reaches 1; so between breakpoints the values at which
    nobody walks out form one interval, and its ends are exact (docs/theory/coalitions.md, proposition 8). Those that
    need the smallest move, as a share of the value itself, come first.
    """
    numbers = _Numbers(game)
    found = [*numbers.of_question(), *numbers.of_members()]
    return tuple(sorted(found, key=lambda flip: (relative_move(flip), flip.parameter, flip.actor or "")))


def relative_move(flip: ParameterFlip) -> float:
    """Return the smallest move that flips, as a share of the value; inf where none does, or the value is 0."""
    moves = [abs(end - flip.value) for end in (flip.below, flip.above) if end is not None]
    return min(moves) / flip.value if moves and flip.value else math.inf


@dataclass(frozen=True)
class _Numbers:
    """A game whose balances are functions of one number at a time."""

    game: CoalitionGame

    def of_question(self) -> Iterator[ParameterFlip]:
        """Yield the flips of β, e, R and, where some member has no cost of its own, k."""
        game, given = self.game, self.game.parameters
        yield self._within("benefit", None, given.benefit, lambda value: self._balances(benefit=value))
        yield self._within("exclusivity", None, given.exclusivity, lambda value: self._balances(exclusivity=value))
        yield self._requirement()
        default = np.array([game.by_id[member].joining_cost is None for member in game.members])
        if default.any():
            costs = self._costs
            yield self._within(
                "joining_cost",
                None,
                given.joining_cost,
                lambda value: self._balances(costs=np.where(default, value, costs)),
            )

    def of_members(self) -> Iterator[ParameterFlip]:
        """Yield the flips of every member's salience, capability and own cost of joining, where it has one."""
        for member in self.game.members:
            yield self._of_member(member, "salience")
            yield self._capability(member)
            if self.game.by_id[member].joining_cost is not None:
                yield self._of_member(member, "joining_cost")

    def _of_member(self, member: str, parameter: str) -> ParameterFlip:
        """Move a number that bears on the member's own balance alone, and in a straight line."""
        its_own = np.array([other == member for other in self.game.members])
        numbers = self._saliences if parameter == "salience" else self._costs

        def curve(value: Floats) -> Floats:
            moved = np.where(its_own, value, numbers)
            return self._balances(saliences=moved) if parameter == "salience" else self._balances(costs=moved)

        return self._within(parameter, member, float(numbers[its_own][0]), curve)

    def _within(self, parameter: str, actor: str | None, value: float, curve: Curve) -> ParameterFlip:
        """Move a number over its whole range, in which every balance is a straight line."""
        allowed = RANGES[parameter]
        below, above = (self._nearest(curve, [value, end]) for end in (allowed.low, allowed.high))
        return ParameterFlip(parameter, actor, value, below, above)

    def _requirement(self) -> ParameterFlip:
        """Move R by way of 1/R; below every c(C∖i) nothing changes any more, and an endless R is none."""
        value = self.game.question.requirement
        strengths = [self.game.capability(self.game.members), *self._left]
        breaks = sorted(1 / strength for strength in strengths if strength > 0)

        def curve(inverse: Floats) -> Floats:
            return self._balances(inverse=inverse)

        now = 1 / value
        smaller = self._nearest(curve, [now, *(at for at in breaks if at > now)])
        larger = self._nearest(curve, [now, *(at for at in reversed(breaks) if at < now), 0.0])
        return ParameterFlip(
            "requirement", None, value, 1 / smaller if smaller is not None else None, 1 / larger if larger else None
        )

    def _capability(self, member: str) -> ParameterFlip:
        """Move c_i: what is left without another member rises with it, what is left without i does not."""
        game = self.game
        value, place = game.by_id[member].capability, game.members.index(member)
        rest = float(self._left[place])
        # c(C∖j) without i: what is left when j leaves and i has nothing.
        others = np.delete(self._left - value, place)
        breaks = sorted(game.question.requirement - strength for strength in (rest, *others.tolist()))

        def curve(capability: Floats) -> Floats:
            left = self._left - value + capability
            left[:, place] = rest
            return self._balances(together=rest + capability, left=left)

        smaller = self._nearest(curve, [value, *(at for at in reversed(breaks) if 0 < at < value), 0.0])
        larger = self._nearest(curve, [value, *(at for at in breaks if at > value)])
        return ParameterFlip("capability", member, value, smaller, larger)

    def _nearest(self, curve: Curve, stops: Sequence[float]) -> float | None:
        """Return the first point along `stops` where the verdict turns; every balance is straight between two stops."""
        if len(stops) < 2 or stops[0] == stops[-1]:
            return None
        at = np.array(stops)
        balances = curve(at[:, None])
        balances[np.abs(balances) <= HOLDS_TOLERANCE] = 0.0
        before, after = balances[:-1], balances[1:]
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = before / (before - after)
        if (balances[0] >= 0).all():
            leaves = np.where((before >= 0) & (after < 0), crossing, np.inf).min(axis=1)
            turns = leaves < np.inf
            part = leaves
        else:
            enters = np.where(before < 0, np.where(after >= 0, crossing, np.inf), 0.0).max(axis=1)
            part = np.where(enters < np.inf, enters, 0.0)
            there = before + (after - before) * part[:, None]
            turns = (enters < np.inf) & (there >= -HOLDS_TOLERANCE).all(axis=1)
        if not turns.any():
            return None
        first = int(np.argmax(turns))
        return float(at[first] + (at[first + 1] - at[first]) * part[first])

    def _balances(
        self,
        *,
        benefit: Floats | None = None,
        exclusivity: Floats | None = None,
        costs: Floats | None = None,
        saliences: Floats | None = None,
        inverse: Floats | None = None,
        together: Floats | None = None,
        left: Floats | None = None,
    ) -> Floats:
        """Return b_i = Σ w_ij + β τ_i [P(C) − (1−e) P(C∖i)] − k_i with some numbers in place of the game's."""
        given, game = self.game.parameters, self.game
        per_unit = 1 / game.question.requirement if inverse is None else inverse
        with_all = game.capability(game.members) if together is None else together
        chance = np.minimum(1.0, with_all * per_unit)
        without = np.minimum(1.0, (self._left if left is None else left) * per_unit)
        kept = 1.0 - (given.exclusivity if exclusivity is None else exclusivity)
        scale = (given.benefit if benefit is None else benefit) * (self._saliences if saliences is None else saliences)
        balances: Floats = (
            self._ties - (self._costs if costs is None else costs) + scale * np.maximum(0.0, chance - kept * without)
        )
        return balances

    @cached_property
    def _left(self) -> Floats:
        """c(C∖i) of each member."""
        members = self.game.members
        return np.array([self.game.capability([other for other in members if other != member]) for member in members])

    @cached_property
    def _ties(self) -> Floats:
        return np.array([self.game.tie_sum(member, self.game.members) for member in self.game.members])

    @cached_property
    def _costs(self) -> Floats:
        return np.array([self.game.cost(member) for member in self.game.members])

    @cached_property
    def _saliences(self) -> Floats:
        return np.array([self.game.by_id[member].salience for member in self.game.members])
