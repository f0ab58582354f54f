"""Every name in one tree of words, so that a text is searched in one pass and the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahlaf.actors.clitics import readings
from ahlaf.actors.names import Key, Naming, key

_POSSESSIVE = "'s"


class _Node:
    """A place in the tree: the namings that end here, and where the next word leads."""

    __slots__ = ("namings", "next")

    def __init__(self) -> None:
        self.namings: tuple[Naming, ...] = ()
        self.next: dict[str, _Node] = {}


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: words [start, end), the normal-form length of what is glued before or after it, its namings."""

    start: int
    end: int
    prefix: int
    suffix: int
    namings: tuple[Naming, ...]


class NameIndex:
    """All names, found by the words of their keys."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        self._root = _Node()
        self._readings: dict[str, tuple[tuple[int, _Node], ...]] = {}
        for naming in namings:
            words = key(naming.text)
            if words:
                self._add(words, naming)

    def _add(self, words: Key, naming: Naming) -> None:
        node = self._root
        for word in words:
            following = node.next.get(word)
            if following is None:
                following = node.next[word] = _Node()
            node = following
        if naming not in node.namings:
            node.namings = (*node.namings, naming)

    def exact(self, words: Key) -> tuple[Naming, ...]:
        """Return the namings whose key is `words`, nothing taken off."""
        node: _Node | None = self._root
        for word in words:
            node = node.next.get(word) if node else None
        return node.namings if node else ()

    def match(self, words: Sequence[str], start: int) -> Match | None:
        """Return the longest name that begins at word `start` of `words`; of equals, the one with less glued before."""
        found: Match | None = None
        for prefix, node in self._starts(words[start]):
            end, last = start + 1, None
            suffix = 0
            while True:
                if node.namings:
                    last = (end, suffix, node.namings)
                if suffix or end == len(words):
                    break
                following = node.next.get(words[end])
                if following is None and words[end].endswith(_POSSESSIVE):
                    following = node.next.get(words[end][: -len(_POSSESSIVE)])
                    suffix = len(_POSSESSIVE)
                if following is None:
                    break
                node, end = following, end + 1
            if last and (found is None or last[0] > found.end):
                found = Match(start, last[0], prefix, last[1], last[2])
        return found or self._possessive(words[start], start)

    def _starts(self, word: str) -> tuple[tuple[int, _Node], ...]:
        """Return the places that the first word may lead to; remembered, since words come back."""
        starts = self._readings.get(word)
        if starts is None:
            nodes = ((prefix, self._root.next.get(stem)) for prefix, stem in readings(word))
            starts = self._readings[word] = tuple((prefix, node) for prefix, node in nodes if node)
        return starts

    def _possessive(self, word: str, start: int) -> Match | None:
        if not word.endswith(_POSSESSIVE):
            return None
        node = self._root.next.get(word[: -len(_POSSESSIVE)])
        return Match(start, start + 1, 0, len(_POSSESSIVE), node.namings) if node and node.namings else None
