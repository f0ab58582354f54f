"""Arabic acts of saying: each cue with its subject and the beginning of what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ahlaf.language import normal
from ahlaf.reading.statements.arabic_agreement import is_spoken_to
from ahlaf.reading.statements.arabic_frames import (
    COLON,
    OBJECT,
    QUOTE,
    THAT,
    Frame,
    complementisers,
    find_frame,
    prepositions_of,
)
from ahlaf.reading.statements.arabic_phrases import (
    clitic_b,
    is_definite,
    noun_phrase,
    skip_adverbials,
    spot_at,
    with_apposition,
)
from ahlaf.reading.statements.arabic_sources import (
    can_say,
    is_relayed,
    passing_on,
    quoted_subject,
    relayed_draft,
    source_draft,
    tail_draft,
)
from ahlaf.reading.statements.arabic_subjects import antecedent, subject_before
from ahlaf.reading.statements.cues import CueKind, Form, arabic_cues
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

# How many tokens after a cue its content may begin at the latest.
_REACH = 45
_SAY = "قال"
_COMMAS = frozenset(",،;؛")


def arabic_drafts(flow: Flow) -> list[Draft]:
    """Find every Arabic cue of the document, in order."""
    table = arabic_cues()
    hits: dict[int, tuple[Form, int]] = {}
    for i, word in enumerate(flow.words):
        if word in table or (word[0] in "وف" and word[1:] in table):
            found = spot_at(flow, i, table)
            if found is None or not _is_reading(flow, i, *found):
                continue
            # «وأضاف قائلا» is one act of saying, brought in as speech.
            if found[0].cue.lemma == _SAY and found[0].cue.kind is CueKind.PARTICIPLE and i - 1 in hits:
                hits[i - 1] = (_as_speech(hits[i - 1][0], found[0]), hits[i - 1][1])
            else:
                hits[i] = found
    # Backwards, so that each cue is bounded only by later words that did turn out to be cues.
    forms = {i: form for i, (form, _) in hits.items()}
    drafts: list[Draft] = []
    for i, (form, offset) in reversed(hits.items()):
        draft = _draft(flow, i, form, offset, forms)
        if draft is None:
            # «ونقلت عنه وكالة … قوله»: no act of saying of its own, but still where the one before it ends.
            if not form.cue.passes_on:
                del forms[i]
        else:
            drafts.append(draft)
    return drafts[::-1]


def _as_speech(form: Form, saying: Form) -> Form:
    """The same form with the frames of saying besides its own."""
    return replace(form, cue=replace(form.cue, frames=form.cue.frames | (saying.cue.frames - {OBJECT})))


def _is_reading(flow: Flow, i: int, form: Form, offset: int) -> bool:
    """Turn away words that are only written like a cue."""
    text = flow.tokens[i].text[offset:]
    mention = flow.mention_at(i)
    if mention is not None and mention.span.start <= flow.tokens[i].span.start + offset:
        return False
    classes = function_words("ar")
    if flow.words[i][offset:] in classes["not_cue"]:
        return False
    if form.suffix and text.endswith("ة"):
        # «دعوة» is the noun, not «دعوه».
        return False
    if form.cue.kind in (CueKind.VERB, CueKind.PARTICIPLE) and i > flow.sentence_start(i) and not offset:
        before = flow.words[i - 1]
        if before == "غير" or before in classes["negation"] or (before in classes["preposition"] and before != "كما"):
            return False
    inside = i > flow.sentence_start(i) and not offset
    if form.cue.kind is CueKind.VERB and inside and _is_preposition(flow, i, form):
        return False
    # رأى and نفى are verbs, رأي and نفي nouns: the last letter tells them apart.
    return not (form.tense == "past" and not form.feminine and not form.plural and text.endswith("ي"))


def _is_preposition(flow: Flow, i: int, form: Form) -> bool:
    """Whether the word is rather the preposition written like it, عبر "across": no عن follows, no clause begins."""
    if flow.words[i] not in function_words("ar")["preposition"] or form.cue.joined:
        return False
    following = flow.words[i + 1] if i + 1 < len(flow) else ""
    return normal(following) not in form.cue.frames and flow.tokens[i - 1].is_word


def _draft(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    kind = form.cue.kind
    if kind is CueKind.SOURCE:
        return source_draft(flow, i, form, offset)
    if kind is CueKind.TAIL:
        return tail_draft(flow, i, form, offset)
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
        if form.cue.kind is CueKind.VERB and flow.words[j][0] == "و" and forms[j].cue.lemma[0] != "و":
            return j
    return limit


def _verb(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    after = i + 1 + len(form.words)
    limit = _limit(flow, i, after, forms)
    introducers = complementisers() | prepositions_of(form)
    first = skip_adverbials(flow, after, limit, introducers)
    phrase = Phrase(first, first)
    head = _before(flow, i, form, offset, forms)
    if form.cue.kind is CueKind.TEXT:
        phrase = noun_phrase(flow, after, limit, forms)
    elif form.cue.kind is CueKind.VERB and head is None:
        narrow = form.cue.takes_object or (OBJECT in form.cue.frames and form.cue.lemma != _SAY)
        phrase = _subject_phrase(flow, first, limit, forms, narrow=narrow)
        phrase = with_apposition(flow, phrase, limit, introducers)
    rest = skip_adverbials(flow, phrase.end, limit, introducers)
    frame = find_frame(flow, after, phrase.end, rest, limit, form)
    if frame is not None and not _close_enough(flow, frame, after, rest, limit, form, offset):
        return None
    if frame is None and form.cue.kind is CueKind.QUOTED:
        return None
    named = not phrase.empty and not (form.cue.takes_object and is_spoken_to(flow, phrase, form))
    if named and flow.words[phrase.start] in function_words("ar")["not_subject"]:
        named, phrase = False, Phrase(first, first)
        rest = first
    if frame is not None and frame.at <= phrase.start:
        named = False
    if frame is None and _resumed(flow, i, form):
        start = rest + 1 if rest < limit and rest == phrase.end else rest
        frame = Frame("عنها", start, start) if start < limit else None
    if frame is None:
        frame, named = _object(flow, after, phrase, rest, limit, form)
    begins = _clause_start(flow, i)
    relayed = is_relayed(flow, i)
    if frame is None or (frame.name == OBJECT and relayed):
        return relayed_draft(flow, i, begins, form, offset, phrase) if relayed and not phrase.empty else None
    if head is not None and head.relative and frame.name == OBJECT and not can_say(flow, head.phrase):
        # «المباريات التي تؤكد جاهزيته» tells nobody's words.
        return None
    if _is_held_of(flow, i, offset, frame, form):
        return None
    subject, speaker, rule, relative = _subject(flow, i, form, phrase if named else None, head)
    if form.cue.passes_on or form.cue.kind is CueKind.QUOTED:
        if any(forms[j].cue.kind is CueKind.QUOTED for j in range(after, frame.at) if j in forms):
            return None
        subject, speaker, rule = quoted_subject(flow, i, frame.at, form)
        begins = passing_on(flow, i, forms)
    coordinated = head is not None and flow.words[head.phrase.start][0] == "و"
    return Draft(
        at=i,
        begins=head.phrase.start if head is not None and coordinated else begins,
        after=after,
        offset=offset,
        form=form,
        subject=subject,
        speaker=speaker,
        start=frame.start,
        trim=frame.trim,
        direction=Direction.FORWARD,
        joined=coordinated or (not relative and (offset > 0 or begins < i)),
        relative=relative or flow.words[i - 1] == "ما",
        addressee=_addressee(flow, after, phrase if named else Phrase(after, after), frame.at, form),
        rule=f"{rule}, content after {frame.name}" if frame.name != OBJECT else f"{rule}, content as object",
        nominal=frame.name not in (THAT, COLON, QUOTE),
    )


def _close_enough(flow: Flow, frame: Frame, after: int, rest: int, limit: int, form: Form, offset: int) -> bool:
    """Whether the frame stands where the cue's form wants it: participles and «قوله» have no subject before it."""
    if form.cue.joined and form.cue.kind is CueKind.VERB:
        return offset > 0 or frame.at == after
    if form.cue.kind not in (CueKind.PARTICIPLE, CueKind.QUOTED) or frame.at in (after, rest):
        return True
    if not form.cue.takes_object:
        return False
    object_end = noun_phrase(flow, rest, limit, {}).end
    return frame.at <= skip_adverbials(flow, object_end, limit, complementisers() | prepositions_of(form))


