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
from ahlaf.reading.statements.arabic_objects import bare_object
from ahlaf.reading.statements.arabic_phrases import (
    is_definite,
    is_word_class,
    noun_phrase,
    skip_adverbials,
    spot_at,
    with_apposition,
)
from ahlaf.reading.statements.arabic_readings import is_held_of, is_reading
from ahlaf.reading.statements.arabic_sources import (
    can_say,
    masdar_draft,
    may_tell,
    passing_on,
    quoted_subject,
    relayed_draft,
    source_draft,
    tail_draft,
    told_before,
)
from ahlaf.reading.statements.arabic_subjects import antecedent, subject_before, topic_before
from ahlaf.reading.statements.cues import CueKind, Form, arabic_cues
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

# How many tokens after a cue its content may begin at the latest.
_REACH = 45
# How many words may stand between a verb and its «قائلا»; verbs with no other frames than these wait for it.
_SAYING_REACH = 10
_SPEECH = frozenset({THAT, COLON, QUOTE})
_NOT = "عدم"
_SAY, _RELAY, _ASK, _ACCUSE, _DESCRIBE = "قال", "نقل", "طلب", "اتهم", "وصف"


def arabic_drafts(flow: Flow) -> list[Draft]:
    """Find every Arabic cue of the document, in order."""
    table = arabic_cues()
    hits: dict[int, tuple[Form, int]] = {}
    for i, word in enumerate(flow.words):
        if word in table or (word[0] in "وف" and word[1:] in table):
            found = spot_at(flow, i, table)
            if found is None or not is_reading(flow, i, *found):
                continue
            # «وأضاف قائلا»، «وأضاف البيان قائلا»: one act of saying, brought in as speech.
            told = _told_by(flow, i, hits) if _is_saying(found[0]) else None
            if told is not None:
                hits[told] = (_as_speech(hits[told][0], found[0]), hits[told][1])
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


def _is_saying(form: Form) -> bool:
    return form.cue.lemma == _SAY and form.cue.kind is CueKind.PARTICIPLE


def _told_by(flow: Flow, i: int, hits: dict[int, tuple[Form, int]]) -> int | None:
    """Return the verb that «قائلا» at token `i` goes with: right before it, or one that waits for its content."""
    if i - 1 in hits:
        return i - 1
    floor = max(flow.sentence_start(i), i - _SAYING_REACH)
    j = next((j for j in range(i - 1, floor - 1, -1) if j in hits or not flow.tokens[j].is_word), None)
    if j is None or j not in hits or hits[j][0].cue.kind is not CueKind.VERB:
        return None
    return j if hits[j][0].cue.strict and hits[j][0].cue.frames <= _SPEECH else None


def _as_speech(form: Form, saying: Form) -> Form:
    """The same form with the frames of saying besides its own."""
    return replace(form, cue=replace(form.cue, frames=form.cue.frames | (saying.cue.frames - {OBJECT})))


