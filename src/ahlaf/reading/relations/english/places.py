"""Where the other party of an English trigger stands: its object, a phrase that a preposition marks, a pair."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.english.discourse import other_than
from ahlaf.reading.relations.english.lexicon import Entry, words
from ahlaf.reading.relations.english.parties import chain
from ahlaf.reading.relations.english.triggers import Sight
from ahlaf.reading.relations.english.verb_groups import is_infinitive
from ahlaf.reading.relations.scene import Phrase

_SAID = frozenset({RelationType.ACCUSE, RelationType.SUPPORT, RelationType.REJECT})
_REACH = 14  # words after a trigger among which its other party is looked for


def target(sight: Sight, i: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first party after the verb marked as the entry wants it, with those joined to it."""
    scene = sight.scene
    if "that" in entry.targets:  # "demanded that B withdraw"
        i += next((n for n in (1, 2) if i + n < len(scene.tokens) and scene.forms[i + n] == "that"), 0)
    if "obj" in entry.targets and i + 1 < len(scene.tokens) and scene.forms[i + 1] in words()["him"]:
        return other_than(scene, i, sources, sight.discourse)
    if scene.forms[i + 1 : i + 2] and scene.forms[i + 1] in words()["self"]:
        return ()
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or clause_between(sight, i, phrase.first):
            return ()
        direct = "obj" in entry.targets and not phrase.prep and not _other_object(sight, i, phrase)
        if (direct and infinitive_between(sight, i, phrase.first)) or gerund_between(sight, i, phrase.first):
            return ()
        if direct or phrase.prep in entry.targets or _owns_object(sight, i, phrase, entry):
            actors = tuple(a for a in chain(scene, k)[0] if a not in sources and not a.startswith("@"))
            if actors:
                return actors
    return ()


def _other_object(sight: Sight, i: int, phrase: Phrase) -> bool:
    """Whether another noun phrase stands where the object of the verb at `i` does: "met the deadline, and B"."""
    forms = sight.scene.forms
    known = words()
    opened = (
        j for j in range(i + 1, phrase.first) if forms[j] in known["determiner"] or forms[j] in known["possessive"]
    )
    return any(forms[j - 1] not in known["preposition"] for j in opened)


def _owns_object(sight: Sight, i: int, phrase: Phrase, entry: Entry) -> bool:
    """Whether what is said of the object is said of the phrase: "condemned the attack by B", "praised the aim of B"."""
    if entry.type not in _SAID or "obj" not in entry.targets or phrase.prep not in ("of", "by"):
        return False
    nouns = [r for j in range(i + 1, phrase.first) if (r := sight.chosen[j]) is not None and not r.verb]
    return phrase.prep == "by" or not any(noun.idafa == "object" for reading in nouns for noun in reading.entries)


def any_party(sight: Sight, i: int) -> tuple[str, ...]:
    """Return the first party after word `i` in its clause, however it is marked."""
    for k, phrase in enumerate(sight.scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or clause_between(sight, i, phrase.first):
            return ()
        actors = tuple(a for a in chain(sight.scene, k)[0] if not a.startswith("@"))
        return () if phrase.prep in ("in", "at") else actors
    return ()


def marked(sight: Sight, i: int, prepositions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first party after word `i` in its clause that one of `prepositions` governs."""
    for k, phrase in enumerate(sight.scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _REACH or clause_between(sight, i, phrase.first):
            return ()
        if phrase.prep in prepositions:
            return tuple(a for a in chain(sight.scene, k)[0] if not a.startswith("@"))
    return ()


def infinitive_between(sight: Sight, left: int, right: int) -> bool:
    """Whether a verb with "to" stands between: what follows is its object («backed the efforts to defeat B»)."""
    return any(sight.is_verb(j) and is_infinitive(sight.scene.forms, j) for j in range(left + 2, right))


def gerund_between(sight: Sight, left: int, right: int) -> bool:
    """Whether a preposition and an -ing form stand between: "a commitment to combating the threat of B"."""
    forms = sight.scene.forms
    return any(sight.is_verb(j, "ing") and forms[j - 1] in words()["preposition"] for j in range(left + 2, right))


def clause_between(sight: Sight, left: int, right: int) -> bool:
    """Whether another clause begins between two words; a participle right after a noun begins none."""
    participle = left + 1 if not sight.is_verb(left) and sight.is_verb(left + 1, "past") else left
    ends = words()["end"]
    forms = sight.scene.forms
    return any(
        sight.scene.breaks[j] or forms[j] in ends or sight.is_verb(j, "past", "s") for j in range(participle + 1, right)
    )
