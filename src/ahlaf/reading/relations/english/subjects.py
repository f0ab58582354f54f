"""Who does what an English verb says: its subject, whoever controls it, whoever is blamed for it."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.english.control import Governor
from ahlaf.reading.relations.english.discourse import carried_subject, real
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.relations.english.modality import called_for
from ahlaf.reading.relations.english.parties import chain_ending
from ahlaf.reading.relations.english.places import marked, target
from ahlaf.reading.relations.english.triggers import Sight, pick
from ahlaf.reading.relations.scene import Phrase, ends_dateline

_REACH = 16
_BLAMED_REACH = 5  # words between "for" and the deed that somebody is blamed for


def subject(sight: Sight, i: int, governed: Governor | None = None) -> tuple[str, ...]:
    """Return who does what word `i` says: the nearest phrase before it that no preposition governs."""
    scene = sight.scene
    statement = scene.inner[i]
    if statement and statement.addressee_actor and called_for(scene, i):
        return (statement.addressee_actor,)
    if governed is not None and governed.controls:
        controlled = target(sight, governed.at, governed.entry, ())
        if controlled:
            return controlled
    if governed is not None and not governed.controls:
        return subject(sight, governed.at)
    if i > 1 and scene.forms[i - 1] == "and":
        # "praised Syria and thanked Iran": the second verb shares the first one's subject.
        earlier = next((j for j in range(i - 2, -1, -1) if sight.is_verb(j)), None)
        if earlier is not None:
            return subject(sight, earlier)
    blamed = blamed_for(sight, i)
    if blamed:
        return blamed
    relative = i and any(form in ("which", "who", "that") for form in scene.forms[max(0, i - 3) : i])
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last >= i or i - phrase.last > _REACH or scene.inner[phrase.start] is not statement:
            continue
        free = not phrase.prep or bool(relative) or of_crew(sight, phrase)
        if free and phrase.noun < 0 and real(phrase) and not ends_dateline(scene, phrase.last):
            return chain_ending(scene, k)
    if statement is not None and statement.speaker_actor and not relative:
        return (statement.speaker_actor,)
    if relative:
        return ()
    return carried_subject(scene, i, sight.discourse, beyond_sentence=False) or _after_participle(sight, i)


def of_crew(sight: Sight, phrase: Phrase) -> bool:
    """Whether the phrase only says whose the people before it are: "troops from B", "forces loyal to B"."""
    first = phrase.first
    while first > 0 and sight.scene.forms[first] != phrase.prep:
        first -= 1
    known = words()["crew"]
    return phrase.prep in ("of", "from", "to") and any(
        form in known for form in sight.scene.forms[max(0, first - 2) : first]
    )


def _after_participle(sight: Sight, i: int) -> tuple[str, ...]:
    """The subject of the main clause, where a participle opens the sentence: "Having met B, A said"."""
    scene = sight.scene
    if not sight.is_verb(i, "ing", "past") or any(sight.is_verb(j, "s") for j in range(i)):
        return ()
    comma = next((j for j in range(i, len(scene.tokens)) if scene.forms[j] == ","), -1)
    for phrase in scene.phrases:
        if comma >= 0 and phrase.first > comma and not phrase.prep and real(phrase):
            return real(phrase)
    return ()


def blamed_for(sight: Sight, i: int) -> tuple[str, ...]:
    """Return who is blamed for the deed at `i`: "criticised B for arming C", "accused B of its support for C"."""
    if not any(form in words()["blamed_for"] for form in sight.scene.forms[max(0, i - _BLAMED_REACH) : i]):
        return ()
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if sight.scene.breaks[j]:
            return ()
        entry = pick(sight, j) if sight.is_verb(j) else None
        if entry is not None and entry.type is RelationType.ACCUSE:
            if is_passive(sight, j) and marked(sight, j, ("by",)):
                return subject(sight, j)
            return target(sight, j, entry, ())
    return ()


def is_passive(sight: Sight, i: int) -> bool:
    """Whether a form of "be" stands shortly before the participle at `i`."""
    forms = sight.scene.forms
    return sight.is_verb(i, "past") and any(form in words()["be"] for form in forms[max(0, i - 3) : i])
