"""From a document with mentions and statements to its relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ahlaf.codebook import plover
from ahlaf.language import Document
from ahlaf.model import ActorKind, Mention, Realis, Relation, RelationType, Span, Statement
from ahlaf.reading.relations import (
    arabic,
    arabic_phrases,
    arabic_scene,
    arabic_words,
    english,
    english_scene,
)
from ahlaf.reading.relations.discourse import Discourse
from ahlaf.reading.relations.found import Find
from ahlaf.reading.relations.groups import enumerations
from ahlaf.reading.relations.lexicon import Kind, Role
from ahlaf.reading.relations.realis import Modality, by_cue, modality
from ahlaf.reading.relations.scene import Scene, stage

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer

_REFUSAL_REACH = 9  # words before a deed among which the verb stands that refuses it


def find_relations(
    document: Document, mentions: Sequence[Mention], statements: Sequence[Statement], gazetteer: Gazetteer | None
) -> tuple[Relation, ...]:
    """Return what the actors of a text do, say or would do to one another, in the order of the text.

    Each relation comes from a construction (docs/theory/reading-relations.md), never from two names being near each
    other. `mentions` and `statements` are those found in the same document.
    """
    found: list[Relation] = []
    discourse = Discourse()
    kinds = _kinds(mentions, gazetteer)
    for scene in _scenes(document, mentions, statements):
        for find, future, refused in _finds(scene, discourse, kinds):
            found += _relations(scene, find, future=future, refused=refused)
        discourse.close(scene, [actors for _, actors in enumerations(scene)])
    unique = {(r.source, r.target, r.type, r.realis, r.trigger): r for r in found}
    return tuple(sorted(unique.values(), key=lambda r: (r.trigger, r.source, r.target, r.type)))


def _kinds(mentions: Sequence[Mention], gazetteer: Gazetteer | None) -> Mapping[str, ActorKind]:
    """Which of the mentioned actors are states, armed groups, and so on, as far as the gazetteer knows them."""
    if gazetteer is None:
        return {}
    known = gazetteer.actors
    return {m.actor: known[m.actor].kind for m in mentions if m.actor in known}


def _finds(scene: Scene, discourse: Discourse, kinds: Mapping[str, ActorKind]) -> list[tuple[Find, bool, bool]]:
    """What the rules of the text's language find: each with whether its own form is a future, and if it is refused."""
    if scene.lang == "ar":
        if not arabic_scene.worth_reading(scene):
            return []
        chosen = arabic_scene.lay_out(scene)
        arabic_phrases.fill_in(scene, discourse, kinds)
        found = arabic.finds(scene, chosen, discourse, kinds)
        return [
            (find, (reading := chosen[find.first]) is not None and reading.future, _refused(scene, chosen, find))
            for find in found
        ]
    words_chosen = english_scene.lay_out(scene)
    english_scene.fill_in(scene, discourse)
    return [(find, False, False) for find in english.finds(scene, words_chosen, discourse)]


def _refused(scene: Scene, chosen: Sequence[arabic_words.Reading | None], find: Find) -> bool:
    """Whether a verb of refusal governs the deed: «ترفض التعاون مع»."""
    if scene.cue[find.first] is not None or find.entry.kind is not Kind.NOUN:
        return False
    for j in range(find.first - 1, max(-1, find.first - _REFUSAL_REACH), -1):
        reading = chosen[j]
        if scene.breaks[j] or scene.inner[j] is not scene.inner[find.first]:
            return False
        if reading is not None and reading.verb:
            return any(entry.type is RelationType.REJECT for entry in reading.entries)
    return False


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


def _relations(scene: Scene, find: Find, *, future: bool, refused: bool) -> Iterator[Relation]:
    i = find.first
    entry = find.entry
    assert entry.type is not None
    is_noun = entry.kind is Kind.NOUN
    mode = find.mode or modality(scene, i, scene.lang, future=future, is_cue=scene.cue[i] is not None, noun=is_noun)
    if find.realis is not None and mode.realis is not Realis.CONDITIONAL and not by_cue(scene, i):
        mode = Modality(find.realis)
    if entry.role is Role.DEMAND or (entry.role is Role.STATE and mode.realis is not Realis.DENIED):
        mode = Modality(Realis.ACTUAL)
    if entry.role is Role.REFUSE:
        if mode.realis is not Realis.DENIED:
            return
        mode = Modality(Realis.ACTUAL)
    if refused and mode.realis is Realis.ACTUAL and entry.type is not RelationType.REJECT:
        mode = Modality(Realis.DENIED)
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