def _subject_phrase(flow: Flow, first: int, limit: int, forms: dict[int, Form], *, narrow: bool) -> Phrase:
    """The phrase after the verb; a bare pronoun («هؤلاء») stands alone."""
    if first < limit and narrow and flow.words[first] in function_words("ar")["pronoun"]:
        return Phrase(first, first + 1)
    return noun_phrase(flow, first, limit, forms, narrow=narrow)


def _resumed(flow: Flow, i: int, form: Form) -> bool:
    """Whether the cue stands in «التي عبر عنها فلان»: its preposition has gone to the pronoun."""
    after = i + 1
    return after < len(flow) and "عن" in form.cue.frames and flow.words[after] in function_words("ar")["about_pronoun"]


def _is_held_of(flow: Flow, i: int, offset: int, frame: Frame, form: Form) -> bool:
    """Whether the verb is passive: «الذي يعتقد أنه كان»: nobody is said to believe it."""
    classes = function_words("ar")
    before = flow.words[i - 1] if i > flow.sentence_start(i) else ""
    if frame.at == i + 1 and flow.words[i][offset:] in classes["impersonal"] and form.tense == "present":
        return frame.name == THAT
    if form.tense != "present" or not (before in classes["relative"] or before in classes["auxiliary"]):
        return False
    adjacent = frame.at == i + 1
    return adjacent and flow.words[i] in classes["held"]


