"""Where what was said begins and ends, and whether it is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ahlaf.model import Span, StatementKind
from ahlaf.reading.statements.arabic_agreement import agree, gender, is_several
from ahlaf.reading.statements.arabic_phrases import is_definite
from ahlaf.reading.statements.cues import CueKind
from ahlaf.reading.statements.drafts import Direction, Draft, Subject
from ahlaf.reading.statements.flow import MARKS, Flow
from ahlaf.reading.statements.words import function_words

_TRIMMED = MARKS | frozenset(",،.;؛:…")
_COMMAS = frozenset(",،;؛")
_PAIRS = {")": "(", "]": "["}


# A cue this near to the beginning of what was said opens it rather than ends it.
_MIN_CONTENT = 2
# A quotation of at least so many words is what was said, not a phrase in marks that goes on after them.
_MIN_QUOTED = 5
_DESCRIBE = "وصف"
# A verb in the past with its feminine ending has more letters.
_SHORT_WORD = 3
# Words besides a name in marks that still make no quotation («الأمير فلان»).
_MAX_TITLE = 1


@dataclass(frozen=True, slots=True)
class Content:
    """What was said, by characters and by tokens [start, end)."""

    span: Span
    start: int
    end: int
    kind: StatementKind


def content_of(flow: Flow, draft: Draft, drafts: Sequence[Draft]) -> Content | None:
    """Return what was said at a cue, or None where nothing is left of it; `drafts` are all cues, in order."""
    if draft.direction is Direction.FORWARD:
        start, end = draft.start, _forward_end(flow, draft, drafts)
        end = min(end, draft.until) if draft.until >= 0 else end
    elif draft.direction is Direction.AROUND:
        start, end = draft.start, max(unit_end(flow, draft.at), draft.until)
    else:
        start, end = draft.start, draft.begins
    return _trimmed(flow, draft, start, end)


def unit_end(flow: Flow, i: int) -> int:
    """Return the end of the sentence at token `i`; where it breaks off inside a closed quotation, of the one after."""
    end = flow.sentence_end(i)
    while end < len(flow) and _broken_off(flow, end):
        end = flow.sentence_end(end)
    while end < len(flow) and flow.quotation_of[end - 1] >= 0 and flow.quotation_of[end - 1] == flow.quotation_of[end]:
        end = flow.sentence_end(end)
    return end


def _broken_off(flow: Flow, end: int) -> bool:
    """Whether a line breaks off in the middle of an Arabic sentence: after a comma, or before a preposition."""
    if flow.lang != "ar" or flow.paragraphs[flow.sentence_of[end - 1]] == flow.paragraphs[flow.sentence_of[end]]:
        return False
    if flow.words[end - 1] in "،,":
        return True
    following = flow.words[end + 1] if end + 1 < len(flow) else ""
    classes = function_words("ar")
    goes_on = flow.words[end] in classes["line_goes_on"] and following not in classes["turn"]
    return flow.tokens[end - 1].is_word and goes_on


def _forward_end(flow: Flow, draft: Draft, drafts: Sequence[Draft]) -> int:
    start = draft.start
    if start >= len(flow):
        return start
    end = unit_end(flow, max(start, draft.at))
    if flow.lang == "ar" and draft.form.cue.lemma == _DESCRIBE and (draft.relative or draft.form.suffix):
        return _described_end(flow, start, end)
    closed = flow.quotation_closed_by(start)
    if closed is not None and (_stands_alone(flow, closed[1] + 1, end, draft) or _leads_over(flow, closed, end, draft)):
        return closed[1] + 1
    inside = flow.quotation_of[start]
    end = max(end, _left_open(flow, start))
    for k in range(bisect_right(drafts, max(start, draft.at), key=lambda other: other.at), len(drafts)):
        other = drafts[k]
        if other.at >= end:
            break
        if other.begins - start < (1 if draft.nominal else _MIN_CONTENT):
            continue
        if flow.quotation_of[other.at] not in (-1, inside) or not _stops(flow, other, draft):
            continue
        end = max(start, other.begins)
        break
    end = _remark(flow, start, end, inside)
    return _noun_end(flow, start, end, inside) if draft.nominal else end


def _remark(flow: Flow, start: int, end: int, inside: int) -> int:
    """What was said ends before the reporter's own remark: «، في إشارة إلى …»."""
    classes = function_words(flow.lang)
    aside, prepositions = classes.get("aside", frozenset()), classes["preposition"]
    for i in range(start + 1, end - 2):
        if (
            flow.words[i] in _COMMAS
            and flow.words[i + 1] in classes.get("circumstance", ())
            and (flow.quotation_of[i] == inside)
        ):
            return i
        opens = flow.words[i] in _COMMAS and flow.words[i + 1] in prepositions and flow.words[i + 2] in aside
        if opens and flow.quotation_of[i] == inside:
            return i
    return end


def _noun_end(flow: Flow, start: int, end: int, inside: int) -> int:
    """Where what was said is a noun, it ends before a comma that opens a clause of its own («، خلال»، «، رغم»)."""
    classes = function_words(flow.lang)
    outside, meanwhile = classes["outside"], classes.get("meanwhile", frozenset())
    for i in range(start + 1, end - 1):
        if flow.words[i] not in _COMMAS or flow.quotation_of[i] != inside:
            continue
        at_a_time = i + 2 < end and flow.words[i + 1] == "في" and flow.words[i + 2] in meanwhile
        if at_a_time or flow.words[i + 1] in outside:
            return i
    return end


