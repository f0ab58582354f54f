"""Where an Arabic verb of saying has its subject before it: subject–verb order and relative clauses."""

from __future__ import annotations

from ahlaf.reading.statements.arabic_phrases import clitic_b, noun_phrase
from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_STOPS = frozenset(",،.;؛:!?؟…")
_REACH_BACK = 18


def antecedent(flow: Flow, relative: int, forms: dict[int, Form]) -> Phrase | None:
    """Return the noun phrase that ends right before the relative pronoun at token `relative`."""
    floor = max(flow.sentence_start(relative), relative - _REACH_BACK)
    for start in range(floor, relative):
        if start in forms or flow.words[start] in _STOPS or flow.words[start] in function_words("ar")["preposition"]:
            continue
        phrase = noun_phrase(flow, start, relative, forms)
        if phrase.end == relative and not phrase.empty:
            return phrase
    return None


def subject_before(flow: Flow, verb: int, forms: dict[int, Form]) -> Phrase | None:
    """Return the phrase from the beginning of the clause to the verb if it is one noun phrase: «ووزيرها يؤكد أن»."""
    classes = function_words("ar")
    end = verb
    floor = flow.sentence_start(verb)
    while end > floor and flow.words[end - 1] in classes["auxiliary"]:
        end -= 1
    start = end
    while start > max(floor, end - _REACH_BACK):
        word = flow.words[start - 1]
        if word in _STOPS or word in classes["complementiser"] or word in classes["joiner"] or start - 1 in forms:
            break
        if word in classes["auxiliary"] or word in classes["relative"]:
            break
        start -= 1
    if start >= end or flow.words[start] in classes["preposition"] or clitic_b(flow, start):
        return None
    phrase = noun_phrase(flow, start, end, forms)
    return phrase if phrase.end == end and not phrase.empty else None
