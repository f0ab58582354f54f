"""Where an Arabic verb of saying has its subject before it: subject–verb order and relative clauses."""

from __future__ import annotations

from ahlaf.reading.statements.arabic_phrases import (
    clitic_b,
    is_definite,
    is_word_class,
    noun_phrase,
    skip_adverbials,
)
from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_STOPS = frozenset(",،.;؛:!?؟…-–—")
_REACH_BACK = 18
_AS_FOR = frozenset({"اما", "واما"})
_THEN = "فقد"
_DATELINE_REACH = 12


def antecedent(flow: Flow, relative: int, forms: dict[int, Form]) -> Phrase | None:
    """Return the noun phrase that ends right before the relative pronoun at token `relative`.

    Of the phrases that end there, one that begins with a coordinated name («وموسكو التي») or with a title
    («لوزير الخارجية الذي») is preferred to a longer one.
    """
    floor = max(flow.sentence_start(relative), relative - _REACH_BACK)
    titles = function_words("ar")["title"]
    found: Phrase | None = None
    titled: Phrase | None = None
    alone: Phrase | None = None
    for start in range(floor, relative):
        word = flow.words[start]
        if start in forms or word in _STOPS or word in function_words("ar")["preposition"]:
            continue
        mention = flow.mention_at(start)
        if word[0] == "و" and mention is not None and mention.span.start == flow.tokens[start].span.start + 1:
            if flow.mention_end(start) == relative:
                return Phrase(start, relative)
            continue
        if word in titles or (word[0] in "بلوف" and word[1:] in titles):
            if noun_phrase(flow, start + 1, relative, forms).end == relative:
                titled = titled or Phrase(start, relative)
        elif alone is None and _stands_alone(flow, start) and flow.mention_end(start) == relative:
            alone = Phrase(start, relative)
        elif found is None and noun_phrase(flow, start, relative, forms).end == relative:
            found = Phrase(start, relative)
    return titled or alone or found


def _stands_alone(flow: Flow, start: int) -> bool:
    """Whether a name begins at token `start` that no noun before it governs: «التقى الوفد واشنطن التي»."""
    mention = flow.mention_at(start)
    if mention is None or mention.span.start != flow.tokens[start].span.start or is_definite(flow, start):
        return False
    return start == flow.sentence_start(start) or is_definite(flow, start - 1)


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
        if word in classes["negation"]:
            return None
        if any(is_word_class(flow, start - 1, name) for name in ("auxiliary", "relative", "subordinator")):
            break
        start -= 1
    if start >= end or is_word_class(flow, start, "preposition") or clitic_b(flow, start):
        return None
    phrase = noun_phrase(flow, start, end, forms)
    if phrase.start < phrase.end < end and flow.mention_of[phrase.end - 1] >= 0:
        # «أن مسؤولا أميركيا رفيعا أكد»
        ranked = all(word in classes["rank"] for word in flow.words[phrase.end : end])
        phrase = Phrase(start, end) if ranked else phrase
    if phrase.end != end or phrase.empty or is_word_class(flow, start, "subordinator"):
        return None
    known = any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])
    return phrase if known or is_definite(flow, start) else None


def topic_before(flow: Flow, verb: int) -> Phrase | None:
    """Return the subject set before the verb by أما: «أما الحركة فقد أعلنت»، «أما موسكو فأعلنت»."""
    floor = max(flow.sentence_start(verb), verb - _REACH_BACK)
    end = verb - 1 if flow.words[verb - 1] == _THEN else verb
    if end == verb and flow.words[verb][0] != "ف":
        return None
    at = next((j for j in range(end - 1, floor - 1, -1) if flow.words[j] in _AS_FOR), None)
    if at is None:
        return None
    phrase = noun_phrase(flow, at + 1, end, {})
    return phrase if phrase.end == end and not phrase.empty else None


def arabic_topic(flow: Flow, start: int) -> Phrase | None:
    """Return the subject of the sentence that begins at token `start`: after its verb, or before it."""
    classes = function_words("ar")
    limit = flow.sentence_end(start)
    start = _after_dateline(flow, start, limit)
    i = skip_adverbials(flow, start, limit, frozenset())
    while i < limit and flow.words[i] in classes["auxiliary"]:
        i += 1
    if i >= limit:
        return None
    if flow.mention_of[i] >= 0 or flow.words[i] in classes["title"] or is_definite(flow, i):
        return noun_phrase(flow, i, limit, {})
    after = skip_adverbials(flow, i + 1, limit, frozenset())
    return noun_phrase(flow, after, limit, {})


def _after_dateline(flow: Flow, start: int, limit: int) -> int:
    """Return the token after a dateline («وكالات - الرياض:»), `start` where there is none."""
    dashed = False
    for i in range(start, min(limit, start + _DATELINE_REACH)):
        dashed = dashed or flow.words[i] in "-–—"
        if dashed and flow.words[i] == ":":
            return i + 1
    return start
