"""Events of an Arabic sentence that one party suffices for: attacks and protests, with who does and who suffers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahlaf.language import Token
from ahlaf.model import RelationType
from ahlaf.reading.coding.arabic_forms import is_verb, words_of
from ahlaf.reading.coding.event_lexicon import (
    Beside,
    EventReading,
    EventWord,
    WordKind,
    event_readings,
    mark_words,
    marks,
)
from ahlaf.reading.coding.event_parties import CIVILIANS, Party, parties

_NEEDS_REACH = 6
_BESIDE = 9  # words between a verb and its subject
_IDAFA = 3
_OTHER = 14
_DENIAL = 2
_BETWEEN = "بين"
_ARMED = "UAF"
_OF = "ل"
_POSSESSED = 5  # words between a noun and the «ل» of whose it is


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells of an event, at token `at`, with the parties that its construction gives it.

    `denied` says that it did not happen, `bound` that a pronoun stands for who suffers it,
    `between` that both parties fight."""

    at: int
    word: EventWord
    doer: Party | None
    victim: Party | None
    rule: str
    denied: bool = False
    bound: bool = False
    between: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An Arabic sentence with its parties and events."""

    tokens: tuple[Token, ...]
    parties: tuple[Party, ...]
    events: tuple[Event, ...]


def told(tokens: Sequence[Token]) -> Told:
    """Return the events that the tokens of a sentence tell of, in the order of the text."""
    found = parties(tokens)
    events = (replace(e, denied=_denied(tokens, e.at)) for e in _events(tokens, found))
    return Told(tuple(tokens), found, tuple(events))


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of denial stands right before the word at `i`, or with one word between."""
    return any(token.normal.removeprefix("و") in mark_words("denial") for token in tokens[max(0, i - _DENIAL) : i])


def _events(tokens: Sequence[Token], found: Sequence[Party]) -> Iterator[Event]:
    clause = _clauses(tokens)
    noun_clause = -1
    nouns: set[RelationType] = set()
    for i, token in enumerate(tokens):
        # «مقتل جندي وخطف آخر»: what «و» joins to a noun is a noun.
        joined = noun_clause == clause[i] and token.normal[0] == "و"
        joined = joined or (i > 0 and tokens[i - 1].normal in _before_nouns())
        reading = event_readings(token.normal, noun=joined) if token.is_word else None
        if reading and reading.words[0].kind is WordKind.VERB and reading.words[0].root is RelationType.ASSAULT:
            reading = event_readings(token.normal, noun=_governed(tokens, clause, i))
        word = _fitting(tokens, i, reading, nouns) if reading else None
        if reading is None or word is None or token.normal in mark_words("time"):
            continue
        if word.kind is WordKind.NOUN:
            nouns.add(word.root)
        noun_clause = clause[i] if word.kind is WordKind.NOUN else -1
        if word.kind is WordKind.DOER:
            own = next((p for p in found if p.first == i), None)
            yield Event(i, word, own or Party(i, i, "", None, None, CIVILIANS), None, "those who do it are named")
        elif word.kind is WordKind.VERB:
            event = _verb(tokens, found, clause, i, reading, word)
            yield replace(event, bound=reading.pronoun and word.beside is not Beside.MEANS)
        else:
            yield _noun(tokens, found, clause, i, word, reading)


def _governed(tokens: Sequence[Token], clause: Sequence[int], i: int) -> bool:
    """Whether a verb of the clause went before, which nothing joins to the word: «أدان الوزير قصف»."""
    if not i or tokens[i].normal[0] in "وف" or tokens[i - 1].normal in words_of("relative"):
        return False
    for j in range(i - 1, max(-1, i - 1 - _BESIDE), -1):
        if clause[j] != clause[i] or tokens[j].normal in words_of("relative"):
            return False
        if is_verb(tokens[j].normal):
            return not tokens[j].normal.endswith(("كان", "كانت", "كانوا"))
    return False


def _before_nouns() -> frozenset[str]:
    return words_of("preposition")


def _fitting(tokens: Sequence[Token], i: int, reading: EventReading, nouns: set[RelationType]) -> EventWord | None:
    """The row whose needed words follow; rows that need something go first.

    A pronoun may take up what is needed («الهجوم الذي نفذه») where a noun of the kind went before: `nouns`.
    """
    around = " ".join(t.normal for t in tokens[i + 1 : i + 1 + _NEEDS_REACH])
    for word in sorted(reading.words, key=lambda w: not w.needs):
        if not word.needs or (reading.pronoun and word.beside is Beside.DOER and word.root in nouns):
            return word
        if any(f" {need}" in f" {around}" or f" ال{need}" in f" {around}" for need in word.needs):
            return word
        if any(
            t.normal.removeprefix("و").startswith(need[1:]) for need in word.needs if need[0] == "~" for t in tokens
        ):
            return word
    return None


