"""Which other memberships, near the one that is asked about, hold as things are."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate, Estimate
from ahlaf.model.verdict import Status


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another membership that holds at the weights of its ties: who leaves, who comes, and how firm and strong it is.

    Nobody in it would be better off walking out and no red line lies inside, so whoever comes would want to, and
    nobody who stays is kept in against its interest. `status` is holds where it holds at the ties' lows too, and
    contested where it does not. `capability` is in the unit of the parties; `enough` says whether it meets the
    requirement.
    """

    members: tuple[str, ...]
    leave: tuple[str, ...]
    come: tuple[str, ...]
    capability: float
    enough: bool
    status: Status
    probability: Estimate


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """Of the `searched` memberships in which exactly `changes` parties change sides, `holding` hold."""

    changes: int
    searched: int
    holding: int


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The memberships that hold with few changes, and those parts of the members that hold by themselves.

    `found` are the best of every number of changes, fewest changes first, then those that meet the requirement, then
    the strongest; `counts` tell how many were searched and how many hold, every one of them tried. `complete` if
    `found` lists all that hold within these changes. `parts` are the maximal parts of the members that hold (no
    larger part that includes one of them does), strongest first; `parts_complete` if these are all. `strongest` is
    the strongest part of all, None if no two members can stand together; `certificate` says how far that is proven,
    its bound the most capability that a part could still have.
    """

    found: tuple[Alternative, ...]
    counts: tuple[ChangeCount, ...]
    complete: bool
    parts: tuple[Alternative, ...]
    parts_complete: bool
    strongest: Alternative | None
    certificate: Certificate