def _draft(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    kind = form.cue.kind
    if kind is CueKind.SOURCE:
        return source_draft(flow, i, form, offset)
    if kind is CueKind.TAIL:
        return tail_draft(flow, i, form, offset)
    if kind is CueKind.MASDAR:
        return masdar_draft(flow, i, form, offset)
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


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands before a verb as its subject: a phrase, by relative clause or by subject–verb order."""

    phrase: Phrase
    rule: str
    relative: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands around a verb of saying: its subject before (`head`) or after it, and what brings the content in."""

    after: int
    limit: int
    head: _Head | None
    phrase: Phrase
    frame: Frame | None
    named: bool


def _verb(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> Draft | None:
    parts = _parts(flow, i, form, offset, forms)
    if parts is None:
        return None
    head, phrase, frame = parts.head, parts.phrase, parts.frame
    begins = _clause_start(flow, i)
    if frame is None or frame.name == OBJECT:
        told = told_before(flow, i, begins)
        if told is not None and not phrase.empty and may_tell(flow, phrase, form):
            return relayed_draft(flow, i, told, form, offset, phrase)
        if told is not None or frame is None:
            return None
    if head is not None and head.relative and frame.name == OBJECT and not can_say(flow, head.phrase):
        # «المباريات التي تؤكد جاهزيته» tells nobody's words.
        return None
    passed = frame.start in forms and forms[frame.start].cue.passes_on
    if frame.name == OBJECT and (passed or _asks_for_no_name(flow, frame.start)):
        # «قالت الوكالة نقلا عن مسؤولين إن»: they speak, it only passes on.
        return None
    headed = head is not None and not head.relative
    if is_held_of(flow, i, offset, frame, form, headed=headed) or _is_noun_after_name(flow, i, offset, head, form):
        return None
    if form.cue.kind is CueKind.PARTICIPLE and form.cue.lemma == _ACCUSE and frame.at == parts.after:
        # «الدول المدرجة متهمة بعدم احترام …»: it is accused itself.
        return None
    if form.cue.kind is CueKind.TEXT and not can_say(flow, phrase):
        return None
    subject, speaker, rule, relative = _subject(flow, i, form, phrase if parts.named else None, head)
    if form.cue.passes_on or form.cue.kind is CueKind.QUOTED:
        if any(forms[j].cue.kind is CueKind.QUOTED for j in range(parts.after, frame.at) if j in forms):
            return None
        subject, speaker, rule = quoted_subject(flow, i, frame.at, form)
        if speaker is None and form.cue.lemma == _RELAY:
            return None
        begins = passing_on(flow, i, forms)
    coordinated = head is not None and flow.words[head.phrase.start][0] == "و"
    against = head is not None and not relative and _head_start(flow, head) < head.phrase.start
    return Draft(
        at=i,
        begins=_head_start(flow, head) if head is not None and (coordinated or against) else begins,
        after=parts.after,
        offset=offset,
        form=form,
        subject=subject,
        speaker=speaker,
        start=frame.start,
        trim=frame.trim,
        direction=Direction.FORWARD,
        joined=coordinated or against or (not relative and (offset > 0 or begins < i)),
        relative=relative or flow.words[i - 1] == "ما",
        addressee=_addressee(flow, parts, form),
        rule=f"{rule}, content after {frame.name}" if frame.name != OBJECT else f"{rule}, content as object",
        nominal=frame.name not in (THAT, COLON, QUOTE),
    )


def _parts(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> _Parts | None:
    """Read the subject and the frame of a verb, participle or noun of saying; None where the frame stands wrong."""
    after = i + 1 + len(form.words)
    limit = _limit(flow, i, after, forms)
    introducers = complementisers() | prepositions_of(form) | form.cue.frames
    first = skip_adverbials(flow, after, limit, introducers)
    phrase = Phrase(first, first)
    head = _before(flow, i, form, offset, forms)
    if form.cue.kind is CueKind.TEXT:
        phrase = noun_phrase(flow, after, limit, forms)
    elif form.cue.kind is CueKind.VERB and head is None and not form.plural:
        narrow = form.cue.takes_object or (OBJECT in form.cue.frames and form.cue.lemma != _SAY)
        phrase = _subject_phrase(flow, first, limit, forms, narrow=narrow)
        phrase = with_apposition(flow, phrase, limit, introducers)
    rest = skip_adverbials(flow, phrase.end, limit, introducers)
    frame = find_frame(flow, after, phrase.end, rest, limit, form)
    if frame is not None and (
        not _close_enough(flow, frame, after, rest, limit, form, offset)
        or _belongs_to_another(flow, after, frame, forms, introducers)
    ):
        frame = None
    if frame is None and form.cue.kind is CueKind.QUOTED:
        return None
    named = not phrase.empty and not (form.cue.takes_object and is_spoken_to(flow, phrase, form))
    if named and form.cue.lemma == _DESCRIBE:
        # «ووصف الوضع بأنه متوتر»: the only phrase is what is described, unless it is somebody who can say so.
        named = can_say(flow, phrase) or (_names_actor(flow, phrase) and is_definite(flow, phrase.start))
    if named and flow.words[phrase.start] in function_words("ar")["not_subject"]:
        named, phrase, rest = False, Phrase(first, first), first
    if frame is not None and frame.at <= phrase.start:
        named = False
    resumed = _resumed(flow, i, form)
    if frame is None and resumed:
        frame = _expressed(flow, phrase, limit)
    if frame is None and not resumed and not _sends_back(form):
        frame, named = bare_object(flow, after, phrase, rest, limit, form, head.phrase if head else None)
    if frame is not None and form.cue.lemma == _ASK and frame.name == "من":
        # «طلب من الوزير الالتزام»: what is asked follows the one asked.
        end = noun_phrase(flow, frame.start, limit, {}).end
        frame = replace(frame, start=end) if frame.start < end < limit else frame
    return _Parts(after, limit, head, phrase, frame, named)


def _asks_for_no_name(flow: Flow, i: int) -> bool:
    """Whether the object is that the speaker is not to be named: «طلب عدم ذكر اسمه» tells nothing of the matter."""
    naming = function_words("ar")["naming"]
    return i + 1 < len(flow) and flow.words[i] == _NOT and flow.words[i + 1] in naming


def _names_actor(flow: Flow, phrase: Phrase) -> bool:
    return any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])


def _is_noun_after_name(flow: Flow, i: int, offset: int, head: _Head | None, form: Form) -> bool:
    """Whether a word written like its noun stands after a name that is not its subject: «سيحاول فلان شرح رأيه»."""
    if head is not None or offset or i == flow.sentence_start(i) or form.cue.kind is not CueKind.VERB:
        return False
    bare = form.tense == "past" and not form.feminine and not form.plural and not form.suffix
    named = flow.mention_of[i - 1] >= 0 or is_definite(flow, i - 1)
    return bare and named and normal(form.cue.lemma) in function_words("ar")["noun_like"]


def _head_start(flow: Flow, head: _Head) -> int:
    """Return where the clause of a subject before its verb begins: with «إلا أن»، «لكن» or with the subject itself."""
    start, floor = head.phrase.start, flow.sentence_start(head.phrase.start)
    classes = function_words("ar")
    if start - 2 >= floor and flow.words[start - 1] in classes["complementiser"]:
        return start - 2 if flow.words[start - 2] in classes["except"] else start
    return start - 1 if start > floor and flow.words[start - 1] in classes["adverse"] else start


def _sends_back(form: Form) -> bool:
    """Whether an object pronoun on the verb is no person addressed, but sends back to what was said: «ما أكده»."""
    return form.suffix and not form.cue.takes_object


def _belongs_to_another(
    flow: Flow, after: int, frame: Frame, forms: dict[int, Form], introducers: frozenset[str]
) -> bool:
    """Whether another verb of saying stands in between, right before the frame: «قال السفير والذي شدد على أن»."""
    return any(
        j in forms
        and forms[j].cue.kind is CueKind.VERB
        and skip_adverbials(flow, j + 1, frame.at + 1, introducers) == frame.at
        for j in range(after, frame.at)
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


def _expressed(flow: Flow, phrase: Phrase, limit: int) -> Frame | None:
    """What was expressed after «التي عبر عنها فلان من …»: it follows a preposition."""
    at = phrase.end
    if at + 1 >= limit or flow.words[at] not in function_words("ar")["about"]:
        return None
    return Frame("عنها", at + 1, at + 1)


def _clause_start(flow: Flow, i: int) -> int:
    """Return the token where the cue's clause begins: a joining word (كما، فيما) before it, or the cue."""
    classes = function_words("ar")
    joiners = classes["joiner"] | classes["auxiliary"] | classes["but"]
    begins, floor = i, flow.sentence_start(i)
    while begins > floor and flow.words[begins - 1] in joiners:
        begins -= 1
    # «إلا أنه قال»
    except_that = begins - 2 >= floor and flow.words[begins - 1] in classes["pronoun_complementiser"]
    if except_that and flow.words[begins - 2] in classes["except"]:
        begins -= 2
    return begins


def _before(flow: Flow, i: int, form: Form, offset: int, forms: dict[int, Form]) -> _Head | None:
    """Return the subject before the verb, if there is one."""
    if form.cue.kind is not CueKind.VERB or i == flow.sentence_start(i):
        return None
    topic = topic_before(flow, i)
    if topic is not None:
        return _Head(topic, "subject and verb", False)
    if offset:
        return None
    classes = function_words("ar")
    start = i
    while start > flow.sentence_start(i) and flow.words[start - 1] in classes["auxiliary"]:
        start -= 1
    if told_before(flow, i, i) is not None:
        return None
    if start > flow.sentence_start(i) and is_word_class(flow, start - 1, "relative"):
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
    if after is None or (form.cue.lemma == _ACCUSE and _alone(flow, after)):
        return Subject.DROPPED, None, "dropped subject", relative
    if flow.words[after.start] in function_words("ar")["pronoun"] and after.end - after.start == 1:
        return Subject.DROPPED, None, "pronoun as subject", relative
    return Subject.NAMED, after, "verb and subject", relative


def _addressee(flow: Flow, parts: _Parts, form: Form) -> str | None:
    """The actor spoken to: after ل, or the object of a verb that takes the one addressed as its object."""
    phrase = parts.phrase if parts.named else Phrase(parts.after, parts.after)
    for i in range(parts.after, min(parts.frame.at if parts.frame else parts.after, len(flow))):
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
