"""Where an English content ends before its sentence does."""

from __future__ import annotations

from ahlaf.reading.statements.english_frames import Frame, has_verb
from ahlaf.reading.statements.english_phrases import is_dash
from ahlaf.reading.statements.english_words import is_adverb, is_capital, is_in
from ahlaf.reading.statements.flow import Flow

# How many words after "and" may stand before the verb of a new clause.
_TO_VERB = 9
# How many words a setting may have: "in a televised interview", "on Twitter".
_SETTING = 5


def content_end(flow: Flow, frame: Frame, *, enclosed: bool = False) -> int:
    """Return the token that a content ends before, at the latest: the end of its clause or noun phrase.

    `enclosed` where its cue stands in a relative clause between commas, which the next one closes.
    """
    start, end = frame.start, flow.sentence_end(frame.start) if frame.start < len(flow) else frame.start
    if start in flow.opens or start >= end:
        return -1
    inside = flow.quotation_of[start]
    opening = _in_opening(flow, start)
    for i in range(start + 1, end - 1):
        if flow.quotation_of[i] != inside or flow.is_mark(i):
            continue
        if flow.words[i] == ";" or _dash_ends(flow, i, end):
            return i
        if flow.words[i] == "," and enclosed and not is_in(flow, i + 1, "conjunction", "relative"):
            return i
        if flow.words[i] == "," and opening and _subject_follows(flow, i + 1):
            return i
        if flow.words[i] == "," and frame.nominal and _comma_ends(flow, i, end):
            return i
        if frame.bare and _phrase_ends(flow, i, end):
            return i
        if frame.nominal and is_in(flow, i, "conjunction") and _verb_next(flow, i + 1, end):
            return i
    return -1


def _in_opening(flow: Flow, start: int) -> bool:
    """Whether a content stands in what opens its sentence: «Despite his call for a truce, Ankara …»."""
    floor = flow.sentence_start(start)
    if not (is_in(flow, floor, "preposition", "joiner") or flow.words[floor].endswith(("ing", "ed"))):
        return False
    return all(flow.words[k] != "," for k in range(floor, start))


def _subject_follows(flow: Flow, i: int) -> bool:
    return is_capital(flow, i) or is_in(flow, i, "pronoun", "determiner") or flow.mention_of[i] >= 0


def _dash_ends(flow: Flow, i: int, end: int) -> bool:
    """Whether a dash cuts the content off: no other dash takes it up again."""
    if not is_dash(flow, i) and not (flow.words[i] == "-" and flow.words[i - 1] == "-"):
        return False
    if any(is_dash(flow, k) for k in range(i + 2, end)):
        return False
    return is_in(flow, i + 1, "outside", "joiner", "adverb", "conjunction") or is_adverb(flow, i + 1)


def _comma_ends(flow: Flow, i: int, end: int) -> bool:
    """Whether a comma ends a noun or an infinitive: a participle, a clause or an afterthought follows."""
    following = i + 1
    if flow.words[following].endswith("ing") or is_in(flow, following, "outside", "adverb", "preposition", "pronoun"):
        return True
    if is_in(flow, following, "conjunction"):
        return _verb_next(flow, following + 1, end) or has_verb(flow, following + 1, min(end, following + _TO_VERB))
    return False


def _verb_next(flow: Flow, i: int, end: int) -> bool:
    """Whether after a conjunction a verb goes on with the sentence's subject: «cited the report and said»."""
    while i < end and is_adverb(flow, i):
        i += 1
    if i >= end or is_capital(flow, i):
        return False
    return is_in(flow, i, "be", "have", "do", "modal") or (
        flow.words[i].endswith("ed") and not flow.words[i].endswith("eed")
    )


def _phrase_ends(flow: Flow, i: int, end: int) -> bool:
    """Whether at token `i` begins what no longer belongs to a noun phrase: when, while, on Friday, in a statement."""
    if is_in(flow, i, "subordinate"):
        return True
    if flow.words[i + 1 : i + 2] == ("-",):
        return False
    if is_in(flow, i, "time") and (is_in(flow, i - 1, "time") or i + 2 >= end or flow.words[i].endswith("day")):
        return True
    if is_in(flow, i, "placing") and i + 1 < end:
        if is_in(flow, i + 1, "time"):
            return True
        stop = min(end, i + _SETTING)
        return any(is_in(flow, k, "setting") for k in range(i + 1, stop)) and is_in(
            flow, i + 1, "determiner", "setting"
        )
    return False
