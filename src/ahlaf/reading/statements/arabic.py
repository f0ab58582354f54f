"""Arabic acts of saying: each cue with its subject and the beginning of what was said."""

from __future__ import annotations

from ahlaf.reading.statements.arabic_frames import OBJECT, THAT, Frame, complementisers, find_frame, prepositions_of
from ahlaf.reading.statements.arabic_phrases import is_definite, noun_phrase, skip_adverbials, spot_at
from ahlaf.reading.statements.arabic_subjects import antecedent, subject_before
from ahlaf.reading.statements.cues import CueKind, Form, arabic_cues
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

# How many tokens after a cue its content may begin at the latest.
_REACH = 45
_COMMAS = frozenset(",،;؛")


def arabic_drafts(flow: Flow) -> list[Draft]:
    """Find every Arabic cue of the document, in order."""
    table = arabic_cues()
    hits: dict[int, tuple[Form, int]] = {}
    for i, word in enumerate(flow.words):
        if word in table or (word[0] in "وف" and word[1:] in table):
            found = spot_at(flow, i, table)
            if found is not None and _is_reading(flow, i, *found):
                hits[i] = found
    forms = {i: form for i, (form, _) in hits.items()}
    drafts = [_draft(flow, i, form, offset, forms) for i, (form, offset) in hits.items()]
    return [draft for draft in drafts if draft is not None]


def _is_reading(flow: Flow, i: int, form: Form, offset: int) -> bool:
    """Turn away words that are only written like a cue."""
    text = flow.tokens[i].text[offset:]
    mention = flow.mention_at(i)
    if mention is not None and mention.span.start <= flow.tokens[i].span.start + offset:
        return False
    if form.cue.kind in (CueKind.VERB, CueKind.PARTICIPLE) and i > flow.sentence_start(i):
        before = flow.words[i - 1]
        if form.cue.kind is CueKind.VERB and before in function_words("ar")["preposition"] and not offset:
            return before == "كما"
    # رأى and نفى are verbs, رأي and نفي nouns: the last letter tells them apart.
    return not (form.tense == "past" and not form.feminine and not form.plural and text.endswith("ي"))


def _draft(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    kind = form.cue.kind
    if kind is CueKind.SOURCE:
        return _source(flow, i, form, offset)
    if kind is CueKind.TAIL:
        return _bare(flow, i, form, offset)
    return _verb(flow, i, form, offset, forms)


def _limit(flow: Flow, i: int, after: int, forms: dict[int, Form]) -> int:
    """Where the search for the content's beginning ends: the next participle or joined verb, the sentence's end."""
    limit = min(flow.sentence_end(i), after + _REACH)
    for j in range(after, limit):
        form = forms.get(j)
        if form is None:
            continue
        if form.cue.kind is CueKind.PARTICIPLE and j > after:
            return j
        if form.cue.kind is CueKind.VERB and flow.words[j][0] == "و" and flow.words[j - 1] in _COMMAS:
            return j
    return limit


def _verb(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    after = i + 1 + len(form.words)
    limit = _limit(flow, i, after, forms)
    introducers = complementisers() | prepositions_of(form)
    first = skip_adverbials(flow, after, limit, introducers)
    phrase = Phrase(first, first)
    if form.cue.kind is CueKind.VERB:
        phrase = noun_phrase(flow, first, limit, forms)
    frame = find_frame(flow, after, phrase.end, limit, form)
    named = not phrase.empty and form.cue.kind is CueKind.VERB
    if frame is not None and frame.at <= phrase.start:
        named = False
    if frame is None:
        frame, named = _object(flow, after, phrase, limit, form, introducers)
    begins = _clause_start(flow, i)
    relayed = _relayed(flow, i)
    if frame is None or (frame.name == OBJECT and relayed):
        return _relayed_draft(flow, i, begins, form, offset, phrase) if relayed and not phrase.empty else None
    subject, speaker, rule, relative = _subject(flow, i, form, offset, phrase if named else None, forms)
    return Draft(
        at=i,
        begins=begins,
        after=after,
        offset=offset,
        form=form,
        subject=subject,
        speaker=speaker,
        start=frame.start,
        trim=frame.trim,
        direction=Direction.FORWARD,
        joined=offset > 0 or begins < i,
        relative=relative,
        addressee=None,
        rule=f"{rule}, content after {frame.name}" if frame.name != OBJECT else f"{rule}, content as object",
    )


def _object(
    flow: Flow, after: int, phrase: Phrase, limit: int, form: Form, introducers: frozenset[str]
) -> tuple[Frame | None, bool]:
    """Read the content as a bare object, with the phrase as subject only if a noun follows it."""
    if OBJECT not in form.cue.frames or (form.cue.strict and form.cue.kind is CueKind.VERB):
        return None, False
    classes = function_words("ar")
    if not phrase.empty:
        rest = skip_adverbials(flow, phrase.end, limit, introducers)
        head = flow.words[phrase.start]
        plausible = is_definite(head) or any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])
        follows = rest < limit and flow.tokens[rest].is_word and flow.words[rest] not in classes["relative"]
        if plausible and follows:
            return Frame(OBJECT, rest, rest), True
        if form.cue.lemma == "قال":
            return None, False
    start = after
    if start < limit and flow.words[start] in classes["addressee_pronoun"] | classes["resumptive"]:
        start += 1
    if form.cue.lemma == "قال" or start >= limit or not (flow.tokens[start].is_word or flow.is_mark(start)):
        return None, False
    return Frame(OBJECT, start, start), False


