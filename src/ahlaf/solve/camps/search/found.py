"""The best division that a search has found so far, and whether it may go on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.stopping import expired


class Effort(Enum):
    """How long to search: `POLISH` a division near the start, as `USUAL`, or `LONG`: until the deadline."""

    POLISH = auto()
    USUAL = auto()
    LONG = auto()


@dataclass(slots=True, eq=False)
class Found:
    """The best division of a piece so far and its frustration; a `goal` that is enough; a deadline."""

    piece: Piece
    labels: Integers
    value: int
    goal: int
    deadline: float

    @property
    def over(self) -> bool:
        """Whether to stop: the goal is reached or the time is up."""
        return self.value <= self.goal or expired(self.deadline)

    def offer(self, labels: Integers) -> int:
        """Take a division (labels 0 and 1) if it is better; return its frustration."""
        value = self.piece.frustration(labels)
        if value < self.value:
            self.labels, self.value = labels, value
        return value