def _stands_alone(flow: Flow, after: int, end: int, draft: Draft) -> bool:
    """Whether what was said ends with its quotation: nothing follows it but a mark, a comma or a new clause."""
    if after >= end or not flow.tokens[after].is_word:
        following = flow.words[after + 1] if after + 1 < end else ""
        goes_on = after < end and flow.words[after] in _COMMAS and following in function_words(flow.lang)["going_on"]
        return not goes_on
    return False


def _described_end(flow: Flow, start: int, end: int) -> int:
    """«التي وصفها بالناجحة إلى الرياض»، «بأنها عنيفة تركزت»: the clause around it goes on after an adjective."""
    closed = flow.quotation_closed_by(start)
    if closed is not None:
        return closed[1] + 1
    after = start + 1
    if after >= end:
        return end
    word = flow.words[after]
    adjective = is_definite(flow, start) and word in function_words("ar")["preposition"]
    verb = flow.tokens[after].text.endswith("ت") and not word.startswith("ال") and len(word) > _SHORT_WORD
    return after if adjective or verb else end


def _left_open(flow: Flow, start: int) -> int:
    """Return where a quotation ends that opens what was said and never closes: with its paragraph."""
    number = flow.opens.get(start, flow.opens.get(start - 1))
    if number is None or flow.quotations[number].closed:
        return start
    return flow.closes[number]


def _leads_over(flow: Flow, closed: tuple[int, int], end: int, draft: Draft) -> bool:
    """Whether the reporter's own words follow the quotation: «…» في إشارة إلى، «…» رداً على."""
    after = closed[1] + 1
    if draft.nominal or closed[1] - closed[0] <= _MIN_QUOTED or after >= end:
        return False
    return flow.words[after] in function_words(flow.lang).get("after_quote", frozenset())


def _stops(flow: Flow, other: Draft, draft: Draft) -> bool:
    """Whether a later cue ends what was said at an earlier one: it is the same teller who goes on."""
    kind = other.form.cue.kind
    if kind in (CueKind.SOURCE, CueKind.TAIL):
        return other.direction is Direction.BACKWARD and flow.words[other.begins - 1] in _COMMAS | MARKS
    if other.direction is Direction.BACKWARD:
        return True
    if kind is CueKind.PARTICIPLE:
        return True
    if not other.joined:
        # «… التي أكد فيها أن …، أجاب فلان:» – after a relative clause the main one.
        main = draft.relative and not other.relative and other.subject is Subject.NAMED
        return main and other.begins > 0 and flow.words[other.begins - 1] in _COMMAS
    if other.relative:
        return other.begins < other.at
    if flow.lang == "ar" and other.subject is Subject.DROPPED and not agree(other.form, draft.form):
        return False
    if _breaks_agreement(flow, other, draft):
        return True
    if draft.nominal and other.offset and other.subject is Subject.DROPPED and other.form.tense == draft.form.tense:
        # A noun that was said cannot go on with a verb: «رحبت بالهدنة ودعت …».
        return True
    return other.begins > 0 and (flow.words[other.begins - 1] in _COMMAS | MARKS or other.begins < other.at)


def _breaks_agreement(flow: Flow, other: Draft, draft: Draft) -> bool:
    """Whether a joined verb cannot have the subject of the clause that was said, and so goes back to the teller.

    «ذكر المتحدث أن الانفصاليين يستخدمون أسلحة … ووصف الوضع»: one speaks of several, and one man describes.
    """
    if flow.lang != "ar" or not other.offset or other.subject is not Subject.DROPPED or other.form.tense != "past":
        return False
    said = gender(flow, draft.start) if draft.start < len(flow) else None
    several = draft.start < len(flow) and is_several(flow, draft.start)
    one = not other.form.plural and not other.form.feminine and draft.form.tense == "past"
    return one and agree(other.form, draft.form) and (several or said is True)


def _trimmed(flow: Flow, draft: Draft, start: int, end: int) -> Content | None:
    """Leave out marks, commas and stops at both edges, keep a closing bracket whose opening one is inside."""
    while start < end and flow.words[start] in _TRIMMED | {")", "-", "–"}:
        start += 1
    while end > start and flow.words[end - 1] in _TRIMMED | {"(", "-", "–"}:
        end -= 1
    if start >= end:
        return None
    trim = draft.trim if start == draft.start else 0
    span = flow.span(start, end)
    span = Span(span.start + trim, span.end)
    if span.start >= span.end:
        return None
    return Content(span, start, end, _kind(flow, start, end))


def _kind(flow: Flow, start: int, end: int) -> StatementKind:
    """Direct where marks enclose the whole, mixed where some words but a name stand in marks, else indirect."""
    if flow.quotation_of[start] >= 0 and flow.quotation_of[start] == flow.quotation_of[end - 1]:
        return StatementKind.DIRECT
    number = flow.opens.get(start - 1, -1)
    if number >= 0 and not flow.quotations[number].closed:
        return StatementKind.MIXED if any(flow.is_mark(i) for i in range(start, end)) else StatementKind.DIRECT
    i = start
    while i < end:
        number = flow.quotation_of[i]
        if number >= 0:
            stop = i
            while stop < end and flow.quotation_of[stop] == number:
                stop += 1
            unnamed = sum(n < 0 for n in flow.mention_of[i:stop])
            if unnamed == stop - i or unnamed > _MAX_TITLE:
                return StatementKind.MIXED
            i = stop
        i += 1
    return StatementKind.INDIRECT
