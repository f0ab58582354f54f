"""What turns the answer, as rows for the tables of the page: ties, numbers, blocking sets not told one by one."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Answer, BlockingSet, Deficit, Pair, ParameterFlip
from ahlaf.report.sentences.blocking import MOST_TOLD, short_of
from ahlaf.report.sentences.certainty import beyond, parameter_name, turning
from ahlaf.report.words import Words

_MOST_ROWS = 8
"""A table has so many rows; the JSON has all."""

_LEAST_RISE = 0.0005
"""A rise in the probability of answering rightly below this would be shown as nothing."""


@dataclass(frozen=True, slots=True)
class DecisiveTie:
    """A tie that decides on its own, or whose truth would tell much: where it flips, and how much it would tell."""

    pair: Pair
    flips_at: float | None
    rise: float | None


@dataclass(frozen=True, slots=True)
class TurningNumber:
    """A number of the question: what it is called, its value, and where the answer turns below and above it."""

    name: str
    now: str
    below: str
    above: str


@dataclass(frozen=True, slots=True)
class Turning:
    """The rows of the tables, in one language."""

    answer: Answer
    words: Words

    @property
    def ties(self) -> tuple[DecisiveTie, ...]:
        """The ties whose truth would tell most, then the others that decide on their own, the nearest first."""
        firm = self.answer.verdict.lifted
        flips_at = {flip.pair: flip.flips_at for flip in firm.flips}
        told = {tie.pair: tie.rise.value for tie in firm.verify if tie.rise.value >= _LEAST_RISE}
        pairs = tuple(dict.fromkeys((*told, *flips_at)))[:_MOST_ROWS]
        return tuple(DecisiveTie(pair, flips_at.get(pair), told.get(pair)) for pair in pairs)

    @property
    def numbers(self) -> tuple[TurningNumber, ...]:
        """The numbers of which another value would turn the answer, the smallest change first."""
        found = turning(self.answer.verdict.lifted)[:_MOST_ROWS]
        return tuple(
            TurningNumber(
                self.words.opening(parameter_name(flip, self.words)),
                self.words.number(flip.value),
                self._point(flip.below, flip),
                self._point(flip.above, flip),
            )
            for flip in found
        )

    @property
    def steady(self) -> int:
        """How many numbers turn the answer at no value of their range."""
        firm = self.answer.verdict.lifted
        return len(firm.parameters) - len(turning(firm))

    @property
    def sets(self) -> tuple[BlockingSet, ...]:
        """The listed blocking sets that are not told one by one."""
        return self.answer.blocking.sets[MOST_TOLD:]

    def shortfalls(self, deficits: tuple[Deficit, ...]) -> str:
        """Return who would walk out and by how much; that it is a red line where nobody would."""
        return short_of(deficits, self.words) if deficits else self.words.say("label.red_line")

    def _point(self, value: float | None, flip: ParameterFlip) -> str:
        """Return where a number turns the answer, rounded away from what it is now; a dash where it does not."""
        return "–" if value is None else self.words.number(beyond(value, flip.value))
