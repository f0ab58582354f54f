"""English verbs of saying and of attitude: where what they tell stands."""

from __future__ import annotations

from ahlaf.model import SpeechAct
from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.english_before import content_before, cut_off_subject
from ahlaf.reading.statements.english_ends import content_end
from ahlaf.reading.statements.english_frames import Frame, find_frame
from ahlaf.reading.statements.english_lines import line_end
from ahlaf.reading.statements.english_phrases import closes_quotation, phrase_after, with_apposition_after
from ahlaf.reading.statements.english_stands import Stand, last_noun
from ahlaf.reading.statements.english_words import is_adverb, is_capital, is_in
from ahlaf.reading.statements.flow import Flow

_SPOKEN = frozenset({"quote", "clause", "that"})
_PARTICLES = frozenset({"as", "for", "of", "over", "to", "with"})
_PASSIVE = frozenset({"that", "to", "as", "wh", "quote", ":", "predicate"})
_OBJECTS = frozenset({"object", "predicate", "ing"})
# How many adverbs may stand between a passive and its "by".
_TO_AGENT = 3


def verb_draft(flow: Flow, i: int, form: Form, stand: Stand) -> Draft | None:
    """Return what the verb at token `i` tells, None where it tells nothing in this form."""
    after = i + 1 + len(form.words)
    agent = _agent(flow, after, form, stand)
    if agent is not None:
        return agent
    if stand.reduced:
        return None
    if "experiencer" in form.cue.frames:
        return _felt(flow, i, after, form, stand)
    if stand.passive:
        return _passive(flow, i, after, form, stand)
    if stand.own and flow.quotation_of[i] >= 0 and form.cue.act is not SpeechAct.SAYING:
        return None
    if not (stand.gerund or stand.relative or stand.unsaid) and form.cue.frames & _SPOKEN:
        found = _before(flow, i, after, form, stand)
        if found is not None:
            return found
    if stand.bare and not stand.joined and not stand.gerund:
        return None
    frame = find_frame(flow, after, form.cue)
    if frame is None and not stand.gerund:
        return _around_as(flow, i, after, form, stand)
    if (
        frame is None
        or (stand.own and form.cue.near and flow.quotation_of[i] >= 0)
        or (stand.infinitive and frame.bare)
    ):
        return None
    if frame.at == after and form.cue.takes_object and not form.cue.addresses and frame.name in _PARTICLES:
        # Without an object it is a passive drawn together: «a man accused of».
        return None
    rule = f"participle, content after {frame.name}" if stand.gerund else f"content after {frame.name}"
    return _forward(flow, i, after, form, stand, frame, rule)


def _forward(flow: Flow, i: int, after: int, form: Form, stand: Stand, frame: Frame, rule: str) -> Draft:
    if frame.start >= flow.sentence_end(i):
        # «Lavrov added:» and a new line: all of that is what was said.
        return Draft(
            i, stand.begins, after, 0, form, stand.subject, stand.speaker, frame.start, 0, Direction.AROUND, False,
            stand.relative, None, "content on the next line", until=line_end(flow, frame.start), unsaid=stand.unsaid,
        )  # fmt: skip
    return Draft(
        i, stand.begins, after, 0, form, stand.subject, stand.speaker, frame.start, 0, Direction.FORWARD,
        _goes_on(form, stand), stand.relative, _addressee(flow, after, frame.at, form), rule, frame.nominal,
        content_end(flow, frame, enclosed=_enclosed(flow, stand)), stand.unsaid,
    )  # fmt: skip


def _goes_on(form: Form, stand: Stand) -> bool:
    """Whether the verb goes on with what the teller of the clause before does: «said that …, and added»."""
    return stand.joined and (stand.gerund or form.cue.act is SpeechAct.SAYING)


def _enclosed(flow: Flow, stand: Stand) -> bool:
    """Whether a verb stands in a relative clause that a comma opens: «Lavrov, who said that …, left»."""
    return stand.relative and not stand.gerund and flow.words[stand.begins - 1] == ","


def _before(flow: Flow, i: int, after: int, form: Form, stand: Stand) -> Draft | None:
    """A content before the verb or around it."""
    floor, end = flow.sentence_start(i), flow.sentence_end(i)
    if after < end and flow.words[after] == ":":
        return None
    if flow.quotation_of[i] >= 0:
        floor = _opening(flow, i, floor)
    first, speaker, subject = stand.first, stand.speaker, stand.subject
    inverted = None
    if stand.bare and first > floor and (closes_quotation(flow, first - 1) or flow.words[first - 1] == ","):
        inverted = phrase_after(flow, after, end)
        if inverted.empty or not (closes_quotation(flow, first - 1) or _named(flow, inverted)):
            inverted = None
            speaker = cut_off_subject(flow, first, floor)
            if speaker is None and not closes_quotation(flow, first - 1):
                return None
            first = speaker.start if speaker is not None else first
        else:
            inverted = with_apposition_after(flow, inverted, end)
            speaker = inverted
        subject = Subject.NAMED if speaker is not None else subject
    closing = inverted.end if inverted is not None else after
    if inverted is None and form.cue.addresses and closing < end and not is_in(flow, closing, "preposition"):
        hearer = phrase_after(flow, after, end)
        closing = next((k for k in range(hearer.start, hearer.end) if flow.words[k] in form.cue.frames), hearer.end)
    if closing < end and flow.words[closing] in form.cue.frames:
        return None
    if speaker is not None and speaker.end - speaker.start == 1 and is_in(flow, speaker.start, "pronoun"):
        subject, speaker = Subject.DROPPED, None
    found = content_before(flow, first, closing, floor, end, inverted is not None)
    if found is None:
        return None
    return Draft(
        i, first, after, 0, form, subject, speaker, found.start, 0, found.direction, True, False, None, found.rule,
        until=found.until,
    )  # fmt: skip


