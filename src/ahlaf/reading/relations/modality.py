"""How real a relation is said to be, whatever the language."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Realis, Span


@dataclass(frozen=True, slots=True)
class Modality:
    """A realis with the words of the condition, where there is one."""

    realis: Realis
    condition: Span | None = None
