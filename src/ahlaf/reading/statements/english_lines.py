"""Headlines and transcripts: a name, a colon, and what it says."""

from __future__ import annotations

from ahlaf.reading.statements.cues import Cue, CueKind, Form
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.english_cues import finite_words
from ahlaf.reading.statements.english_words import is_capital, is_in
from ahlaf.reading.statements.flow import Flow

# How many words a name before a colon may have.
_MAX_NAME = 5
# How many words a headline has at the least, and what share of them begin with capitals where all may.
_MIN_WORDS = 4
_CAPITALS = 0.7
_SHORT = 3
_FORM = Form(Cue(":", CueKind.VERB, frozenset({":"})))


def named_lines(flow: Flow) -> list[Draft]:
    """Return a draft for each line that begins with who says it: «MINISTER: We will stay.», «Poll: Most agree»."""
    drafts: list[Draft] = []
    for number, start in enumerate(flow.starts):
        if number and flow.paragraphs[number - 1] == flow.paragraphs[number]:
            continue
        draft = _named_line(flow, number, start)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _named_line(flow: Flow, number: int, start: int) -> Draft | None:
    end = flow.ends[number]
    if flow.is_mark(start) and start + 1 < end:
        start += 1
    colon = start
    while colon < min(end - 2, start + _MAX_NAME + 1) and flow.words[colon] != ":":
        if not flow.tokens[colon].is_word and flow.words[colon] not in (".", "'", "-"):
            return None
        colon += 1
    if any(flow.words[k] in finite_words() for k in range(start, colon)):
        return None
    if colon in (start, end) or flow.words[colon] != ":" or not is_capital(flow, start):
        return None
    capitals = all(flow.tokens[k].text.isupper() for k in range(start, colon) if flow.tokens[k].is_word)
    if number and not capitals:
        return None
    if not number and not _named_again(flow, start, colon):
        return None
    if not flow.tokens[colon + 1].is_word and colon + 1 not in flow.opens:
        return None
    # In a transcript all of the line is what was said; in a headline the sentence.
    direction, until = (Direction.AROUND, line_end(flow, start)) if capitals else (Direction.FORWARD, -1)
    return Draft(
        colon, start, colon + 1, 0, _FORM, Subject.NAMED, Phrase(start, colon), colon + 1, 0, direction, False, False,
        None, "a name and a colon", until=until,
    )  # fmt: skip


def line_end(flow: Flow, i: int) -> int:
    """Return the token after the last of the line that holds token `i`."""
    number = flow.sentence_of[i]
    while number + 1 < len(flow.ends) and flow.paragraphs[number + 1] == flow.paragraphs[number]:
        number += 1
    return flow.ends[number]


def _named_again(flow: Flow, start: int, colon: int) -> bool:
    """Whether all words before a headline's colon come again in the text, as names do («Pence: …»)."""
    said = set(flow.words[colon:])
    return all(flow.words[k] in said for k in range(start, colon)) and not is_in(flow, start, "determiner")


def is_headline(flow: Flow, sentence: int) -> bool:
    """Say whether a sentence is set in capitals as headlines are: nearly every longer word begins with one."""
    words = [k for k in range(flow.starts[sentence], flow.ends[sentence]) if flow.tokens[k].is_word]
    longer = [k for k in words if len(flow.words[k]) > _SHORT and not is_in(flow, k, "preposition")]
    if len(longer) < _MIN_WORDS:
        return False
    return sum(is_capital(flow, k) for k in longer) >= _CAPITALS * len(longer)
