"""What falls when one promise is withdrawn, or when a party takes back all of its promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ahlaf.model import Act, Collapse, Commitment, Departure
from ahlaf.solve.commitments.alone import fellers, places
from ahlaf.solve.commitments.net import RuleNet

LISTED_ACTS = 100_000
"""So many fallen acts are listed in all; where there are more, each list is cut, and its count says so."""

_Key = TypeVar("_Key")


def collapses(
    rules: Sequence[Commitment], net: RuleNet, acts: Sequence[Act], greatest: Sequence[int]
) -> tuple[Collapse, ...]:
    """Say for each promise which acts of the greatest ending no longer come about without it.

    Nothing falls with a promise whose act is not in the greatest ending, or that another promise in it still yields.
    Promises that bring down the same are in one collapse; these are in the order of their first promise.
    """
    fallen = _fallen(net, greatest, {act: act for act in greatest})
    inside = set(greatest)
    standing = [
        all(sum(member in inside for member in net.members[gate]) >= net.needs[gate] for gate in net.gates[number])
        for number in range(len(net.heads))
    ]
    groups: dict[int, list[Commitment]] = {}
    for number, rule in enumerate(rules):
        head = net.heads[number]
        needed = head in inside and [other for other in net.rules_of[head] if standing[other]] == [number]
        groups.setdefault(fallen[head] if needed else 0, []).append(rule)
    listed = _at_most(len(groups), (bits.bit_count() for bits in groups))
    return tuple(
        Collapse(tuple(withdrawn), _named(bits, acts, listed), bits.bit_count()) for bits, withdrawn in groups.items()
    )


def departures(net: RuleNet, acts: Sequence[Act], greatest: Sequence[int]) -> tuple[Departure, ...]:
    """Say for each party, in the order of their names, which acts of others fall if it takes back all its promises."""
    fallen = _fallen(net, greatest, {act: acts[act].party for act in greatest})
    own: dict[str, int] = {}
    for act in greatest:
        own[acts[act].party] = own.get(acts[act].party, 0) | 1 << act
    others = {party: fallen[party] & ~own[party] for party in sorted(own)}
    listed = _at_most(len(others), (bits.bit_count() for bits in others.values()))
    return tuple(Departure(party, _named(bits, acts, listed), bits.bit_count()) for party, bits in others.items())


def _fallen(net: RuleNet, greatest: Sequence[int], takes: dict[int, _Key]) -> dict[_Key, int]:
    """Return the set of acts that fall with each withdrawal; `takes` says which one takes an act away at once."""
    withdrawals = list(dict.fromkeys(takes.values()))
    bit = {withdrawal: 1 << at for at, withdrawal in enumerate(withdrawals)}
    seeds = [0] * net.size
    for act, withdrawal in takes.items():
        seeds[act] = bit[withdrawal]
    felled_by = fellers(net, greatest, seeds)
    return dict(
        zip(withdrawals, _turned([felled_by[act] for act in greatest], greatest, len(withdrawals)), strict=True)
    )


def _turned(rows: Sequence[int], names: Sequence[int], columns: int) -> list[int]:
    """Turn "which withdrawals fell this act" into "which acts fall with this withdrawal"."""
    import numpy as np

    if not rows or not columns:
        return [0] * columns
    width = (columns + 7) // 8
    packed = np.frombuffer(b"".join(row.to_bytes(width, "little") for row in rows), dtype=np.uint8)
    size = max(names) + 1
    turned: list[int] = []
    # Eight columns at a time, so that the unpacked table never has to be held whole.
    table = packed.reshape(len(rows), width)
    at = np.asarray(names)
    for byte in range(width):
        unpacked = np.unpackbits(table[:, byte : byte + 1], axis=1, bitorder="little").T
        for column in unpacked[: columns - 8 * byte]:
            line = np.zeros(size, dtype=np.uint8)
            line[at] = column
            turned.append(int.from_bytes(np.packbits(line, bitorder="little").tobytes(), "little"))
    return turned


def _at_most(groups: int, counts: Iterable[int]) -> int | None:
    """Return how many acts each list may have, None for all of them."""
    return None if sum(counts) <= LISTED_ACTS else max(1, LISTED_ACTS // groups)


def _named(bits: int, acts: Sequence[Act], limit: int | None) -> tuple[Act, ...]:
    named: list[Act] = []
    for at in places(bits):
        if limit is not None and len(named) >= limit:
            break
        named.append(acts[at])
    return tuple(named)