def _clauses(tokens: Sequence[Token]) -> list[int]:
    """Number the clauses: each token has the number of the clause that it stands in."""
    numbers, number, outside = [], 0, 0
    ends = mark_words("end")
    for i, token in enumerate(tokens):
        if token.text == "(":
            outside, number = number, number + 1000
        elif token.text == ")" and number >= 1000:
            numbers.append(number)
            number = outside
            continue
        counting = token.normal == "ما" and i + 1 < len(tokens) and tokens[i + 1].normal in mark_words("counting")
        if (
            token.text in "،؛:.!?؟,;"
            or (token.normal in ends and not counting)
            or (token.normal[1:] in ends and token.normal[0] == "و")
        ):
            number += 1
        numbers.append(number)
    return numbers


def _verb(
    tokens: Sequence[Token],
    found: Sequence[Party],
    clause: Sequence[int],
    i: int,
    reading: EventReading,
    word: EventWord,
) -> Event:
    after = [p for p in found if p.first > i and clause[p.first] == clause[i]]
    objects = [p for p in after if not p.prep and p.first - i <= _BESIDE and not p.means]
    objects = [p for p in objects if not _verb_between(tokens, i, p.first)]
    marked = next((p for p in after if p.prep and p.prep in word.others), None)
    by = _by(tokens, found, clause, i)
    relative = bool(word.needs) and reading.pronoun  # «هجوم نفذه»: its subject stands after
    before = None if relative else _before(tokens, found, clause, i)
    if word.beside is Beside.MEANS:
        return Event(i, word, by, marked, "what was used is named")
    if word.beside is Beside.VICTIM:
        sufferer = objects[0] if objects and not reading.plural else before
        return Event(i, word, by, None if sufferer and sufferer.means else sufferer, "what was suffered")
    if word.beside in (Beside.EITHER, Beside.TAKER) and not reading.pronoun:
        return _either(i, word, before, objects, by, reading, takes_object=_object_follows(tokens, i))
    direct = "obj" in word.others
    himself = any(t.normal in mark_words("self") for t in tokens[i + 1 : i + 1 + _BESIDE])
    used = not himself and not relative and (before.means if before else _means_beside(found, clause, i))
    used = used or (not himself and not relative and any(p.means and i - 2 <= p.last < i for p in found))
    if used:
        return Event(
            i, word, None, (objects[0] if objects and direct else None) or marked, "what was used is the subject"
        )
    if before is None and reading.plural and not relative:
        before = next((p for p in reversed(found) if p.last < i and not p.prep and not p.means and not p.thing), None)
    if before and not before.thing:
        victim = (objects[0] if objects and direct else None) or marked
        return Event(i, word, before, victim, "its subject stands before")
    doer = next((p for p in objects if not p.thing), None)
    rest = [p for p in objects if p is not doer]
    victim = (rest[0] if rest and direct and not reading.pronoun else None) or marked
    return Event(i, word, doer, victim, "its subject stands after")


def _object_follows(tokens: Sequence[Token], i: int) -> bool:
    """Whether the very next word can be an object: no mark, preposition or adverb of time."""
    if i + 1 >= len(tokens) or not tokens[i + 1].is_word:
        return False
    following = tokens[i + 1].normal
    other = words_of("preposition") | mark_words("time") | mark_words("end")
    return following not in other and following[0] != "و"


def _before(tokens: Sequence[Token], found: Sequence[Party], clause: Sequence[int], i: int) -> Party | None:
    """The subject that stands before the verb in its clause, or that its relative pronoun takes up."""
    taken_up = tokens[i - 1].normal if i else ""
    if taken_up in words_of("pronoun"):  # «وأضافت الحكومة أنها قصفت»: who speaks did it
        return next((p for p in reversed(found) if p.last < i - 1 and not p.prep and not p.means), None)
    if taken_up in words_of("relative") and taken_up not in mark_words("end"):
        nearest = next((p for p in reversed(found) if p.last < i - 1), None)
        # Where another noun stands between, that noun is the subject, and no party: «الجريمة التي استهدفت».
        return nearest if nearest and nearest.last == i - 2 else Party(i - 1, i - 1, "", None, None, None, means=True)
    return next(
        (
            p
            for p in found
            if p.last < i and clause[p.first] == clause[i] and not p.prep and not _verb_between(tokens, p.last, i)
        ),
        None,
    )


def _means_beside(found: Sequence[Party], clause: Sequence[int], i: int) -> bool:
    """Whether the verb is said of an attack or of what it was made with: «هجوم بسيارة مفخخة استهدف»."""
    before = [p for p in found if p.first - i > -_BESIDE and p.last < i and clause[p.first] == clause[i]]
    after = [p for p in found if 0 < p.first - i <= 2 and not p.prep]
    return bool((before and before[-1].means) or (after and after[0].means))


def _verb_between(tokens: Sequence[Token], left: int, right: int) -> bool:
    for token in tokens[left + 1 : right]:
        reading = event_readings(token.normal)
        if reading and reading.words[0].kind is WordKind.VERB and token.normal not in _numbers():
            return True
    return False


def _numbers() -> frozenset[str]:
    return mark_words("quantity") | mark_words("time")


