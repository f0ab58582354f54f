"""Whose deed an Arabic verb or clause tells: subjects after it, before it, dropped, in relative clauses."""

from __future__ import annotations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_triggers import is_verb
from ahlaf.reading.relations.arabic_words import Reading
from ahlaf.reading.relations.discourse import (
    Discourse,
    acts,
    carried_subject,
    content_start,
    dateline,
    real,
    speaker_at,
)
from ahlaf.reading.relations.groups import chain, chain_ending
from ahlaf.reading.relations.lexicon import words
from ahlaf.reading.relations.scene import Scene

_SUBJECT_REACH = 8
_ANTECEDENT_REACH = 4
_SOME_VERB = Reading((), True)


def subject(
    scene: Scene, chosen: list[Reading | None], i: int, reading: Reading, discourse: Discourse
) -> tuple[tuple[str, ...], int, str]:
    """A verb's subject, the token after which its object may stand, and the construction."""
    cue = scene.cue[i]
    if cue is not None:
        if not cue.speaker_actor:
            return (), i, ""
        last = i
        if cue.speaker is not None and cue.speaker.start > cue.cue.start:
            last = max((j for j, t in enumerate(scene.tokens) if t.span.overlaps(cue.speaker)), default=i)
        return (cue.speaker_actor,), last, "the speaker"
    if reading.first_person:
        speaker = speaker_at(scene, i)
        return ((speaker,) if speaker else ()), i, "first person: the speaker"
    following = free_phrase_after(scene, chosen, i)
    relative = relative_before(scene, i)
    if relative:
        resumed = reading.pronoun or (i + 1 < len(scene.tokens) and resumes(scene, i + 1))
        if following is not None and resumed:
            actors, last = chain(scene, following)
            return actors, scene.phrases[last].last, "relative clause, verb before subject"
        return antecedent(scene, i), i, "relative clause: the noun it describes"
    if i and _word(scene, i - 1) in words("ar")["pronoun"]:
        return carried_subject(scene, i, discourse), i, "pronoun subject"
    if i and _word(scene, i - 1) in words("ar")["we"]:
        speaker = speaker_at(scene, i)
        return ((speaker,) if speaker else ()), i, "first person: the speaker"
    preceding = _free_phrase_before(scene, chosen, i)
    if preceding is not None and not reading.conjunction:
        actors = chain_ending(scene, preceding)
        return actors, i, "subject before verb"
    if following is not None:
        actors, last = chain(scene, following)
        return actors, scene.phrases[last].last, "verb before subject"
    return carried_subject(scene, i, discourse), i, "dropped subject"


def _word(scene: Scene, i: int) -> str:
    word = scene.tokens[i].normal
    return word[1:] if len(word) > 2 and word[0] in "وف" and word not in words("ar")["whole"] else word


def relative_before(scene: Scene, i: int) -> int | None:
    """The token of the relative pronoun whose clause the verb at `i` opens."""
    known = words("ar")
    for j in range(i - 1, max(-1, i - 4), -1):
        word = scene.tokens[j].normal
        if word in known["relative"] and word.startswith(("ال", "الل")):
            return j
        if word not in known["negation"] and word not in ("قد", "كان", "كانت"):
            return None
    return None


def resumes(scene: Scene, i: int) -> bool:
    """Whether token `i` is a preposition with a pronoun that takes a relative's noun up again («أدلى بها»)."""
    return any(p.start == i and p.actors == ("@other",) for p in scene.phrases)


def antecedent(scene: Scene, i: int) -> tuple[str, ...]:
    """The actors right before token `i`, whom a relative clause that begins there describes."""
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last < i and not phrase.anaphor:
            near = i - phrase.last <= _ANTECEDENT_REACH + 1
            return chain_ending(scene, k) if near else ()
    return ()


def free_phrase_after(scene: Scene, chosen: list[Reading | None], i: int) -> int | None:
    """The first phrase after token `i` that no preposition governs, before any other clause begins."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _SUBJECT_REACH or clause_between(scene, chosen, i, phrase.first):
            return None
        if not phrase.prep and phrase.noun < 0 and not phrase.asset and real(phrase):
            return k
    return None


def _free_phrase_before(scene: Scene, chosen: list[Reading | None], i: int) -> int | None:
    for k in range(len(scene.phrases) - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.last >= i:
            continue
        if clause_between(scene, chosen, phrase.last, i) or i - phrase.last > _SUBJECT_REACH:
            return None
        if scene.inner[phrase.start] is not scene.inner[i]:
            return None
        if not phrase.prep and phrase.noun < 0 and real(phrase) and not dateline(scene, phrase):
            return k
    return None


def clause_between(scene: Scene, chosen: list[Reading | None], left: int, right: int) -> bool:
    """Whether a clause begins or a verb stands between two tokens."""
    return any(scene.breaks[j] or is_verb(scene, chosen, j) for j in range(left + 1, right))


def accused(scene: Scene, chosen: list[Reading | None], i: int) -> tuple[str, ...]:
    """Whom the saying at whose content token `i` stands accuses: «اتهم الجبير إيران بالتدخل» tells of Iran's deed."""
    statement = scene.inner[i]
    at = next((j for j, cue in enumerate(scene.cue) if cue is not None and cue is statement), None)
    reading = chosen[at] if at is not None else None
    if statement is None or at is None or reading is None:
        return ()
    if not any(e.type is RelationType.ACCUSE and "obj" in e.targets for e in reading.entries):
        return ()
    for k, phrase in enumerate(scene.phrases):
        spoken = statement.speaker is not None and scene.tokens[phrase.start].span.overlaps(statement.speaker)
        if at < phrase.first and phrase.last < content_start(scene, statement) and not phrase.prep and not spoken:
            return tuple(a for a in chain(scene, k)[0] if not a.startswith("@"))
    return ()


def clause_subject(scene: Scene, chosen: list[Reading | None], i: int, discourse: Discourse) -> tuple[str, ...]:
    """The subject of the clause that token `i` stands in: of its verb, of its noun of action, or who speaks it."""
    free: tuple[str, ...] = ()
    statement = scene.inner[i]
    floor = content_start(scene, statement) if statement else 0
    for j in range(i - 1, floor - 1, -1):
        if scene.inner[j] is not statement:
            continue
        phrase = next((p for p in scene.phrases if p.start == j and not p.anaphor), None)
        if phrase is not None and acts(scene, phrase):
            return real(phrase)
        if phrase is not None and not free and not phrase.prep and phrase.noun < 0 and not dateline(scene, phrase):
            free = chain_ending(scene, scene.phrases.index(phrase))
        if is_verb(scene, chosen, j):
            if _word(scene, j) in words("ar")["impersonal"]:
                return free
            actors, last, _ = subject(scene, chosen, j, chosen[j] or _SOME_VERB, discourse)
            return actors if actors and last < i else free
        if free and scene.breaks[j]:
            return free
        if scene.breaks[j]:
            break
    return free or carried_subject(scene, i, discourse, beyond_sentence=False)


def holder(scene: Scene, chosen: list[Reading | None], i: int, discourse: Discourse) -> str | None:
    """Who holds what is said at `i`, where no statement was found: the subject of a verb of opinion before it."""
    if scene.inner[i] is not None:
        return None
    for j in range(i - 1, -1, -1):
        reading = chosen[j]
        if reading is not None and reading.verb and any(e.lemma in words("ar")["opinion"] for e in reading.entries):
            actors = subject(scene, chosen, j, reading, discourse)[0]
            return actors[0] if len(actors) == 1 else None
    return None
