"""A good partition quickly, without proof: tabu search over single moves, many times from disturbed best ones.

Source: G. Palubeckis (2004), Multistart tabu search strategies for the unconstrained binary quadratic problem.
"""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

ROUNDS = 30
MOVES_PER_NODE = 10
# A round ends early after so many moves an actor without a better partition.
PATIENCE_PER_NODE = 3
# After so many rounds without a better partition the search has settled.
SETTLED = 10
LONGEST_BAN = 60
# Moves that gain the same are chosen among by chance; this share of the smallest weight decides.
CHANCE = 1e-3


def adjacency(nodes: int, ends: Integers, weights: Floats) -> csr_matrix[np.float64]:
    """Return the symmetric (n, n) matrix of the ties."""
    first, second = ends[:, 0], ends[:, 1]
    rows, columns = np.concatenate([first, second]), np.concatenate([second, first])
    return csr_matrix((np.concatenate([weights, weights]), (rows, columns)), shape=(nodes, nodes))


def search_two(
    matrix: csr_matrix[np.float64], start: Integers, seed: int, deadline: float, *, rounds: int = ROUNDS
) -> Integers:
    """Return sides 0 and 1 with little frustration for the symmetric matrix of ties; never worse than `start`."""
    random = np.random.default_rng(seed)
    nodes = len(start)
    best = np.where(start == 0, 1.0, -1.0)
    best_value = _agreement(matrix, best)
    idle = 0
    for round_ in range(rounds):
        if idle >= SETTLED or time.monotonic() >= deadline:
            break
        sides = best.copy()
        if round_:
            share = random.uniform(0.02, 0.3)
            sides[random.random(nodes) < share] *= -1.0
        sides, value = _tabu(matrix, sides, random, MOVES_PER_NODE * nodes, deadline)
        idle += 1
        if value > best_value + 1e-9 * max(1.0, abs(best_value)):
            best, best_value, idle = sides, value, 0
    return (best != best[0]).astype(np.int64) if nodes else start


def _agreement(matrix: csr_matrix[np.float64], sides: Floats) -> float:
    return float(sides @ np.asarray(matrix @ sides)) / 2


def _tabu(
    matrix: csr_matrix[np.float64], sides: Floats, random: np.random.Generator, moves: int, deadline: float
) -> tuple[Floats, float]:
    """Move the node that most raises Σ w_ij s_i s_j, or least lowers it, and leave it be for a while."""
    starts, others, weights = matrix.indptr, matrix.indices, matrix.data
    pull: Floats = sides * np.asarray(matrix @ sides)
    value = best_value = float(pull.sum()) / 2
    best = sides.copy()
    free_from = np.zeros(len(sides), dtype=np.int64)
    bans = random.integers(1, max(2, min(LONGEST_BAN, len(sides) // 2)), size=moves + 1)
    chance = random.random(2 * len(sides)) * CHANCE * float(np.abs(weights).min(initial=1.0))
    shifts = random.integers(0, len(sides), size=moves + 1)
    last_gain = 0
    for move in range(1, moves + 1):
        blocked = free_from > move
        shift = shifts[move]
        node = int(np.argmin(np.where(blocked, np.inf, pull + chance[shift : shift + len(sides)])))
        if blocked[node]:
            break
        value -= 2 * float(pull[node])
        sides[node] *= -1.0
        pull[node] *= -1.0
        near = slice(starts[node], starts[node + 1])
        pull[others[near]] += 2 * weights[near] * sides[others[near]] * sides[node]
        free_from[node] = move + 1 + int(bans[move])
        if value > best_value + 1e-9 * max(1.0, abs(best_value)):
            best, best_value, last_gain = sides.copy(), value, move
        if move - last_gain > PATIENCE_PER_NODE * len(sides) or (move % 256 == 0 and time.monotonic() >= deadline):
            break
    return best, best_value
