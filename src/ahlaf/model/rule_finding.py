"""What looks wrong in a file of commitments that can be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ahlaf.model.commitment import Act, Commitment


class RuleTrouble(StrEnum):
    """What may be wrong with a rule that can be read."""

    UNPROMISED = "unpromised"
    TWICE = "twice"
    WAITS_FOR_ITSELF = "waits_for_itself"
    UNLESS_ITSELF = "unless_itself"
    NEVER_APPLIES = "never_applies"
    NEEDLESS = "needless"


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A rule that can be read and may not say what was meant.

    UNPROMISED: it waits for `act`, which no rule yields, so that it can only come about as a first move from outside;
    `nearest` is the promised act most like it, if any is. TWICE: `earlier` says the same. WAITS_FOR_ITSELF and
    UNLESS_ITSELF: its own act stands in its conditions. NEVER_APPLIES: `act` is both a condition and an exception.
    NEEDLESS: `earlier` promises the same act without conditions.
    """

    trouble: RuleTrouble
    rule: Commitment
    act: Act
    nearest: Act | None = None
    earlier: Commitment | None = None
