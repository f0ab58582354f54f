"""Nouns for several actors at once («دول المنطقة، بما فيها س وص», «هذه الدول»): whom they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ahlaf.reading.relations.arabic.governors import governor_of
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.memory import Memory
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.scene import speaker_at

_LISTED = 8  # words after the noun among which what lists them stands
_CLOSE = 3  # words between that and the first of them


def groups(layout: Layout, parties: Sequence[Party], memory: Memory) -> Iterator[Party]:
    """Yield a party for each group noun of the sentence whose actors the text lists."""
    known = word_classes()
    for i, word in enumerate(layout.words):
        if layout.scene.named[i] is not None or word.rest.removeprefix("ال") not in known["group"]:
            continue
        if any(p.head <= i <= p.last for p in parties):
            continue
        members = _after(layout, parties, i)
        if not members and i and layout.words[i - 1].rest in known["demonstrative"]:
            members = next((p.actors for p in reversed(parties) if p.last < i and len(p.actors) > 1), ())
        regional = any(w.rest.removeprefix("ال") in known["region"] for w in layout.words[i + 1 : i + 1 + _CLOSE])
        speaker = speaker_at(layout.scene, i)
        if regional and members:
            memory.regional[speaker] = members
        elif regional:
            members = memory.regional.get(speaker, ())
        if members:
            over = governor_of(layout, i)
            yield Party(over.head, i, i, (members,), over.prep, over.noun, over.linked, asset=over.asset, named=False)


def _after(layout: Layout, parties: Sequence[Party], i: int) -> tuple[str, ...]:
    """The actors that the sentence lists after token `i`."""
    enumerators = word_classes()["enumerator"]
    tokens = layout.scene.tokens
    for j in range(i + 1, min(i + _LISTED, len(tokens) - 1)):
        if layout.verbs[j] and tokens[j].normal not in enumerators:
            break
        two = f"{tokens[j].normal} {tokens[j + 1].normal}"
        if tokens[j].normal in enumerators or two in enumerators:
            return next((p.actors for p in parties if p.named and j < p.start <= j + 1 + _CLOSE), ())
    return _explained(layout, parties, i)


def _explained(layout: Layout, parties: Sequence[Party], i: int) -> tuple[str, ...]:
    """The actors that a clause of its own says are meant («، وذلك يتعلق بـس وص»)."""
    for j in range(i + 1, len(layout.words)):
        if layout.verbs[j] and layout.words[j].rest in word_classes()["enumerator"]:
            return next(
                (p.actors for p in parties if p.named and j < p.start <= j + 1 + _CLOSE and len(p.actors) > 1), ()
            )
    return ()
