"""Which ties are divided in all divisions near the best one, for any number of camps, and what is left to choose.

A division is the set of ties that run between camps. Ties of which it is known that they never do join their ends;
of those that always do, only such matter for a choice as could close a cycle of open ties.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.near.firm import Better, merged
from ahlaf.solve.camps.near.held_any import AnyNumber, group_of
from ahlaf.solve.camps.packing.packing import pack_any
from ahlaf.solve.camps.parts import Block, blocks_of, components_of
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.stopping import expired


@dataclass(frozen=True, slots=True, eq=False)
class FirmTies:
    """What is known of each tie of a piece: `apart` in the best division; `open` where it is not so in all.

    Of `unknown` ties it is not known whether they are open. `group` numbers the actors who are together in all.
    """

    apart: Booleans
    open: Booleans
    unknown: Booleans
    group: Integers


def firm_ties(piece: Piece, labels: Integers, distance: int, solver: AnyNumber) -> FirmTies:
    """Tell the ties of a piece that stand as in the best division `labels` in all that cost up to `distance` more.

    1. Reduced costs: cycles with one hostile tie prove that no division costs less than B; a satisfied tie is
       frustrated only in divisions that cost at least B plus its reduced cost.
    2. Then ties are asked about one by one: what does the best division cost in which this one is otherwise?
    Raises Better where `labels` is not the best division.
    """
    value = piece.frustration(labels)
    limit = value + distance
    apart = labels[piece.ends[:, 0]] != labels[piece.ends[:, 1]]
    duals = pack_any(piece, deadline=solver.deadline)
    firm = ~piece.frustrated(labels) & (duals.reduced(piece) + duals.numerator(piece) > limit * duals.unit)
    seen = np.zeros(piece.ties, dtype=np.bool_)
    unknown = np.zeros(piece.ties, dtype=np.bool_)
    # Friends within a camp first, the heaviest first: they are likely to hold, and joining them makes the rest smaller.
    for tie in np.lexsort((-piece.sizes, apart)).tolist():
        group = group_of(piece.nodes, piece.ends[firm & ~apart])
        ends = np.sort(group[piece.ends], axis=1)
        alike = (ends == ends[tie]).all(axis=1)
        if firm[tie] or seen[tie] or ends[tie, 0] == ends[tie, 1] or (firm & apart & alike).any():
            firm[tie] = not seen[tie]
            continue
        if expired(solver.deadline):
            unknown[tie] = True
            continue
        held = np.append(np.flatnonzero(firm), tie)
        found = solver.best(piece, piece.ends[held], apart[held] ^ (held == tie), limit)
        if found is None:
            firm[tie] = True
        elif found.value < value:
            raise Better(found.labels)
        elif found.value <= limit:
            seen |= (found.labels[piece.ends[:, 0]] != found.labels[piece.ends[:, 1]]) != apart
        else:
            unknown[tie] = True
    group = np.unique(group_of(piece.nodes, piece.ends[firm & ~apart]), return_inverse=True)[1].astype(np.int64)
    return FirmTies(apart, ~firm, unknown & ~seen, group)


@dataclass(frozen=True, slots=True, eq=False)
class AnyChoice:
    """A choice by itself: its `piece`, whose actors are groups; which pairs of it are `open`, the others being apart.

    `nodes` are the numbers of the groups; `ties` has for each tie of the whole piece the tie here, −1 for others.
    """

    piece: Piece
    nodes: Integers
    open: Booleans
    ties: Integers


def choices_of(piece: Piece, firm: FirmTies) -> list[AnyChoice]:
    """Return the blocks of the open ties, with those ties apart whose ends open ties link."""
    rest = merged(piece, firm.group)
    ends = np.sort(firm.group[piece.ends], axis=1)
    across = np.flatnonzero(ends[:, 0] != ends[:, 1])
    size = max(rest.nodes, 1)
    at = np.full(piece.ties, -1, dtype=np.int64)
    at[across] = np.searchsorted(rest.ends[:, 0] * size + rest.ends[:, 1], ends[across, 0] * size + ends[across, 1])
    is_open = np.zeros(rest.ties, dtype=np.bool_)
    is_open[at[across[firm.open[across]]]] = True
    linked = components_of(rest.nodes, rest.ends[is_open])
    kept = np.flatnonzero(is_open | (linked[rest.ends[:, 0]] == linked[rest.ends[:, 1]]))
    near = Piece(rest.nodes, rest.ends[kept], rest.weights[kept])
    return [_choice(near, block, kept, at, is_open) for block in blocks_of(near) if is_open[kept[block.ties]].any()]


def _choice(near: Piece, block: Block, kept: Integers, at: Integers, is_open: Booleans) -> AnyChoice:
    place = np.full(len(is_open) + 1, -1, dtype=np.int64)
    place[kept[block.ties]] = np.arange(len(block.ties))
    return AnyChoice(block.piece(near), block.nodes, is_open[kept[block.ties]], place[at])
