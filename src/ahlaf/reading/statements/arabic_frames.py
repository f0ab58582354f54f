"""What brings in the content after an Arabic cue: a complementiser, a colon, a quotation, a preposition, an object."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.language import normal
from ahlaf.reading.statements.arabic_phrases import clitic_b, is_definite
from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

THAT, COLON, QUOTE, OBJECT, BLAME, CLAIM = "أن", ":", "«", "مفعول", "مسؤولية", "هجوم"
WITH, FOR = "ب", "ل"
_ON = normal("على")
_TATWEEL = "\u0640"
_COMMAS = frozenset(",،;؛")
# A quotation of fewer words right after a subject is rather a quoted name than what was said.
_MIN_QUOTED_WORDS = 3
_MIN_QUOTED_FAR = 6
# How far on «بأنه» is looked for after a noun with ب that only says where.
_REACH_ON = 20


@dataclass(frozen=True, slots=True)
class Frame:
    """What brings the content in: `at` its token, `start` and `trim` where the content begins."""

    name: str
    at: int
    start: int
    trim: int = 0


def complementisers() -> frozenset[str]:
    """Return every normal form of أن and إن, alone, with ب and with pronouns."""
    classes = function_words("ar")
    return classes["complementiser"] | classes["pronoun_complementiser"] | classes["complementiser_b"]


def prepositions_of(form: Form) -> frozenset[str]:
    """Return the normal forms of the free prepositions among a cue's frames."""
    return frozenset(normal(frame) for frame in form.cue.frames if frame in ("إلى", "عن", "على", "من", "في", "بشأن"))


def find_frame(flow: Flow, first: int, subject_end: int, rest: int, limit: int, form: Form) -> Frame | None:
    """Return what brings in the content of the cue between tokens `first` and `limit`.

    `rest` is the first token after the subject and the adverbials that follow it. A preposition counts from the end
    of the subject on, within the clause; «أن» wins over one that does not stand right there, for the speaker's phrase
    may be followed by «على هامش القمة» before it.
    """
    that: Frame | None = None
    other: Frame | None = None
    prepositions = prepositions_of(form)
    i, closed_off = first, False
    while i < limit and that is None:
        if other is None:
            other = _quotation(flow, i, first, rest, form)
            if other is None and i >= subject_end and not closed_off:
                other = _preposition(flow, i, form, prepositions)
            if other is not None and (other.at in (subject_end, rest) or THAT not in form.cue.frames):
                return other
            if other is not None and other.name in (COLON, QUOTE):
                return other
        if other is not None and flow.words[i] in _COMMAS:
            break
        that = _that(flow, i, first, subject_end, limit, rest, form)
        if flow.words[i] in _COMMAS and i > rest and that is None:
            nearby = i + 1 < limit and _preposition(flow, i + 1, form, prepositions) is not None
            closed_off = closed_off or not nearby
        closed = flow.quotation_closed_by(i)
        i = closed[1] + 1 if closed is not None else i + 1
    far = other is not None and other.name in prepositions and flow.words[other.at - 1] not in _COMMAS
    if far and OBJECT in form.cue.frames:
        # Far off, it rather belongs to the object: «أكد حرصه على».
        other = None
    frame = that or other
    return (
        None if frame is not None and form.cue.near and not _is_near(flow, frame, first, subject_end, rest) else frame
    )


def _is_near(flow: Flow, frame: Frame, first: int, subject_end: int, rest: int) -> bool:
    """Whether the frame stands right after the cue and its subject, or «أن» after words without a comma."""
    if frame.at in (first, subject_end, rest):
        return True
    cue = first - 1
    relative = cue > flow.sentence_start(cue) and flow.words[cue - 1] in function_words("ar")["relative"]
    apart = any(flow.words[j] in _COMMAS for j in range(subject_end, frame.at))
    return frame.name == THAT and not relative and not apart


