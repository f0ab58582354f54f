"""Who acts: states, organisations, armed groups, oppositions, and their place in a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of party an actor is."""

    STATE = "state"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    OPPOSITION = "opposition"
    COALITION = "coalition"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to international affairs, with one name in each language.

    `id` is ISO 3166-1 alpha-3 for states and an uppercase English name for all others (UN, ISIS, SYR_OPP).
    """

    id: str
    name_en: str
    name_ar: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as it stands in a case.

    `capability` ≥ 0 is in any one unit that the case keeps to; `salience` in [0, 1] is how much the threat matters
    to the party. `joining_cost` ≥ 0 is what joining costs it at home; None takes the parameter's default.
    `assumed` is true where capability and salience are defaults rather than given.
    """

    actor: Actor
    capability: float
    salience: float
    joining_cost: float | None = None
    source: str = ""
    assumed: bool = False

    @property
    def id(self) -> str:
        """The actor's code."""
        return self.actor.id
