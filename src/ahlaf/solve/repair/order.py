"""In which order: steps and signatures so that nobody who has signed is ever better off walking out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Moment, Package, Pair, Step, StepOrder
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

MOST_SEARCHED = 16
"""Up to so many members all sets of signatures are gone through: 65,536 of them."""

Floats = NDArray[np.float64]

_TOLERANCE = HOLDS_TOLERANCE + 1e-12
_NEVER = np.iinfo(np.int16).max


def order_of_steps(game: CoalitionGame, package: Package, not_first: Collection[str] = ()) -> StepOrder:
    """Find an order of signatures, with the steps of a package between, in which as few as can be sign at once.

    A set S of members **stands** on the ties as mended so far if every balance b_i(S) ≥ 0 and no red line lies inside;
    one signature alone binds nobody, and stands. An order is a chain ∅ = S_0 ⊂ S_1 ⊂ ... ⊂ S_m = C of sets that stand
    at their moment. Mending only helps, so an order exists if it does with all steps taken; steps are then put
    off as long as can be, the dearest first. Members of `not_first` sign only once, or when, somebody else does, and
    where there is a step between two others, such a one comes before all of theirs.
    Of all orders the one is chosen in which the fewest sign at the same moment, then whose moments are the smallest and
    first in the alphabet, from the first on.

    Exact up to 16 members, by dynamic programming over all 2^n sets. For more, members sign one by one as long as
    that goes, in alphabetical order; who can wait to the end signs there one by one; and those between at once:
    `proven` only if nobody was left between.
    """
    members = game.members
    after = _State.of(game, package.steps)
    barred = frozenset(not_first) & frozenset(members)
    if len(barred) == len(members):
        return StepOrder((), 0, True, tuple(sorted(barred)))
    if len(members) <= MOST_SEARCHED:
        chain, proven = _search(after, barred), True
    else:
        chain = _one_by_one(after, barred)
        proven = all(len(block) == 1 for block in chain)
    together = max(len(block) for block in chain)
    moments = _led(_moments(game, package, chain), barred)
    return StepOrder(moments, together, proven, tuple(sorted(barred)))


@dataclass(frozen=True)
class _State:
    """The ties and red lines among the members once some steps are taken, as symmetric matrices in their order."""

    game: CoalitionGame
    weights: Floats
    red_lines: Floats

    @classmethod
    def of(cls, game: CoalitionGame, steps: Iterable[Step]) -> _State:
        place = {member: i for i, member in enumerate(game.members)}
        weights, red_lines = np.zeros((len(place), len(place))), np.zeros((len(place), len(place)))
        for a, b in game.pairs:
            i, j = place[a], place[b]
            weights[i, j] = weights[j, i] = game.value((a, b))
            red_lines[i, j] = red_lines[j, i] = game.network.ties[a, b].red_line
        state = cls(game, weights, red_lines)
        for step in steps:
            state = state.with_step(step.pair, step.after, red_line=False)
        return state

    def with_step(self, pair: Pair, weight: float, *, red_line: bool) -> _State:
        """Return the state with another weight and red line of one pair."""
        i, j = (self.game.members.index(end) for end in pair)
        weights, red_lines = self.weights.copy(), self.red_lines.copy()
        weights[i, j] = weights[j, i] = weight
        red_lines[i, j] = red_lines[j, i] = red_line
        return replace(self, weights=weights, red_lines=red_lines)

    def without(self, step: Step) -> _State:
        """Return the state before a step."""
        return self.with_step(step.pair, step.before, red_line=step.lifts_red_line)

    @cached_property
    def parties(self) -> tuple[Floats, Floats, Floats]:
        """The members' capabilities, β τ_i and costs of joining."""
        game = self.game
        members = [game.by_id[member] for member in game.members]
        capability = np.array([member.capability for member in members])
        scale = np.array([game.parameters.benefit * member.salience for member in members])
        return capability, scale, np.array([game.cost(member) for member in game.members])

    def balances(self, inside: Floats) -> Floats:
        """Return the (sets, members) balances of every member in every set, `inside` being 1 where one has signed."""
        capability, scale, cost = self.parties
        requirement = self.game.question.requirement
        total = (inside @ capability)[:, None]
        chance = np.minimum(1.0, total / requirement)
        left = np.minimum(1.0, np.maximum(0.0, total - capability) / requirement)
        stake = scale * np.maximum(0.0, chance - (1.0 - self.game.parameters.exclusivity) * left)
        balances: Floats = inside @ self.weights + stake - cost
        return balances

    def stand(self, inside: Floats) -> NDArray[np.bool_]:
        """Return for every set whether nobody in it would rather walk out and no red line lies inside.

        One signature alone binds nobody.
        """
        stand: NDArray[np.bool_] = ((self.balances(inside) >= -_TOLERANCE) | (inside == 0)).all(axis=1)
        stand &= ((inside @ self.red_lines) * inside).sum(axis=1) == 0
        stand |= inside.sum(axis=1) <= 1
        return stand

    def row(self, signed: Collection[str]) -> Floats:
        """Return one set as a matrix of one row."""
        return np.array([[float(member in signed) for member in self.game.members]])

    def stands(self, signed: Collection[str]) -> bool:
        """Whether one set stands."""
        return bool(self.stand(self.row(frozenset(signed)))[0])


