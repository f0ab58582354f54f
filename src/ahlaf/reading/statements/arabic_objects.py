"""What was said as the bare object of an Arabic verb: «أعلنت الحكومة استقالتها»."""

from __future__ import annotations

from ahlaf.language import normal
from ahlaf.reading.statements.arabic_frames import OBJECT, Frame, complementisers
from ahlaf.reading.statements.arabic_phrases import clitic_b, is_definite, skip_adverbials
from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_SAY, _ASK = "قال", "طلب"


def bare_object(
    flow: Flow, after: int, phrase: Phrase, rest: int, limit: int, form: Form, before: Phrase | None
) -> tuple[Frame | None, bool]:
    """Read the content as a bare object, with the phrase as subject only if a noun follows it.

    `before` is the subject before the verb, if there is one.
    """
    classes = function_words("ar")
    shown = not phrase.empty and flow.words[phrase.start] in classes["document"]
    asked = form.cue.lemma == _ASK and _names_actor(flow, before or phrase)
    strict = form.cue.strict and form.cue.kind is CueKind.VERB and not (shown or asked)
    if OBJECT not in form.cue.frames or strict:
        return None, False
    if not phrase.empty and phrase.end < len(flow):
        known = _names_actor(flow, phrase)
        # «أعلنت مصادر رسمية مقتل جنديين»
        source = flow.words[phrase.start] in classes["official_head"] and flow.words[phrase.end] in classes["event"]
        plausible = shown or known or source or is_definite(flow, phrase.start)
        if plausible and rest < limit and flow.tokens[rest].is_word and _may_be_object(flow, rest):
            return _opened(flow, rest, limit), True
        if form.cue.lemma == _SAY:
            return None, False
    start = skip_adverbials(flow, after, limit, frozenset())
    if form.cue.lemma == _SAY or start >= limit or not _may_be_object(flow, start):
        return None, False
    return _opened(flow, start, limit), False


def _names_actor(flow: Flow, phrase: Phrase) -> bool:
    return any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])


def _may_be_object(flow: Flow, i: int) -> bool:
    """Whether a bare object may begin at token `i`: a noun, but no clause («فإنه») and nothing under a preposition."""
    if not flow.tokens[i].is_word:
        return flow.is_mark(i)
    word = flow.words[i]
    if word.startswith("وال") and is_definite(flow, i):
        return False
    clause = word in complementisers() or word[1:] in complementisers()
    return not clause and not clitic_b(flow, i) and word not in function_words("ar")["relative"]


def _opened(flow: Flow, start: int, limit: int) -> Frame:
    """The object from token `start`; after a noun of saying what it brings in: «جدد التأكيد على ضرورة …»."""
    if flow.words[start] in function_words("ar")["saying_noun"] and start + 2 < limit:
        following = flow.words[start + 1]
        if following in _BRINGING_IN:
            return Frame(OBJECT, start, start + 2)
    return Frame(OBJECT, start, start)


_BRINGING_IN = frozenset(normal(word) for word in ("على", "عن", "إلى"))
