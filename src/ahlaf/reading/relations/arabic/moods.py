"""Words that make the deed which depends on them less than done, from `relation_moods_ar.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import normal
from ahlaf.model import Realis, RelationType, Statement
from ahlaf.reading.relations.arabic import inflect
from ahlaf.reading.relations.arabic.families import Kind
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.word_classes import word_classes

THAT = frozenset({"ان", "بان"})
_OBJECT = "obj"
_CIRCUMSTANCE_REACH = 3
_CONTENT_REACH = 6  # words of a content within which its cue still governs
_REACH = 22  # words between the governing word and what depends on it
_OBJECT_REACH = 3  # words between a noun or verb and its object, where no preposition shows that it is one
_PLAIN = frozenset("،,")


@dataclass(frozen=True, slots=True)
class Mood:
    """One row: what a deed becomes that depends on the word through one of these prepositions."""

    realis: Realis
    through: frozenset[str]
    spares: frozenset[RelationType]


@cache
def mood_words() -> dict[str, tuple[Mood, ...]]:
    """Every form of a governing word with the moods that it gives."""
    table: dict[str, tuple[Mood, ...]] = {}
    for row in package_table("ahlaf.reading", "data/relation_moods_ar.csv", ("realis", "verb", "nouns", "through")):
        through = frozenset(normal(part) for part in row["through"].split("|"))
        spares = frozenset(RelationType(name) for name in row["spares"].split("|") if name)
        mood = Mood(Realis(row["realis"]), through, spares)
        for form in _forms(row["verb"], row["nouns"], row["adjectives"]):
            if mood not in table.get(form, ()):
                table[form] = (*table.get(form, ()), mood)
    return table


def _forms(verbs: str, nouns: str, adjectives: str) -> Iterable[str]:
    found: set[str] = set()
    for pair in filter(None, verbs.split("|")):
        perfect, imperfect = (normal(part) for part in pair.split("/"))
        if perfect:
            found.update(form for form, _ in inflect.perfect_forms(perfect))
        for form, _ in inflect.imperfect_forms(imperfect):
            found.update((form, "س" + form))
    for noun in map(normal, filter(None, nouns.split("|"))):
        found.update(inflect.noun_forms(noun))
        found.update(form + suffix for form in inflect.bound_forms(noun) for suffix in inflect.PRONOUNS)
    for adjective in map(normal, filter(None, adjectives.split("|"))):
        found.update(inflect.adjective_forms(adjective))
    return found


def moods_over(layout: Layout, i: int, kind: RelationType | None) -> frozenset[Realis]:
    """Return what the words make of the deed at token `i` on which it depends, whatever stands between."""
    scene, words = layout.scene, layout.words
    use = layout.uses[i]
    if use is not None and use.kind is Kind.VERB and not (i and words[i - 1].rest in THAT):
        return frozenset()
    found: set[Realis] = set()
    through, subject = set(words[i].preposition), -1
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        word = words[j]
        if scene.inner[j] is not scene.inner[i]:
            found |= _of_the_cue(scene.inner[i], layout, through, i - j, kind)
            break
        if circumstantial(layout, j, i):
            break
        if word.rest in THAT:
            through = {"ان"}
            continue
        if scene.named[j] is None:
            found |= _given(layout, j, through, i - max(j, subject), kind)
        else:
            subject = max(j, subject)  # the object may stand behind a long subject: «رفض وزير خارجية س أمس التحالف»
        if not _passable(layout, j):
            break
        if "preposition" in word.classes:
            through.add(word.rest)
        elif scene.named[j] is not None:
            through |= set(scene.proclitic[j]) & set("بل")
        elif word.preposition:
            through.add(word.preposition)
    return frozenset(found)


def circumstantial(layout: Layout, j: int, i: int) -> bool:
    """Whether token `j` makes the deed a circumstance of what the verb tells («خلال لقاء», «بعد التوصل لاتفاق»)."""
    return i - j <= _CIRCUMSTANCE_REACH and layout.words[j].rest in word_classes()["circumstance"]


def _of_the_cue(
    said: Statement | None, layout: Layout, through: set[str], distance: int, kind: RelationType | None
) -> set[Realis]:
    """What the word of saying makes of a deed at the beginning of what is said («هدد بقصف», «توقع إبرام»)."""
    if said is None or distance > _CONTENT_REACH:
        return set()
    cue = normal(said.cue.of(layout.scene.text))
    return {mood.realis for mood in _moods(cue) if kind not in mood.spares and _depends(mood, through, distance)}


def _given(layout: Layout, j: int, through: set[str], distance: int, kind: RelationType | None) -> set[Realis]:
    """The moods that the word at token `j` gives; where it is negated the deed is denied, or no longer so."""
    word = layout.words[j]
    given = {
        mood.realis
        for mood in _moods(word.rest, layout.scene.tokens[j].normal)
        if kind not in mood.spares and _depends(mood, through, distance)
    }
    if not given or not j or layout.words[j - 1].rest not in word_classes()["unable"]:
        return given
    unlikely = j > 1 and layout.words[j - 2].rest == "من"  # «من غير المرجح أن»
    return {Realis.HYPOTHETICAL if unlikely or Realis.DENIED in given else Realis.DENIED}


def _moods(*forms: str) -> tuple[Mood, ...]:
    table = mood_words()
    for form in forms:
        for stem in (form, form.removeprefix("ال"), form[1:] if form[:1] in "وفبل" and len(form) > 4 else form):
            if stem in table:
                return table[stem]
    return ()


def _depends(mood: Mood, through: set[str], distance: int) -> bool:
    if mood.through & through:
        return True
    return _OBJECT in mood.through and not through and distance <= _OBJECT_REACH


def _passable(layout: Layout, j: int) -> bool:
    """Whether a governing word may stand before token `j`."""
    scene, word = layout.scene, layout.words[j]
    if scene.tokens[j].text in _PLAIN:
        following = layout.words[j + 1] if j + 1 < len(layout.words) else None
        if following is None:
            return False
        return bool(following.classes & {"preposition", "enumerator"}) or following.preposition == "ل"
    if scene.breaks[j]:
        return False
    return not layout.verbs[j] or "enumerator" in word.classes or bool(j and layout.words[j - 1].rest in THAT)