def _search(after: _State, barred: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the blocks of the best order, with all steps taken: the fewest at once, then the first in the alphabet."""
    members = after.game.members
    masks = np.arange(2 ** len(members))
    stands = after.stand(((masks[:, None] >> np.arange(len(members))) & 1).astype(np.float64))
    stands[-1] = True  # the package as a whole was checked in exact arithmetic
    others = sum(1 << i for i, member in enumerate(members) if member not in barred)
    stands[1:] &= masks[1:] & others != 0
    at_once = next(g for g in range(1, len(members) + 1) if _waits(stands, g)[0] == 0)
    waits = _waits(stands, at_once)
    chain: list[tuple[str, ...]] = []
    signed = 0
    while signed != masks[-1]:
        left = [i for i in range(len(members)) if not signed >> i & 1]
        block = next(
            block
            for size in range(1, at_once + 1)
            for block in combinations(left, size)
            if waits[signed | sum(1 << i for i in block)] == 0
        )
        chain.append(tuple(members[i] for i in block))
        signed |= sum(1 << i for i in block)
    return chain


def _waits(stands: NDArray[np.bool_], at_once: int) -> NDArray[np.int16]:
    """Return for every set how many must still sign at the same moment until the next set that stands and can go on.

    0 for a set that stands and from which the whole can be reached with at most `at_once` at the same moment; _NEVER
    for one from which it cannot.
    """
    masks = np.arange(len(stands))
    n = len(stands).bit_length() - 1
    size = np.bitwise_count(masks)
    waits = np.full(len(stands), _NEVER, dtype=np.int16)
    waits[-1] = 0
    for count in range(n - 1, -1, -1):
        layer = masks[size == count]
        best = np.full(len(layer), _NEVER, dtype=np.int16)
        for i in range(n):
            outside = (layer >> i) & 1 == 0
            best[outside] = np.minimum(best[outside], waits[layer[outside] | (1 << i)])
        reaches = best < at_once
        waits[layer[reaches]] = best[reaches] + 1
        waits[layer[reaches & stands[layer]]] = 0
    return waits


def _one_by_one(after: _State, barred: frozenset[str]) -> list[tuple[str, ...]]:
    """Let members sign one by one, in alphabetical order, as long as somebody can; then who must not wait, at once."""
    members = after.game.members
    first = next(member for member in members if member not in barred)
    signed = [first]
    chain: list[tuple[str, ...]] = [(first,)]
    while len(signed) < len(members):
        left = [member for member in members if member not in signed]
        following = next((member for member in left if after.stands([*signed, member])), None)
        if following is None:
            return [*chain, *_from_the_end(after, left)]
        chain.append((following,))
        signed.append(following)
    return chain


def _from_the_end(after: _State, left: Collection[str]) -> list[tuple[str, ...]]:
    """Let members wait to the end, the last in the alphabet first, while the others stand; the rest sign at once."""
    together, waiting = list(left), list[tuple[str, ...]]()
    signed = set(after.game.members)
    while True:
        last = next((member for member in reversed(together) if after.stands(signed - {member})), None)
        if last is None or len(together) == 1:
            return [tuple(together), *reversed(waiting)]
        together.remove(last)
        signed.remove(last)
        waiting.append((last,))


def _moments(game: CoalitionGame, package: Package, chain: Sequence[tuple[str, ...]]) -> tuple[Moment, ...]:
    """Put every step off as long as can be: going back from the end, undo the dearest that what stands does without."""
    signed = [member for block in chain for member in block]
    state, taken = _State.of(game, package.steps), list(package.steps)
    moments: list[Moment] = []
    for block in reversed(chain):
        balances = dict(zip(game.members, state.balances(state.row(signed))[0], strict=True))
        weakest = min(sorted(signed), key=lambda member: balances[member]) if len(signed) > 1 else None
        lowest = float(balances[weakest]) if weakest else None
        signed = signed[: -len(block)]
        needed = []
        for step in sorted(taken, key=lambda step: (-step.price, step.pair)):
            earlier = state.without(step)
            if earlier.stands(signed):
                state = earlier
                needed.append(step)
        moments.append(Moment(tuple(sorted(needed, key=lambda step: step.pair)), block, weakest, lowest))
        taken = [step for step in taken if step not in needed]
    return tuple(reversed(moments))


def _led(moments: tuple[Moment, ...], barred: frozenset[str]) -> tuple[Moment, ...]:
    """Let a step that the barred have no part in come first: what was put off is taken earlier, which only helps."""
    leading = [step for moment in moments for step in moment.steps if barred.isdisjoint(step.pair)]
    first = next((i for i, moment in enumerate(moments) if moment.steps), None)
    if not barred or not leading or first is None:
        return moments
    lead = leading[0]
    put = [replace(moment, steps=tuple(step for step in moment.steps if step != lead)) for moment in moments]
    put[first] = replace(put[first], steps=(lead, *put[first].steps))
    return tuple(put)
