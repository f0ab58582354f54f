"""Who stands with whom in a whole network."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate
from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class Camps:
    """The partition with the least frustration: camps are numbered from 0 in order of their first actor.

    `frustration` is the summed |weight| of ties that go against the camps; `frustrated` are those ties.
    """

    camps: tuple[tuple[str, ...], ...]
    frustration: float
    frustrated: tuple[Pair, ...]
    certificate: Certificate
    k: int | None
