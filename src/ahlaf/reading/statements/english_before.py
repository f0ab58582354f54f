"""English contents that stand before their cue or around it: "…", he said; …, the minister said."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.reading.statements.drafts import Direction, Phrase
from ahlaf.reading.statements.english_phrases import closes_quotation
from ahlaf.reading.statements.english_words import is_adverb, is_capital, is_in
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
        return _asked(flow, floor, end)
    before = first - 1
    marked = closes_quotation(flow, before)
    if not marked and not (flow.words[before] == "," and before - floor >= 1):
        return None
    rest = _past_aside(flow, closing, end, marked=marked)
    if rest is None:
        return None
    start = _quotation_start(flow, before, floor) if marked else floor
    inside = rest + _MIN_BEFORE < end and flow.words[rest] == ","
    led = (not marked and is_in(flow, floor, "preposition", "joiner")) or flow.words[floor].endswith("ing")
    if inside and rest + 1 in flow.opens:
        if not marked and (led or _whole(flow, rest + 1, end)):
            return None
        closed = flow.quotation_closed_by(rest + 1)
        return Before(start, Direction.AROUND, "content on both sides", closed[1] + 1 if closed else end)
    if inside and not inverted and not _goes_off(flow, rest + 1):
        return Before(start, Direction.AROUND, "content on both sides", end)
    if not marked and before - floor < _MIN_BEFORE:
        return None
    if marked and inside:
        again = _taken_up(flow, rest, end)
        if again is not None:
            return Before(start, Direction.AROUND, "quotation on both sides", again)
    commas = sum(flow.words[k] == "," for k in range(floor, before))
    if not marked and not commas and is_in(flow, floor, "preposition"):
        return None
    resumed = _resumed(flow, end) if marked else None
    if resumed is not None:
        return Before(start, Direction.AROUND, "quotation on both sides", resumed)
    return Before(start, Direction.BACKWARD, "content before, verb first" if inverted else "content before")


def _asked(flow: Flow, floor: int, end: int) -> Before | None:
    """A question or a cry in quotation marks before the sentence of its cue: "Why?" Ankara asked."""
    mark = floor - 1
    if mark < 1 or not closes_quotation(flow, mark) or flow.words[mark - 1] not in ("?", "!"):
        return None
    if flow.paragraphs[flow.sentence_of[mark]] != flow.paragraphs[flow.sentence_of[floor]]:
        return None
    start = flow.opened.get(mark)
    if start is None:
        return None
    resumed = _resumed(flow, end)
    if resumed is not None:
        return Before(start, Direction.AROUND, "quotation on both sides", resumed)
    return Before(start, Direction.BACKWARD, "content before")


def _past_aside(flow: Flow, closing: int, end: int, *, marked: bool) -> int | None:
    """Return the mark after the adverbials that follow a cue, None where more than adverbials follow."""
    rest = closing
    while rest < end and flow.words[rest] not in (",", ";", "!", "?", ":") and not flow.is_stop(rest):
        if flow.is_mark(rest) or flow.words[rest] == "(":
            break
        rest += 1
    adverbial = rest == closing or is_in(flow, closing, "time", "preposition") or is_adverb(flow, closing)
    if flow.words[closing : closing + 1] == ("to",) and not _hearer(flow, closing + 1):
        return None
    if not adverbial or (rest - closing > _MAX_ADVERBIALS and not marked):
        return None
    if flow.words[closing : closing + 1] == ("that",):
        return None
    return rest


def _hearer(flow: Flow, i: int) -> bool:
    """Whether after "to" somebody is named rather than something to do: «said to reporters», «vowed to stay»."""
    if i >= len(flow):
        return False
    return is_in(flow, i, "determiner", "object_pronoun") or is_capital(flow, i) or flow.words[i].endswith("s")


def _goes_off(flow: Flow, i: int) -> bool:
    """Whether after "he said," something else than what was said follows."""
    if is_in(flow, i, "resuming"):
        return False
    if is_in(flow, i, "outside", "joiner"):
        return True
    return flow.words[i].endswith("ing") or (is_adverb(flow, i) and flow.words[i + 1 : i + 2] != ())


def _whole(flow: Flow, mark: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own: it begins with a capital and closes where the sentence does."""
    closed = flow.quotation_closed_by(mark)
    first = flow.tokens[mark + 1].text[0] if mark + 1 < len(flow) else ""
    return first.isupper() and (closed is None or closed[1] >= end - 2)


def _taken_up(flow: Flow, comma: int, end: int) -> int | None:
    """Return where a quotation ends that goes on after an aside: "…," he said, smiling, "…"."""
    for k in range(comma + 1, end - 1):
        if flow.words[k] == "," and k + 1 in flow.opens:
            closed = flow.quotation_closed_by(k + 1)
            return closed[1] + 1 if closed is not None and closed[1] >= end - 2 else None
    return None


def _resumed(flow: Flow, following: int) -> int | None:
    """Return where a quotation ends that the next sentence takes up again: "…", he said. "…"."""
    rest = following - 1
    if following >= len(flow) or following not in flow.opens:
        return None
    if flow.paragraphs[flow.sentence_of[following]] != flow.paragraphs[flow.sentence_of[rest]]:
        return None
    closed = flow.quotation_closed_by(following)
    if closed is None:
        return flow.closes[flow.opens[following]]
    # A quotation with a cue of its own is another one: "…," he said. "…," he added.
    return closed[1] + 1 if flow.sentence_end(closed[1]) - closed[1] <= 2 else None


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
