"""From the scenes of an English text to its relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahlaf.codebook import plover
from ahlaf.model import Realis, Relation, Span
from ahlaf.reading.relations.english.discourse import Discourse
from ahlaf.reading.relations.english.finds import finds
from ahlaf.reading.relations.english.found import Find
from ahlaf.reading.relations.english.lexicon import Kind, Role
from ahlaf.reading.relations.english.modality import by_cue, modality
from ahlaf.reading.relations.english.parties import enumerations
from ahlaf.reading.relations.english.scene import fill_in, lay_out
from ahlaf.reading.relations.modality import Modality
from ahlaf.reading.relations.scene import Scene, speaker_at


def english_relations(scenes: Iterable[Scene]) -> Iterator[Relation]:
    """Yield what the actors of an English text do, say or would do to one another."""
    discourse = Discourse()
    for scene in scenes:
        chosen = lay_out(scene)
        fill_in(scene, discourse)
        for find in finds(scene, chosen, discourse):
            yield from _relations(scene, find)
        discourse.close(scene, [actors for _, actors in enumerations(scene)])


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
    claimed = speaker_at(scene, i)
    for source in find.arguments.sources:
        for target in find.arguments.targets:
            if source != target and not source.startswith("@") and not target.startswith("@"):
                yield Relation(
                    source, target, entry.type, mode.realis, trigger, claimed, scene.sentence.span, entry.cameo,
                    root.quad, mode.condition, rule=f"{entry.lemma}: {find.arguments.rule}",
                )  # fmt: skip
