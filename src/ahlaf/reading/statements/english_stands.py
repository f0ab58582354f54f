"""How an English verb stands in its sentence: with what subject, active or passive, done or only thought of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from ahlaf.reading.statements.drafts import Phrase, Subject
from ahlaf.reading.statements.english_cues import finite_words
from ahlaf.reading.statements.english_groups import Group, verb_group
from ahlaf.reading.statements.english_phrases import closes_quotation, is_dash, subject_ending
from ahlaf.reading.statements.english_words import classes_of, contracted, is_capital, is_in, is_possessive
from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words


@dataclass(frozen=True, slots=True)
class Stand:
    """A verb with its subject: `begins` is the first token of its clause, `first` that of subject and verb group.

    `joined` where it goes on with the clause before; `relative` in a
    relative clause; `bare` where no subject is found before it, so that it may stand after its content; `own` where
    one speaks of oneself; `unsaid` where the verb is denied, intended or only possible; `infinitive` after "to";
    `reduced` where it is a participle without its auxiliary, which only an agent makes a passive;
    `opening` where such a participle begins the sentence.
    """

    begins: int
    first: int
    subject: Subject
    speaker: Phrase | None
    joined: bool = False
    relative: bool = False
    passive: bool = False
    gerund: bool = False
    bare: bool = False
    unsaid: bool = False
    own: bool = False
    infinitive: bool = False
    reduced: bool = False
    opening: bool = False


def stand_of(flow: Flow, verb: int, tense: str) -> Stand | None:
    """Return how the verb at token `verb` stands, None where it is a noun, an order or a word in between."""
    group = verb_group(flow, verb)
    if group.start == verb and tense in ("base", "present") and is_in(flow, verb, "homograph"):
        return _homograph(flow, verb, group, tense)
    if tense == "participle" and not group.be:
        return _gerund(flow, verb, group)
    if tense == "base":
        if group.raised:
            return _finite(flow, group, "past", passive=False)
        if group.have or (group.be and not group.do and not group.modal and not group.infinitive):
            return None
        if not (group.infinitive or group.modal or group.do):
            return _plural(flow, group)
    elif group.infinitive or group.do or (group.modal and tense == "present"):
        return None
    if tense == "perfect" and not (group.be or group.have) and group.start > flow.sentence_start(verb):
        # A participle by itself: «the photographs shown in court».
        reduced = _finite(flow, group, tense, passive=False)
        return None if reduced is None else replace(reduced, reduced=True)
    passive = tense in ("past", "perfect") and group.be
    return _finite(flow, group, tense, passive=passive)


def _homograph(flow: Flow, verb: int, group: Group, tense: str) -> Stand | None:
    """A word that may be a noun as well: a verb only after a subject that can have it, and before no other verb."""
    after = verb + 1
    if after < len(flow) and (
        is_in(flow, after, "be", "have", "do", "modal", "conjunction") or flow.words[after].endswith(("ing", "n't"))
    ):
        return None
    found = _plural(flow, group) if tense == "base" else _finite(flow, group, tense, passive=False)
    if found is None or found.bare or verb == flow.sentence_start(verb):
        return None
    phrase = found.speaker
    if is_in(flow, verb - 1, "light"):
        return None
    if found.relative or phrase is None:
        return found if found.relative or is_in(flow, verb - 1, "pronoun") or group.inner else None
    last = phrase.end - 1
    if _after_preposition(flow, phrase):
        return None
    if tense == "base" and flow.words[after : after + 1] == ("that",):
        return found
    floor = flow.sentence_start(verb)
    if (is_capital(flow, last) and last > floor) or flow.mention_of[last] >= 0:
        return found if tense == "present" else None
    bounded = phrase.start == floor or not flow.tokens[phrase.start - 1].is_word or is_in(
        flow, phrase.start - 1, "joiner"
    )  # fmt: skip
    plural = tense == "base" and bounded and flow.words[last].endswith("s")
    if not (plural or is_in(flow, phrase.start, "determiner", "several") or is_capital(flow, phrase.start)):
        return None
    return None if flow.words[last].endswith(_adjectival()) else found


def _after_preposition(flow: Flow, phrase: Phrase) -> bool:
    """Whether the words before a homograph hang on a preposition without an article: «following mass protests»."""
    for k in range(phrase.end - 1, phrase.start - 1, -1):
        if is_in(flow, k, "determiner", "several") or is_capital(flow, k):
            return False
        if is_in(flow, k, "preposition") and not is_in(flow, k, "leading"):
            return True
    return False


@cache
def _adjectival() -> tuple[str, ...]:
    return tuple(sorted(function_words("en")["adjectival"]))


def _plural(flow: Flow, group: Group) -> Stand | None:
    """A present without an ending: only with a subject that takes one."""
    found = _finite(flow, group, "base", passive=False)
    if found is None or found.bare:
        return None
    if found.joined or found.relative or found.infinitive or group.inner:
        return found
    phrase = found.speaker
    if found.subject is Subject.DROPPED:
        return found if is_in(flow, group.start - 1, "several") else None
    return found if phrase is not None and _several(flow, phrase) else None


def _several(flow: Flow, phrase: Phrase) -> bool:
    """Whether a subject may take a verb without ending: a plural, a name, an "and"."""
    last = phrase.end - 1
    return (
        (flow.words[last].endswith("s") and not is_possessive(flow, last))
        or flow.mention_of[last] >= 0
        or is_in(flow, last, "several")
        or any(flow.words[k] == "and" or (k == phrase.start and is_in(flow, k, "several"))
               for k in range(phrase.start, phrase.end))
    )  # fmt: skip


def _finite(flow: Flow, group: Group, tense: str, *, passive: bool) -> Stand | None:
    start = group.start
    floor = flow.sentence_start(start)
    unsaid = group.unsaid
    if group.inner:
        held = contracted(flow.words[start])
        own = held is not None and "first_person" in classes_of(held[0])
        begins = start - 1 if start > floor and is_in(flow, start - 1, "conjunction") else start
        return Stand(begins, start, Subject.DROPPED, None, passive=passive, unsaid=unsaid, own=own)
    if start == floor:
        if tense == "base" and not group.infinitive:
            return None
        if tense in ("past", "perfect") and not group.be and not group.have:
            # «Asked about the plan, Lavrov said»: somebody was asked.
            return Stand(start, start, Subject.DROPPED, None, passive=True, opening=True)
        return Stand(start, start, Subject.DROPPED, None, passive=passive, unsaid=unsaid, bare=True)
    before = start - 1
    if is_possessive(flow, before) or (is_in(flow, before, "determiner") and not is_in(flow, before, "pronoun")):
        return None
    if flow.words[before].isdigit() and tense == "past" and not (group.be or group.have):
        return None  # an adjective: «26 alleged members»
    if is_in(flow, before, "preposition") and not group.infinitive and not is_in(flow, before, "conjunction", "joiner"):
        return None
    if is_in(flow, before, "relative") and not (flow.words[before] == "that" and before == floor):
        return _related(flow, group, passive)
    if is_in(flow, before, "conjunction") or group.infinitive:
        begins = before if is_in(flow, before, "conjunction") else start
        return Stand(
            begins, start, Subject.DROPPED, None, joined=not group.infinitive, passive=passive, unsaid=unsaid,
            infinitive=group.infinitive,
        )  # fmt: skip
    if closes_quotation(flow, before) or is_dash(flow, before):
        return Stand(start, start, Subject.DROPPED, None, joined=True, passive=passive, unsaid=unsaid, bare=True)
    phrase = subject_ending(flow, start)
    if phrase is None:
        loose = flow.words[before] == "," or is_in(flow, before, "joiner")
        return Stand(start, start, Subject.DROPPED, None, joined=loose, passive=passive, unsaid=unsaid, bare=True)
    unsaid = unsaid or is_in(flow, phrase.start, "nobody")
    pronoun = phrase.end - phrase.start == 1 and is_in(flow, phrase.start, "pronoun")
    own = is_in(flow, phrase.end - 1, "first_person")
    begins = phrase.start
    if begins > floor and is_in(flow, begins - 1, "conjunction"):
        begins -= 1
    joined = begins > floor and (is_in(flow, phrase.start - 1, "conjunction"))
    subject, speaker = (Subject.DROPPED, None) if pronoun else (Subject.NAMED, phrase)
    return Stand(begins, phrase.start, subject, speaker, joined=joined, passive=passive, unsaid=unsaid, own=own)


def _related(flow: Flow, group: Group, passive: bool) -> Stand:
    """A verb after who, which or that: its subject is what stands before."""
    who = group.start - 1
    speaker = _antecedent(flow, who)
    subject = Subject.NAMED if speaker is not None else Subject.DROPPED
    return Stand(who, who, subject, speaker, relative=True, passive=passive, unsaid=group.unsaid)


def _antecedent(flow: Flow, who: int) -> Phrase | None:
    end = who - 1 if flow.words[who - 1] == "," else who
    start, floor = end, flow.sentence_start(who)
    while (
        start > floor and flow.tokens[start - 1].is_word and not is_in(flow, start - 1, "preposition", "joiner", "be")
    ):
        start -= 1
    return Phrase(start, end) if start < end else None


def _gerund(flow: Flow, verb: int, group: Group) -> Stand | None:
    """A verb in -ing: «, adding that», «by saying», «an ad showing»."""
    start = group.start
    floor = flow.sentence_start(verb)
    if start == floor:
        return Stand(start, start, Subject.DROPPED, None, gerund=True, unsaid=group.negated)
    before = start - 1
    if flow.words[before] == "each":
        return Stand(before, start, Subject.DROPPED, None, joined=True, gerund=True)
    if is_in(flow, before, "undone", "gerund"):
        unsaid = group.negated or is_in(flow, before, "undone")
        begins = before if is_in(flow, before, "conjunction") else start
        joined = begins < start
        return Stand(begins, start, Subject.DROPPED, None, joined=joined, gerund=True, unsaid=unsaid)
    if flow.words[before] == "," or flow.is_mark(before) or is_in(flow, before, "conjunction") or is_dash(flow, before):
        begins = before if is_in(flow, before, "conjunction") else start
        return Stand(begins, start, Subject.DROPPED, None, joined=True, gerund=True, unsaid=group.negated)
    if not flow.tokens[before].is_word or is_in(flow, before, "determiner", "preposition", "be", "modal"):
        return None
    phrase = subject_ending(flow, start)
    if phrase is None or is_possessive(flow, before) or flow.words[before].endswith("ing"):
        return None
    if flow.words[before] in finite_words() and not is_in(flow, before, "homograph"):
        return None
    pronoun = is_in(flow, phrase.end - 1, "pronoun", "object_pronoun")
    speaker = None if pronoun else last_noun(flow, phrase)
    subject = Subject.DROPPED if speaker is None else Subject.NAMED
    return Stand(start, start, subject, speaker, relative=True, gerund=True, unsaid=group.negated)


def last_noun(flow: Flow, phrase: Phrase) -> Phrase:
    """The noun phrase next to a participle: of «released a tweet» only «a tweet»."""
    start = phrase.end - 1
    while start > phrase.start and not is_in(flow, start, "determiner") and not is_in(flow, start - 1, "preposition"):
        if not is_capital(flow, start) and is_capital(flow, start - 1):
            break
        start -= 1
    return Phrase(start, phrase.end)
