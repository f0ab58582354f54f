"""English acts of saying: each cue with its subject and the beginning of what was said."""

from __future__ import annotations

from ahlaf.reading.statements.cues import CueKind, Form, english_cues
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.english_before import content_before, cut_off_subject
from ahlaf.reading.statements.english_frames import find_frame
from ahlaf.reading.statements.english_phrases import closes_quotation, is_in, phrase_after, subject_before, verb_start
from ahlaf.reading.statements.flow import Flow

# Words after a source named first or inside a sentence at the least for them to be what was said.
_MIN_BEFORE = 3


def english_drafts(flow: Flow) -> list[Draft]:
    """Find every English cue of the document, in order."""
    table = english_cues()
    drafts: list[Draft] = []
    for i, word in enumerate(flow.words):
        if word not in table or flow.mention_of[i] >= 0 or not _may_be_verb(flow, i):
            continue
        for form in table[word]:
            if flow.words[i + 1 : i + 1 + len(form.words)] != form.words:
                continue
            draft = _draft(flow, i, form)
            if draft is not None:
                drafts.append(draft)
                break
    return drafts


def _may_be_verb(flow: Flow, i: int) -> bool:
    """Turn away names (the United States) and halves of compounds (so-called)."""
    if i == flow.sentence_start(i):
        return True
    return flow.tokens[i].text[0].islower() and flow.words[i - 1] != "-"


def _draft(flow: Flow, i: int, form: Form) -> Draft | None:
    after = i + 1 + len(form.words)
    kind = form.cue.kind
    if kind is CueKind.SOURCE:
        return _source(flow, i, after, form)
    if kind is CueKind.TAIL:
        return _make(flow, i, i, after, form, Subject.NOBODY, None, i, Direction.BACKWARD, "tail")
    if _prevented(flow, i, form):
        return None
    if kind is CueKind.PARTICIPLE:
        return _participle(flow, i, after, form)
    return _verb(flow, i, after, form)


def _prevented(flow: Flow, i: int, form: Form) -> bool:
    """Whether nothing was said: infinitives, modals, negations, nouns, passives."""
    start = verb_start(flow, i)
    if start == flow.sentence_start(i) or i == flow.sentence_start(i):
        return form.tense == "base"
    if is_in(flow, start - 1, "prevented"):
        return not (form.tense == "past" and is_in(flow, start - 1, "before_past"))
    if is_in(flow, i - 1, "possessive") and not is_in(flow, i - 1, "pronoun"):
        return True
    return form.tense == "past" and any(is_in(flow, k, "passive") for k in range(start, i))


def _verb(flow: Flow, i: int, after: int, form: Form) -> Draft | None:
    floor, end = flow.sentence_start(i), flow.sentence_end(i)
    phrase = subject_before(flow, i)
    inverted = None
    first = phrase.start if phrase is not None else verb_start(flow, i)
    if phrase is None and first > floor and (closes_quotation(flow, first - 1) or flow.words[first - 1] == ","):
        inverted = phrase_after(flow, after, end)
        if inverted.empty or not (closes_quotation(flow, first - 1) or _named(flow, inverted)):
            inverted = None
            phrase = cut_off_subject(flow, first, floor)
            first = phrase.start if phrase is not None else first
    closing = inverted.end if inverted is not None else after
    if inverted is None and form.cue.addresses and closing < end:
        closing = phrase_after(flow, after, end).end
    backward = content_before(flow, first, closing, floor, end, inverted is not None)
    if backward is not None and form.cue.frames & {"quote", "clause", "that"}:
        subject, speaker = _subject(flow, inverted or phrase)
        return _make(
            flow, i, first, after, form, subject, speaker, backward.start, backward.direction, backward.rule,
            backward.until,
        )  # fmt: skip
    if form.tense == "base" and not _several(flow, phrase):
        return None
    own = phrase is not None and is_in(flow, phrase.end - 1, "first_person")
    if own and form.cue.near:
        return None
    found = find_frame(flow, after, form)
    if found is None or (phrase is None and inverted is None and first > floor and not _joined(flow, first)):
        return None
    subject, speaker = _subject(flow, phrase)
    relative = phrase is not None and phrase.end - phrase.start == 0
    if first > floor and is_in(flow, first - 1, "relative") and flow.words[first - 1] == "who":
        speaker = _antecedent(flow, first - 1)
        subject, relative = (Subject.NAMED if speaker else Subject.DROPPED), True
    conjoined = first > floor and is_in(flow, first - 1, "conjunction")
    joined = conjoined or (first > floor and phrase is None)
    begins = first - 1 if conjoined else first
    rule = f"content after {found.name}"
    draft = _make(flow, i, begins, after, form, subject, speaker, found.start, Direction.FORWARD, rule)
    return _with(draft, joined=joined, relative=relative, nominal=found.name not in ("that", "clause", "quote", ":"),
                 addressee=_addressee(flow, after, found.at, form))  # fmt: skip


