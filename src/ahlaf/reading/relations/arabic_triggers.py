"""Which Arabic words can act: the reading of a word as verb, noun or neither, by the word before it."""

from __future__ import annotations

from functools import lru_cache

from ahlaf.reading.relations.arabic_words import Reading, function_words, proclitics, readings
from ahlaf.reading.relations.lexicon import words
from ahlaf.reading.relations.scene import Scene


def choose(scene: Scene, i: int) -> Reading | None:
    """Choose between a word's readings as verb and as noun by the word before it."""
    token = scene.tokens[i]
    if scene.named[i] is not None or not token.is_word:
        return None
    before = scene.tokens[i - 1].normal if i else ""
    if i and token.normal.startswith("ال") and proclitics(before)[3] in words("ar")["ministry"]:
        return None  # «وزير الدفاع» defends nobody
    verbs, nouns = _possible(token.normal, token.text.endswith("ة"))
    if len(nouns) > 1 and nouns[0].article and nouns[0].preposition == "" and _definite(scene, i - 1):
        nouns = nouns[1:]  # «الفصائل المعارضة للنظام» are against it
    if not verbs:
        return nouns[0] if nouns else None
    if not nouns and (token.normal not in {e.lemma for e in verbs[0].entries} or _verb_place(scene, i, verbs[0])):
        return verbs[0]
    if not nouns:
        return None
    if nouns[0].accusative and not scene.tokens[i - 1].normal.endswith(("ان", "تان")):
        return nouns[0]  # «دعما»: support far more often than two who supported
    if nouns[0].pronoun == "نا" and verbs[0].first_person and before not in words("ar")["preposition"]:
        return verbs[0]  # «بحثنا» is more often what we did than what is ours
    if nouns[0].pronoun and before not in words("ar")["relative"]:
        return nouns[0]  # «ودعمه لـ»: a noun with its owner far more often than a verb with its object
    if scene.tokens[i - 1].text[0].isdigit() and i:
        return nouns[0]
    if (
        verbs[0].conjunction
        and i
        and scene.tokens[i - 1].is_word
        and token.normal[1:] in {e.lemma for e in verbs[0].entries}
    ):
        return nouns[0]  # «برنامج جديد ودعم الميزانية»: within a sentence it goes on with nouns
    if not verbs[0].conjunction and scene.named[i - 1] is not None and _told_already(scene, i):
        return nouns[0]  # «أكد الوزير الإماراتي تضامن بلاده»: the clause has its verb
    return verbs[0] if _verb_place(scene, i, verbs[0]) else nouns[0]


def _definite(scene: Scene, i: int) -> bool:
    """Whether a noun with the article, or a name, stands at token `i`, so that an adjective may follow."""
    if i < 0:
        return False
    return scene.named[i] is not None or proclitics(scene.tokens[i].normal)[2]


def _told_already(scene: Scene, i: int) -> bool:
    """Whether a cue stands in the clause before token `i`, with no complementizer between."""
    for j in range(i - 1, -1, -1):
        if scene.cue[j] is not None:
            return True
        if scene.tokens[j].normal in words("ar")["complementizer"] or scene.tokens[j].text in ".:؛":
            return False
    return False


_GOD = "الله"
_NO_TRIGGERS = ("preposition", "relative", "complementizer", "between", "resumptive", "dual", "adverb")


@lru_cache(maxsize=1 << 16)
def _possible(word: str, feminine: bool) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """The word's readings as verbs and as nouns; one written with «ة» ends in no pronoun, a particle in nothing."""
    known = words("ar")
    rest = proclitics(word)[3]
    if rest in known["relay"] or any(rest in known[c] for c in _NO_TRIGGERS):
        return (), ()
    found = [r for r in readings(word) if not (feminine and r.pronoun == "ه")]
    named = rest in known["role"] or rest in known["title"]  # «ملك» is a king
    named = named or word in known["noun_only"] or rest in known["noun_only"]
    return () if named else tuple(r for r in found if r.verb), tuple(r for r in found if not r.verb)


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


def _verb_must_follow(scene: Scene, i: int) -> bool:
    """Whether the word before leaves room for a verb only: «التي», «لم», «سوف»."""
    known = words("ar")
    word = scene.tokens[i].normal
    rest = proclitics(word)[3]
    if rest in known["preposition"] or word in function_words() or word.startswith("ال"):
        return False
    before = scene.tokens[i - 1].normal
    before = before[1:] if before[0] in "وف" and before not in known["whole"] else before
    if before in known["relative"] and before.startswith("ال"):
        return word[0] not in "بلك"
    return before in known["verb_opener"]


def is_verb(scene: Scene, chosen: list[Reading | None], i: int) -> bool:
    """Whether a verb stands at `i`: one of the lexicon, a statement's cue, or a word with an imperfect's shape."""
    reading = chosen[i]
    if reading is not None and reading.verb and i + 1 < len(scene.tokens) and scene.tokens[i + 1].normal == _GOD:
        return False  # «حفظه الله» is a blessing
    if reading is not None:
        return reading.verb
    if scene.named[i] is not None or not scene.tokens[i].is_word:
        return False
    if i + 1 < len(scene.tokens) and scene.tokens[i + 1].normal == _GOD:
        return False
    if scene.cue[i] is not None:
        return True
    if i and _verb_must_follow(scene, i):
        return True
    word = scene.tokens[i].normal
    whole = words("ar")["whole"]
    if word in whole or len(word) < 4:
        return False
    rest = word[1:] if word[0] in "وف" else word
    if rest.startswith(("سي", "ست")) and len(rest) > 4:
        return True
    return rest[0] == "ي" and rest not in words("ar")["ya_noun"]
