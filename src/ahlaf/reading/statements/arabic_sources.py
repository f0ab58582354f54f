"""Arabic sources named around a sentence: «بحسب فلان»، «حسبما أعلن فلان», and the tails that close what was said."""

from __future__ import annotations

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
    is_definite,
    is_word_class,
    noun_phrase,
    skip_adverbials,
    with_apposition,
)
from ahlaf.reading.statements.arabic_readings import is_matter
from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_WHAT = frozenset({"ما", "لما"})
_ON = "علي"
# «نسبت الوكالة إلى الوزير قوله»: the one quoted stands after إلى.
_TO = "الي"
_ASCRIBED = frozenset({"نسب", "نسبت", "ونسب", "ونسبت", "تنسب", "وتنسب"})
_COMMAS = frozenset(",،;؛")
# Words after a source inside a sentence at the least for the sentence to go on with what was said.
_MIN_REST = 2
# How far after the source of a leading clause its comma may stand.
_LEADING_REACH = 12
# How far back from «قوله» the one quoted may stand.
_REACH = 20
# How many words the phrase of the actor after a noun of saying may have.
_LONGEST_SAYER = 10


def is_relayed(flow: Flow, i: int) -> bool:
    """Whether the cue stands in a clause that names who passed the words on: «حسبما نقلت»، «وفق ما أعلنت»."""
    if i == flow.sentence_start(i):
        return False
    before = flow.words[i - 1]
    # At the beginning of a sentence كما only adds: «كما أعلن».
    if before not in function_words("ar")["relayed"] or i - 1 == flow.sentence_start(i):
        return False
    if before not in _WHAT:
        return True
    # «وفقا لما أعلنت»، «، على ما أعلنت»، but not «ردا على ما أعلنت».
    source = i - 2 >= 0 and flow.words[i - 2] in function_words("ar")["source_word"]
    return source and (flow.words[i - 2] != _ON or (i - 3 >= 0 and not flow.tokens[i - 3].is_word))


def told_before(flow: Flow, i: int, begins: int) -> int | None:
    """Return where a clause begins that only says who told what stands before: «حسبما أعلن»، «وهو ما أكده»."""
    if is_relayed(flow, i):
        return begins
    if i - 2 <= flow.sentence_start(i):
        return None
    which = flow.words[i - 1] == "ما" and flow.words[i - 2] in function_words("ar")["which"]
    return i - 2 if which or is_matter(flow, i) else None


def may_tell(flow: Flow, phrase: Phrase, form: Form) -> bool:
    """Whether a phrase can be who told it: «كما يعتبر شريانا للنقل» has an object instead."""
    if form.cue.kind is CueKind.TEXT:
        return can_say(flow, phrase)
    return (
        can_say(flow, phrase)
        or any(n >= 0 for n in flow.mention_of[phrase.start : phrase.end])
        or not flow.tokens[phrase.start].text.endswith("اً")
    )


def relayed_draft(flow: Flow, i: int, begins: int, form: Form, offset: int, phrase: Phrase) -> Draft | None:
    """Return the draft of a relayed clause: what was said is the sentence before it, or what follows its comma."""
    start = i - 2 if flow.words[i - 1] in _WHAT else i - 1
    first = flow.sentence_start(i)
    word = flow.words[start]
    joined = word[0] in "وف" and word[1:] in function_words("ar")["source_word"] | function_words("ar")["relayed"]
    own = start > first and flow.words[start - 1] in _COMMAS and joined
    leading = (start == first or own) and begins == i
    content = _after_comma(flow, phrase.end, flow.sentence_end(i)) if leading else first
    if content is None:
        return None
    return Draft(
        at=i,
        begins=min(begins, start),
        after=phrase.end,
        offset=offset,
        form=form,
        subject=Subject.NAMED,
        speaker=phrase,
        start=content,
        trim=0,
        direction=Direction.FORWARD if leading else Direction.BACKWARD,
        joined=True,
        relative=False,
        addressee=None,
        rule="relayed clause before what was said" if leading else "relayed clause after what was said",
    )


def _after_comma(flow: Flow, i: int, limit: int) -> int | None:
    """Return where what was said begins after a clause that leads to it: «وبحسب ما أعلنت موسكو أمس، فإن …»."""
    classes = function_words("ar")
    for j in range(i, min(limit, i + _LEADING_REACH)):
        if flow.words[j] in _COMMAS or flow.words[j] in classes["opener"]:
            after = j + 1 if flow.words[j] in _COMMAS else j
            after += after < limit and flow.words[after] in classes["opener"]
            return after if after < limit else None
    return None


