"""What brings in the content after an English cue: that, a colon, a quotation, a preposition, a bare clause."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.english_phrases import is_in, phrase_after
from ahlaf.reading.statements.flow import Flow

# How many tokens after a cue its content may begin at the latest, how long an adverbial or object before it may be.
_REACH = 30
_MAX_ADVERBIAL = 7
_MAX_OBJECT = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the content begins after a cue, and what brought it in."""

    name: str
    at: int
    start: int


def find_frame(flow: Flow, after: int, form: Form) -> Frame | None:
    """Return what brings in the content after the cue: that, a colon, a quotation, a preposition, a clause."""
    limit = min(flow.sentence_end(after - 1), after + _REACH)
    frames = form.cue.frames
    i = _past_adverbials(flow, after, limit)
    if form.cue.takes_object and i < limit and flow.words[i] not in frames | {"that"} and not flow.is_mark(i):
        i = _past_object(flow, i, limit, frames)
    for j in (after, i):
        found = _frame_at(flow, j, limit, frames)
        if found is not None:
            return found
    if form.cue.near or form.cue.strict:
        if "clause" in frames and form.cue.lemma != "tell" and _begins_clause(flow, i, limit):
            return Frame("clause", i, i)
        return Frame("clause", i, i) if "clause" in frames and form.cue.takes_object and i < limit else None
    adverbial = after < limit and is_in(flow, after, "preposition", "time", "adverb")
    for j in range(after, limit if adverbial else after):
        if flow.words[j] == "that" and "that" in frames and not is_in(flow, j - 1, "preposition"):
            return Frame("that", j, j + 1)
    if "clause" in frames and i < limit and (flow.tokens[i].is_word or flow.is_mark(i)):
        return Frame("clause", i, i)
    if "object" in frames and after < limit and flow.tokens[after].is_word and not is_in(flow, after, "preposition"):
        return Frame("object", after, after)
    return None


def _frame_at(flow: Flow, j: int, limit: int, frames: frozenset[str]) -> Frame | None:
    if j >= limit:
        return None
    word = flow.words[j]
    if word == "that" and "that" in frames:
        return Frame("that", j, j + 1)
    if word in frames and word not in ("quote", "clause", "object") and j + 1 < limit:
        return Frame(word, j, j + 1)
    if word in (",", ":") and "quote" in frames and j + 1 < limit and j + 1 in flow.opens:
        return Frame("quote", j, j + 1)
    if j in flow.opens and "quote" in frames:
        return Frame("quote", j, j)
    return None


def _past_adverbials(flow: Flow, i: int, limit: int) -> int:
    """Return the token after adverbs, days and short prepositional phrases that follow the verb."""
    while i < limit:
        if is_in(flow, i, "time", "adverb"):
            i += 1
        elif is_in(flow, i, "preposition") and i + 1 < limit:
            j = phrase_after(flow, i + 1, limit).end
            if j <= i + 1 or j - i > _MAX_ADVERBIAL:
                return i
            if not (j < limit and (flow.words[j] in ("that", ",", ":") or is_in(flow, j, "time", "preposition"))):
                return i if not is_in(flow, i + 1, "time") else i + 2
            i = j
        else:
            return i
    return i


def _past_object(flow: Flow, i: int, limit: int, frames: frozenset[str]) -> int:
    """Return the token after the one addressed or blamed."""
    if is_in(flow, i, "pronoun", "object_pronoun"):
        return i + 1
    if flow.mention_of[i] >= 0:
        i = flow.mention_end(i)
    for j in range(i, min(limit, i + _MAX_OBJECT)):
        if flow.words[j] in frames or flow.words[j] in ("that", ":", ",") or flow.is_mark(j):
            return j
        if is_in(flow, j, "clause", "pronoun") and j > i:
            return j
    return i


def _begins_clause(flow: Flow, i: int, limit: int) -> bool:
    if i >= limit:
        return False
    return is_in(flow, i, "clause", "pronoun") or flow.tokens[i].text[0].isupper() or flow.mention_of[i] >= 0