def _opening(flow: Flow, i: int, floor: int) -> int:
    """The first token of the sentence of token `i` that stands in the same quotation."""
    number = flow.quotation_of[i]
    while i > floor and flow.quotation_of[i - 1] == number:
        i -= 1
    return i


def _around_as(flow: Flow, i: int, after: int, form: Form, stand: Stand) -> Draft | None:
    """«…, as Lavrov noted, …»: the sentence around the clause is what was said."""
    floor, end = flow.sentence_start(i), flow.sentence_end(i)
    opens = stand.begins - 1
    if opens < floor or flow.words[opens] != "as" or not form.cue.frames & _SPOKEN or stand.unsaid:
        return None
    if after < end - 1 and flow.words[after] != ",":
        return None
    if opens == floor:
        start, direction = min(after + 1, end - 1), Direction.FORWARD
    else:
        start, direction = floor, Direction.BACKWARD if after >= end - 1 else Direction.AROUND
    return Draft(
        i, opens, after, 0, form, stand.subject, stand.speaker, start, 0, direction, False, False, None,
        "content around a clause with as",
    )  # fmt: skip


def _named(flow: Flow, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: a mention or a capital in it."""
    return any(flow.mention_of[k] >= 0 or is_capital(flow, k) for k in range(phrase.start, phrase.end))


def _agent(flow: Flow, after: int, form: Form, stand: Stand) -> Draft | None:
    """A passive with its agent: «the plan was backed by Ankara», «the sanctions imposed by Paris»."""
    if form.tense not in ("past", "perfect") or stand.gerund or not form.cue.frames & _OBJECTS or stand.unsaid:
        return None
    end = flow.sentence_end(after - 1)
    by = after
    while by < min(end, after + _TO_AGENT) and (is_adverb(flow, by) or is_in(flow, by, "time")):
        by += 1
    if by + 1 >= end or flow.words[by] != "by" or flow.words[by + 1].endswith("ing"):
        return None
    speaker = phrase_after(flow, by + 1, end)
    if speaker.empty or is_in(flow, by + 1, "time"):
        return None
    if stand.speaker is None:
        return None
    content = stand.speaker if stand.passive else last_noun(flow, stand.speaker)
    at = after - 1 - len(form.words)
    return Draft(
        at, content.end, after, 0, form, Subject.NAMED, speaker, content.start, 0, Direction.FORWARD, False, True, None,
        "passive with its agent", until=content.end,
    )  # fmt: skip


def _passive(flow: Flow, i: int, after: int, form: Form, stand: Stand) -> Draft | None:
    """A passive of which nobody is named: «it was announced that», «he was told to», «is expected to»."""
    if stand.opening and not form.cue.addresses:
        return None
    frame = find_frame(flow, after, form.cue)
    if frame is None and flow.words[after : after + 1] == ("to",) and form.cue.frames & _SPOKEN:
        # «is said to», «are believed to»
        frame = Frame("to", after, after + 1)
    blamed = form.cue.takes_object and not form.cue.addresses
    if frame is None or not (frame.name in _PASSIVE or stand.opening or (blamed and frame.name in _PARTICLES)):
        return None
    if form.cue.act is SpeechAct.STANCE:
        return None
    addressee = None
    if form.cue.addresses and stand.speaker is not None:
        mentions = (flow.mention_at(k) for k in range(stand.speaker.start, stand.speaker.end))
        addressee = next((m.actor for m in mentions if m is not None), None)
    return Draft(
        i, stand.begins, after, 0, form, Subject.NOBODY, None, frame.start, 0, Direction.FORWARD, stand.joined,
        stand.relative, addressee, f"passive, content after {frame.name}", frame.nominal, content_end(flow, frame),
        stand.unsaid,
    )  # fmt: skip


def _felt(flow: Flow, i: int, after: int, form: Form, stand: Stand) -> Draft | None:
    """«The plan worries Ankara»: the subject is what is felt about, the object who feels."""
    subject = stand.speaker
    if subject is None and stand.begins < i and is_in(flow, i - 1, "pronoun") and not stand.own:
        subject = Phrase(i - 1, i)
    end = flow.sentence_end(i)
    speaker = phrase_after(flow, after, end)
    if subject is None or not _nominal(flow, subject):
        return None
    if stand.passive or stand.gerund or speaker.empty or is_in(flow, speaker.start, "preposition"):
        return None
    return Draft(
        i, subject.end, after, 0, form, Subject.NAMED, speaker, subject.start, 0, Direction.FORWARD, False, True, None,
        "content is the subject", until=subject.end, unsaid=stand.unsaid,
    )  # fmt: skip


def _nominal(flow: Flow, phrase: Phrase) -> bool:
    """Whether a phrase is surely a noun phrase: by its first word, or a pronoun by itself."""
    start = phrase.start
    if is_in(flow, start, "pronoun"):
        return phrase.end - start == 1
    return is_in(flow, start, "determiner", "several") or is_capital(flow, start) or flow.mention_of[start] >= 0


def _addressee(flow: Flow, after: int, frame: int, form: Form) -> str | None:
    if not form.cue.addresses:
        return None
    for i in range(after, frame):
        mention = flow.mention_at(i)
        if mention is not None:
            return mention.actor
    return None
