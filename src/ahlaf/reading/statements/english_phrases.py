"""English noun phrases around a cue: the subject before a verb, the name after an inverted one."""

from __future__ import annotations

from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_STOPS = frozenset(",.;:!?()[]—–…")
_REACH_BACK = 30
_MAX_PHRASE = 18
_MAX_NAME = 9
_HALF_MARKS = frozenset("'")


def is_in(flow: Flow, i: int, *names: str) -> bool:
    """Say whether token `i` belongs to one of the classes of English function words."""
    classes = function_words("en")
    return any(flow.words[i] in classes[name] for name in names)


def verb_start(flow: Flow, verb: int) -> int:
    """Return the first token of the verb group: adverbs and auxiliaries before the verb belong to it."""
    start, floor = verb, flow.sentence_start(verb)
    while start > floor and is_in(flow, start - 1, "adverb", "auxiliary"):
        start -= 1
    return start


def closes_quotation(flow: Flow, i: int) -> bool:
    """Say whether token `i` is a closing mark, two single ones side by side among them."""
    half = i > 0 and flow.words[i] == "'" and flow.words[i - 1] == "'"
    return half or (flow.is_mark(i) and i not in flow.opens)


def subject_before(flow: Flow, verb: int) -> Phrase | None:
    """Return the noun phrase that ends before the verb group, with an apposition between commas if there is one."""
    floor = flow.sentence_start(verb)
    end = verb_start(flow, verb)
    if end == floor:
        return None
    if flow.words[end - 1] == "," and end - 1 > floor:
        return _with_apposition(flow, end, floor)
    start = _back(flow, end, floor)
    return Phrase(start, end) if start < end else None


def _with_apposition(flow: Flow, end: int, floor: int) -> Phrase | None:
    """Return «Lavrov, the minister» before «, said»: a name, and what it is, between commas."""
    inner = end - 1
    while inner > max(floor, end - _REACH_BACK) and flow.words[inner - 1] != "," and not flow.is_mark(inner - 1):
        inner -= 1
    if inner <= floor or flow.words[inner - 1] != ",":
        return None
    if not (flow.tokens[inner - 2].text[0].isupper() or flow.tokens[inner].text[0].isupper()):
        return None
    start = _back(flow, inner - 1, floor)
    named = start < inner - 1 and inner - 1 - start <= _MAX_NAME
    capital = named and any(flow.tokens[k].text[0].isupper() for k in range(start, inner - 1))
    return Phrase(start, end - 1) if capital and not is_in(flow, start, "preposition") else None


def _back(flow: Flow, end: int, floor: int) -> int:
    start = end
    while start > max(floor, end - _REACH_BACK):
        before = start - 1
        if flow.words[before] == ")":
            opening = before
            while opening > floor and flow.words[opening] != "(":
                opening -= 1
            start = opening
            continue
        if _dash(flow, before):
            break
        if (flow.words[before] in _STOPS and flow.words[before] != ".") or flow.is_mark(before):
            break
        if flow.words[before] in _HALF_MARKS and flow.words[before - 1 : before] == ("'",):
            break
        if is_in(flow, before, "joiner") and not (flow.words[before] == "and" and _names_on_both_sides(flow, before)):
            break
        start = before
    return start


def _dash(flow: Flow, i: int) -> bool:
    """Whether token `i` is a hyphen that stands alone, as after a dateline («MOSCOW - Lavrov said»)."""
    if flow.words[i] != "-" or i + 1 >= len(flow):
        return False
    return flow.tokens[i - 1].span.end < flow.tokens[i].span.start and (
        flow.tokens[i].span.end < flow.tokens[i + 1].span.start
    )


def _names_on_both_sides(flow: Flow, i: int) -> bool:
    return flow.mention_of[i - 1] >= 0 and i + 1 < len(flow) and flow.mention_of[i + 1] >= 0


def phrase_after(flow: Flow, start: int, limit: int) -> Phrase:
    """Return the noun phrase that begins at `start`; prepositions of time and place end it."""
    i = start
    while i < min(limit, start + _MAX_PHRASE):
        word = flow.words[i]
        if (word in _STOPS and (word != "." or flow.is_stop(i))) or flow.is_mark(i):
            break
        if flow.mention_of[i] < 0 and is_in(flow, i, "relative", "time"):
            break
        if flow.mention_of[i] < 0 and is_in(flow, i, "preposition", "joiner") and not _inside(flow, i, limit):
            break
        i += 1
    return Phrase(start, i)


def _inside(flow: Flow, i: int, limit: int) -> bool:
    """Whether a preposition leads on within the phrase: the minister «of» defence, ambassador «to» Syria."""
    if flow.words[i] == "and":
        return i + 1 < limit and flow.tokens[i + 1].text[0].isupper() and flow.tokens[i - 1].text[0].isupper()
    return is_in(flow, i, "leading") and i + 1 < limit and not is_in(flow, i + 1, "time")


def english_topic(flow: Flow, start: int) -> Phrase | None:
    """Return the subject of the sentence that begins at token `start`, as far as its first mention tells."""
    limit = flow.sentence_end(start)
    i = start
    if is_in(flow, i, "preposition", "joiner"):
        while i < limit and flow.words[i] != ",":
            i += 1
        i += 1
    for j in range(i, min(limit, i + _TOPIC_REACH)):
        if flow.mention_of[j] >= 0:
            return Phrase(i, flow.mention_end(j))
    return None


_TOPIC_REACH = 6
