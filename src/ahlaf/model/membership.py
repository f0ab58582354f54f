"""Who would come, and whether it is strong enough."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate


@dataclass(frozen=True, slots=True)
class Joining:
    """Would an outsider enter (its own balance in the enlarged coalition), and who inside would mind?

    `objectors` are members whose balance it would take below zero or who hold a red line against it.
    """

    actor: str
    balance: float
    wants: bool
    objectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Enlargement:
    """The fewest outsiders, and of those the strongest, with whom the coalition is strong enough and also holds.

    `added` is empty where nobody need come, and None where no enlargement was found; then `certificate` tells
    impossible (infeasible) from not found in time (stopped). Its bound is the fewest outsiders that any such
    enlargement has. `capability` is that of the whole after the enlargement.
    """

    added: tuple[str, ...] | None
    capability: float | None
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """Is it strong enough: c(C) against R; and the smallest enlargement that is, by number of actors then capability.

    `enlargement` leaves quarrels aside: it is empty where it suffices, None where even all known parties together
    would not. `holding` is the smallest enlargement that is strong enough and holds as things are.
    """

    capability: float
    requirement: float
    enough: bool
    enlargement: tuple[str, ...] | None
    holding: Enlargement
