"""Of all best divisions of a network the one nearest to an earlier division: no crossing is told that need not be.

Each actor that had a camp is tied to an anchor for that camp, an actor that does not exist. With n such actors, and all
real weights multiplied by n + 1, the least frustration of the enlarged network is (n + 1) · F + the fewest actors that
must leave their camps in a division whose frustration is the least, F. Two camps need a single anchor, to which actors
of the one camp are friendly and those of the other hostile; else each camp has one, and they are hostile to each other
by n + 1, more than all actors together could gain by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from ahlaf.solve.camps.find import divide_whole
from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import LARGEST_TOTAL, Integers, Piece

# So many earlier camps get an anchor, the largest first: their number of ties to one another grows with its square.
MOST_ANCHORS = 40
SMALLEST_CAMP = 2


@dataclass(frozen=True, slots=True, eq=False)
class Steadied:
    """A division with labels of the actors; `fewest`: no best division has fewer actors that left their camps."""

    labels: Integers
    fewest: bool


def steadied(
    whole: Piece, labels: Integers, before: Mapping[int, int], k: int | None, *, seed: int, deadline: float
) -> Steadied:
    """Return a division with the frustration of `labels`, which are the best, that is nearest to an earlier one.

    `before` has the earlier camp of the actors that had one, 0 or 1 for two camps. For two camps the labels that come
    back are these camps'; in parts of the network where nobody had a camp the first actor has label 0.
    """
    if k == 2:
        labels = turned(whole, labels, before)
    if k == 1 or not before:
        return Steadied(labels, True)
    anchored = _one_anchor(whole, before) if k == 2 else _anchors(whole, before)
    if anchored is None:
        return Steadied(labels, False)
    found, blocks = divide_whole(anchored, k, seed=seed, deadline=deadline)
    if k == 2:
        parts = components_of(anchored.nodes, anchored.ends)
        found = np.where(parts == parts[-1], found ^ found[-1], found)
    value = anchored.frustration(found)
    kept = found[: whole.nodes]
    if whole.frustration(kept) > whole.frustration(labels):
        return Steadied(labels, False)
    return Steadied(kept, sum(block.divided.bound for block in blocks) >= value)


def turned(whole: Piece, labels: Integers, before: Mapping[int, int]) -> Integers:
    """Swap the two camps of each part of the network where fewer actors leave their camps then."""
    parts = components_of(whole.nodes, whole.ends)
    actors = np.fromiter(before, dtype=np.int64, count=len(before))
    earlier = np.fromiter(before.values(), dtype=np.int64, count=len(before))
    stay = np.where(labels[actors] == earlier, 1, -1)
    balance = np.bincount(parts[actors], weights=stay, minlength=int(parts.max(initial=-1)) + 1)
    return np.where(balance[parts] < 0, 1 - labels, labels)


def matched(overlap: Integers) -> list[tuple[int, int]]:
    """Return pairs (row, column), each row and column at most once, with the largest summed overlap, none of them 0."""
    rows, columns = linear_sum_assignment(-overlap)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if overlap[row, column] > 0]


def _one_anchor(whole: Piece, before: Mapping[int, int]) -> Piece | None:
    ends = [(actor, whole.nodes) for actor in before]
    weights = [1 if camp == 0 else -1 for camp in before.values()]
    return _enlarged(whole, 1, ends, weights, len(before) + 1)


def _anchors(whole: Piece, before: Mapping[int, int]) -> Piece | None:
    """Return the network with an anchor for each earlier camp of which two actors or more are still there."""
    camps, sizes = np.unique(np.array([*before.values()], dtype=np.int64), return_counts=True)
    largest = camps[np.argsort(-sizes, kind="stable")][: min(MOST_ANCHORS, int((sizes >= SMALLEST_CAMP).sum()))]
    if not len(largest):
        return None
    anchor = {int(camp): whole.nodes + at for at, camp in enumerate(largest)}
    ends = [(actor, anchor[camp]) for actor, camp in before.items() if camp in anchor]
    scale = len(ends) + 1
    weights = [1] * len(ends)
    between = [(a, b) for a in anchor.values() for b in anchor.values() if a < b]
    return _enlarged(whole, len(anchor), ends + between, weights + [-scale] * len(between), scale)


def _enlarged(whole: Piece, anchors: int, ends: list[tuple[int, int]], weights: list[int], scale: int) -> Piece | None:
    """Return the network, its weights times `scale`, with anchors and their ties; None where numbers get too large."""
    total = int(whole.sizes.sum()) * scale + sum(map(abs, weights))
    if total >= LARGEST_TOTAL:
        return None
    both = np.concatenate([whole.ends, np.array(ends, dtype=np.int64)])
    together = np.concatenate([whole.weights * scale, np.array(weights, dtype=np.int64)])
    return Piece.of(whole.nodes + anchors, both, together)
