"""To whom an Arabic trigger is done: the phrase that is marked as the lexicon wants it."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_subjects import clause_between
from ahlaf.reading.relations.arabic_triggers import is_verb
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import Discourse, other_than, real
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, words
from ahlaf.reading.relations.scene import Phrase, Scene

_SUBJECT_REACH = 8
_REACH = 22  # words after a trigger among which its other party is looked for


def target(
    scene: Scene,
    chosen: list[Reading | None],
    i: int,
    after: int,
    entry: Entry,
    discourse: Discourse,
    sources: tuple[str, ...],
) -> tuple[str, ...]:
    """The other party: the first phrase after the trigger marked as the entry wants it, with those joined to it."""
    cue = scene.cue[i]
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after or phrase.first <= i:
            continue
        if cue is not None and entry.type is RelationType.REQUEST and scene.inner[phrase.start] is cue:
            break  # what is called for is not who is called on
        if phrase.first - after > _REACH or other_clause(scene, chosen, after, phrase.first):
            break
        direct = "obj" in entry.targets and not phrase.prep and (phrase.noun < 0 or phrase.noun > i)
        marked = phrase.prep in entry.targets and not _claimed(scene, chosen, i, phrase)
        if direct or marked:
            actors, _ = chain(scene, k)
            actors = tuple(a for a in actors if a not in sources)
            if actors and actors[0] in ("@group", "@these", "@dual"):
                return ()  # who is meant is not said: nobody further on is
            if "@other" in actors and not sources:
                return ()  # a pronoun means whoever is not the doer: of no use where the doer is not known either
            if "@other" in actors:
                return other_than(scene, phrase.start, sources, discourse)
            if actors:
                return actors
    return ()


def other_clause(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    """Whether another clause begins between two tokens; a statement's cue counts only after «و»."""
    return any(
        scene.breaks[j]
        or (is_verb(scene, chosen, j) and (scene.cue[j] is None or scene.tokens[j].normal.startswith("و")))
        for j in range(left + 1, right)
    )


def _claimed(scene: Scene, chosen: list[Reading | None], i: int, phrase: Phrase) -> bool:
    """Whether a trigger between `i` and the phrase takes the same preposition and stands nearer."""
    for j in range(i + 1, phrase.first):
        reading = chosen[j]
        if reading is not None and any(phrase.prep in e.targets for e in reading.entries):
            return True
    return False


def concerned(scene: Scene, chosen: list[Reading | None], after: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whose thing an attitude is about («انتقدت الاتفاق مع إيران»): the first other actor in the object."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after or phrase.prep in words("ar")["beside"]:
            continue
        if phrase.first - after > _SUBJECT_REACH or clause_between(scene, chosen, after, phrase.first):
            return ()
        others = tuple(a for a in chain(scene, k)[0] if a not in sources and not a.startswith("@"))
        if others:
            return others
    return ()


def interlocutor(scene: Scene, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a speaker means by "together" without naming: the one spoken to."""
    statement = scene.inner[i]
    if statement is None or not statement.addressee_actor or statement.speaker_actor not in sources:
        return ()
    return (statement.addressee_actor,)


def between(scene: Scene, chosen: list[Reading | None], after: int) -> tuple[str, ...]:
    """The parties of «بين X وY» after a noun, even where a clause stands between the two."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= after:
            continue
        if phrase.prep != "بين":
            if phrase.first - after > _SUBJECT_REACH:
                return ()
            continue
        if phrase.first - after > _SUBJECT_REACH or clause_between(scene, chosen, after, phrase.first):
            return ()
        actors, last = chain(scene, k)
        if len(actors) > 1:
            return actors
        for other in scene.phrases[last + 1 :]:
            if (other.linked or other.prep == "بين") and not set(other.actors) & set(actors):
                return (*actors, *real(other))
        return ()
    return ()
