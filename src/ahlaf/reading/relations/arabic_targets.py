"""To whom an Arabic trigger is done: the phrase that is marked as the lexicon wants it."""

from __future__ import annotations

from ahlaf.codebook import plover
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic_parse import Parse, needed, preposition
from ahlaf.reading.relations.arabic_words import proclitics
from ahlaf.reading.relations.discourse import real
from ahlaf.reading.relations.groups import chain
from ahlaf.reading.relations.lexicon import Entry, Role, words
from ahlaf.reading.relations.scene import Phrase

_REACH = 24  # words after a trigger among which its other party is looked for
_NEAR = 7  # the same for prepositions that mark much else besides
_OBJECT_REACH = 14
_PAIR_REACH = 12
_PRONOUN_REACH = 4
_OWNED = 5  # letters of the shortest noun with a pronoun that is taken for one
_WEIGHTY = frozenset({"وراء", "خلف", "ضد", "مع"})
_JOINED = 2
_NEED_REACH = 1  # a participle that describes the needed noun goes with it
_ADDRESS = 2  # words to the one called on, where a preposition marks them («طلب من»)
_GROUPS = ("@group", "@these", "@dual")


def target(p: Parse, i: int, after: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The other party: the first phrase after the trigger marked as the entry wants it, with those joined to it."""
    cue = p.scene.cue[i]
    after = _past_parenthesis(p, max(after, i))
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= after:
            continue
        called_for = cue is not None and entry.type is RelationType.REQUEST and p.scene.inner[phrase.start] is cue
        if called_for and not (phrase.prep in entry.targets and phrase.first - after <= _ADDRESS):
            break  # what is called for is not who is called on
        loose = phrase.prep in words("ar")["loose"] and len(entry.targets) > 1
        direct = "obj" in entry.targets and not phrase.prep and (phrase.noun < 0 or phrase.noun >= i)
        marked = (
            phrase.prep in entry.targets
            and not claimed(p, i, k, entry)
            and not lost(p, phrase.prep, after, phrase.first, entry.targets)
            and not (loose and _other_preposition(p, after, phrase.first))
        )
        if marked and phrase.first - after > (_NEAR if loose else _REACH):
            marked = False
        if phrase.first - after > (_REACH if marked else _OBJECT_REACH) or p.closed(
            after, phrase.first, through=marked
        ):
            break
        if direct and (p.commas(after, phrase.first) % 2 or _object_elsewhere(p, after, phrase)):
            direct = False
        if direct or marked:
            actors = tuple(a for a in chain(p.scene, k)[0] if a not in sources)
            if actors and actors[0] in _GROUPS:
                return ()  # who is meant is not said: nobody further on is
            if "@other" in actors:
                return other_than(p, phrase.start, sources) if sources else ()
            if actors:
                return tuple(a for a in actors if a[0] != "@")
    return ()


def _past_parenthesis(p: Parse, after: int) -> int:
    """The comma that closes a relative clause between commas right after the token, else the token."""
    if not p.comma(after + 1) or after + 2 >= len(p.scene.tokens) or not p.relative[after + 2]:
        return after
    for j in range(after + 3, min(after + _REACH, len(p.scene.tokens))):
        if p.hard[j]:
            break
        if p.comma(j):
            return j
    return after


def _object_elsewhere(p: Parse, after: int, phrase: Phrase) -> bool:
    """Whether a common noun that the phrase is no part of stands in the object's place («تواجه صعوبات»)."""
    known = words("ar")
    j = after + 1
    while j < phrase.first and (p.word(j) in known["adverb"] or not p.scene.tokens[j].is_word):
        j += 1
    if j >= phrase.first or j == phrase.noun or p.covered[j] >= 0 or p.word(j) in known["resumptive"]:
        return False
    word = p.scene.tokens[j].normal
    if preposition(word) or p.scene.tokens[j].text[0].isdigit() or p.word(j) in known["role"] | known["partitive"]:
        return False
    return p.chosen[j] is None or not p.chosen[j].verb  # type: ignore[union-attr]


def pronoun_target(p: Parse, i: int, after: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whose thing a marked noun with a possessive pronoun is («قلقه إزاء أنشطتها»): the nearest other actor's."""
    marks = set(entry.targets)
    for j in range(after + 1, min(after + 1 + _PRONOUN_REACH, len(p.scene.tokens))):
        if p.hard[j] or p.verb[j] or p.comma(j) or p.covered[j] >= 0:
            return ()
        word = p.word(j)
        _, clitic, article, rest = proclitics(word)
        if (
            article
            or not rest.endswith(("ها", "هم", "ه"))
            or p.scene.tokens[j].text.endswith("ة")
            or len(rest) < _OWNED
        ):
            continue
        before = proclitics(p.word(j - 1))[3]
        if (clitic in marks or before in marks) and _another(p, i, rest):
            return other_than(p, i, sources)
    return ()


def _another(p: Parse, i: int, owned: str) -> bool:
    """Whether the pronoun on a noun differs in gender from the doer of the trigger, so that it means somebody else."""
    reading = p.chosen[i]
    if reading is None:
        return False
    if not reading.verb:
        return reading.pronoun in ("ه", "ها") and owned.endswith(("ه", "ها")) and not owned.endswith(reading.pronoun)
    word = p.word(i).removeprefix("س")
    feminine = word.startswith("ت") if word[0] in "يت" else word.endswith("ت")
    return feminine != owned.endswith("ها")


def claimed(p: Parse, i: int, k: int, entry: Entry | None = None) -> bool:
    """Whether a trigger between `i` and phrase `k` takes the same preposition and stands nearer.

    The noun that the entry needs is one with it: «توقيع الاتفاق بين», «شن هجوما على».
    """
    phrase = p.phrases[k]
    start = i + 1
    peers = any(p.word(j) in words("ar")["peer"] for j in range(phrase.first, phrase.start))
    if peers and entry is not None and entry.type is RelationType.CONSULT:
        return False  # «لمناقشة النزاع في سوريا مع نظيره»
    if entry is not None and entry.needs:
        start = needed(p.scene, i, entry) + 1 + _NEED_REACH
    for j in range(start, phrase.first):
        reading = p.chosen[j]
        if reading is None or reading.verb or (reading.conjunction and j - i <= _JOINED):
            continue  # «شكره وتقديره لـ»: what is joined shares the preposition
        if any(phrase.prep in e.targets or (phrase.prep == "بين" and e.symmetric) for e in reading.entries):
            return True
    return False


def _other_preposition(p: Parse, after: int, first: int) -> bool:
    """Whether a preposition stands between: what follows is then said of its noun («شكوكا حول بطولة في روسيا»)."""
    known = words("ar")["preposition"]
    return any(p.word(j) in known and p.covered[j] < 0 for j in range(after + 1, first - 1))


def lost(p: Parse, mark: str, after: int, first: int, marks: tuple[str, ...] = ()) -> bool:
    """Whether the preposition stands between two tokens before a noun that names nobody: it is that noun's."""
    for j in range(after + 1, first - 1):
        if p.covered[j] >= 0:
            continue
        _, clitic, _, rest = proclitics(p.word(j))
        if not clitic and rest in marks and rest in _WEIGHTY:
            return True  # «يقف وراء الاعتداء ... مع»: the first of its prepositions has been filled
        if clitic and rest.endswith(("ه", "ها", "هم")) and not p.scene.tokens[j].text.endswith("ة"):
            continue  # «لفخامته ولحكومة تونس»: the first is the same party by a pronoun
        if mark == (clitic or rest) and p.chosen[j] is None:
            return True
    return False


def other_than(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Who is meant by an object pronoun: the nearest actor named before that is not the subject."""
    for phrase in reversed(p.phrases):
        if phrase.last < i and not phrase.anaphor:
            others = tuple(a for a in phrase.actors if a not in sources and a[0] != "@")
            if others:
                return others
    return tuple(a for a in p.discourse.recent[-1:] if a not in sources)


def through_noun(p: Parse, i: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whose deed or thing the marked noun is: «قلقها من تصرفات موسكو», «رفضه لمقترحات الأمم المتحدة»."""
    for k, phrase in enumerate(p.phrases):
        if phrase.noun <= i:
            continue
        if phrase.noun - i > _NEAR or p.closed(i, phrase.noun) or p.commas(i, phrase.noun):
            return ()
        reading = p.chosen[phrase.noun]
        mark = (reading.preposition if reading is not None else "") or p.word(phrase.noun - 1)
        if mark in entry.targets:
            return tuple(a for a in p.actors(k) if a not in sources)
    return ()


def within_marked(p: Parse, after: int, entry: Entry, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Who is named first in the marked noun phrase that names nobody: «تقديره للدور الذي تقوم به السعودية»."""
    for j in range(after + 1, min(after + 1 + _PRONOUN_REACH, len(p.scene.tokens))):
        if p.hard[j] or p.verb[j] or p.comma(j) or p.covered[j] >= 0:
            return ()
        clitic = proclitics(p.word(j))[1]
        if not (clitic in entry.targets or proclitics(p.word(j - 1))[3] in entry.targets):
            continue
        for k, phrase in enumerate(p.phrases):
            if phrase.first <= j:
                continue
            if phrase.first - j > _NEAR + 2 or p.closed(j, phrase.first, through=True) or p.commas(j, phrase.first):
                return ()
            if phrase.prep in words("ar")["beside"] and phrase.noun < 0:
                continue
            return tuple(a for a in p.actors(k) if a not in sources)
    return ()


def concerned(p: Parse, after: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whose thing an attitude is about («انتقدت الاتفاق مع إيران»): the first other actor in the object."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= after:
            continue
        if (
            phrase.first - after > _OBJECT_REACH
            or p.closed(after, phrase.first, through=True)
            or p.commas(after, phrase.first)
        ):
            return ()
        if (phrase.prep in words("ar")["beside"] and phrase.noun < 0) or phrase.prep == "لشوون":
            continue
        others = tuple(a for a in p.actors(k) if a not in sources)
        if others:
            return others
    return ()


def struck_place(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """The states in which something is done that is done to them there: «في العاصمة العراقية», «مناطق في سوريا»."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= i:
            continue
        if phrase.first - i > _OBJECT_REACH or p.closed(i, phrase.first) or p.commas(i, phrase.first):
            return ()
        if phrase.prep in words("ar")["locative"]:
            return tuple(a for a in p.actors(k) if a not in sources and p.state(a))
    return ()


def interlocutor(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a speaker means by "together" without naming: the one spoken to."""
    statement = p.scene.inner[i]
    if statement is None or not statement.addressee_actor or statement.speaker_actor not in sources:
        return ()
    return (statement.addressee_actor,)


def between(p: Parse, after: int, marks: tuple[str, ...] = (), entry: Entry | None = None) -> tuple[str, ...]:
    """The parties of «بين X وY» after a noun, even where a clause stands between the two.

    A phrase marked with one of `marks` that stands before them is the noun's other party instead.
    """
    for k, phrase in enumerate(p.phrases):
        if phrase.first <= after:
            continue
        if phrase.first - after > _PAIR_REACH or p.closed(after, phrase.first, through=True):
            return ()
        if phrase.prep in marks:
            return ()
        if phrase.prep != "بين":
            continue
        if (entry is None or entry.role is not Role.MEDIATE) and claimed(p, after, k, entry):
            return ()
        actors, last = chain(p.scene, k)
        actors = tuple(a for a in actors if a[0] != "@")
        if len(actors) > 1:
            return actors
        for other in p.phrases[last + 1 :]:
            if (other.linked or other.prep == "بين") and not set(other.actors) & set(actors):
                return (*actors, *real(other))
        return ()
    return ()


def claimed_by_ally(p: Parse, i: int, k: int) -> bool:
    """Whether a noun of friendship between `i` and phrase `k` takes its preposition («وحلفائهم من»)."""
    for j in range(i + 1, p.phrases[k].first):
        reading = p.chosen[j]
        if reading is None or reading.verb:
            continue
        if any(p.phrases[k].prep in e.targets and plover()[e.type].sign > 0 for e in reading.entries if e.type):
            return True
    return False


def opponent(p: Parse, i: int, sources: tuple[str, ...]) -> tuple[str, ...]:
    """From whom something is taken: whom the same clause says was fought («سيطروا عليها بعد معارك مع»)."""
    for k, phrase in enumerate(p.phrases):
        if phrase.first > i and phrase.prep in words("ar")["against"] and not claimed_by_ally(p, i, k):
            if p.closed(i, phrase.first, through=True):
                return ()
            others = tuple(a for a in p.actors(k) if a not in sources)
            if others:
                return others
    return ()
