"""From a document with mentions and statements to its relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ahlaf.codebook import plover
from ahlaf.language import Document
from ahlaf.model import Mention, Realis, Relation, Span, Statement
from ahlaf.reading.relations import english, english_scene
from ahlaf.reading.relations.arabic import arabic_relations
from ahlaf.reading.relations.discourse import Discourse
from ahlaf.reading.relations.found import Find
from ahlaf.reading.relations.groups import enumerations
from ahlaf.reading.relations.lexicon import Kind, Role
from ahlaf.reading.relations.realis import Modality, by_cue, modality
from ahlaf.reading.relations.scene import Scene, stage

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer


def find_relations(
    document: Document, mentions: Sequence[Mention], statements: Sequence[Statement], gazetteer: Gazetteer | None
) -> tuple[Relation, ...]:
    """Return what the actors of a text do, say or would do to one another, in the order of the text.

    Each relation comes from a construction (docs/theory/reading-relations.md), never from two names being near each
    other. `mentions` and `statements` are those found in the same document.
    """
    if document.lang == "ar":
        return arabic_relations(document, _scenes(document, mentions, statements), gazetteer)
    found: list[Relation] = []
    discourse = Discourse()
    for scene in _scenes(document, mentions, statements):
        chosen = english_scene.lay_out(scene)
        english_scene.fill_in(scene, discourse)
        for find in english.finds(scene, chosen, discourse):
            found += _relations(scene, find)
        discourse.close(scene, [actors for _, actors in enumerations(scene)])
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


def _relations(scene: Scene, find: Find) -> Iterator[Relation]:
    i = find.first
    entry = find.entry
    assert entry.type is not None
    is_noun = entry.kind is Kind.NOUN
    mode = modality(scene, i, is_cue=scene.cue[i] is not None, noun=is_noun)
    if find.realis is not None and mode.realis is not Realis.CONDITIONAL and not by_cue(scene, i):
        mode = Modality(find.realis)
    if entry.role is Role.DEMAND or (entry.role is Role.STATE and mode.realis is not Realis.DENIED):
        mode = Modality(Realis.ACTUAL)
    if entry.role is Role.REFUSE:
        if mode.realis is not Realis.DENIED:
            return
        mode = Modality(Realis.ACTUAL)
    root = plover()[entry.type]
    trigger = Span(scene.tokens[find.first].span.start, scene.tokens[find.last].span.end)
    claimed = scene.inner[i].speaker_actor if scene.inner[i] else None  # type: ignore[union-attr]
    for source in find.arguments.sources:
        for target in find.arguments.targets:
            if source != target and not source.startswith("@") and not target.startswith("@"):
                yield Relation(
                    source, target, entry.type, mode.realis, trigger, claimed, scene.sentence.span, entry.cameo,
                    root.quad, mode.condition, rule=f"{entry.lemma}: {find.arguments.rule}",
                )  # fmt: skip
