"""How firm the camps are: every division that is nearly as good as the best one, and what all of these agree on.

Frustration adds up over the blocks of a network, and over those of what is left when the actors that never part are
taken as one: each of these is a choice by itself, and every division is a combination of choices.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

import numpy as np

from ahlaf.model import Camps, Certificate, Choice, NearBest, NearDivision, ProofStatus, QuestionError, pair_of
from ahlaf.network import SignedGraph
from ahlaf.solve.camps.find import Solved, solve_camps
from ahlaf.solve.camps.near.combine import count_within, first_ways
from ahlaf.solve.camps.near.firm import Better, FirmGroups, firm_groups, merged, seen_from
from ahlaf.solve.camps.near.firmness import Bond, bonds_of, firmness_of
from ahlaf.solve.camps.near.held import Two
from ahlaf.solve.camps.near.held_any import AnyNumber
from ahlaf.solve.camps.near.listing import Listed, list_divisions
from ahlaf.solve.camps.near.near_any import NearAny, near_any
from ahlaf.solve.camps.near.near_any import described as described_any
from ahlaf.solve.camps.parts import Block, blocks_of, components_of, in_order, members_of
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.values import values_of_any, values_of_two
from ahlaf.solve.stopping import expired

DEFAULT_TIME_LIMIT = 60.0
DEFAULT_MOST = 100


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A choice: its `groups` are arrays of actors (positions in the network), in the order of the columns of `sides`.

    `parts` has for each actor of the network the column that it moves with, −1 for those of other connected parts.
    """

    groups: tuple[Integers, ...]
    listed: Listed
    parts: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What was found out within a distance, in the whole numbers of the network."""

    distance: int
    groups: Integers
    listings: tuple[Listing, ...]
    unknown: frozenset[tuple[int, int]]
    bonds: tuple[Bond, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return not self.unknown and all(one.listed.complete for one in self.listings)

    def counted(self) -> int:
        """Return how many divisions cost up to the distance more than the best one, as far as they are listed."""
        return count_within([one.listed.extras for one in self.listings], self.distance)


def near_best(
    graph: SignedGraph,
    *,
    k: int | None = 2,
    within: float | None = 0.0,
    share: float = 0.0,
    most: int = DEFAULT_MOST,
    time_limit: float = DEFAULT_TIME_LIMIT,
    seed: int = 0,
) -> NearBest:
    """Find all divisions into two camps, or any number (k = None), whose frustration exceeds the least by a distance.

    The distance is `within`, or `share` of the least frustration where that is more; with `within` = None it is as
    large as it takes to have the first `most` divisions. At most so many of a choice, and of all, are listed, those
    with the least frustration; what holds for all divisions within the distance is known nevertheless. Where
    `time_limit` seconds do not suffice the result is not `complete`, and says which ties it does not know about.
    For any number of camps divisions are told apart by the ties that they divide, `firm` are those who are together in
    all of them, and `firmness` is empty.
    Raises QuestionError for another k, a distance below zero and a number below one.
    """
    if k not in (2, None):
        raise QuestionError(f"{k} camps cannot be asked for here", expected="2 camps, or any number (k = None)")
    if (within is not None and not within >= 0) or not share >= 0:
        raise QuestionError("the distance is below zero", expected="a distance in frustration of 0 or more")
    if most < 1:
        raise QuestionError(f"{most} divisions cannot be listed", expected="a number from 1 on")
    deadline = time.monotonic() + time_limit
    solved = solve_camps(graph, k=k, time_limit=time_limit, seed=seed)
    while True:
        search = _Search(solved, most, seed, deadline)
        try:
            if within is None:
                return _first(search)
            reach = max(within, share * solved.camps.frustration)
            distance = floor((Fraction(str(reach)) + Fraction(solved.tolerance)) / solved.weights.unit)
            return search.described(search.near(distance), reach)
        except Better as better:
            solved = improved(solved, better.labels)


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Looks within one distance after the other, for two camps or any number."""

    solved: Solved
    most: int
    seed: int
    deadline: float

    def near(self, distance: int) -> Near | NearAny:
        if self.solved.camps.k == 2:
            return _near(self.solved, distance, self.most, Two(self.seed, self.deadline))
        solver = AnyNumber(self.seed, self.deadline)
        return near_any(self.solved, labels_of(self.solved), distance, self.most, solver)

    def described(self, near: Near | NearAny, within: float) -> NearBest:
        if isinstance(near, Near):
            return _described(self.solved, near, self.most, within)
        return described_any(self.solved, near, self.most, within)