def source_draft(flow: Flow, i: int, form: Form, offset: int) -> Draft | None:
    """Return the draft of a source named with a preposition: first, last or inside the sentence."""
    after = i + 1 + len(form.words)
    joined_l = bool(form.words) and form.words[-1] == "ل"
    first = after - 1 if joined_l else after
    limit = flow.sentence_end(i)
    if first >= limit or flow.words[first] == "ما" or not (flow.tokens[first].is_word or flow.is_mark(first)):
        return None
    phrase = noun_phrase(flow, first, limit, {})
    if phrase.empty or not can_say(flow, phrase):
        return None
    start = flow.sentence_start(i)
    # «، وطبقا لمصادر …»: it leads a clause of its own.
    own = offset > 0 and flow.words[i - 1] in _COMMAS
    leading = i - start <= 1 or own
    rest = phrase.end
    while rest < limit and flow.words[rest] in _COMMAS:
        rest += 1
    direction = Direction.BACKWARD
    if leading:
        direction = Direction.FORWARD
    elif rest > phrase.end and limit - rest > _MIN_REST:
        direction = Direction.AROUND
    content = rest if leading else start
    if leading and content < limit and flow.words[content] in function_words("ar")["opener"]:
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
    )


def can_say(flow: Flow, phrase: Phrase) -> bool:
    """Say whether a phrase can speak: people, organs, documents, an actor's name; not a rule («وفقا للقانون»)."""
    i = phrase.start
    classes = function_words("ar")
    word = flow.words[i]
    mention = flow.mention_at(i)
    if (mention is not None and mention.rule != "demonym") or flow.is_mark(i):
        return True
    bare = word.removeprefix("ال") if not word.startswith("لل") else word[2:]
    heads = classes["speaks"] | classes["title"]
    return any(form in heads for form in (word, bare, word[1:], "ال" + bare))


def masdar_draft(flow: Flow, i: int, form: Form, offset: int) -> Draft | None:
    """Return the draft of a noun of saying with the actor who says it: «إعلان موسكو أن …»، «دعوة من الرياض إلى …»."""
    limit = flow.sentence_end(i)
    first = i + 2 if i + 1 < limit and flow.words[i + 1] == "من" else i + 1
    if first >= limit:
        return None
    phrase = noun_phrase(flow, first, min(limit, first + _LONGEST_SAYER), {}, narrow=True)
    mention = flow.mention_at(first)
    # In idafa with the name itself or with a title that leads to it.
    titled = flow.words[first] in function_words("ar")["title"] and any(
        flow.mention_of[j] >= 0 for j in range(first, phrase.end)
    )
    named = mention is not None and mention.span.start == flow.tokens[first].span.start and mention.rule != "demonym"
    if phrase.empty or not (named or titled):
        return None
    introducers = complementisers() | prepositions_of(form) | form.cue.frames
    rest = skip_adverbials(flow, phrase.end, limit, introducers)
    frame = find_frame(flow, phrase.end, phrase.end, rest, min(limit, rest + 2), form)
    if (
        frame is None
        and OBJECT in form.cue.frames
        and rest == phrase.end
        and rest < limit
        and flow.tokens[rest].is_word
    ):
        # A definite word describes the noun itself: «إعلان القاهرة الصادر أمس».
        opens = not (is_word_class(flow, rest, "preposition") or is_definite(flow, rest) or flow.words[rest][0] in "وف")
        frame = Frame(OBJECT, rest, rest) if opens else None
    if frame is None:
        return None
    return Draft(
        at=i,
        begins=i,
        after=phrase.end,
        offset=offset,
        form=form,
        subject=Subject.NAMED,
        speaker=phrase,
        start=frame.start,
        trim=frame.trim,
        direction=Direction.FORWARD,
        joined=False,
        relative=True,
        addressee=None,
        rule=f"noun of saying with its actor, content after {frame.name}",
        nominal=frame.name not in (THAT, COLON, QUOTE),
    )


def tail_draft(flow: Flow, i: int, form: Form, offset: int) -> Draft:
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


def passing_on(flow: Flow, i: int, forms: dict[int, Form]) -> int:
    """Return the token of the verb that passes on the words of the noun «قوله» at `i`: «ونقلت عنه وكالة … قوله»."""
    floor = max(flow.sentence_start(i), i - _REACH)
    return next((j for j in range(i - 1, floor - 1, -1) if j in forms and forms[j].cue.passes_on), i)


def quoted_subject(flow: Flow, i: int, frame: int, form: Form) -> tuple[Subject, Phrase | None, str]:
    """Return the one whose words are passed on: after عن, before «قوله» or after «نقلت»; else the subject carried."""
    between = (
        range(i + 1, frame) if form.cue.passes_on else range(i - 1, max(flow.sentence_start(i) - 1, i - _REACH), -1)
    )
    for j in between:
        ascribed = flow.words[j] == _TO and any(word in _ASCRIBED for word in flow.words[flow.sentence_start(i) : j])
        if flow.words[j] != "عن" and not (form.cue.passes_on and flow.words[j] == "من") and not ascribed:
            continue
        phrase = noun_phrase(flow, j + 1, flow.sentence_end(i) if form.cue.passes_on else i, {})
        if not phrase.empty and not form.cue.passes_on:
            # «عن رئيس الوزراء، فلان، قوله»
            phrase = with_apposition(flow, phrase, i, frozenset())
        if not phrase.empty and (form.cue.passes_on or i - phrase.end == (flow.words[i - 1] in _COMMAS)):
            return Subject.NAMED, phrase, "words passed on"
    return Subject.DROPPED, None, "words passed on"
