"""Every division into any number of camps that is nearly as good as the best one, and what these agree on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ahlaf.model import Camps, Certificate, Choice, NearBest, NearDivision, Pair, ProofStatus, pair_of
from ahlaf.solve.camps.find import Solved
from ahlaf.solve.camps.near.combine import count_within, first_ways
from ahlaf.solve.camps.near.firm import Better
from ahlaf.solve.camps.near.firm_any import AnyChoice, FirmTies, choices_of, firm_ties
from ahlaf.solve.camps.near.held_any import AnyNumber
from ahlaf.solve.camps.near.listing import Listed
from ahlaf.solve.camps.near.listing_any import list_choice
from ahlaf.solve.camps.parts import blocks_of, components_of, members_of
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.camps.steady import matched


@dataclass(frozen=True, slots=True, eq=False)
class _Listing:
    """A choice: its groups of actors, and for each of its divisions which of its `ties` are divided."""

    groups: tuple[Integers, ...]
    ties: Integers
    apart: Booleans
    listed: Listed


@dataclass(frozen=True, slots=True, eq=False)
class NearAny:
    """What was found out within a distance; `best`, `open` and `unknown` are about every tie of the network."""

    distance: int
    best: Booleans
    open: Booleans
    unknown: Booleans
    groups: Integers
    listings: tuple[_Listing, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing was left out."""
        return not self.unknown.any() and all(one.listed.complete for one in self.listings)

    def counted(self) -> int:
        """Return how many divisions cost up to the distance more than the best one, as far as they are listed."""
        return count_within([one.listed.extras for one in self.listings], self.distance)


def near_any(solved: Solved, labels: Integers, distance: int, most: int, solver: AnyNumber) -> NearAny:
    """Find the divisions within a distance, block by block; raises Better where `labels` is not the best division."""
    whole = solved.whole
    best = labels[whole.ends[:, 0]] != labels[whole.ends[:, 1]]
    is_open, unknown = np.zeros(whole.ties, dtype=np.bool_), np.zeros(whole.ties, dtype=np.bool_)
    listings: list[_Listing] = []
    for block in blocks_of(whole):
        piece, own = block.piece(whole), labels[block.nodes]
        try:
            firm = firm_ties(piece, own, distance, solver)
        except Better as better:
            apart = best.copy()
            apart[block.ties] = better.labels[piece.ends[:, 0]] != better.labels[piece.ends[:, 1]]
            raise Better(components_of(whole.nodes, whole.ends[~apart])) from None
        is_open[block.ties], unknown[block.ties] = firm.open, firm.unknown
        for choice in choices_of(piece, firm):
            mine = block.ties[choice.ties >= 0]
            try:
                listed = list_choice(choice, _of_groups(choice, firm, own), distance, most, solver)
            except Better as better:
                apart = best.copy()
                apart[mine] = _apart(choice, better.labels)
                raise Better(components_of(whole.nodes, whole.ends[~apart])) from None
            groups = tuple(block.nodes[firm.group == number] for number in choice.nodes.tolist())
            rows = np.array([_apart(choice, row) for row in listed.sides])
            listings.append(_Listing(groups, mine, rows, listed))
    joined = components_of(whole.nodes, whole.ends[~best & ~is_open])
    return NearAny(distance, best, is_open, unknown, joined, tuple(listings))


def _of_groups(choice: AnyChoice, firm: FirmTies, labels: Integers) -> Integers:
    """Return the camp of each group of a choice in the best division."""
    return np.array([labels[np.argmax(firm.group == number)] for number in choice.nodes.tolist()], dtype=np.int64)


def _apart(choice: AnyChoice, labels: Integers) -> Booleans:
    """Say of each tie of the block that belongs to the choice whether it is divided."""
    ends = choice.piece.ends[choice.ties[choice.ties >= 0]]
    divided: Booleans = labels[ends[:, 0]] != labels[ends[:, 1]]
    return divided


def described(solved: Solved, near: NearAny, most: int, within: float) -> NearBest:
    """Return what was found in the words of the network."""
    names, unit, whole = solved.graph.nodes, solved.weights.unit, solved.whole
    best: Camps = solved.camps
    if near.complete:
        best = replace(best, certificate=Certificate(ProofStatus.OPTIMAL, best.frustration, 0.0))
    camps = components_of(whole.nodes, whole.ends[~near.best])
    pairs = [pair_of(names[a], names[b]) for a, b in whole.ends.tolist()]

    def division(extra: int, taken: list[tuple[_Listing, int]]) -> NearDivision:
        apart = near.best.copy()
        for one, row in taken:
            apart[one.ties] = one.apart[row]
        moved = _moved(camps, components_of(whole.nodes, whole.ends[~apart]), whole)
        return NearDivision(float(extra * unit), tuple(names[at] for at in moved), _chosen(pairs, apart != near.best))

    choices = tuple(
        Choice(
            tuple(tuple(names[at] for at in group.tolist()) for group in one.groups),
            tuple(division(int(extra), [(one, row)]) for row, extra in enumerate(one.listed.extras)),
            one.listed.complete,
        )
        for one in near.listings
    )
    ways = first_ways([one.listed.extras for one in near.listings], near.distance, most)
    divisions = tuple(division(extra, [*zip(near.listings, taken, strict=True)]) for extra, taken in ways)
    frustrated = np.equal(near.best, whole.weights > 0)
    return NearBest(
        best=best,
        within=within,
        count=near.counted(),
        complete=near.complete,
        divisions=divisions,
        choices=choices,
        firm=tuple(group for group in members_of(names, near.groups) if len(group) > 1),
        always=_chosen(pairs, frustrated & ~near.open),
        sometimes=_chosen(pairs, near.open & ~near.unknown),
        unknown=_chosen(pairs, near.unknown),
        firmness=(),
    )


def _chosen(pairs: list[Pair], which: Booleans) -> tuple[Pair, ...]:
    return tuple(sorted(pairs[at] for at in np.flatnonzero(which).tolist()))


def _moved(before: Integers, after: Integers, whole: Piece) -> list[int]:
    """Return who is in another camp than before, when camps are matched so that the fewest are."""
    overlap = np.zeros((int(before.max()) + 1, int(after.max()) + 1), dtype=np.int64)
    np.add.at(overlap, (before, after), 1)
    stays = np.zeros(whole.nodes, dtype=np.bool_)
    for one, other in matched(overlap):
        stays |= (before == one) & (after == other)
    return np.flatnonzero(~stays).tolist()