def _first(search: _Search) -> NearBest:
    """Widen the distance until enough divisions are within it."""
    whole, unit = search.solved.whole, search.solved.weights.unit
    step = max((values_of_two if search.solved.camps.k == 2 else values_of_any)(whole).step, 1)
    distance, highest = 0, int(whole.sizes.sum())
    while True:
        near = search.near(distance)
        if near.counted() >= search.most or distance >= highest or expired(search.deadline):
            found = search.described(near, float(distance * unit))
            return replace(found, within=max(one.extra for one in found.divisions)) if not found.complete else found
        distance = min(highest, max(step, 2 * distance))


def _near(solved: Solved, distance: int, most: int, two: Two) -> Near:
    labels = labels_of(solved)
    whole = seen_from(solved.whole, labels)
    links: list[Integers] = []
    unknown: set[tuple[int, int]] = set()
    listings: list[Listing] = []
    bonds: list[Bond] = []
    for block in blocks_of(whole):
        piece = block.piece(whole)
        try:
            firm, found = _in_block(piece, distance, most, two)
        except Better as better:
            raise Better(carried(whole, block, better.labels) ^ labels) from None
        groups = [block.nodes[firm.group == number] for number in range(int(firm.group.max()) + 1)]
        links += _chains(groups)
        unknown |= _unknown(firm, piece, block)
        for own, listed in found:
            mine = tuple(groups[number] for number in own.nodes.tolist())
            listings.append(Listing(mine, listed, _parts(whole, mine)))
            bonds += bonds_of(mine, listed)
    joined = np.concatenate([np.zeros((0, 2), dtype=np.int64), *links])
    return Near(distance, components_of(whole.nodes, joined), tuple(listings), frozenset(unknown), tuple(bonds))


def _in_block(piece: Piece, distance: int, most: int, two: Two) -> tuple[FirmGroups, list[tuple[Block, Listed]]]:
    """Return who never parts in a block, and the divisions of each block of what is left when they are taken as one."""
    firm = firm_groups(piece, distance, two)
    rest = merged(piece, firm.group)
    found: list[tuple[Block, Listed]] = []
    for block in blocks_of(rest):
        try:
            found.append((block, list_divisions(block.piece(rest), distance, most, two)))
        except Better as better:
            raise Better(carried(rest, block, better.labels)[firm.group]) from None
    return firm, found


def _chains(groups: Iterable[Integers]) -> list[Integers]:
    """Return pairs of actors that join each group."""
    return [np.stack([np.full(len(group) - 1, group[0]), group[1:]], axis=1) for group in groups]


def labels_of(solved: Solved) -> Integers:
    """Return the camp of each actor."""
    camp = {name: number for number, members in enumerate(solved.camps.camps) for name in members}
    return np.array([camp[name] for name in solved.graph.nodes], dtype=np.int64)


def carried(whole: Piece, block: Block, labels: Integers) -> Integers:
    """Return labels for all actors: beyond a block everybody moves with the actor that links them to it."""
    part = components_of(whole.nodes, np.delete(whole.ends, block.ties, axis=0))
    side = np.zeros(int(part.max()) + 1, dtype=np.int64)
    side[part[block.nodes]] = labels
    return side[part]


def improved(solved: Solved, labels: Integers) -> Solved:
    """Take a better division in the place of one that was not proven to be the best."""
    graph, against = solved.graph, solved.whole.frustrated(labels)
    frustration = float(solved.whole.frustration(labels) * solved.weights.unit)
    known = np.flatnonzero(solved.weights.numbers)[against]
    pairs = tuple(sorted(pair_of(graph.nodes[a], graph.nodes[b]) for a, b in graph.ends[known]))
    certificate = replace(solved.camps.certificate, gap=max(0.0, frustration - solved.camps.certificate.bound))
    camps = Camps(members_of(graph.nodes, in_order(labels)), frustration, pairs, certificate, solved.camps.k)
    return replace(solved, camps=camps)


def _unknown(firm: FirmGroups, piece: Piece, block: Block) -> set[tuple[int, int]]:
    """Return the ties of a block of which it is not known whether they turn, as pairs of actors of the network."""
    pairs = {(one, other) for one, other in firm.unknown.tolist()}
    between = zip(np.sort(firm.group[piece.ends], axis=1).tolist(), block.nodes[piece.ends].tolist(), strict=True)
    return {(a, b) for (one, other), (a, b) in between if (one, other) in pairs}


