"""How firmly each actor stands: at what price its relations turn over.

For actors i and j let P(i, j) be the least extra frustration of a division in which their relation is another than in
the best one. Whatever parts i and k parts i and j or j and k, so P(i, k) ≥ min(P(i, j), P(j, k)): for every price the
actors fall into groups, which split as the price rises.

Source: C. K. Cheng and T. C. Hu (1991), Ancestor tree for arbitrary multi-terminal cut functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from ahlaf.model import ActorFirmness
from ahlaf.solve.camps.near.listing import Listed
from ahlaf.solve.camps.piece import Integers


@dataclass(frozen=True, slots=True)
class Bond:
    """P(i, j) of two actors, exactly, or where not `exact` a number that it is not below."""

    first: int
    second: int
    price: int
    exact: bool


def bonds_of(groups: Sequence[Integers], listed: Listed) -> Iterable[Bond]:
    """Yield the bonds of one actor of each group with one of each other, from the divisions that part them."""
    price = np.full((len(groups), len(groups)), -1, dtype=np.int64)
    for extra, row in zip(listed.extras.tolist(), listed.sides, strict=True):
        price[(price < 0) & (row[:, np.newaxis] != row)] = extra
    for one in range(len(groups)):
        for other in range(one):
            found = int(price[one, other])
            exact = 0 <= found <= listed.reach
            at_least = found if exact else listed.reach
            yield Bond(int(groups[one][0]), int(groups[other][0]), at_least, exact)


def firmness_of(
    names: Sequence[str],
    components: Integers,
    groups: Integers,
    bonds: Iterable[Bond],
    beyond: int,
    unit: Fraction,
) -> tuple[ActorFirmness, ...]:
    """Return for each actor the greatest price up to which it holds to more than half of its connected part.

    `groups` are those who part at no price below `beyond`. The strongest bonds are followed first.
    """
    size = np.bincount(components)
    members = {number: np.flatnonzero(groups == number).tolist() for number in np.unique(groups).tolist()}
    home = groups.copy()
    found: dict[int, ActorFirmness] = {}

    def settle(number: int, price: int, exact: bool) -> None:
        if 2 * len(members[number]) > size[components[members[number][0]]]:
            for actor in members[number]:
                found.setdefault(actor, ActorFirmness(names[actor], float(price * unit), exact))

    for number in list(members):
        settle(number, beyond, False)
    for bond in sorted(bonds, key=lambda one: (-one.price, one.exact, one.first, one.second)):
        one, other = int(home[bond.first]), int(home[bond.second])
        if one != other:
            members[one] += members.pop(other)
            home[members[one]] = one
            settle(one, bond.price, bond.exact)
    return tuple(found[actor] for actor in range(len(names)) if size[components[actor]] > 1)
