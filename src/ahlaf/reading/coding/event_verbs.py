"""The two parties of an Arabic verb that tells of an event."""

from __future__ import annotations

from collections.abc import Sequence

from ahlaf.reading.coding.event_layout import BESIDE, Event, Layout, strikes
from ahlaf.reading.coding.event_lexicon import Beside, EventReading, EventWord, mark_words
from ahlaf.reading.coding.event_parties import Party

_ARMED = "UAF"
_DIRECT = "obj"


def verb(layout: Layout, i: int, reading: EventReading, word: EventWord) -> Event:
    """Return what verb `i` tells: who does it, who suffers it, by where they stand."""
    after = layout.after(i)
    near = [p for p in after if not p.prep and p.first - i <= BESIDE and not p.means]
    objects = [p for p in near if not layout.verb_between(i, p.first)]
    marked = next((p for p in after if p.prep and p.prep in word.others), None)
    by = layout.by(i)
    relative = bool(word.needs) and reading.pronoun  # «هجوم نفذه»: its subject stands after
    before = None if relative else layout.subject_before(i)
    if word.beside is Beside.MEANS:
        return Event(i, word, by, marked, "what was used is named")
    if word.beside is Beside.VICTIM:
        sufferer = objects[0] if objects and not reading.plural else before
        return Event(i, word, by, None if sufferer and sufferer.means else sufferer, "what was suffered")
    if word.beside in (Beside.EITHER, Beside.TAKER) and not reading.pronoun:
        return _either(layout, i, reading, word, before, objects, by)
    return _does(layout, i, reading, word, None if relative else _subject(layout, i, reading, before), objects, marked)


def _subject(layout: Layout, i: int, reading: EventReading, before: Party | None) -> Party | None:
    """The subject before the verb; what an attack was made with counts as one, and is no party."""
    himself = any(t.normal in mark_words("self") for t in layout.tokens[i + 1 : i + 1 + BESIDE])
    if not himself and (before.means if before else layout.means_beside(i)):
        return before or _MEANS
    if not himself and any(p.means and i - 2 <= p.last < i for p in layout.parties):
        return _MEANS
    if before is None and reading.plural:
        able = (p for p in reversed(layout.parties) if p.last < i and not p.prep and not p.means and not p.thing)
        return next(able, None)
    return before


_MEANS = Party(0, 0, "", None, None, None, means=True)


def _does(
    layout: Layout,
    i: int,
    reading: EventReading,
    word: EventWord,
    subject: Party | None,
    objects: Sequence[Party],
    marked: Party | None,
) -> Event:
    """The parties of a verb whose subject does it."""
    direct = _DIRECT in word.others
    first = (objects[0] if objects and direct else None) or marked
    if subject and subject.means:
        return Event(i, word, None, first, "what was used is the subject")
    if subject and not subject.thing:
        return Event(i, word, subject, first, "its subject stands before")
    doer = next((p for p in objects if not p.thing), None)
    rest = [p for p in objects if p is not doer]
    victim = (rest[0] if rest and direct and not reading.pronoun else None) or marked
    return Event(i, word, doer, victim, "its subject stands after")


def _either(
    layout: Layout,
    i: int,
    reading: EventReading,
    word: EventWord,
    before: Party | None,
    after: Sequence[Party],
    by: Party | None,
) -> Event:
    """Who does and who suffers where the passive is written as the active."""
    subject = before if before and not before.means else None
    if by:
        return Event(i, word, by, subject or (after[0] if after else None), "passive with its doer")
    if subject and after and not subject.thing:
        return Event(i, word, subject, after[0], "subject before, object after")
    if subject and strikes(subject) and layout.object_follows(i):
        return Event(i, word, subject, None, "subject before, object after")
    if subject and (reading.plural or not after):
        return Event(i, word, None, subject, "passive, its subject before")
    if len(after) > 1 and strikes(after[0]) and not after[1].linked:
        return Event(i, word, after[0], after[1], "subject and object after")
    if word.beside is Beside.TAKER and after and after[0].role == _ARMED:
        return Event(i, word, after[0], None, "its subject stands after")
    return Event(i, word, None, after[0] if after else None, "passive")
