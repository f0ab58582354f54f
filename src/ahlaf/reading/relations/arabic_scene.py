"""An Arabic sentence made ready: clause breaks, readings of words, noun phrases."""

from __future__ import annotations

from functools import cache

from ahlaf.reading.relations.arabic_phrases import find_phrases
from ahlaf.reading.relations.arabic_triggers import choose
from ahlaf.reading.relations.arabic_words import Reading, readings
from ahlaf.reading.relations.groups import share_governors
from ahlaf.reading.relations.lexicon import words
from ahlaf.reading.relations.scene import Scene


def lay_out(scene: Scene) -> list[Reading | None]:
    """Fill in the scene's breaks and phrases; return the chosen reading of each token."""
    _deeds_not_names(scene)
    chosen = [choose(scene, i) for i in range(len(scene.tokens))]
    known = words("ar")
    openers = known["relative"] | known["complementizer"] | known["conjunction"]
    scene.breaks = [
        token.normal in openers
        or token.text in "؛:;.!؟?…"
        or (token.normal[0] in "وف" and token.normal[1:] in openers and token.normal not in known["whole"])
        for token in scene.tokens
    ]
    find_phrases(scene, chosen, known)
    share_governors(scene)
    return chosen


def worth_reading(scene: Scene) -> bool:
    """Whether the sentence names an actor, or has a word that takes one up: no relation stands in any other."""
    if any(scene.named):
        return True
    return any(token.normal in _taking_up() for token in scene.tokens) or any(
        statement.speaker_actor is not None for statement in scene.statements
    )


@cache
def _taking_up() -> frozenset[str]:
    known = words("ar")
    bare = frozenset().union(*(known[c] for c in ("speaker_noun", "dual", "between", "organ", "rebel", "latter", "we")))
    clitics = {"ب", "ل", "و", "ف", "ك", "وب", "ول"}
    return bare | {c + word for c in clitics for word in bare} | {"لل" + word[2:] for word in bare if word[:2] == "ال"}


def _deeds_not_names(scene: Scene) -> None:
    """Take back a mention that is a deed here: «التحالف مع» is allying oneself, «التحالف» alone a coalition."""
    for i in range(len(scene.tokens) - 1):
        mention = scene.named[i]
        if mention is None or scene.named[i + 1] is mention or (i and scene.named[i - 1] is mention):
            continue
        nouns = [e for r in readings(scene.tokens[i].normal) if not r.verb for e in r.entries]
        if any(scene.tokens[i + 1].normal in e.targets for e in nouns):
            scene.named[i] = None