def _parts(whole: Piece, groups: tuple[Integers, ...]) -> Integers:
    """Say with which group of a choice each actor moves: what hangs on a group moves with it."""
    own = np.full(whole.nodes, -1, dtype=np.int64)
    for number, group in enumerate(groups):
        own[group] = number
    first, second = own[whole.ends.T]
    inner = (first >= 0) & (second >= 0) & (first != second)
    part = components_of(whole.nodes, np.concatenate([whole.ends[~inner], *_chains(groups)]))
    column = np.full(int(part.max()) + 1, -1, dtype=np.int64)
    column[[part[group[0]] for group in groups]] = np.arange(len(groups))
    return column[part]


def _described(solved: Solved, near: Near, most: int, within: float) -> NearBest:
    names, unit = solved.graph.nodes, solved.weights.unit
    components = components_of(len(names), solved.whole.ends)
    best = solved.camps
    if near.complete:
        # Nothing better was left out either.
        best = replace(best, certificate=Certificate(ProofStatus.OPTIMAL, best.frustration, 0.0))

    ends = solved.whole.ends

    def division(extra: int, sides: Integers) -> NearDivision:
        turned = (pair_of(names[a], names[b]) for a, b in ends[sides[ends[:, 0]] != sides[ends[:, 1]]].tolist())
        moved = tuple(names[at] for at in _moved(sides, components))
        return NearDivision(float(extra * unit), moved, tuple(sorted(turned)))

    choices = tuple(
        Choice(
            tuple(tuple(names[at] for at in group.tolist()) for group in one.groups),
            tuple(
                division(int(extra), _moves(one, row))
                for extra, row in zip(one.listed.extras, one.listed.sides, strict=True)
            ),
            one.listed.complete,
        )
        for one in near.listings
    )
    divisions = tuple(division(extra, sides) for extra, sides in _combined(near, len(names), most))
    always, sometimes, unknown = _ties(solved, near)
    firm = tuple(group for group in members_of(names, near.groups) if len(group) > 1)
    step = max(values_of_two(solved.whole).step, 1)
    beyond = (near.distance // step + 1) * step
    firmness = firmness_of(names, components, near.groups, near.bonds, beyond, unit)
    return NearBest(
        best, within, near.counted(), near.complete, divisions, choices, firm, always, sometimes, unknown, firmness
    )


def _moves(one: Listing, row: Integers) -> Integers:
    return np.where(one.parts >= 0, row[one.parts], 0)


def _combined(near: Near, actors: int, most: int) -> list[tuple[int, Integers]]:
    """Return the first combinations of choices in order of what they cost."""
    ways = first_ways([one.listed.extras for one in near.listings], near.distance, most)
    found: list[tuple[int, Integers]] = []
    for cost, chosen in ways:
        sides = np.zeros(actors, dtype=np.int64)
        for one, row in zip(near.listings, chosen, strict=True):
            sides ^= _moves(one, one.listed.sides[row])
        found.append((cost, sides))
    return found


def _moved(sides: Integers, components: Integers) -> list[int]:
    """Return who changes camp: in each connected part the side with fewer actors; of equals that without the first."""
    moved = np.zeros(len(sides), dtype=np.bool_)
    for part in np.unique(components[sides == 1]).tolist():
        inside = np.flatnonzero(components == part)
        away = sides[inside] == 1
        turned = 2 * away.sum() > len(inside) or (2 * away.sum() == len(inside) and away[0])
        moved[inside[away ^ turned]] = True
    return np.flatnonzero(moved).tolist()


def _ties(
    solved: Solved, near: Near
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Return the ties that are frustrated in every division, in some, and those of which it is not known."""
    names = solved.graph.nodes
    against = set(solved.camps.frustrated)
    always: list[tuple[str, str]] = []
    sometimes: list[tuple[str, str]] = []
    unknown: list[tuple[str, str]] = []
    for a, b in solved.whole.ends.tolist():
        pair = pair_of(names[a], names[b])
        if near.groups[a] != near.groups[b]:
            (unknown if (a, b) in near.unknown else sometimes).append(pair)
        elif pair in against:
            always.append(pair)
    return tuple(sorted(always)), tuple(sorted(sometimes)), tuple(sorted(unknown))
