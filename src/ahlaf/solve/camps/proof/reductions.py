"""The rules that make a piece smaller and lose no optimum, and the list of where they were applied.

They are for two camps. That each is right is proved in docs/theory/camps.md, section "Kernel".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from ahlaf.solve.camps.piece import Booleans, Integers

# The most actors that a step names.
WITNESSES = 4


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """Pairs of actors of which it is known, or assumed, that they stand together or `apart`."""

    first: Integers
    second: Integers
    apart: Booleans

    @classmethod
    def none(cls) -> Related:
        """Return no pair."""
        nobody = np.zeros(0, dtype=np.int64)
        return cls(nobody, nobody, np.zeros(0, dtype=np.bool_))

    def __len__(self) -> int:
        return len(self.first)


class Rule(IntEnum):
    """Why a step loses no optimum. An actor stands for all that are joined to it when the step is taken.

    HEAVY (v, u): the tie vu weighs at least as much as all other ties of v together. v and u become one as that tie
    wants it; where there is no tie left at v, either way. This holds pendant actors and actors of two ties.
    STAR (v, a, b, c): v has exactly the three ties α, β, γ to a, b, c, none heavier than the two others together, of
    even sum. They are replaced by a tie ab of size (|α| + |β| − |γ|) / 2 and sign of αβ, and likewise bc, ca.
    TRIPLE (a, b, c): however a, b and c are divided so that the tie ab is frustrated, one or two of them can move so
    that it is not, and what they gain among the three is at least the weight of all other ties of those that move. a
    and b become one as their tie wants it.
    """

    HEAVY = 1
    STAR = 2
    TRIPLE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Reductions:
    """Steps in the order in which they are taken: `rules`, shape (steps,), on `actors`, shape (steps, WITNESSES).

    Actors are numbered as in the piece at the beginning; places that a rule does not use hold −1. `apart`: whether the
    first two actors of a step that makes them one stand apart.
    """

    rules: Integers
    actors: Integers
    apart: Booleans

    @classmethod
    def none(cls) -> Reductions:
        """Return no step."""
        return cls.heavy(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_))

    @classmethod
    def heavy(cls, gone: Integers, kept: Integers, apart: Booleans) -> Reductions:
        """Return steps of the rule HEAVY."""
        actors = np.full((len(gone), WITNESSES), -1, dtype=np.int64)
        actors[:, 0], actors[:, 1] = gone, kept
        return cls(np.full(len(gone), Rule.HEAVY, dtype=np.int64), actors, apart)

    @classmethod
    def joined(cls, parts: list[Reductions]) -> Reductions:
        """Return the steps of all parts in their order."""
        if not parts:
            return cls.none()
        return cls(
            np.concatenate([part.rules for part in parts]),
            np.concatenate([part.actors for part in parts]),
            np.concatenate([part.apart for part in parts]),
        )

    def __len__(self) -> int:
        return len(self.rules)
