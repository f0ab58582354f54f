"""English noun phrases around a cue: the subject before a verb, the name after an inverted one."""

from __future__ import annotations

from ahlaf.reading.statements.drafts import Phrase
from ahlaf.reading.statements.english_cues import finite_words
from ahlaf.reading.statements.english_words import contracted, is_capital, is_in, is_possessive
from ahlaf.reading.statements.flow import Flow

_STOPS = frozenset(",.;:!?()[]—–―…")
_REACH_BACK = 30
_MAX_PHRASE = 18
_MAX_NAME = 9
_TOPIC_REACH = 6
# Classes of words that no noun phrase goes on with.
_AFTER_NOUNS = ("relative", "time", "negation", "modal", "be", "have", "do", "pronoun")


def closes_quotation(flow: Flow, i: int) -> bool:
    """Say whether token `i` is a closing mark."""
    return flow.is_mark(i) and i not in flow.opens


def subject_ending(flow: Flow, end: int) -> Phrase | None:
    """Return the noun phrase that ends before token `end`, with an apposition between commas if there is one."""
    floor = flow.sentence_start(end - 1) if end else 0
    if end <= floor:
        return None
    if flow.words[end - 1] == "," and end - 1 > floor:
        return _with_apposition(flow, end, floor)
    if flow.words[end - 1] == ")":
        opening = _opening(flow, end - 1, floor)
        inner = subject_ending(flow, opening) if opening > floor else None
        return Phrase(inner.start, end) if inner is not None else None
    start = _back(flow, end, floor)
    return _without_dates(flow, Phrase(start, end)) if start < end else None


def _without_dates(flow: Flow, phrase: Phrase) -> Phrase:
    """Leave out when it was said, before or after who said it: «On 21 June the court», «the court on Friday»."""
    start, end = phrase.start, phrase.end
    if is_in(flow, start, "placing"):
        k = start + 1
        while k < end and (is_in(flow, k, "time") or flow.words[k].isdigit()):
            k += 1
        start = k if start + 1 < k < end else start
    while end - start > 1 and is_in(flow, end - 1, "time") and not is_in(flow, end - 1, "determiner"):
        end -= 1
    while end < phrase.end and end - start > 1 and is_in(flow, end - 1, "placing", "determiner", "time"):
        end -= 1
    return Phrase(start, end)


def _with_apposition(flow: Flow, end: int, floor: int) -> Phrase | None:
    """Return «Lavrov, the minister» before «, said»: a name, and what it is, between commas."""
    inner = end - 1
    while inner > max(floor, end - _REACH_BACK) and not flow.is_mark(inner - 1):
        if flow.words[inner - 1] == "," and not _within_apposition(flow, inner, end):
            break
        inner -= 1
    if inner <= floor or flow.words[inner - 1] != ",":
        return None
    if not (is_capital(flow, inner - 2) or is_capital(flow, inner) or is_in(flow, inner, "relative", "determiner")):
        return None
    start = _back(flow, inner - 1, floor)
    named = start < inner - 1 and inner - 1 - start <= _MAX_NAME
    capital = named and any(is_capital(flow, k) for k in range(start, inner - 1))
    return Phrase(start, end - 1) if capital and not is_in(flow, start, "preposition") else None


def _within_apposition(flow: Flow, after_comma: int, end: int) -> bool:
    """Whether a comma parts two offices rather than the name from them («, the minister, and an old friend,»)."""
    return flow.words[after_comma] in ("and", "or") and after_comma < end - 1


def _opening(flow: Flow, closing: int, floor: int) -> int:
    opening = closing
    while opening > floor and flow.words[opening] != "(":
        opening -= 1
    return opening


def _back(flow: Flow, end: int, floor: int) -> int:
    start = end
    while start > max(floor, end - _REACH_BACK):
        before = start - 1
        if flow.words[before] == ")":
            start = _opening(flow, before, floor)
            continue
        if is_dash(flow, before) or (flow.words[before] in _STOPS and flow.words[before] != "."):
            break
        if flow.is_mark(before):
            break
        if is_in(flow, before, "joiner") and not (flow.words[before] == "and" and _joins_names(flow, before)):
            break
        if start < end and _ends_clause(flow, before, floor):
            break
        start = before
    return start


