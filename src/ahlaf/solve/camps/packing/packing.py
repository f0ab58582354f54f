"""Packing: a lower bound at once, without a linear program, from short cycles that share out the weights of the ties.

Every division pays for every odd cycle. If cycle C is given λ_C ≥ 0 such that no tie is used beyond its weight,
Σ_{C ∋ e} λ_C ≤ |w_e|, then every division costs at least Σ λ_C. Under a good division a cycle with one frustrated tie
is a way through satisfied ties between the two ends of the frustrated one, so the packing is a flow of many goods: each
frustrated tie asks for ways round it, worth up to its weight, and they share what the satisfied ties carry.

First each asking tie takes what it can get by the shortest ways. Then a pool of cycles is kept, the best bound that it
gives is sought (`ascent.py`), and the prices of ties in that show which cycles are missing, in rounds.

Sources: N. Garg and J. Könemann (2007), Faster and simpler algorithms for multicommodity flow and other fractional
packing problems; J.-H. Lange, A. Karrenbauer and B. Andres (2018), Partial optimality and fast lower bounds for
weighted correlation clustering.
"""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.cuts import Cuts, Duals
from ahlaf.solve.camps.packing.ascent import Ascent
from ahlaf.solve.camps.packing.routes import Routes
from ahlaf.solve.camps.piece import Booleans, Integers, Piece
from ahlaf.solve.stopping import expired

# The longest ways that are looked for, in one pass after the other: the shortest use up least.
HOPS = (2, 3, 4, 6, 12)
# A search for a way gives up after looking at so many ties; hubs make long searches dear.
PATIENCE = 20_000
# Where prices guide it, it begins with little patience, and has more in a round after one that gained little.
LEAST_PATIENCE, MORE_PATIENCE, MOST_PATIENCE = 1_500, 4, 96_000
# All asking ties together may look at so many ties in a round (some seconds), so that cost grows as the network does.
MOST_LOOKS = 1_500_000_000
# Multipliers are whole multiples of one over this, or over less where the weights are large.
FINEST_UNIT = 2**10
LARGEST_LOAD = 2**61
# Rounds of new cycles and steps of each; enough for most networks to come to within a few ten thousandths.
ROUNDS = 30
STEPS = 75
CLOSENESS = 1e-3
# A round is slow if it gains less than this share of the bound.
LEAST_GAIN = 2e-4
# What ties cost in the first round: to find more ways than the shortest, those that are full are shunned a little.
FULL_PRICE, SERVED_PRICE = 0.1, 0.4
# How many new cycles an asking tie may get in a round, and how many a carrying tie, for each unit of weight.
FIRST_EACH, EACH, SHARED = 3, 2, 20
# Cycles without a multiplier whose prices sum to more than this are dropped.
TOO_DEAR = 1.5


def pack(piece: Piece, *, labels: Integers | None = None, deadline: float, rounds: int = ROUNDS) -> Duals:
    """Pack odd cycles for two camps, round the ties that the division `labels` (0 and 1) leaves frustrated.

    Any division gives a valid bound, and the better it is the higher the bound; without one all are in one camp.
    `rounds` = 0 is the quickest, and already near for dense networks. It ends early where the bound reaches what
    `labels` costs. Deterministic, until `deadline` (on the monotonic clock) cuts it short.
    """
    asking = piece.weights < 0 if labels is None else piece.frustrated(labels)
    return _pack(piece, asking, int(piece.sizes[asking].sum()), deadline, rounds)


def pack_any(piece: Piece, *, goal: int | None = None, deadline: float, rounds: int = ROUNDS) -> Duals:
    """Pack cycles with exactly one hostile tie, for any number of camps; ends early where the bound reaches `goal`."""
    asking = piece.weights < 0
    most = int(piece.sizes[asking].sum())
    return _pack(piece, asking, most if goal is None else min(goal, most), deadline, rounds)


def _pack(piece: Piece, asking: Booleans, goal: int, deadline: float, rounds: int) -> Duals:
    routes = Routes.of(piece, asking)
    taken = [routes.serve(np.full(piece.ties, hops), PATIENCE, deadline) for hops in HOPS]
    starts, ties, amounts = _joined(taken)
    if int(amounts.sum()) >= goal or rounds == 0 or expired(deadline):
        return _duals(starts, ties, amounts, 1)
    free = np.asarray(routes.left) > 0
    prices = np.where(asking, np.where(free, 0.0, SERVED_PRICE), np.where(free, 0.0, FULL_PRICE))
    # Everything is counted in mean weights, so that λ and x are of one order.
    scale = float(piece.sizes.mean())
    pool = Ascent(starts, ties, piece.sizes / scale, amounts / scale, asking.astype(np.float64))
    _improve(piece, routes, pool, prices, goal / scale, deadline, rounds)
    return _rounded(piece, asking, pool, scale, deadline)


def _improve(
    piece: Piece,
    routes: Routes,
    pool: Ascent,
    prices: np.typing.NDArray[np.float64],
    goal: float,
    deadline: float,
    rounds: int,
) -> None:
    """Add cycles that the prices show to be missing and climb, in rounds, while it is worth it."""
    step = max(piece.step, 1) / float(piece.sizes.mean())
    most = min(MOST_PATIENCE, MOST_LOOKS // len(routes.asking))
    patience, each = LEAST_PATIENCE, FIRST_EACH
    for number in range(rounds):
        before = pool.bound
        starts, ties = routes.cheaper(prices, patience, each, SHARED, deadline)
        each = EACH
        pool.add(starts, ties)
        pool.climb(STEPS, CLOSENESS, deadline)
        if pool.bound > goal - step * (1.0 - CLOSENESS) or expired(deadline):
            return
        if number and pool.bound < before * (1.0 + LEAST_GAIN):
            patience *= MORE_PATIENCE
            if patience > most:
                return
        pool.drop(TOO_DEAR)
        prices = pool.prices


def _rounded(piece: Piece, asking: Booleans, pool: Ascent, scale: float, deadline: float) -> Duals:
    """Return multipliers in whole numbers, no tie overdrawn, and what is then still free taken."""
    unit = min(FINEST_UNIT, 1 << max(0, (LARGEST_LOAD // max(1, int(piece.sizes.sum()))).bit_length() - 1))
    amounts = np.floor(pool.best * (scale * unit)).astype(np.int64)
    routes = Routes.of(piece, asking, unit)
    amounts = routes.settled(pool.starts, pool.ties, amounts)
    more = [routes.serve(np.full(piece.ties, hops), PATIENCE, deadline) for hops in HOPS]
    return _duals(*_joined([(pool.starts, pool.ties, amounts), *more]), unit)


def _joined(parts: list[tuple[Integers, Integers, Integers]]) -> tuple[Integers, Integers, Integers]:
    sizes = np.concatenate([np.diff(starts) for starts, _, _ in parts])
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    return starts, np.concatenate([ties for _, ties, _ in parts]), np.concatenate([amounts for _, _, amounts in parts])


def _duals(starts: Integers, ties: Integers, amounts: Integers, unit: int) -> Duals:
    """Return the cycles that take something."""
    kept, sizes = amounts > 0, np.diff(starts)
    starts_kept = np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64)
    cuts = Cuts(starts_kept, ties[np.repeat(kept, sizes)], np.ones(len(starts_kept) - 1, dtype=np.int64))
    return Duals(cuts, amounts[kept], unit)
