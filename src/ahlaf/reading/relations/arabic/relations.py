"""From the scenes of an Arabic text to its relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ahlaf.codebook import plover
from ahlaf.language import Document
from ahlaf.model import Relation, Span
from ahlaf.reading.relations.arabic.engine import ArabicReader
from ahlaf.reading.relations.arabic.found import Found
from ahlaf.reading.relations.arabic.memory import Memory
from ahlaf.reading.relations.arabic.subject_matter import sporting
from ahlaf.reading.relations.scene import Scene, speaker_at

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer


def arabic_relations(document: Document, scenes: Iterable[Scene], gazetteer: Gazetteer | None) -> Iterator[Relation]:
    """Yield what the actors of an Arabic text do, say or would do to one another.

    Every trigger of a sentence weighs all the parties that could be its two ends
    (docs/theory/reading-relations.md); a relation is read where both ends are good enough.
    """
    if sporting(document):
        return
    reader = ArabicReader(Memory(gazetteer))
    for scene in scenes:
        for hit in reader.read(scene):
            yield from _relations(scene, hit)


def _relations(scene: Scene, hit: Found) -> Iterator[Relation]:
    family, mode = hit.family, hit.mode
    root = plover()[family.type]
    claimed = speaker_at(scene, hit.first)
    trigger = Span(scene.tokens[hit.first].span.start, scene.tokens[hit.last].span.end)
    for source, target in hit.pairs:
        yield Relation(
            source, target, family.type, mode.realis, trigger, claimed, scene.sentence.span, family.cameo,
            root.quad, mode.condition, rule=f"{family.name}: {hit.why}",
        )  # fmt: skip
