"""The table of a comparison, and what the page shows beneath it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahlaf.model import ComparedCoalition, Comparison
from ahlaf.report.sentences.comparison import (
    coalition_note,
    coalition_sentences,
    coalition_title,
    overlap_sentences,
)
from ahlaf.report.words import Words

_COLUMNS = ("coalition", "members", "strength", "verdict", "held_in", "price", "broker", "times")


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A comparison in one language, ready for a terminal or a page."""

    comparison: Comparison
    words: Words

    @property
    def header(self) -> tuple[str, ...]:
        """The labels of the table's columns."""
        return tuple(self.words.say(f"label.{name}") for name in _COLUMNS)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of the table, a row for each coalition."""
        return tuple(self._row(one) for one in self.comparison.coalitions)

    @property
    def overlaps(self) -> tuple[str, ...]:
        """What the coalitions do to one another."""
        return overlap_sentences(self.comparison, self.words)

    @property
    def overlapping(self) -> tuple[ComparedCoalition, ...]:
        """The coalitions that share members with others."""
        return tuple(one for one in self.comparison.coalitions if one.overlap is not None)

    def said_of(self, one: ComparedCoalition) -> tuple[str, ...]:
        """What is said of one coalition by itself, who is in it first."""
        return coalition_sentences(one, self.words)

    def title_of(self, one: ComparedCoalition) -> str:
        """What a coalition is called."""
        return coalition_title(one.coalition, self.words)

    def note_of(self, one: ComparedCoalition) -> str:
        """The note on a coalition; empty where there is none."""
        return coalition_note(one.coalition, self.words)

    def titles(self, keys: Iterable[str]) -> str:
        """Return the coalitions of these keys as a list in prose."""
        known = {one.coalition.key: self.title_of(one) for one in self.comparison.coalitions}
        return self.words.listed(known[key] for key in keys)

    def _row(self, one: ComparedCoalition) -> tuple[str, ...]:
        coalition, words = one.coalition, self.words
        members = words.number(len(coalition.members))
        if coalition.total is not None and coalition.total != len(coalition.members):
            members = words.say("compare.of", part=members, whole=words.number(coalition.total))
        capability, requirement = words.number(one.capability), words.number(one.requirement)
        nothing = words.say("compare.none")
        return (
            self.title_of(one),
            members,
            words.say("compare.of", part=capability, whole=requirement),
            words.say(f"status.{one.verdict.status}"),
            nothing if one.verdict.red_lines else words.probability(one.verdict.probability.value),
            words.number(one.package.price) if one.package else nothing,
            words.name(one.broker.actor) if one.broker else nothing,
            nothing if one.miracle.factor is None else words.number(one.miracle.factor),
        )
