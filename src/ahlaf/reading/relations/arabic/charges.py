"""Accusations that no verb of accusing makes: a speaker talks of one other actor in words of wrong."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.language import normal
from ahlaf.model import Statement
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.word_classes import word_classes

_NEAR = 4  # words between the actor and the word of wrong


def charges(layout: Layout) -> Iterator[tuple[int, str, str]]:
    """Yield (token of the word of wrong, speaker, accused) for each statement that speaks of one other actor only."""
    scene = layout.scene
    for statement in scene.statements:
        speaker = statement.speaker_actor
        cue = normal(statement.cue.of(scene.text))
        if speaker is None or cue in word_classes()["denial_cue"]:
            continue
        inside = [j for j in range(len(scene.tokens)) if scene.inner[j] is statement]
        wrongs = [j for j in inside if scene.named[j] is None and _wrong(layout, j)]
        if not wrongs:
            continue
        others = {j: scene.named[j].actor for j in inside if scene.named[j] is not None}  # type: ignore[union-attr]
        others = {j: actor for j, actor in others.items() if actor != speaker}
        if len(set(others.values())) != 1 or not _speaks_in(statement, layout):
            continue
        near = [(abs(j - k), k) for j in others for k in wrongs if abs(j - k) <= _NEAR]
        if near:
            yield min(near)[1], speaker, next(iter(others.values()))


def _wrong(layout: Layout, j: int) -> bool:
    word = layout.words[j]
    evil = word_classes()["evil"]
    return word.rest in evil or word.rest.removeprefix("ال") in evil


def _speaks_in(statement: Statement, layout: Layout) -> bool:
    """Whether the statement's words stand in this sentence."""
    return any(inner is statement for inner in layout.scene.inner)
