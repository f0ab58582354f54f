"""What conditional promises come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ahlaf.model.commitment import Act, Commitment, Condition
from ahlaf.model.proof import Certificate
from ahlaf.model.rule_finding import RuleFinding


@dataclass(frozen=True, slots=True)
class Collapse:
    """Promises of which each brings down the same when it is withdrawn, and the acts that no longer come about.

    `falls` are of the greatest ending and sorted; `count` says how many there are where not all are listed.
    """

    withdrawn: tuple[Commitment, ...]
    falls: tuple[Act, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Departure:
    """A party that takes back all of its promises, and the acts of the others that then no longer come about.

    `falls` are of the greatest ending and sorted; `count` says how many there are where not all are listed.
    """

    party: str
    falls: tuple[Act, ...]
    count: int


class Outcome(StrEnum):
    """What becomes of an act: it comes about if all wait, or only if all signed together, or not at all."""

    COMES_ABOUT = "comes_about"
    DEADLOCKED = "deadlocked"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Ground:
    """A promise of an act: the conditions that are met, those that are not, and the acts that settle it.

    `unmet` are what is left of conditions, without what is done: "at least 1 of (B, C)" of "at least 2 of (A, B, C)"
    once A is done. `excluded` are acts that come about although the promise holds only unless they do. `leads_to` are
    the acts by whose reasons this ground is explained.
    """

    rule: Commitment
    met: tuple[Condition, ...]
    unmet: tuple[Condition, ...]
    excluded: tuple[Act, ...]
    leads_to: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an act comes about, or why not.

    Where it does, `grounds` has the one promise by which it comes about in the fewest rounds, which leads to acts that
    come about before it. Where it does not, it has every promise of the act, none where nobody promises it: of a
    deadlocked act with all that is not met if all wait; of an impossible one with the condition that fails first,
    which leads to acts that have failed before.
    """

    act: Act
    outcome: Outcome
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The reasons of an act and of all acts that they lead to, each act once and the first one first, in an ending.

    `ending` counts from 1; it is None where the rules without "unless" are spoken of.
    """

    ending: int | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why an act comes about or does not: in the one ending, or in the first with it and the first without it.

    `endings` are the numbers of the listed endings in which it comes about, counted from 1.
    """

    act: Act
    endings: tuple[int, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Acts that wait for one another in a circle, and the fewest first moves that open it.

    `first_moves` are all smallest sets, each of which brings all of `acts` about once every earlier circle is open; one
    set that cannot be shortened where the proof has stopped. `complete` is false if a limit or time cut them.
    """

    acts: tuple[Act, ...]
    first_moves: tuple[tuple[Act, ...], ...]
    complete: bool
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The fewest first moves that bring the whole deadlock about, where some parties will not move first.

    `circles` are opened apart from one another; `keystones` takes a set of each. `locked` is what remains even if
    everybody else moved first: where there is any, there are no keystones and the proof is of their absence.
    `count` is the number of smallest sets; None if they were not all found. `proof` is of the sets' size.
    """

    not_first: tuple[str, ...]
    circles: tuple[Circle, ...]
    keystones: tuple[tuple[Act, ...], ...]
    count: int | None
    locked: tuple[Act, ...]
    proof: Certificate

    @property
    def listed_all(self) -> bool:
        """Whether every smallest set is among `keystones`."""
        return self.count == len(self.keystones)


@dataclass(frozen=True, slots=True)
class CommitmentAnswer:
    """What conditional promises come to.

    `least`: if all wait; `greatest`: if all signed together; `deadlock`: the difference. `unlocking` has the keystones:
    every smallest set of first moves that, made unconditionally, brings the whole deadlock about; `restricted` has them
    where some parties will not move first, None if nobody was excluded. With "unless" rules there may be
    several endings or none: `endings` lists all of them (all answer sets), and least, greatest, deadlock, reasons
    and keystones are then those of the rules without "unless" (`monotone` is false).
    `reasons` say of every act why it comes about or why not, in the order of acts.
    `complete` is false if a limit cut `endings` or the keystones. `findings` are rules that may not say what was meant.
    """

    rules: tuple[Commitment, ...]
    monotone: bool
    least: tuple[Act, ...]
    greatest: tuple[Act, ...]
    deadlock: tuple[Act, ...]
    reasons: tuple[Reason, ...]
    unlocking: Unlocking
    restricted: Unlocking | None
    collapses: tuple[Collapse, ...]
    departures: tuple[Departure, ...]
    endings: tuple[tuple[Act, ...], ...]
    complete: bool
    findings: tuple[RuleFinding, ...]

    @property
    def keystones(self) -> tuple[tuple[Act, ...], ...]:
        """The smallest sets of first moves that bring the whole deadlock about, whoever makes them."""
        return self.unlocking.keystones

    @property
    def waiting(self) -> tuple[Reason, ...]:
        """The reasons of the deadlocked acts: who waits for what."""
        return tuple(one for one in self.reasons if one.outcome is Outcome.DEADLOCKED)

    def falls_with(self, rule: Commitment) -> tuple[Act, ...]:
        """Return the acts that no longer come about without a promise (one of the rules without "unless")."""
        return next(one.falls for one in self.collapses if any(rule is other for other in one.withdrawn))
