"""The triggers of an English sentence: which of its words carry a relation, and which relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ahlaf.reading.relations.english.discourse import Discourse
from ahlaf.reading.relations.english.lexicon import Entry, Role, words
from ahlaf.reading.relations.english.objects import meaning
from ahlaf.reading.relations.english.verb_groups import is_auxiliary, like_adverb
from ahlaf.reading.relations.english.words import Reading, VerbEntry
from ahlaf.reading.relations.scene import Scene

_NEEDS_BEFORE = 3
# Words that end a noun phrase.
_CLOSED = ("preposition", "pronoun", "break", "conjunction", "determiner", "possessive", "day", "and", "condition")
_OBJECT_REACH = 6  # words between a verb and the noun that only says what it does ("signed an agreement")


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence with the chosen reading of each word, and what the text said before."""

    scene: Scene
    chosen: list[Reading | None]
    discourse: Discourse

    def is_verb(self, j: int, *forms: str) -> bool:
        """Whether word `j` is read as a verb, in one of `forms` if any are named."""
        reading = self.chosen[j] if j < len(self.chosen) else None
        return reading is not None and reading.verb and (not forms or not reading.forms.isdisjoint(forms))


def pick(sight: Sight, i: int) -> Entry | None:
    """Return the entry that word `i` has here, None where it carries no relation."""
    reading = sight.chosen[i]
    if reading is None:
        return None
    forms = sight.scene.forms
    if reading.verb:
        meant = meaning(forms, sight.chosen, i) or None
        if meant is None or (meant.type is None and relative_object(sight, i) >= 0):
            meant = _of_antecedent(sight, i, reading) or meant
        return meant if meant and meant.type is not None and meant.role is not Role.IDLE else None
    if _only_object(sight, i) or modifies(forms, [t.text for t in sight.scene.tokens[i : i + 2]], sight.chosen, i):
        return None
    near = forms[max(0, i - _NEEDS_BEFORE) : i]
    for entry in sorted(reading.entries, key=lambda e: not e.needs):
        if not entry.needs or any(form.startswith(entry.needs) for form in near):
            return entry
    return None


def modifies(forms: Sequence[str], texts: Sequence[str], chosen: Sequence[Reading | None], i: int) -> bool:
    """Whether the noun at `i` only modifies the next: "aid workers", "defence ministers". `texts` are the two."""
    if len(texts) < 2 or not texts[1].isalpha() or texts[1][0].isupper() or chosen[i + 1] is not None:
        return False
    known = words()
    following = forms[i + 1]
    return not (like_adverb(following) or is_auxiliary(following) or any(following in known[kind] for kind in _CLOSED))


def relative_object(sight: Sight, i: int) -> int:
    """Return the noun that the verb at `i` acts upon in a relative clause ("the strikes that B launched"), else −1."""
    for j in range(i - 1, max(-1, i - _OBJECT_REACH), -1):
        if sight.scene.forms[j] in ("that", "which"):
            return j - 1
        if sight.scene.breaks[j]:
            return -1
    return -1


def _of_antecedent(sight: Sight, i: int, reading: Reading) -> VerbEntry | None:
    noun = relative_object(sight, i)
    if noun < 0:
        return None
    form = sight.scene.forms[noun]
    return next((entry for entry in reading.bare if form in entry.objects), None)


def _only_object(sight: Sight, i: int) -> bool:
    """Whether the noun at `i` only tells what a verb does that carries a relation itself."""
    form = sight.scene.forms[i]
    for j in range(i - 1, max(-1, i - _OBJECT_REACH), -1):
        if sight.scene.breaks[j] or sight.scene.forms[j] in words()["preposition"]:
            return False
        if sight.is_verb(j):
            meant = meaning(sight.scene.forms, sight.chosen, j)
            return meant is not None and meant.type is not None and form in meant.objects
    for j in range(i + 1, min(i + _OBJECT_REACH, len(sight.chosen))):
        if sight.is_verb(j):  # "the strikes that B launched"
            if relative_object(sight, j) != i:
                return False
            meant = _of_antecedent(sight, j, sight.chosen[j])  # type: ignore[arg-type]
            return meant is not None
    return False
