"""Search on a small piece in plain numpy: several divisions at once by tabu search, then crossed with one another.

Sources: G. Palubeckis (2004), Multistart tabu search strategies for the unconstrained binary quadratic problem;
Q. Wu and J.-K. Hao (2012), A memetic approach for the max-cut problem.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.piece import Floats, Integers
from ahlaf.solve.camps.search.found import Effort, Found

# So many divisions are searched from at once.
ABREAST = 8
# So many moves an actor, at first and after each crossing; more without a new best end it.
MOVES_PER_ACTOR = 8
PATIENCE_PER_ACTOR = 2
# The search has settled when so many of the divisions are as good as the best, or after so many idle crossings.
AGREED = 4
IDLE = 4
# An actor that moved stays for up to so many moves, and for no more than a share of all actors.
LONGEST_BAN = 20
# A share of the actors changes camp by chance where a crossing has nothing to choose.
DISTURBED = 0.1
BETWEEN_LOOKS = 64


def search_small(found: Found, seed: int, effort: Effort) -> None:
    """Offer better and better divisions until the effort is spent or `found` is over."""
    random = np.random.default_rng(seed)
    piece = found.piece
    weights = np.zeros((piece.nodes, piece.nodes))
    weights[piece.ends[:, 0], piece.ends[:, 1]] = weights[piece.ends[:, 1], piece.ends[:, 0]] = piece.weights
    sides = np.where(found.labels == 0, 1.0, -1.0)[None, :]
    if effort is not Effort.POLISH:
        others = np.where(random.random((ABREAST - 1, piece.nodes)) < 0.5, -1.0, 1.0)
        sides = np.concatenate([sides, others])
    best, values = _settled(found, weights, sides, random)
    idle = 0
    while effort is not Effort.POLISH and not found.over:
        if effort is Effort.USUAL and (idle >= IDLE or int((values == values.min()).sum()) >= AGREED):
            break
        before = float(values.min())
        children, costs = _settled(found, weights, _crossed(best, random), random)
        better = costs <= values
        best[better], values[better] = children[better], costs[better]
        idle = 0 if float(values.min()) < before else idle + 1


def _settled(
    found: Found, weights: Floats, sides: Floats, random: np.random.Generator
) -> tuple[Floats, NDArray[np.int64]]:
    """Search from each row of sides; return the best divisions met and their frustrations."""
    best = _tabu(found, weights, sides.copy(), random)
    return best, np.array([found.offer((row < 0).astype(np.int64)) for row in best])


def _crossed(best: Floats, random: np.random.Generator) -> Floats:
    """Cross each division with another one: where the two differ chance decides; where they do not, a few move."""
    order = random.permutation(len(best))
    partners = np.empty_like(best)
    partners[order] = best[np.roll(order, 1)]
    partners *= np.where((best * partners).sum(axis=1) < 0, -1.0, 1.0)[:, None]
    chance = random.random(best.shape)
    alike = (best == partners).all(axis=1)[:, None]
    turned = np.where(best != partners, chance < 0.5, alike & (chance < DISTURBED))
    return np.where(turned, -best, best)


def _tabu(found: Found, weights: Floats, sides: Floats, random: np.random.Generator) -> Floats:
    """In every row make the move that most lowers, or least raises, the frustration, by an actor who may move."""
    rows, nodes = np.arange(len(sides)), sides.shape[1]
    pulls = sides * (sides @ weights)
    # Weights are whole numbers: what is less than one half decides only between equals.
    barred = random.random(sides.shape) * 0.4
    costs = np.zeros(len(sides))
    best, least = sides.copy(), costs.copy()
    moves = MOVES_PER_ACTOR * nodes
    longest = max(1, min(LONGEST_BAN, nodes // 3))
    bans = random.integers((longest + 1) // 2, longest + 1, size=moves)
    freed: dict[int, list[tuple[Integers, Floats]]] = {}
    last = 0
    for move in range(moves):
        for actors, chances in freed.pop(move, ()):
            barred[rows, actors] = chances
        actors = np.argmin(pulls + barred, axis=1)
        costs += pulls[rows, actors]
        pulls[rows, actors] *= -1.0
        pulls -= weights[actors] * sides * (2.0 * sides[rows, actors])[:, None]
        sides[rows, actors] *= -1.0
        freed.setdefault(move + 1 + int(bans[move]), []).append((actors, barred[rows, actors]))
        barred[rows, actors] = np.inf
        better = costs < least
        if better.any():
            best[better], least[better] = sides[better], costs[better]
            last = move
        if move - last >= PATIENCE_PER_ACTOR * nodes:
            break
        if move % BETWEEN_LOOKS == 0 and found.over:
            break
    return best
