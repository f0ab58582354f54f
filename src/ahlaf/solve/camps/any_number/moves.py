"""Disturb a division into any number of camps, let it settle, keep what is no worse: the inner loops of the search.

These are functions of numbers and of arrays or lists of them, so that the same text serves small networks as it stands
and large ones compiled (see settling.py).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ahlaf.solve.camps.packing.ways import Numbers

Chances = NDArray[np.float64] | list[float]

# What a disturbance does with the actors that it takes: a camp of its own for each, one new camp for all, over to a
# camp beside them; or a whole camp goes over to one beside it.
SCATTER, GATHER, FOLLOW, MERGE = 0, 1, 2, 3
KINDS = 4
# So many chances in [0, 1) are used in a round.
CHANCES = 5
# A camp of more than so many times the largest disturbance is never merged at once.
TOO_LARGE = 4


class Near(NamedTuple):
    """Who is tied to each actor and how, as in piece.Neighbours."""

    starts: Numbers
    others: Numbers
    weights: Numbers


class Division(NamedTuple):
    """Each actor's label, how many actors each label has, and three numbers: labels in use, at most so many, a hint.

    The hint is where the search for an unused label goes on. Of each actor, `inside` is the summed weight of the ties
    to its own camp and `outside` that of the friendly ties to others: it can only gain by a move if `uneasy`.
    """

    labels: Numbers
    sizes: Numbers
    tally: Numbers
    inside: Numbers
    outside: Numbers


class Desk(NamedTuple):
    """Workspace: zeros for each label; a ring of actors that wait, and which do; the moves of a round, to undo them."""

    pull: Numbers
    queue: Numbers
    waiting: Numbers
    moved: Numbers
    came_from: Numbers


def unused(division: Division) -> int:
    """Return a label that no actor has."""
    empty = division.tally[2]
    while division.sizes[empty] > 0:
        empty = empty + 1 if empty + 1 < len(division.sizes) else 0
    division.tally[2] = empty
    return empty


def uneasy(division: Division, node: int) -> bool:
    """Say whether a move may gain: another camp is worth at most all friendly ties that leave this one."""
    return division.inside[node] < division.outside[node] or division.inside[node] < 0


def shift(near: Near, division: Division, node: int, goal: int) -> int:
    """Give an actor another label; return by how much the weight within camps grows."""
    labels, sizes, inside, outside = division.labels, division.sizes, division.inside, division.outside
    old = labels[node]
    gain = 0
    within = 0
    beyond = 0
    for at in range(near.starts[node], near.starts[node + 1]):
        other = near.others[at]
        weight = near.weights[at]
        friendly = max(weight, 0)
        label = labels[other]
        if label == goal:
            gain += weight
            within += weight
            inside[other] += weight
            outside[other] -= friendly
        else:
            beyond += friendly
            if label == old:
                gain -= weight
                inside[other] -= weight
                outside[other] += friendly
    inside[node] = within
    outside[node] = beyond
    labels[node] = goal
    sizes[old] -= 1
    sizes[goal] += 1
    division.tally[0] += (sizes[goal] == 1) - (sizes[old] == 0)
    return gain


def move(near: Near, division: Division, desk: Desk, node: int, goal: int, count: int) -> int:
    """Shift an actor as move number `count` of the round."""
    desk.moved[count] = node
    desk.came_from[count] = division.labels[node]
    return shift(near, division, node, goal)


def wait(desk: Desk, node: int, head: int, length: int) -> int:
    """Let an actor wait at the end of the ring if it does not yet; return the new length."""
    if desk.waiting[node]:
        return length
    desk.waiting[node] = 1
    tail = head + length
    desk.queue[tail if tail < len(desk.queue) else tail - len(desk.queue)] = node
    return length + 1


def wait_near(near: Near, division: Division, desk: Desk, node: int, head: int, length: int) -> int:
    """Let an actor that has moved, and those tied to it, wait if they are uneasy; return the new length."""
    if uneasy(division, node):
        length = wait(desk, node, head, length)
    for at in range(near.starts[node], near.starts[node + 1]):
        other = near.others[at]
        if uneasy(division, other):
            length = wait(desk, other, head, length)
    return length


def gather(near: Near, division: Division, desk: Desk, centre: int, wanted: int, camp: int) -> int:
    """Take the centre and actors that hang together with it by friendly ties; from one camp only, if `camp` ≥ 0.

    They are first in the queue.
    """
    length = wait(desk, centre, 0, 0)
    reached = 0
    while reached < length and length < wanted:
        node = desk.queue[reached]
        reached += 1
        for at in range(near.starts[node], near.starts[node + 1]):
            other = near.others[at]
            if near.weights[at] > 0 and (camp < 0 or division.labels[other] == camp):
                length = wait(desk, other, 0, length)
                if length == wanted:
                    break
    for at in range(length):
        desk.waiting[desk.queue[at]] = 0
    return length


def disturb(
    near: Near, division: Division, desk: Desk, chances: Chances, first: int, largest: int
) -> tuple[int, int, int]:
    """Move a few actors that hang together; return the gain, how many moved, and how many then wait."""
    labels, nodes = division.labels, len(division.labels)
    centre = int(chances[first] * nodes)
    degree = near.starts[centre + 1] - near.starts[centre]
    if degree == 0:
        return 0, 0, 0
    beside = near.others[near.starts[centre] + int(chances[first + 3] * degree)]
    wanted = 1 + int(chances[first + 1] * chances[first + 1] * largest)
    kind = int(chances[first + 2] * KINDS)
    if kind == MERGE and division.sizes[labels[centre]] <= TOO_LARGE * largest:
        wanted = nodes
    taken = gather(near, division, desk, centre, wanted, -1 if kind in (SCATTER, FOLLOW) else labels[centre])
    goal = labels[beside]
    gain = 0
    count = 0
    for at in range(taken):
        node = desk.queue[at]
        if kind == SCATTER or (kind == GATHER and at == 0):
            if division.tally[0] < division.tally[1]:
                goal = unused(division)
            else:
                degree = near.starts[node + 1] - near.starts[node]
                goal = labels[near.others[near.starts[node] + int(chances[first + 4] * degree)]]
        if labels[node] != goal:
            gain += move(near, division, desk, node, goal, count)
            count += 1
    length = 0
    for at in range(count):
        length = wait_near(near, division, desk, desk.moved[at], 0, length)
    return gain, count, length


def better_camp(near: Near, division: Division, desk: Desk, node: int) -> int:
    """Return the label that an actor is most tied to, its own if none is better; one that is unused if all repel it."""
    labels, pull = division.labels, desk.pull
    first, last = near.starts[node], near.starts[node + 1]
    for at in range(first, last):
        pull[labels[near.others[at]]] += near.weights[at]
    best = labels[node]
    strongest = pull[best]
    for at in range(first, last):
        label = labels[near.others[at]]
        if pull[label] > strongest:
            strongest = pull[label]
            best = label
    for at in range(first, last):
        pull[labels[near.others[at]]] = 0
    if strongest < 0 and division.tally[0] < division.tally[1]:
        best = unused(division)
    return best


def settle(near: Near, division: Division, desk: Desk, length: int, count: int) -> tuple[int, int]:
    """Let the actors that wait go where they are tied most, and whom that makes uneasy waits in turn."""
    head = 0
    gain = 0
    while length > 0:
        node = desk.queue[head]
        head = head + 1 if head + 1 < len(desk.queue) else 0
        length -= 1
        desk.waiting[node] = 0
        if count == len(desk.moved):
            continue
        goal = better_camp(near, division, desk, node)
        if goal != division.labels[node]:
            gain += move(near, division, desk, node, goal, count)
            count += 1
            length = wait_near(near, division, desk, node, head, length)
    return gain, count


def wander(near: Near, division: Division, chances: Chances, largest: int, desk: Desk) -> int:
    """Disturb, settle, and keep it unless it is worse, as long as chances last; the first round only settles all.

    The division is changed in place. Returns by how much the weight within camps has grown.
    """
    total = 0
    for turn in range(len(chances) // CHANCES):
        gain = 0
        count = 0
        length = 0
        if turn == 0:
            for node in range(len(division.labels)):
                if uneasy(division, node):
                    length = wait(desk, node, 0, length)
        else:
            gain, count, length = disturb(near, division, desk, chances, CHANCES * turn, largest)
        settled, count = settle(near, division, desk, length, count)
        gain += settled
        if gain >= 0:
            total += gain
        else:
            for at in range(count - 1, -1, -1):
                shift(near, division, desk.moved[at], desk.came_from[at])
    return total
