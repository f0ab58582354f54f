"""A signed network: every pair of a set of actors with its tie, known or assumed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Pair, Tie, TieParameters, pair_of
from ahlaf.ties.weigh import unknown_tie


@dataclass(frozen=True)
class SignedNetwork:
    """Actors in alphabetical order and a tie for every pair of them."""

    actors: tuple[str, ...]
    ties: Mapping[Pair, Tie]

    @classmethod
    def of(cls, actors: Iterable[str], ties: Iterable[Tie], parameters: TieParameters | None = None) -> SignedNetwork:
        """Build the network of `actors`; ties to others are left out, pairs without a tie get the assumed one."""
        names = tuple(sorted(set(actors)))
        settings = parameters or TieParameters()
        known = {tie.pair: tie for tie in ties}
        pairs = {pair: known.get(pair) or unknown_tie(*pair, settings) for pair in combinations(names, 2)}
        return cls(names, MappingProxyType(pairs))

    def tie(self, a: str, b: str) -> Tie:
        """Return the tie between two different actors of the network; KeyError if either is not of it."""
        return self.ties[pair_of(a, b)]

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Row of each actor in the matrices."""
        return MappingProxyType({name: i for i, name in enumerate(self.actors)})

    def matrix(self, field: str = "weight") -> NDArray[np.float64]:
        """Return the symmetric (n, n) matrix of "weight", "low" or "high", with a zero diagonal."""
        n = len(self.actors)
        values = np.zeros((n, n))
        for (a, b), tie in self.ties.items():
            i, j = self.index[a], self.index[b]
            values[i, j] = values[j, i] = getattr(tie, field)
        return values
