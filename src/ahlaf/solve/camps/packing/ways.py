"""Short ways through a network, and how much can be sent along them: the inner loops of packing.

These are functions of whole numbers and of arrays or lists of them, so that the same text serves small networks as it
stands and large ones compiled (see packing.py).
"""

from __future__ import annotations

from typing import NamedTuple

from ahlaf.solve.camps.piece import Integers

Numbers = Integers | list[int]
# Once there is a way, so much less patience is had with looking for a shorter one.
HASTE = 4
# Longer than any way.
SEARCH = 2**32


class Ground(NamedTuple):
    """The ties as seen from each actor, as in piece.Neighbours; each tie's two ends, and the sum of their numbers.

    `places` are the two positions of tie t in `ties`: places[2 t] and places[2 t + 1]. What a search reads at each step
    lies in the order of these positions, so that it is near in memory.
    """

    starts: Numbers
    others: Numbers
    ties: Numbers
    firsts: Numbers
    seconds: Numbers
    sums: Numbers
    places: Numbers


class Marks(NamedTuple):
    """What a search writes down at each actor: of actor i seen from the way's beginning at i, from its end at n + i.

    `best` is the number of the search times SEARCH, plus the length of the shortest way there; `before` is the tie by
    which it came. `heap` orders the actors that are to be visited.
    """

    best: Numbers
    before: Numbers
    heap: Numbers


class Found(NamedTuple):
    """Cycles: cycle i holds ties[starts[i]:starts[i + 1]], the tie that asked for it first, and takes amounts[i]."""

    starts: Numbers
    ties: Numbers
    amounts: Numbers


def push(heap: Numbers, size: int, key: int) -> None:
    """Add a key to the heap of `size` keys."""
    at = size
    while at > 0:
        above = (at - 1) // 2
        if heap[above] <= key:
            break
        heap[at] = heap[above]
        at = above
    heap[at] = key


def drop_first(heap: Numbers, size: int) -> None:
    """Take the least key from the heap of `size` keys."""
    key = heap[size - 1]
    at = 0
    while True:
        below = 2 * at + 1
        if below >= size - 1:
            break
        if below + 1 < size - 1 and heap[below + 1] < heap[below]:
            below += 1
        if key <= heap[below]:
            break
        heap[at] = heap[below]
        at = below
    heap[at] = key


def meet(
    ground: Ground, lengths: Numbers, source: int, target: int, limit: int, patience: int, marks: Marks, turn: int
) -> int:
    """Search from both ends; return the actor where the shortest way of length ≤ limit meets itself, or −1.

    `lengths` are those of the ties at all positions in ground.ties; only with length > 0 are they open. After
    `patience` ties have been looked at the best way so far has to do.
    """
    nodes = len(ground.starts) - 1
    best, before, heap = marks.best, marks.before, marks.heap
    states = 2 * nodes
    # Marks of earlier searches are below this.
    base = turn * SEARCH
    for state in (source, nodes + target):
        best[state] = base
        before[state] = -1
    push(heap, 0, source)
    push(heap, 1, nodes + target)
    size = 2
    meeting = -1
    shortest = limit + 1
    looked = 0
    while size > 0 and looked < (patience if meeting < 0 else patience // HASTE):
        key = heap[0]
        drop_first(heap, size)
        size -= 1
        length, state = key // states, key % states
        # Every way that is not yet known is longer than what both searches have walked.
        if 2 * length + 1 >= shortest:
            break
        if length > best[state] - base:
            continue
        side = nodes if state >= nodes else 0
        node = state - side
        for at in range(ground.starts[node], ground.starts[node + 1]):
            step = lengths[at]
            if step <= 0:
                continue
            beyond = length + step
            if beyond >= shortest:
                continue
            other = ground.others[at]
            reached = other + side
            if base <= best[reached] <= base + beyond:
                continue
            best[reached] = base + beyond
            before[reached] = ground.ties[at]
            rest = best[other + nodes - side] - base
            if rest >= 0 and beyond + rest < shortest:
                shortest = beyond + rest
                meeting = other
            if 2 * beyond + 1 < shortest:
                push(heap, size, beyond * states + reached)
                size += 1
        looked += ground.starts[node + 1] - ground.starts[node]
    return meeting


def write_way(ground: Ground, marks: Marks, meeting: int, ties: Numbers, at: int) -> int:
    """Write the ties of the way that meets at this actor from position `at` on; return the position after them."""
    nodes = len(ground.starts) - 1
    for side in (0, nodes):
        node = meeting
        while marks.before[side + node] >= 0:
            tie = marks.before[side + node]
            ties[at] = tie
            at += 1
            node = ground.sums[tie] - node
    return at


def fill(
    ground: Ground,
    asking: Numbers,
    first: int,
    limits: Numbers,
    lengths: Numbers,
    left: Numbers,
    most: int,
    toll: int,
    patience: int,
    marks: Marks,
    turn: int,
    found: Found,
) -> tuple[int, int, int]:
    """Send what each asking tie has left around it, by the shortest ways that still have some left, up to its limit.

    At most `most` is sent by a way at once; its ties become longer by `toll`, and a tie of which nothing is left is
    closed (its length becomes 0). Begins with the asking tie at `first`; ends with all done or `found` full. Returns
    the position of the next asking tie, how many cycles there are, and the next turn.
    """
    count = 0
    at = 0
    for place in range(first, len(asking)):
        tie = asking[place]
        while left[tie] > 0:
            # A way has at least length 1 a tie, and meets no actor twice.
            if count == len(found.amounts) or at + min(limits[tie] + 1, len(ground.starts)) > len(found.ties):
                return place, count, turn
            turn += 1
            meeting = meet(ground, lengths, ground.firsts[tie], ground.seconds[tie], limits[tie], patience, marks, turn)
            if meeting < 0:
                break
            found.starts[count] = at
            found.ties[at] = tie
            end = write_way(ground, marks, meeting, found.ties, at + 1)
            amount = min(most, left[tie])
            for inner in range(at + 1, end):
                amount = min(amount, left[found.ties[inner]])
            left[tie] -= amount
            for inner in range(at + 1, end):
                used = found.ties[inner]
                left[used] -= amount
                for there in (ground.places[2 * used], ground.places[2 * used + 1]):
                    lengths[there] = 0 if left[used] == 0 else lengths[there] + toll
            found.amounts[count] = amount
            count += 1
            found.starts[count] = end
            at = end
    return len(asking), count, turn


def settle(cycles: Found, left: Numbers) -> None:
    """Let cycles through overdrawn ties take less, then let each in turn take what all its ties have left.

    A tie's overdraft costs the bound as much as lowering a cycle through it does, so the bound never falls.
    """
    for lowering in (True, False):
        for cycle in range(len(cycles.amounts)):
            first, end = cycles.starts[cycle], cycles.starts[cycle + 1]
            least = left[cycles.ties[first]]
            for at in range(first + 1, end):
                least = min(least, left[cycles.ties[at]])
            change = max(least, -cycles.amounts[cycle]) if lowering else least
            if (change < 0) if lowering else (change > 0):
                cycles.amounts[cycle] += change
                for at in range(first, end):
                    left[cycles.ties[at]] -= change
