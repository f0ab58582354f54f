"""English nouns and adjectives of saying and of attitude: "his claim that", "is confident that"."""

from __future__ import annotations

from ahlaf.reading.statements.cues import Form
from ahlaf.reading.statements.drafts import Direction, Draft, Phrase, Subject
from ahlaf.reading.statements.english_cues import finite_words
from ahlaf.reading.statements.english_ends import content_end
from ahlaf.reading.statements.english_frames import Frame, find_frame
from ahlaf.reading.statements.english_groups import verb_group
from ahlaf.reading.statements.english_phrases import phrase_after, subject_ending
from ahlaf.reading.statements.english_stands import stand_of
from ahlaf.reading.statements.english_words import classes_of, is_capital, is_in, is_possessive
from ahlaf.reading.statements.flow import Flow

# How many words may stand between a possessor and its noun: "his long and bitter criticism of".
_TO_OWNER = 5


def noun_draft(flow: Flow, i: int, form: Form) -> Draft | None:
    """Return what the noun at token `i` tells of its owner or of the subject of the verb it stands with."""
    after = i + 1 + len(form.words)
    end = flow.sentence_end(i)
    source = _source_after(flow, after, end, form.cue.frames)
    frame = find_frame(flow, source.end if source is not None else after, form.cue)
    if frame is None or (frame.name == "that" and _is_relative(flow, frame.start, end)):
        return None
    if source is not None:
        return _draft(flow, i, after, form, i, Subject.NAMED, source, frame, "noun with its source")
    owner = _owner(flow, i)
    if owner is not None:
        begins, subject, speaker, rule = owner
        return _draft(flow, i, after, form, begins, subject, speaker, frame, rule)
    if frame.name != "that":
        return None
    return _draft(flow, i, after, form, i, Subject.NOBODY, None, frame, "noun by itself")


def _is_relative(flow: Flow, i: int, end: int) -> bool:
    """Whether a "that" before token `i` stands for the noun itself: «the plan that would», «the demands that come»."""
    if i >= end:
        return True
    verbal = is_in(flow, i, "be", "have", "do", "modal") or flow.words[i] in finite_words()
    return verbal and not is_capital(flow, i)


def _source_after(flow: Flow, after: int, end: int, frames: frozenset[str]) -> Phrase | None:
    """«a call by Ankara to», «a warning from Tehran that»."""
    if after + 1 >= end or flow.words[after] not in ("by", "from"):
        return None
    phrase = phrase_after(flow, after + 1, end)
    stop = next((k for k in range(phrase.start, phrase.end) if flow.words[k] in frames), phrase.end)
    return Phrase(phrase.start, stop) if stop > phrase.start else None


def _owner(flow: Flow, i: int) -> tuple[int, Subject, Phrase | None, str] | None:
    """The one whose saying or attitude it is: a genitive, a possessive, the subject of a light verb."""
    floor = flow.sentence_start(i)
    for k in range(i - 1, max(floor - 1, i - 1 - _TO_OWNER), -1):
        word = flow.words[k]
        if is_possessive(flow, k) or (word == "'" and flow.words[k - 1].endswith("s")):
            phrase = subject_ending(flow, k + 1)
            if phrase is None:
                return None
            return phrase.start, Subject.NAMED, phrase, "noun of an owner"
        if is_in(flow, k, "possessive"):
            return k, Subject.DROPPED, None, "noun of an owner"
        if is_in(flow, k, "light"):
            return _of_light_verb(flow, k)
        if is_in(flow, k, "article") and is_in(flow, k - 1, "be"):
            return _of_being(flow, k)
        if flow.mention_of[k] >= 0 and k == i - 1:
            return k, Subject.NAMED, Phrase(k, k + 1), "noun of an owner"
        if not flow.tokens[k].is_word or is_in(flow, k, "preposition", "joiner"):
            return None
    return None


def _of_light_verb(flow: Flow, k: int) -> tuple[int, Subject, Phrase | None, str] | None:
    tense = "participle" if flow.words[k].endswith("ing") else "past"
    stand = stand_of(flow, k, tense)
    if stand is None or stand.passive:
        return None
    return stand.begins, stand.subject, stand.speaker, "noun with a light verb"


def _of_being(flow: Flow, article: int) -> tuple[int, Subject, Phrase | None, str] | None:
    """«Ankara has been a staunch supporter of»: the subject of "be"."""
    group = verb_group(flow, article)
    phrase = None if group.inner else subject_ending(flow, group.start)
    if phrase is None or (phrase.end - phrase.start == 1 and is_in(flow, phrase.start, "pronoun")):
        return group.start, Subject.DROPPED, None, "noun of what one is"
    return phrase.start, Subject.NAMED, phrase, "noun of what one is"


def _draft(
    flow: Flow, i: int, after: int, form: Form, begins: int, subject: Subject, speaker: Phrase | None, frame: Frame,
    rule: str,
) -> Draft:  # fmt: skip
    rule = f"{rule}, content after {frame.name}"
    return Draft(
        i, begins, after, 0, form, subject, speaker, frame.start, 0, Direction.FORWARD, False, True, None, rule,
        frame.nominal, content_end(flow, frame),
    )  # fmt: skip


def adjective_draft(flow: Flow, i: int, form: Form) -> Draft | None:
    """Return what the adjective at token `i`, which a form of "be" or "seem" joins to its subject, tells of it."""
    group = verb_group(flow, i)
    after = i + 1 + len(form.words)
    if not group.be and not group.inner:
        k = group.start - 1
        if k <= flow.sentence_start(i) or "copula" not in classes_of(flow.words[k]):
            return None
        group = verb_group(flow, k)
    frame = find_frame(flow, after, form.cue)
    if frame is None or group.infinitive:
        return None
    start = group.start
    floor = flow.sentence_start(start)
    phrase = None
    relative = False
    if not group.inner and start > floor:
        relative = is_in(flow, start - 1, "relative")
        phrase = subject_ending(flow, start - 1 if relative else start)
        if phrase is not None and phrase.end - phrase.start == 1 and is_in(flow, phrase.start, "pronoun"):
            phrase = None
    subject = Subject.DROPPED if phrase is None else Subject.NAMED
    begins = phrase.start if phrase is not None else start
    return Draft(
        i, begins, after, 0, form, subject, phrase, frame.start, 0, Direction.FORWARD, False, relative, None,
        f"adjective, content after {frame.name}", frame.nominal, content_end(flow, frame),
    )  # fmt: skip
