"""Friends and enemies who need more camps than there may be.

Contract friendly ties; if the hostile ties then cannot be coloured with k colours, every division into at most k camps
leaves one of all these ties frustrated. The simplest case is k + 1 actors who are all hostile to one another.

Sources: S. Chopra and M. R. Rao (1993), The partition problem; D. Brélaz (1979), New methods to color the vertices of a
graph.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.parts import components_of
from ahlaf.solve.camps.piece import Integers, Piece

# Ties that the linear program frustrates by no more than one of these are taken as satisfied.
THRESHOLDS = (1e-6, 0.05, 0.15)
VIOLATION = 1e-5
# Steps of a colouring after which it is given up.
MOST_STEPS = 20_000

Enemies = dict[int, set[int]]


def clashes(piece: Piece, x: NDArray[np.float64], most: int) -> list[Integers]:
    """Return sets of ties over which x sums to less than 1, of which any division into `most` camps frustrates one."""
    for threshold in THRESHOLDS:
        satisfied = x <= threshold
        friendly = satisfied & (piece.weights > 0)
        groups = components_of(piece.nodes, piece.ends[friendly])
        hostile = np.flatnonzero(satisfied & (piece.weights < 0))
        ties: dict[tuple[int, int], int] = {}
        for tie in hostile[np.argsort(-x[hostile], kind="stable")].tolist():
            a, b = sorted(groups[piece.ends[tie]].tolist())
            ties[a, b] = tie
        found: list[Integers] = []
        for pairs in _uncolourable({pair for pair in ties if pair[0] != pair[1]}, most):
            chosen = [ties[pair] for pair in pairs]
            clash = np.array(sorted({*chosen, *_joining(piece, friendly, groups, chosen)}), dtype=np.int64)
            if x[clash].sum() < 1.0 - VIOLATION:
                found.append(clash)
        if found:
            return found
    return []


def coloured(pairs: set[tuple[int, int]], colours: int) -> dict[int, int]:
    """Return colours for all in the pairs, different ones for each pair; none if that cannot be or is not found."""
    enemies = _enemies(pairs)
    core = _core(pairs, colours)
    try:
        given = colouring(_enemies(core), colours)
    except TimeoutError:
        return {}
    if given is None:
        return {}
    # Whoever is taken out of the core has, when put back in reverse, a colour left.
    for node in reversed(_taken_out(enemies, colours)):
        taken = {given[other] for other in enemies[node] if other in given}
        given[node] = next(colour for colour in range(colours) if colour not in taken)
    return given


def colouring(enemies: Enemies, colours: int) -> dict[int, int] | None:
    """Return a colour for each so that no two enemies share one; None if there is none. Raises TimeoutError if unsure.

    Who has the fewest colours left comes next.
    """
    given: dict[int, int] = {}
    steps = 0

    def extend() -> bool:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise TimeoutError
        waiting = [node for node in enemies if node not in given]
        if not waiting:
            return True
        taken = {node: {given[other] for other in enemies[node] if other in given} for node in waiting}
        node = max(waiting, key=lambda one: (len(taken[one]), len(enemies[one]), -one))
        fresh = max(given.values(), default=-1) + 1
        for colour in range(min(fresh + 1, colours)):
            if colour not in taken[node]:
                given[node] = colour
                if extend():
                    return True
                del given[node]
        return False

    return given if extend() else None


def _uncolourable(pairs: set[tuple[int, int]], colours: int) -> list[list[tuple[int, int]]]:
    """Return sets of pairs, no two with an actor in common, that cannot be coloured, with nothing in them to spare."""
    found: list[list[tuple[int, int]]] = []
    while True:
        core = _core(pairs, colours)
        if not core or not _cannot(core, colours):
            return found
        for node in sorted({node for pair in core for node in pair}):
            smaller = _core({pair for pair in core if node not in pair}, colours)
            if smaller and _cannot(smaller, colours):
                core = smaller
        for pair in sorted(core):
            smaller = core - {pair}
            if _cannot(smaller, colours):
                core = smaller
        found.append(sorted(core))
        used = {node for pair in core for node in pair}
        pairs = {pair for pair in pairs if not used & {*pair}}


def _core(pairs: set[tuple[int, int]], colours: int) -> set[tuple[int, int]]:
    """Take out, again and again, whoever has fewer enemies than there are colours: some colour is left for him."""
    gone = {*_taken_out(_enemies(pairs), colours)}
    return {(a, b) for a, b in pairs if a not in gone and b not in gone}


def _taken_out(enemies: Enemies, colours: int) -> list[int]:
    left = {node: len(others) for node, others in enemies.items()}
    order = [node for node in enemies if left[node] < colours]
    for node in order:
        for other in enemies[node]:
            left[other] -= 1
            if left[other] == colours - 1:
                order.append(other)
    return order


def _cannot(pairs: set[tuple[int, int]], colours: int) -> bool:
    try:
        return colouring(_enemies(pairs), colours) is None
    except TimeoutError:
        return False


def _enemies(pairs: set[tuple[int, int]]) -> Enemies:
    enemies: Enemies = defaultdict(set)
    for a, b in sorted(pairs):
        enemies[a].add(b)
        enemies[b].add(a)
    return dict(enemies)


def _joining(piece: Piece, friendly: NDArray[np.bool_], groups: Integers, chosen: list[int]) -> list[int]:
    """Return friendly ties that hold together, group by group, the ends of the chosen ties."""
    ends: dict[int, set[int]] = defaultdict(set)
    for node in piece.ends[chosen].ravel().tolist():
        ends[int(groups[node])].add(node)
    near = piece.neighbours
    found: set[int] = set()
    for members in ends.values():
        first, *others = sorted(members)
        before: dict[int, tuple[int, int]] = {first: (first, -1)}
        queue = [first]
        for node in queue:
            for at in range(int(near.starts[node]), int(near.starts[node + 1])):
                other, tie = int(near.others[at]), int(near.ties[at])
                if friendly[tie] and other not in before:
                    before[other] = (node, tie)
                    queue.append(other)
        for node in others:
            while node != first and before[node][1] not in found:
                found.add(before[node][1])
                node = before[node][0]
    return sorted(found)
