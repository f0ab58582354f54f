"""What the ranking finds: a trigger with its two ends."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Realis
from ahlaf.reading.relations.arabic.families import Family, Kind
from ahlaf.reading.relations.modality import Modality

_ACTUAL = Modality(Realis.ACTUAL)


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger with its ends: pairs of (doer, other), and the reasons that decided."""

    first: int
    last: int
    family: Family
    kind: Kind
    pairs: tuple[tuple[str, str], ...]
    why: str
    future: bool = False
    mode: Modality = _ACTUAL
