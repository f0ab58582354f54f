"""What is left of a piece, for any number of camps, when all is done that loses no optimum.

Sources: J.-H. Lange, A. Karrenbauer and B. Andres (2018), Partial optimality and fast lower bounds for weighted
correlation clustering; J.-H. Lange, B. Andres and P. Swoboda (2019), Combinatorial persistency criteria for multicut
and max-cut. The proofs of the rules as they stand here are in docs/theory/camps.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.camps.triangles import triangles_at

# Shares, in sixths, of three ways to bring u and v together: u goes to v's camp, v to u's, both to a new camp.
MIXTURES = ((6, 0, 0), (0, 6, 0), (3, 3, 0), (0, 0, 6), (3, 0, 3), (0, 3, 3), (2, 2, 2))
WHOLE = 6
# Actors are counted in so many groups to see for which ties no mixture can do, so many ties at a time.
GROUPS = (4, 64)
BATCH = 16_384


@dataclass(frozen=True, slots=True, eq=False)
class Contraction:
    """One step: where each actor went, and the hostile ties (from, to) whose weight was cut down before."""

    where: Integers
    lonely: Integers
    disliked: Integers

    def lift(self, labels: Integers) -> Integers:
        """Return the division before the step; an actor whose hostile tie was cut down leaves a camp shared with it."""
        labels = labels[self.where]
        shared = np.flatnonzero(labels[self.lonely] == labels[self.disliked])
        new = int(labels.max(initial=-1)) + 1
        for at in shared[::-1].tolist():
            if labels[self.lonely[at]] == labels[self.disliked[at]]:
                labels[self.lonely[at]] = new
                new += 1
        return labels


@dataclass(frozen=True, slots=True, eq=False)
class AnyKernel:
    """A smaller piece with the same optimum, but for `constant`, which every best division costs besides."""

    piece: Piece
    constant: int
    steps: tuple[Contraction, ...]
    new_camps: bool

    def lift(self, labels: Integers) -> Integers:
        """Return a division of the whole that costs at most what `labels` costs on the kernel, plus `constant`."""
        if self.new_camps:
            # Hostile ties were dropped between actors whom no friendly ties join.
            kept = (self.piece.weights > 0) & ~self.piece.frustrated(labels)
            labels = components_of(self.piece.nodes, self.piece.ends[kept])
        for step in reversed(self.steps):
            labels = step.lift(labels)
        return labels


def kernelise_any(piece: Piece, *, new_camps: bool = True) -> AnyKernel:
    """Drop, cut down and contract ties until no rule applies.

    Without `new_camps` only such rules are used as hold where the number of camps is limited.
    """
    constant = 0
    steps: list[Contraction] = []
    while piece.ties:
        nobody = np.zeros(0, dtype=np.int64)
        lonely, disliked = nobody, nobody
        before = piece
        if new_camps:
            piece = without_free_ties(piece)
            piece, lonely, disliked = cut_down(piece)
        joined = ties_to_contract(piece, new_camps)
        if not joined.any():
            if len(lonely):
                steps.append(Contraction(np.arange(piece.nodes), lonely, disliked))
            if piece.ties == before.ties and np.array_equal(piece.weights, before.weights):
                break
            continue
        where = components_of(piece.nodes, piece.ends[joined])
        piece, paid = contract(piece, where)
        constant += paid
        steps.append(Contraction(where, lonely, disliked))
    return AnyKernel(piece, constant, tuple(steps), new_camps)


def contract(piece: Piece, where: Integers) -> tuple[Piece, int]:
    """Make one actor of all with the same number in `where`; return the piece left, and what it costs besides.

    Parallel ties add up: of a friendly and a hostile one the lighter is frustrated whatever is done.
    """
    left = Piece.of(int(where.max(initial=-1)) + 1, where[piece.ends], piece.weights)
    # With every actor that is left in a camp of its own, all that is not the friendly ties left is paid already.
    return left, piece.frustration(where) - int(left.weights[left.weights > 0].sum())


def friendly_sums(piece: Piece) -> Integers:
    """Return each actor's summed weight of friendly ties."""
    return _sums(piece, np.maximum(piece.weights, 0))


def without_free_ties(piece: Piece) -> Piece:
    """Drop hostile ties between actors whom no chain of friendly ties joins: they end apart at no cost."""
    parts = components_of(piece.nodes, piece.ends[piece.weights > 0])
    kept = parts[piece.ends[:, 0]] == parts[piece.ends[:, 1]]
    return piece if kept.all() else Piece(piece.nodes, piece.ends[kept], piece.weights[kept])