def _either(
    i: int,
    word: EventWord,
    before: Party | None,
    after: Sequence[Party],
    by: Party | None,
    reading: EventReading,
    *,
    takes_object: bool,
) -> Event:
    """Who does and who suffers where the passive is written as the active."""
    subject = before if before and not before.means else None
    if by:
        return Event(i, word, by, subject or (after[0] if after else None), "passive with its doer")
    if subject and after and not subject.thing:
        return Event(i, word, subject, after[0], "subject before, object after")
    if subject and strikes(subject) and takes_object:
        return Event(i, word, subject, None, "subject before, object after")
    if subject and (reading.plural or not after):
        return Event(i, word, None, subject, "passive, its subject before")
    if len(after) > 1 and strikes(after[0]) and not after[1].linked:
        return Event(i, word, after[0], after[1], "subject and object after")
    if word.beside is Beside.TAKER and after and after[0].role == _ARMED:
        return Event(i, word, after[0], None, "its subject stands after")
    return Event(i, word, None, after[0] if after else None, "passive")


def strikes(party: Party) -> bool:
    """Whether the party is one that attacks: armed men, or an actor by name."""
    attackers = {word.upper() for word in mark_words("attacker")}
    return party.role in attackers or (party.actor is not None and party.role is None)


def _noun(
    tokens: Sequence[Token],
    found: Sequence[Party],
    clause: Sequence[int],
    i: int,
    word: EventWord,
    reading: EventReading,
) -> Event:
    after = [p for p in found if i < p.first <= i + _OTHER and clause[p.first] == clause[i]]
    own = next((p for p in found if p.first <= i <= p.last), None)
    idafa = next((p for p in after if not p.prep and p.first - i <= _IDAFA and not p.means), None)
    if idafa and any(_is_verb(token.normal) for token in tokens[i + 1 : idafa.first]):
        idafa = None  # «هتافات تدعو الحكومة»
    if idafa and (tokens[idafa.first].normal in mark_words("bare") or (idafa.thing and word.beside is Beside.DOER)):
        idafa = None
    marked = next((p for p in after if p.prep in word.others and not p.means), None)
    by = _by(tokens, found, clause, i) or _lent(tokens, found, clause, i)
    if reading.pronoun and word.beside in (Beside.VICTIM, Beside.EITHER):
        meant = next((p for p in reversed(found) if p.last < i and not p.prep and not p.means), None)
        return Event(i, word, by, meant, "noun whose pronoun is who suffers it", bound=True)
    whose = next((p for p in after if p.prep == _OF and p.first - i <= _POSSESSED and p is not idafa), None)
    if word.beside in (Beside.VICTIM, Beside.EITHER) and idafa and whose:
        # «قصف المتمردين للمدينة»: the doer in the genitive, who suffers it with «ل».
        return Event(i, word, idafa, whose, "noun with its doer and who suffers it")
    if word.beside is Beside.VICTIM:
        return Event(i, word, by, idafa or marked or whose, "noun with who suffers it")
    if word.beside is Beside.MEANS:
        return Event(i, word, by, marked, "noun of what was used")
    if word.beside is Beside.EITHER:
        # «قصف إسرائيلي»: the nation that the noun has as an adjective did it.
        nation = own if own and own.first == i and own.country and not idafa else None
        return Event(i, word, by or nation, idafa or marked, "noun")
    if reading.pronoun and not idafa:
        meant = next((p for p in reversed(found) if p.last < i and not p.prep and not p.means and not p.thing), None)
        return Event(i, word, by or meant, marked, "noun whose pronoun is its doer")
    between = [p for p in after if p.prep == _BETWEEN or (p.linked and p.first - i <= _OTHER)]
    if "مع" in word.others and len(between) > 1 and between[0].prep == _BETWEEN:
        return Event(i, word, between[0], between[1], "noun with «بين»", between=True)
    doer = idafa or (own if own and (own.country or own.actor) else None)
    if not doer and _OF not in word.others:
        doer = whose  # «هجوم للمتمردين»
    return Event(i, word, doer or by, marked, "noun with its doer")


def _is_verb(word: str) -> bool:
    counts = word in mark_words("quantity") or word in words_of("preposition")
    return not counts and is_verb(word)


def _lent(tokens: Sequence[Token], found: Sequence[Party], clause: Sequence[int], i: int) -> Party | None:
    """The subject of «قام» whose deed the noun with «ب» names."""
    if not tokens[i].normal.startswith("ب"):
        return None
    for j in range(i - 1, -1, -1):
        if clause[j] != clause[i]:
            return None
        if tokens[j].normal.lstrip("و") in mark_words("light"):
            return next((p for p in found if j < p.first < i and not p.prep), None)
    return None


def _by(tokens: Sequence[Token], found: Sequence[Party], clause: Sequence[int], i: int) -> Party | None:
    """The doer after «على يد», «من قبل» and their like."""
    normals = [t.normal for t in tokens]
    for phrase in sorted(marks()["by"]):
        for j in range(i + 1, len(normals) - len(phrase)):
            if tuple(normals[j : j + len(phrase)]) == phrase:
                end = j + len(phrase)
                if clause[j] == clause[i]:
                    return next((p for p in found if end <= p.first <= end + 2), None)
    return None


def is_protest(event: Event) -> bool:
    """Whether the event is a protest."""
    return event.word.root is RelationType.PROTEST
