"""Who would come, and whether it is strong enough."""

from __future__ import annotations

from dataclasses import dataclass


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
class Sufficiency:
    """Is it strong enough: c(C) against R; and the smallest enlargement that is, by number of actors then capability.

    `enlargement` is empty where it suffices, None where even all known parties together would not.
    """

    capability: float
    requirement: float
    enough: bool
    enlargement: tuple[str, ...] | None