def _several(flow: Flow, phrase: Phrase | None) -> bool:
    """Whether a subject may take a verb without ending: a plural, a name, we and they."""
    if phrase is None or phrase.empty:
        return False
    last = phrase.end - 1
    return (
        flow.words[last].endswith("s")
        or flow.mention_of[last] >= 0
        or is_in(flow, last, "pronoun")
        or any(flow.words[k] == "and" for k in range(phrase.start, phrase.end))
    )


def _named(flow: Flow, phrase: Phrase) -> bool:
    """Whether a phrase names somebody: a mention or a capital in it."""
    return any(flow.mention_of[k] >= 0 or flow.tokens[k].text[0].isupper() for k in range(phrase.start, phrase.end))


def _joined(flow: Flow, first: int) -> bool:
    return flow.words[first - 1] == "," or is_in(flow, first - 1, "joiner")


def _subject(flow: Flow, phrase: Phrase | None) -> tuple[Subject, Phrase | None]:
    if phrase is None or (phrase.end - phrase.start == 1 and is_in(flow, phrase.start, "pronoun")):
        return Subject.DROPPED, None
    return Subject.NAMED, phrase


def _antecedent(flow: Flow, who: int) -> Phrase | None:
    end = who - 1 if flow.words[who - 1] == "," else who
    start = end
    floor = flow.sentence_start(who)
    while start > floor and flow.tokens[start - 1].is_word and not is_in(flow, start - 1, "preposition", "joiner"):
        start -= 1
    return Phrase(start, end) if start < end else None


def _participle(flow: Flow, i: int, after: int, form: Form) -> Draft | None:
    """«, adding that»: the subject is that of the main verb."""
    floor = flow.sentence_start(i)
    if i == floor or not (flow.words[i - 1] == "," or flow.is_mark(i - 1) or is_in(flow, i - 1, "conjunction")):
        return None
    found = find_frame(flow, after, form)
    if found is None:
        return None
    draft = _make(flow, i, i, after, form, Subject.DROPPED, None, found.start, Direction.FORWARD,
                  f"participle, content after {found.name}")  # fmt: skip
    return _with(draft, joined=True, relative=False, nominal=found.name not in ("that", "clause", "quote", ":"),
                 addressee=_addressee(flow, after, found.at, form))  # fmt: skip


def _source(flow: Flow, i: int, after: int, form: Form) -> Draft | None:
    floor, end = flow.sentence_start(i), flow.sentence_end(i)
    phrase = phrase_after(flow, after, end)
    if phrase.empty:
        return None
    leading = i - floor <= 1
    rest = phrase.end
    while rest < end and flow.words[rest] != ",":
        rest += 1
    if leading:
        start = min(rest + 1, end - 1)
        return _make(flow, i, i, after, form, Subject.NAMED, phrase, start, Direction.FORWARD, "source named first")
    around = rest < end and end - rest > _MIN_BEFORE and flow.words[i - 1] == ","
    direction = Direction.AROUND if around else Direction.BACKWARD
    return _make(flow, i, i, after, form, Subject.NAMED, phrase, floor, direction, "source named with a preposition")


def _addressee(flow: Flow, after: int, frame: int, form: Form) -> str | None:
    if not form.cue.addresses:
        return None
    for i in range(after, frame):
        mention = flow.mention_at(i)
        if mention is not None:
            return mention.actor
    return None


def _make(
    flow: Flow, at: int, begins: int, after: int, form: Form, subject: Subject, speaker: Phrase | None,
    start: int, direction: Direction, rule: str, until: int = -1,
) -> Draft:  # fmt: skip
    return Draft(
        at, begins, after, 0, form, subject, speaker, start, 0, direction, True, False, None, rule, until=until
    )  # fmt: skip


def _with(draft: Draft, *, joined: bool, relative: bool, nominal: bool, addressee: str | None) -> Draft:
    return Draft(
        draft.at, draft.begins, draft.after, draft.offset, draft.form, draft.subject, draft.speaker, draft.start,
        draft.trim, draft.direction, joined, relative, addressee, draft.rule, nominal,
    )  # fmt: skip