def _clause_start(flow: Flow, i: int) -> int:
    """Return the token where the cue's clause begins: a joining word (كما، فيما) before it, or the cue."""
    joiners = function_words("ar")["joiner"] | function_words("ar")["auxiliary"]
    begins, floor = i, flow.sentence_start(i)
    while begins > floor and flow.words[begins - 1] in joiners:
        begins -= 1
    return begins


def _relayed(flow: Flow, i: int) -> bool:
    """Whether the cue stands in a clause that names who passed the words on: «حسبما نقلت»، «وفق ما أعلنت»."""
    if i == flow.sentence_start(i):
        return False
    before = flow.words[i - 1]
    if before not in function_words("ar")["relayed"]:
        return False
    return before != "ما" or (i - 2 >= 0 and flow.words[i - 2].lstrip("و") in ("وفق", "فق", "بحسب", "حسب", "وفقا"))


def _relayed_draft(flow: Flow, i: int, begins: int, form: Form, offset: int, phrase: Phrase) -> Draft:
    start = i - 2 if flow.words[i - 1] == "ما" else i - 1
    return Draft(
        at=i,
        begins=min(begins, start),
        after=phrase.end,
        offset=offset,
        form=form,
        subject=Subject.NAMED,
        speaker=phrase,
        start=flow.sentence_start(i),
        trim=0,
        direction=Direction.BACKWARD,
        joined=True,
        relative=False,
        addressee=None,
        rule="relayed clause after what was said",
    )


def _subject(
    flow: Flow, i: int, form: Form, offset: int, after: Phrase | None, forms: dict[int, Form]
) -> tuple[Subject, Phrase | None, str, bool]:
    if form.cue.kind is CueKind.PASSIVE:
        return Subject.NOBODY, None, "passive", False
    if form.cue.kind is CueKind.PARTICIPLE:
        return Subject.DROPPED, None, "participle of the main subject", False
    if form.cue.kind is CueKind.NOUN:
        return Subject.DROPPED, None, "noun of saying", False
    relative = i > flow.sentence_start(i) and flow.words[i - 1] in function_words("ar")["relative"]
    if relative and after is None and not form.suffix:
        resumptive = i + 1 < len(flow) and flow.words[i + 1] in function_words("ar")["resumptive"]
        found = None if resumptive else antecedent(flow, i - 1, forms)
        if found is not None:
            return Subject.NAMED, found, "relative clause", True
    if after is not None:
        if form.cue.takes_object and not form.suffix:
            parted = _part(flow, i, form, after, offset, forms)
            if parted is not None:
                return parted
        return Subject.NAMED, after, "verb and subject", relative
    if not offset and not relative:
        found = subject_before(flow, i, forms)
        if found is not None:
            return Subject.NAMED, found, "subject and verb", False
    return Subject.DROPPED, None, "dropped subject", relative


def _part(
    flow: Flow, i: int, form: Form, after: Phrase, offset: int, forms: dict[int, Form]
) -> tuple[Subject, Phrase | None, str, bool] | None:
    """Tell the object of «اتهم إيران بـ» from its subject: a lone phrase is the object if a subject stands before."""
    relative = i > flow.sentence_start(i) and flow.words[i - 1] in function_words("ar")["relative"]
    if relative:
        found = antecedent(flow, i - 1, forms)
        return (Subject.NAMED, found, "relative clause", True) if found is not None else None
    if not offset:
        found = subject_before(flow, i, forms)
        if found is not None:
            return Subject.NAMED, found, "subject and verb", False
    if form.cue.lemma == "اتهم" and _alone(flow, after):
        return Subject.DROPPED, None, "dropped subject", False
    return None


def _alone(flow: Flow, phrase: Phrase) -> bool:
    """Whether ب follows the phrase at once, so that it is itself the one accused."""
    return phrase.end < len(flow) and flow.words[phrase.end].startswith("ب")


def _source(flow: Flow, i: int, form: Form, offset: int) -> Draft | None:
    after = i + 1 + len(form.words)
    joined_l = bool(form.words) and form.words[-1] == "ل"
    first = after - 1 if joined_l else after
    limit = flow.sentence_end(i)
    if first >= limit or flow.words[first] in ("ما",) or not (flow.tokens[first].is_word or flow.is_mark(first)):
        return None
    phrase = noun_phrase(flow, first, limit, {})
    if phrase.empty:
        return None
    start = flow.sentence_start(i)
    leading = i - start <= 1
    rest = phrase.end
    while rest < limit and flow.words[rest] in _COMMAS:
        rest += 1
    direction = Direction.BACKWARD
    if leading:
        direction = Direction.FORWARD
    elif rest > phrase.end and limit - rest > 2:
        direction = Direction.AROUND
    content = rest if leading else start
    if leading and content < limit and flow.words[content] in ("فقد", "فان", "ان"):
        content += 1
    if content >= limit:
        return None
    return Draft(
        at=i,
        begins=i,
        after=phrase.end,
        offset=offset,
        form=form,
        subject=Subject.NAMED,
        speaker=phrase,
        start=content,
        trim=0,
        direction=direction,
        joined=True,
        relative=False,
        addressee=None,
        rule="source named with a preposition",
        resume=rest,
    )


def _bare(flow: Flow, i: int, form: Form, offset: int) -> Draft:
    """A tail («على حد قوله») is no statement, but what was said ends before it."""
    return Draft(
        at=i,
        begins=i,
        after=i + 1 + len(form.words),
        offset=offset,
        form=form,
        subject=Subject.NOBODY,
        speaker=None,
        start=i,
        trim=0,
        direction=Direction.BACKWARD,
        joined=True,
        relative=False,
        addressee=None,
        rule="tail",
    )


__all__ = ["THAT", "arabic_drafts"]
