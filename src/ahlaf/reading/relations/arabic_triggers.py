"""Which Arabic words can act: the reading of a word as verb, noun or neither, by the word before it."""

from __future__ import annotations

from functools import lru_cache

from ahlaf.reading.relations.arabic_words import Reading, proclitics, readings
from ahlaf.reading.relations.lexicon import words
from ahlaf.reading.relations.scene import Scene


def choose(scene: Scene, i: int) -> Reading | None:
    """Choose between a word's readings as verb and as noun by the word before it."""
    token = scene.tokens[i]
    if scene.named[i] is not None or not token.is_word:
        return None
    verbs, nouns = _possible(token.normal, token.text.endswith("ة"))
    if not verbs:
        return nouns[0] if nouns else None
    if not nouns and (token.normal not in {e.lemma for e in verbs[0].entries} or _verb_place(scene, i, verbs[0])):
        return verbs[0]
    if not nouns:
        return None
    before = scene.tokens[i - 1].normal if i else ""
    if nouns[0].pronoun and before not in words("ar")["relative"]:
        return nouns[0]  # «ودعمه لـ»: a noun with its owner far more often than a verb with its object
    return verbs[0] if _verb_place(scene, i, verbs[0]) else nouns[0]


@lru_cache(maxsize=1 << 16)
def _possible(word: str, feminine: bool) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """The word's readings as verbs and as nouns; one written with «ة» ends in no pronoun, a particle in nothing."""
    known = words("ar")
    rest = proclitics(word)[3]
    if rest in known["relay"] or any(rest in known[c] for c in ("preposition", "relative", "complementizer")):
        return (), ()
    found = [r for r in readings(word) if not (feminine and r.pronoun == "ه")]
    return tuple(r for r in found if r.verb), tuple(r for r in found if not r.verb)


def _verb_place(scene: Scene, i: int, reading: Reading) -> bool:
    """Whether a verb rather than a noun stands at `i`: at a clause's start, or right after a definite noun."""
    known = words("ar")
    if i == 0:
        return True
    before = scene.tokens[i - 1]
    if not before.is_word:
        # A dash with a space after it ends a dateline («موسكو - التقى»).
        spaced = before.span.end < scene.tokens[i].span.start
        return before.text in ".،,؛:" or reading.conjunction or (spaced and before.text in "-–—")
    if before.normal in known["preposition"] or before.normal in known["demonstrative"]:
        return False
    particles = ("verb_particle", "complementizer", "relative", "conjunction")
    bare = before.normal[1:] if before.normal[0] in "وف" and before.normal not in known["whole"] else before.normal
    if any(w in known[c] for c in particles for w in (before.normal, bare)):
        return True
    return (
        reading.conjunction
        or scene.named[i - 1] is not None
        or (before.normal.startswith("ال") and reading.entries[0].lemma != before.normal)
    )


def is_verb(scene: Scene, chosen: list[Reading | None], i: int) -> bool:
    """Whether a verb stands at `i`: one of the lexicon, a statement's cue, or a word with an imperfect's shape."""
    reading = chosen[i]
    if reading is not None:
        return reading.verb
    if scene.named[i] is not None or not scene.tokens[i].is_word:
        return False
    if scene.cue[i] is not None:
        return True
    word = scene.tokens[i].normal
    whole = words("ar")["whole"]
    if word in whole or len(word) < 4:
        return False
    rest = word[1:] if word[0] in "وف" else word
    if rest.startswith(("سي", "ست")) and len(rest) > 4:
        return True
    return rest[0] == "ي" and rest not in words("ar")["ya_noun"]
