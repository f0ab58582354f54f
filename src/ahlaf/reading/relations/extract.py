"""From a document with mentions and statements to its relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ahlaf.language import Document
from ahlaf.model import Mention, Relation, Statement
from ahlaf.reading.relations.arabic import arabic_relations
from ahlaf.reading.relations.english import english_relations
from ahlaf.reading.relations.scene import Scene, stage

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer


def find_relations(
    document: Document, mentions: Sequence[Mention], statements: Sequence[Statement], gazetteer: Gazetteer | None
) -> tuple[Relation, ...]:
    """Return what the actors of a text do, say or would do to one another, in the order of the text.

    Each relation comes from a word of the lexicon and the sentence around it (docs/theory/reading-relations.md), never
    from two names being near each other. `mentions` and `statements` are those found in the same document.
    """
    scenes = _scenes(document, mentions, statements)
    found = arabic_relations(document, scenes, gazetteer) if document.lang == "ar" else english_relations(scenes)
    unique = {(r.source, r.target, r.type, r.realis, r.trigger): r for r in found}
    return tuple(sorted(unique.values(), key=lambda r: (r.trigger, r.source, r.target, r.type)))


def _scenes(document: Document, mentions: Sequence[Mention], statements: Sequence[Statement]) -> Iterator[Scene]:
    ordered = sorted(mentions, key=lambda m: m.span)
    spoken = sorted(statements, key=lambda s: s.cue)
    position = 0
    for sentence in document.sentences:
        while position < len(ordered) and ordered[position].span.end <= sentence.span.start:
            position += 1
        last = position
        while last < len(ordered) and ordered[last].span.start < sentence.span.end:
            last += 1
        here = [s for s in spoken if s.cue.overlaps(sentence.span) or s.content.overlaps(sentence.span)]
        yield stage(sentence, ordered[position:last], here, document.text, document.lang)
