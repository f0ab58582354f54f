"""English contents that stand before their cue or around it: "…", he said; …, the minister said."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.statements.cues import CueKind, english_cues
from ahlaf.reading.statements.drafts import Direction, Phrase
from ahlaf.reading.statements.english_phrases import closes_quotation, is_in
from ahlaf.reading.statements.flow import Flow

# Words before a cue at the least for them to be what was said.
_MIN_BEFORE = 3
# Words after a cue at the most for them to be mere adverbials; words of a name before an apposition.
_MAX_ADVERBIALS = 21
_MAX_HEAD = 7


@dataclass(frozen=True, slots=True)
class Before:
    """Content that begins at token `start` before its cue; `until` is where it ends, if beyond the sentence."""

    start: int
    direction: Direction
    rule: str
    until: int = -1


def content_before(flow: Flow, first: int, closing: int, floor: int, end: int, inverted: bool) -> Before | None:
    """Read the content before the cue: "…", he said; … , the minister said."""
    if first <= floor:
        return None
    before = first - 1
    marked = closes_quotation(flow, before)
    if not marked and not (flow.words[before] == "," and before - floor >= _MIN_BEFORE):
        return None
    rest = closing
    while rest < end and flow.words[rest] not in (",", ";", "!", "?") and not flow.is_stop(rest):
        if flow.is_mark(rest) or flow.words[rest] == "(":
            break
        rest += 1
    adverbial = rest == closing or is_in(flow, closing, "time", "preposition", "adverb")
    if not adverbial or rest - closing > _MAX_ADVERBIALS or flow.words[closing : closing + 1] == ("that",):
        return None
    inside = rest + _MIN_BEFORE < end and flow.words[rest] == "," and rest == closing and not inverted
    if inside and not is_in(flow, rest + 1, "outside", "joiner") and not _participle_at(flow, rest + 1):
        start = _quotation_start(flow, before, floor) if marked else floor
        return Before(start, Direction.AROUND, "content on both sides", end)
    if not marked and is_in(flow, floor, "preposition"):
        return None
    start = _quotation_start(flow, before, floor) if marked else floor
    resumed = _resumed(flow, end) if marked else None
    if resumed is not None:
        return Before(start, Direction.AROUND, "quotation on both sides", resumed)
    return Before(start, Direction.BACKWARD, "content before, verb first" if inverted else "content before")


def _participle_at(flow: Flow, i: int) -> bool:
    return any(form.cue.kind is CueKind.PARTICIPLE for form in english_cues().get(flow.words[i], ()))


def _resumed(flow: Flow, following: int) -> int | None:
    """Return where a quotation ends that the next sentence takes up again: "…", he said. "…"."""
    rest = following - 1
    if following >= len(flow) or following not in flow.opens:
        return None
    if flow.paragraphs[flow.sentence_of[following]] != flow.paragraphs[flow.sentence_of[rest]]:
        return None
    closed = flow.quotation_closed_by(following)
    return closed[1] + 1 if closed is not None else None


def _quotation_start(flow: Flow, mark: int, floor: int) -> int:
    """Return the token where the quotation that closes at `mark` opens, or the sentence if words lead up to it."""
    i = flow.opened.get(mark)
    if i is not None:
        return i if i <= floor or i - floor == 1 else floor
    return floor


def cut_off_subject(flow: Flow, first: int, floor: int) -> Phrase | None:
    """The subject of «The statement, issued in Geneva, said»: from the sentence's beginning to the comma."""
    commas = [k for k in range(floor, first) if flow.words[k] == ","]
    if len(commas) != 2 or commas[0] - floor > _MAX_HEAD or is_in(flow, floor, "preposition", "joiner"):
        return None
    return Phrase(floor, first - 1)
