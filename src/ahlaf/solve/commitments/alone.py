"""What each act by itself brings about, or brings down: the same question for all acts at once, a bit for each.

A set of acts is a whole number with a bit for each act in it, so that one step of the reckoning serves all acts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from ahlaf.solve.commitments.net import RuleNet


def bringers(net: RuleNet) -> list[int]:
    """Return for every act the set of acts that, given alone, bring it about (itself among them).

    The least solution of B(a) = {a} ∪ ⋃ over rules r of a ⋂ over gates of r {x that is in B of enough members}. What
    comes about anyway is not looked at: the net is one where nothing follows from nothing.
    """

    def opened(act: int, sets: Sequence[int]) -> int:
        found = 0
        for rule in net.rules_of[act]:
            by_rule = -1
            for gate in net.gates[rule]:
                by_rule &= _in_at_least(net.needs[gate], [sets[member] for member in net.members[gate]])
                if not by_rule:
                    break
            found |= by_rule
        return found

    return _settled(net, range(net.size), [1 << act for act in range(net.size)], opened)


def fellers(net: RuleNet, standing: Iterable[int], seeds: Sequence[int]) -> list[int]:
    """Return for every act the set of withdrawals that bring it down, each withdrawal being a bit of `seeds`.

    `standing` are acts that bear one another out, the greatest fixed point; `seeds[a]` are the withdrawals that take
    act a away at once. The least solution of D(a) = seeds(a) ∪ ⋂ over rules r of a ⋃ over gates of r {x that is in
    D of more members than the gate can spare}, over the rules and members that stand.
    """
    stands = set(standing)
    spare = [
        sum(member in stands for member in members) - need for members, need in zip(net.members, net.needs, strict=True)
    ]

    def shut(act: int, sets: Sequence[int]) -> int:
        found = -1
        for rule in net.rules_of[act]:
            if any(spare[gate] < 0 for gate in net.gates[rule]):
                continue
            by_rule = 0
            for gate in net.gates[rule]:
                members = [sets[member] for member in net.members[gate] if member in stands]
                by_rule |= _in_at_least(spare[gate] + 1, members)
            found &= by_rule
            if not found:
                break
        return found

    return _settled(net, stands, list(seeds), shut)


def places(bits: int) -> Iterator[int]:
    """Yield the places of the bits of a set, from the lowest."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _settled(
    net: RuleNet, among: Iterable[int], sets: list[int], more: Callable[[int, Sequence[int]], int]
) -> list[int]:
    """Add to the sets what `more` finds until nothing is new."""
    inside = set(among)
    queue = deque(act for part in net.waiting_parts(inside) for act in part)
    queued = bytearray(net.size)
    for act in queue:
        queued[act] = True
    while queue:
        act = queue.popleft()
        queued[act] = False
        found = sets[act] | more(act, sets)
        if found == sets[act]:
            continue
        sets[act] = found
        for gate in net.uses[act]:
            user = net.heads[net.owner[gate]]
            if user in inside and not queued[user]:
                queued[user] = True
                queue.append(user)
    return sets


def _in_at_least(number: int, sets: Sequence[int]) -> int:
    """Return what is in at least `number` of the sets."""
    if number == 1:
        found = 0
        for one in sets:
            found |= one
        return found
    if number == len(sets):
        found = -1
        for one in sets:
            found &= one
        return found
    # in_so_many[k] is what was in at least k + 1 of the sets seen so far.
    in_so_many = [0] * number
    for one in sets:
        for k in range(number - 1, 0, -1):
            in_so_many[k] |= in_so_many[k - 1] & one
        in_so_many[0] |= one
    return in_so_many[-1]
