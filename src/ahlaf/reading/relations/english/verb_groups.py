"""Verb groups of English: the auxiliaries, negations and adverbs that go with a verb, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.reading.relations.english.lexicon import words

_SHORTEST_ADVERB = 4
_FUTURE = frozenset({"will", "would", "shall", "won't", "wouldn't", "'ll"})


def is_auxiliary(form: str) -> bool:
    """Whether a word in normal form helps verbs: a form of "be" or "have", or a modal."""
    known = words()
    return form in known["be"] or form in known["have"] or form in known["modal"]


def like_adverb(form: str) -> bool:
    """Whether a word in normal form is an adverb by its list or its ending."""
    return form in words()["adverb"] or (form.endswith("ly") and len(form) > _SHORTEST_ADVERB)


def group_start(forms: Sequence[str], i: int) -> int:
    """Return the first word of the verb group that ends with the verb at word `i`."""
    start = i
    while start and (is_auxiliary(forms[start - 1]) or like_adverb(forms[start - 1]) or forms[start - 1] == "·"):
        start -= 1
    return start


def is_infinitive(forms: Sequence[str], i: int) -> bool:
    """Whether "to" opens the group of the verb at `i`, and nothing helps it."""
    start = group_start(forms, i)
    return start > 0 and forms[start - 1] == "to"


def negated(group: Sequence[str]) -> bool:
    """Whether the words of a verb group, without its last verb, say no."""
    return any(word in words()["not"] or word.endswith("n't") for word in group)


def announced(group: Sequence[str]) -> bool:
    """Whether the words of a verb group say that it is yet to come."""
    return any(word in _FUTURE for word in group)