def _object(flow: Flow, after: int, phrase: Phrase, rest: int, limit: int, form: Form) -> tuple[Frame | None, bool]:
    """Read the content as a bare object, with the phrase as subject only if a noun follows it."""
    classes = function_words("ar")
    shown = not phrase.empty and flow.words[phrase.start] in classes["document"]
    if OBJECT not in form.cue.frames or (form.cue.strict and form.cue.kind is CueKind.VERB and not shown):
        return None, False
    if not phrase.empty:
        plausible = (
            shown or is_definite(flow, phrase.start) or any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])
        )
        follows = rest < limit and flow.tokens[rest].is_word and _may_be_object(flow, rest)
        if plausible and follows:
            return Frame(OBJECT, rest, rest), True
        if form.cue.lemma == _SAY:
            return None, False
    start = skip_adverbials(flow, after, limit, frozenset())
    if form.cue.lemma == _SAY or start >= limit or not _may_be_object(flow, start):
        return None, False
    return Frame(OBJECT, start, start), False


def _may_be_object(flow: Flow, i: int) -> bool:
    """Whether a bare object may begin at token `i`: a noun, but no clause («فإنه») and nothing under a preposition."""
    if not flow.tokens[i].is_word:
        return flow.is_mark(i)
    word = flow.words[i]
    if word.startswith("وال") and is_definite(flow, i):
        return False
    return word[1:] not in complementisers() and not clitic_b(flow, i) and word not in function_words("ar")["relative"]


def _clause_start(flow: Flow, i: int) -> int:
    """Return the token where the cue's clause begins: a joining word (كما، فيما) before it, or the cue."""
    classes = function_words("ar")
    joiners = classes["joiner"] | classes["auxiliary"]
    begins, floor = i, flow.sentence_start(i)
    while begins > floor and flow.words[begins - 1] in joiners:
        begins -= 1
    return begins


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a verb as its subject: a phrase, by relative clause or by subject–verb order."""

    phrase: Phrase
    rule: str
    relative: bool


def _before(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> _Head | None:
    """Return the subject before the verb, if there is one."""
    if form.cue.kind is not CueKind.VERB or offset or i == flow.sentence_start(i):
        return None
    classes = function_words("ar")
    start = i
    while start > flow.sentence_start(i) and flow.words[start - 1] in classes["auxiliary"]:
        start -= 1
    if start > flow.sentence_start(i) and flow.words[start - 1] in classes["relative"]:
        resumptive = i + 1 < len(flow) and flow.words[i + 1] in classes["resumptive"]
        found = None if resumptive or form.suffix else antecedent(flow, start - 1, forms)
        return _Head(found, "relative clause", True) if found is not None else None
    found = subject_before(flow, i, forms)
    return _Head(found, "subject and verb", False) if found is not None else None


def _subject(
    flow: Flow, i: int, form: Form, after: Phrase | None, head: _Head | None
) -> tuple[Subject, Phrase | None, str, bool]:
    if form.cue.kind is CueKind.PASSIVE:
        return Subject.NOBODY, None, "passive", False
    if form.cue.kind is CueKind.PARTICIPLE:
        return Subject.DROPPED, None, "participle of the main subject", False
    if form.cue.kind in (CueKind.NOUN, CueKind.QUOTED):
        return Subject.DROPPED, None, "noun of saying", False
    if head is not None:
        return Subject.NAMED, head.phrase, head.rule, head.relative
    relative = i > flow.sentence_start(i) and flow.words[i - 1] in function_words("ar")["relative"]
    if after is None or (form.cue.lemma == "اتهم" and _alone(flow, after)):
        return Subject.DROPPED, None, "dropped subject", relative
    if flow.words[after.start] in function_words("ar")["pronoun"] and after.end - after.start == 1:
        return Subject.DROPPED, None, "pronoun as subject", relative
    return Subject.NAMED, after, "verb and subject", relative


def _addressee(flow: Flow, after: int, phrase: Phrase, frame: int, form: Form) -> str | None:
    """The actor spoken to: after ل, or the object of a verb that takes the one addressed as its object."""
    for i in range(after, min(frame, len(flow))):
        mention = flow.mention_at(i)
        if mention is None or phrase.start <= i < phrase.end:
            continue
        if mention.span.start == flow.tokens[i].span.start + 1 and flow.words[i][0] == "ل":
            return mention.actor
        if form.cue.addresses and i >= phrase.end and flow.words[i - 1] not in function_words("ar")["preposition"]:
            return mention.actor
    return None


def _alone(flow: Flow, phrase: Phrase) -> bool:
    """Whether ب follows the phrase at once, so that it is itself the one accused."""
    return phrase.end < len(flow) and flow.words[phrase.end].startswith("ب")