def _that(flow: Flow, i: int, first: int, subject_end: int, limit: int, rest: int, form: Form) -> Frame | None:
    if THAT not in form.cue.frames or _in_name(flow, i):
        return None
    classes = function_words("ar")
    word = flow.words[i]
    # «… واعتقد أننا»: another verb has come in between, and this is its own content.
    before = flow.words[i - 1]
    joined = i > rest and before[0] == "و" and flow.mention_of[i - 1] < 0 and not is_definite(flow, i - 1)
    if joined and not before.endswith("ون") and before[1:] not in classes["speaks"]:
        return None
    provided = before == _ON and OBJECT in form.cue.frames and _ON not in prepositions_of(form)
    if (provided or before in classes["that_owner"]) and i > first and word in complementisers():
        return None
    if word in classes["complementiser"]:
        if before in classes["name_part"] or (i + 1 < limit and flow.words[i + 1] in classes["name_part"]):
            return None
        start = i + 2 if i + 1 < limit and flow.words[i + 1] == ":" else i + 1
        return Frame(THAT, i, start)
    if word in classes["pronoun_complementiser"]:
        return Frame(THAT, i, i)
    if word in classes["complementiser_b"]:
        return Frame(THAT, i, i, 1)
    return None


def _in_name(flow: Flow, i: int) -> bool:
    """Whether token `i` is wholly part of a name: «بان كي مون» is no «بأن»."""
    mention = flow.mention_at(i)
    return mention is not None and mention.span.start <= flow.tokens[i].span.start


def _quotation(flow: Flow, i: int, first: int, rest: int, form: Form) -> Frame | None:
    if flow.words[i] == ":" and COLON in form.cue.frames:
        return Frame(COLON, i, i + 1)
    if QUOTE not in form.cue.frames or i not in flow.opens or flow.words[i - 1] == "ب":
        return None
    if OBJECT in form.cue.frames and form.cue.lemma != "قال" and i not in (first, rest):
        return None
    quotation = flow.quotations[flow.opens[i]]
    words = flow.closes[flow.opens[i]] - i - 1
    adjacent = i in (first, rest)
    if words >= (_MIN_QUOTED_WORDS if adjacent else _MIN_QUOTED_FAR) and (quotation.closed or adjacent):
        return Frame(QUOTE, i, i)
    return None


def _says_where(flow: Flow, i: int, form: Form) -> bool:
    """Whether the noun with ب only says where: «وصف أمس في كلمة له بالجامعة … النظام بأنه»; the frame comes later."""
    if not form.cue.takes_object or flow.words[i - 1] not in function_words("ar")["manner_prep"]:
        return False
    end = min(flow.sentence_end(i), i + _REACH_ON)
    return any(flow.words[j] in function_words("ar")["complementiser_b"] for j in range(i + 1, end))


def _preposition(flow: Flow, i: int, form: Form, prepositions: frozenset[str]) -> Frame | None:
    word = flow.words[i]
    if i + 1 >= len(flow):
        return None
    classes = function_words("ar")
    if BLAME in form.cue.frames and word in classes["blame"]:
        return Frame(BLAME, i, i)
    if CLAIM in form.cue.frames and word in classes["claimed"]:
        return Frame(CLAIM, i, i)
    if word == "عما" and "عن" in prepositions:
        return Frame("عن", i, i)
    if WITH in form.cue.frames and i in flow.opens and clitic_b(flow, i + 1):
        # «اتهمها «بالتدخل»»
        return Frame(WITH, i, i + 1, 1)
    if word in prepositions:
        if flow.words[i + 1] in classes["turn"]:
            return None
        if flow.words[i + 1] in classes["complementiser"]:
            return Frame(THAT, i, i + 2)
        return Frame(word, i, i + 1)
    if FOR in form.cue.frames and word.startswith("لل") and flow.mention_of[i] < 0 and word not in classes["audience"]:
        return Frame(FOR, i, i, 1)
    if WITH not in form.cue.frames or _in_name(flow, i):
        return None
    if word in classes["complementiser_b"]:
        return Frame(WITH, i, i + 1)
    if word in classes["complementiser"] and word[0] == "ب":
        return Frame(WITH, i, i + 1)
    if word == "ب":
        return Frame(WITH, i, i + 1)
    if (
        not clitic_b(flow, i)
        or word in classes["manner"]
        or (BLAME not in form.cue.frames and _says_where(flow, i, form))
    ):
        return None
    text = flow.tokens[i].text
    return Frame(WITH, i, i, 1 + len(text[1:]) - len(text[1:].lstrip(_TATWEEL)))