def _ends_clause(flow: Flow, i: int, floor: int) -> bool:
    """Whether token `i` is the verb of a clause, so that the next one begins after it: «he said Obama hopes»."""
    if is_in(flow, i, "modal", "be", "have", "do") or contracted(flow.words[i]) is not None:
        return True
    if flow.words[i] not in finite_words() or i == floor or is_capital(flow, i):
        return False
    if is_in(flow, i - 1, "determiner") and not is_in(flow, i - 1, "pronoun"):
        return False
    if is_in(flow, i - 1, "pronoun", "relative") or (is_capital(flow, i - 1) and not is_possessive(flow, i - 1)):
        return True
    return flow.words[i].endswith("ed") and flow.words[i - 1].endswith("s")


def is_dash(flow: Flow, i: int) -> bool:
    """Whether token `i` is a dash, or a hyphen that stands alone («MOSCOW - Lavrov said»)."""
    if flow.words[i] in ("—", "–", "―"):
        return True
    if flow.words[i] != "-" or not 0 < i < len(flow) - 1:
        return False
    return flow.tokens[i - 1].span.end < flow.tokens[i].span.start or (
        flow.tokens[i].span.end < flow.tokens[i + 1].span.start
    )


def _joins_names(flow: Flow, i: int) -> bool:
    """Whether an "and" joins two names, or two halves of one: «Trump and Clinton», «Health and Human Services»."""
    if i + 1 >= len(flow):
        return False
    mentions = flow.mention_of[i - 1] >= 0 and flow.mention_of[i + 1] >= 0
    return mentions or (is_capital(flow, i - 1) and is_capital(flow, i + 1))


def phrase_after(flow: Flow, start: int, limit: int) -> Phrase:
    """Return the noun phrase that begins at `start`; prepositions of time and place end it."""
    i = start
    while i < min(limit, start + _MAX_PHRASE):
        word = flow.words[i]
        if (word in _STOPS and (word != "." or flow.is_stop(i))) or flow.is_mark(i) or is_dash(flow, i):
            break
        if flow.mention_of[i] < 0 and i > start and is_in(flow, i, *_AFTER_NOUNS):
            break
        if flow.mention_of[i] < 0 and is_in(flow, i, "preposition", "joiner") and not _inside(flow, i, limit):
            break
        i += 1
    return Phrase(start, i)


def _inside(flow: Flow, i: int, limit: int) -> bool:
    """Whether a preposition leads on within the phrase: the minister «of» defence, ambassador «to» Syria."""
    if flow.words[i] == "and":
        return i + 1 < limit and is_capital(flow, i + 1) and is_capital(flow, i - 1)
    return is_in(flow, i, "leading") and i + 1 < limit and not is_in(flow, i + 1, "time")


def with_apposition_after(flow: Flow, phrase: Phrase, limit: int) -> Phrase:
    """Return a name with what it is after a comma: «said Lavrov, the foreign minister of Russia»."""
    i = phrase.end
    if i + 1 >= limit or flow.words[i] != "," or not any(is_capital(flow, k) for k in range(phrase.start, i)):
        return phrase
    if not (is_in(flow, i + 1, "determiner") or (flow.tokens[i + 1].is_word and not is_in(flow, i + 1, "joiner"))):
        return phrase
    if is_in(flow, i + 1, "preposition", "pronoun", "adverb", "time") or flow.words[i + 1].endswith("ing"):
        return phrase
    end = i + 1
    while end < limit and not flow.is_stop(end) and not flow.is_mark(end) and flow.words[end] not in ",;:":
        end += 1
    return Phrase(phrase.start, end) if end < limit and (flow.words[end] == "," or flow.is_stop(end)) else phrase


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
