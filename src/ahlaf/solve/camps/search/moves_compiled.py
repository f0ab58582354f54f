"""Moves of single actors in machine code: annealing and tabu search, for large networks.

State: sides (±1 for each actor) and pulls, pull_i = Σ_j w_ij s_i s_j, which is what the frustration would rise by if
actor i changed camp. Network: `starts`, `others` and `weights` as in `Neighbours`.

Sources: S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi (1983), Optimization by simulated annealing; F. Glover (1989),
Tabu search; G. Palubeckis (2004), Multistart tabu search strategies for the unconstrained binary quadratic problem.
"""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.compiled import compiled
from ahlaf.solve.camps.piece import Floats, Integers

# D. E. Knuth's MMIX linear congruential generator, modulo 2^64; the high bits are the good ones.
FACTOR = 6364136223846793005
ADDEND = 1442695040888963407
# The keys of the tournament: what a move gains, and below it random digits that decide between equals.
EQUALS = 1024
NEVER = -(2**62)


@compiled
def pulls_of(starts: Integers, others: Integers, weights: Integers, sides: Integers) -> Integers:
    """Return what the frustration would rise by if each actor changed camp."""
    pulls = np.zeros(len(sides), dtype=np.int64)
    for node in range(len(sides)):
        pull = 0
        for at in range(starts[node], starts[node + 1]):
            pull += weights[at] * sides[others[at]]
        pulls[node] = pull * sides[node]
    return pulls


@compiled
def anneal(
    starts: Integers,
    others: Integers,
    weights: Integers,
    sides: Integers,
    pulls: Integers,
    temperatures: Floats,
    waits: Floats,
    seed: int,
) -> int:
    """Offer every actor a move once for each temperature: taken if it costs less than the temperature times a wait.

    `waits` are 2^k exponentially distributed numbers in ascending order. Changes `sides` and `pulls`; returns by how
    much the frustration changed.
    """
    state = seed
    mask = len(waits) - 1
    longest = waits[mask]
    change = 0
    for temperature in temperatures:
        most = temperature * longest
        for node in range(len(sides)):
            pull = pulls[node]
            if pull > 0:
                if pull >= most:
                    continue
                state = state * FACTOR + ADDEND
                if pull >= temperature * waits[(state >> 33) & mask]:
                    continue
            change += pull
            side = sides[node]
            sides[node] = -side
            pulls[node] = -pull
            for at in range(starts[node], starts[node + 1]):
                other = others[at]
                pulls[other] -= 2 * weights[at] * side * sides[other]
    return change


@compiled
def rank(keys: Integers, at: int, key: int) -> None:
    """Give the leaf `at` of a tournament a new key and play its matches again, as far up as the winner changes."""
    keys[at] = key
    while at > 1:
        at >>= 1
        winner = max(keys[2 * at], keys[2 * at + 1])
        if keys[at] == winner:
            break
        keys[at] = winner


@compiled
def tabu(
    starts: Integers,
    others: Integers,
    weights: Integers,
    sides: Integers,
    pulls: Integers,
    moves: int,
    patience: int,
    shortest: int,
    spread: int,
    target: int,
    seed: int,
) -> int:
    """Make the best move of an actor who is free to move, again and again; one who moved must then stay for a while.

    It must stay for `shortest` + (0 … spread − 1) moves. Ends after `moves`, or `patience` moves without a new best, or
    as soon as the frustration has changed by `target` or less. Leaves `sides` and `pulls` at the best division met and
    returns by how much its frustration is below that of the first one (zero or negative).
    """
    nodes = len(sides)
    state = seed
    size = 1
    while size < nodes:
        size *= 2
    keys = np.full(2 * size, NEVER, dtype=np.int64)
    for node in range(nodes):
        state = state * FACTOR + ADDEND
        keys[size + node] = -pulls[node] * EQUALS + ((state >> 40) & (EQUALS - 1))
    for at in range(size - 1, 0, -1):
        keys[at] = max(keys[2 * at], keys[2 * at + 1])
    # Who is free again at which move, as linked lists in a circle.
    period = shortest + spread
    heads = np.full(period, -1, dtype=np.int64)
    nexts = np.full(nodes, -1, dtype=np.int64)
    held = np.zeros(nodes, dtype=np.bool_)
    since = np.zeros(moves, dtype=np.int64)
    logged = 0
    change = 0
    best = 0
    last = 0
    for move in range(moves):
        node = heads[move % period]
        heads[move % period] = -1
        while node >= 0:
            held[node] = False
            state = state * FACTOR + ADDEND
            rank(keys, size + node, -pulls[node] * EQUALS + ((state >> 40) & (EQUALS - 1)))
            node = nexts[node]
        top = keys[1]
        if top == NEVER:
            continue
        at = 1
        while at < size:
            at *= 2
            if keys[at] != top:
                at += 1
        node = at - size
        side = sides[node]
        change += pulls[node]
        sides[node] = -side
        pulls[node] = -pulls[node]
        for at in range(starts[node], starts[node + 1]):
            other = others[at]
            pulls[other] -= 2 * weights[at] * side * sides[other]
            if not held[other]:
                state = state * FACTOR + ADDEND
                rank(keys, size + other, -pulls[other] * EQUALS + ((state >> 40) & (EQUALS - 1)))
        held[node] = True
        rank(keys, size + node, NEVER)
        state = state * FACTOR + ADDEND
        free = (move + shortest + (state >> 33) % spread) % period
        nexts[node] = heads[free]
        heads[free] = node
        since[logged] = node
        logged += 1
        if change < best:
            best = change
            logged = 0
            last = move
            if best <= target:
                break
        elif move - last >= patience:
            break
    for back in range(logged - 1, -1, -1):
        node = since[back]
        side = sides[node]
        sides[node] = -side
        pulls[node] = -pulls[node]
        for at in range(starts[node], starts[node + 1]):
            other = others[at]
            pulls[other] -= 2 * weights[at] * side * sides[other]
    return best
