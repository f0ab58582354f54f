"""A treaty as a question: given the founder and the threat, who of all states will sign?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from state_tables import Reference
from states import Record

from joins.treaties import Treaty

FORCE = 4
"""The hostility of a dispute from which on it makes an enemy: use of force."""
ENEMY_YEARS = 10
ACCESSION_YEARS = 10


class Threat(StrEnum):
    """Where a treaty's threat comes from."""

    NAMED = "named"
    INFERRED = "inferred"
    NONE = "none"


class Founder(StrEnum):
    """Which of the original signatories is taken for the founder."""

    MOST_CAPABLE = "most capable"
    LEAST_CAPABLE = "least capable"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. States are COW numbers; `joined` says of each candidate whether it did."""

    treaty: str
    year: int
    founder: int
    members: tuple[int, ...]
    threat: int | None
    kind: Threat
    candidates: tuple[int, ...]
    joined: NDArray[np.bool_]
    helps: bool


def signing(treaty: Treaty, reference: Reference, on_record: Record, rule: Founder) -> Asked | None:
    """Ask who signs beside the founder; None where fewer than two signatories were states in the year before."""
    states = reference.in_system(treaty.year - 1)
    signed = [state for state in states if state in treaty.signatories]
    if len(signed) < 2:
        return None
    founder = _founder(signed, reference, treaty.year - 1, rule)
    threat, kind = _threat(treaty, founder, states, reference, on_record)
    named = {threat} if kind is Threat.NAMED else set()
    candidates = tuple(state for state in states if state != founder and state not in named)
    joined = np.array([state in treaty.signatories for state in candidates])
    return Asked(treaty.id, treaty.year, founder, (founder,), threat, kind, candidates, joined, treaty.helps)


def acceding(treaty: Treaty, reference: Reference, on_record: Record) -> Asked | None:
    """Ask who of those that did not sign enters within ten years; None where nobody that can be ranked does."""
    first = signing(treaty, reference, on_record, Founder.MOST_CAPABLE)
    if first is None:
        return None
    soon = {state for state, year in treaty.accessions.items() if year <= treaty.year + ACCESSION_YEARS}
    candidates = tuple(state for state in first.candidates if state not in treaty.signatories)
    joined = np.array([state in soon for state in candidates], dtype=np.bool_)
    if not joined.any():
        return None
    signed = tuple(state for state in first.candidates if state in treaty.signatories)
    members = (first.founder, *signed)
    return Asked(
        treaty.id, treaty.year, first.founder, members, first.threat, first.kind, candidates, joined, treaty.helps
    )


def new_partners(asked: Asked, reference: Reference, on_record: Record) -> Asked | None:
    """Leave out all that had a pact with the founder already; None where nobody is left that joined."""
    row = {code: place for place, code in enumerate(reference.codes)}
    pacts = (on_record.help + on_record.pact)[row[asked.founder]]
    free = np.array([pacts[row[state]] == 0.0 for state in asked.candidates])
    if not (asked.joined & free).any():
        return None
    candidates = tuple(state for state, keep in zip(asked.candidates, free, strict=True) if keep)
    return replace(asked, candidates=candidates, joined=asked.joined[free])


def _founder(signed: Sequence[int], reference: Reference, year: int, rule: Founder) -> int:
    """Of equals the lower number."""
    sign = -1.0 if rule is Founder.MOST_CAPABLE else 1.0
    return min(signed, key=lambda state: (sign * reference.capability.get((state, year), 0.0), state))


def _threat(
    treaty: Treaty, founder: int, states: Sequence[int], reference: Reference, on_record: Record
) -> tuple[int | None, Threat]:
    for state in treaty.threats:
        if state in states and state not in treaty.signatories:
            return state, Threat.NAMED
    enemies = enemies_of(founder, reference, on_record)
    rivals = [state for state in states if state in enemies]
    if not rivals:
        return None, Threat.NONE
    return max(rivals, key=lambda s: (reference.capability.get((s, treaty.year - 1), 0.0), -s)), Threat.INFERRED


def enemies_of(state: int, reference: Reference, on_record: Record) -> frozenset[int]:
    """Return a state's rivals at the end of the year, and those it had a dispute with force with in ten years."""
    row = reference.codes.index(state)
    rivals = {reference.codes[place] for place in np.flatnonzero(on_record.rivalry[row])}
    year = on_record.year
    forced = {
        dispute.b if dispute.a == state else dispute.a
        for dispute in reference.disputes
        if state in (dispute.a, dispute.b)
        and year - ENEMY_YEARS < dispute.first
        and dispute.last <= year
        and dispute.level >= FORCE
    }
    return frozenset(rivals | forced)