def cut_down(piece: Piece) -> tuple[Piece, Integers, Integers]:
    """Lower the weight of a hostile tie to the summed friendly ties of either end: for so much that end leaves."""
    friendly = friendly_sums(piece)
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    leaver = np.where(friendly[first] <= friendly[second], first, second)
    heavy = piece.weights < -friendly[leaver]
    if not heavy.any():
        nobody = np.zeros(0, dtype=np.int64)
        return piece, nobody, nobody
    weights = np.where(heavy, -friendly[leaver], piece.weights)
    kept = weights != 0
    lonely = leaver[heavy]
    disliked = (first + second - leaver)[heavy]
    return Piece(piece.nodes, piece.ends[kept], weights[kept]), lonely, disliked


def ties_to_contract(piece: Piece, new_camps: bool) -> Booleans:
    """Say which friendly ties may all be contracted at once: such as are together in every optimum, and others far off.

    Of those that are only together in some optimum, no two share an actor with one another or with the former.
    """
    spare = spare_weight(piece, new_camps)
    joined: Booleans = spare > 0
    taken = np.zeros(piece.nodes, dtype=np.bool_)
    taken[piece.ends[joined].ravel()] = True
    for at in np.flatnonzero(spare == 0).tolist():
        a, b = piece.ends[at]
        if not (taken[a] or taken[b]):
            taken[a] = taken[b] = joined[at] = True
    return joined


def spare_weight(piece: Piece, new_camps: bool) -> Integers:
    """Return by how much each friendly tie uv outweighs what bringing u and v together can cost, in sixths; else < 0.

    The cost is at most Σ_x max(0, (α + γ) w_ux − β w_vx, (β + γ) w_vx − α w_ux) over all x but u and v, for any shares
    α, β, γ ≥ 0 that sum to one; α + β = 1 without new camps.
    """
    mixtures = [shares for shares in MIXTURES if new_camps or not shares[2]]
    best = np.full(piece.ties, -1, dtype=np.int64)
    ties = _promising(piece, mixtures)
    weights = piece.weights
    friends, foes = friendly_sums(piece), _sums(piece, np.maximum(-weights, 0))
    first, second = piece.ends[ties, 0], piece.ends[ties, 1]
    seen, left, right = triangles_at(piece, ties)
    owner = np.searchsorted(ties, seen)
    a, b = weights[left], weights[right]
    for shares in mixtures:
        alpha, beta, gamma = shares
        cost = (alpha + gamma) * (friends[first] - weights[ties]) + alpha * foes[first]
        cost += (beta + gamma) * (friends[second] - weights[ties]) + beta * foes[second]
        nobody = np.zeros_like(a)
        np.add.at(cost, owner, _cost(shares, a, b) - _cost(shares, a, nobody) - _cost(shares, nobody, b))
        best[ties] = np.maximum(best[ties], WHOLE * weights[ties] - cost)
    return best


def _promising(piece: Piece, mixtures: list[tuple[int, int, int]]) -> Integers:
    """Return friendly ties, without such as the rule surely does not hold for.

    Together actors cost at most the sum of what they cost one by one, so groups may be counted as if they were one.
    """
    ties = np.flatnonzero(piece.weights > 0)
    first, second = piece.ends[:, 0], piece.ends[:, 1]
    for groups in GROUPS:
        sums = np.zeros((piece.nodes, groups), dtype=np.int64)
        np.add.at(sums, (first, second % groups), piece.weights)
        np.add.at(sums, (second, first % groups), piece.weights)
        kept = [ties[:0]]
        for begin in range(0, len(ties), BATCH):
            some = ties[begin : begin + BATCH]
            own, places = piece.weights[some], np.arange(len(some))
            a, b = sums[first[some]], sums[second[some]]
            a[places, second[some] % groups] -= own
            b[places, first[some] % groups] -= own
            costs = [_cost(shares, a, b).sum(axis=1) for shares in mixtures]
            kept.append(some[np.min(costs, axis=0) <= WHOLE * own])
        ties = np.concatenate(kept)
    return ties


def _cost(shares: tuple[int, int, int], a: Integers, b: Integers) -> Integers:
    alpha, beta, gamma = shares
    return np.asarray(np.maximum(0, np.maximum((alpha + gamma) * a - beta * b, (beta + gamma) * b - alpha * a)))


def _sums(piece: Piece, weights: Integers) -> Integers:
    sums = np.zeros(piece.nodes, dtype=np.int64)
    np.add.at(sums, piece.ends[:, 0], weights)
    np.add.at(sums, piece.ends[:, 1], weights)
    return sums
