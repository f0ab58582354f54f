"""Events of an Arabic sentence that one party suffices for: attacks and protests, with who does and who suffers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahlaf.language import Token
from ahlaf.model import RelationType
from ahlaf.reading.coding.arabic_forms import is_verb, words_of
from ahlaf.reading.coding.event_layout import BESIDE, Event, Layout, lay_out
from ahlaf.reading.coding.event_lexicon import Beside, EventReading, EventWord, WordKind, event_readings, mark_words
from ahlaf.reading.coding.event_nouns import noun
from ahlaf.reading.coding.event_parties import CIVILIANS, Party
from ahlaf.reading.coding.event_verbs import verb

_NEEDS_REACH = 6  # words after a word among which what it needs follows
_DENIAL_REACH = 2
_ANYWHERE = "~"  # marks what may stand anywhere in the sentence


@dataclass(frozen=True, slots=True)
class Told:
    """An Arabic sentence with its parties and events."""

    tokens: tuple[Token, ...]
    parties: tuple[Party, ...]
    events: tuple[Event, ...]


def told(tokens: Sequence[Token]) -> Told:
    """Return the events that the tokens of a sentence tell of, in the order of the text."""
    layout = lay_out(tokens)
    events = (replace(e, denied=_denied(tokens, e.at)) for e in _events(layout))
    return Told(tuple(tokens), tuple(layout.parties), tuple(events))


def is_protest(event: Event) -> bool:
    """Whether the event is a protest."""
    return event.word.root is RelationType.PROTEST


def _denied(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of denial stands right before the word at `i`, or with one word between."""
    near = tokens[max(0, i - _DENIAL_REACH) : i]
    return any(token.normal.removeprefix("و") in mark_words("denial") for token in near)


def _events(layout: Layout) -> Iterator[Event]:
    noun_clause = -1
    roots: set[RelationType] = set()
    for i, token in enumerate(layout.tokens):
        if not token.is_word or token.normal in mark_words("time"):
            continue
        reading = _reading(layout, i, noun_clause)
        word = _fitting(layout.tokens, i, reading, roots) if reading else None
        if reading is None or word is None:
            continue
        if word.kind is WordKind.NOUN:
            roots.add(word.root)
        noun_clause = layout.clause[i] if word.kind is WordKind.NOUN else -1
        yield _event(layout, i, reading, word)


def _event(layout: Layout, i: int, reading: EventReading, word: EventWord) -> Event:
    if word.kind is WordKind.DOER:
        own = next((p for p in layout.parties if p.first == i), None) or Party(i, i, "", None, None, CIVILIANS)
        return Event(i, word, own, None, "those who do it are named")
    if word.kind is WordKind.VERB:
        bound = reading.pronoun and word.beside is not Beside.MEANS
        return replace(verb(layout, i, reading, word), bound=bound)
    return noun(layout, i, reading, word)


def _reading(layout: Layout, i: int, noun_clause: int) -> EventReading | None:
    """Read word `i`; where its letters are those of a noun and a verb, by what stands before it."""
    word = layout.tokens[i].normal
    # «مقتل جندي وخطف آخر»: what «و» joins to a noun is a noun, and so is what a preposition governs.
    joined = noun_clause == layout.clause[i] and word[0] == "و"
    joined = joined or (i > 0 and layout.tokens[i - 1].normal in words_of("preposition"))
    reading = event_readings(word, noun=joined)
    if reading and reading.words[0].kind is WordKind.VERB and reading.words[0].root is RelationType.ASSAULT:
        return event_readings(word, noun=_governed(layout, i))
    return reading


def _governed(layout: Layout, i: int) -> bool:
    """Whether a verb of the clause went before, which nothing joins to the word: «أدان الوزير قصف»."""
    relative = words_of("relative")
    if not i or layout.tokens[i].normal[0] in "وف" or layout.tokens[i - 1].normal in relative:
        return False
    for j in range(i - 1, max(-1, i - 1 - BESIDE), -1):
        word = layout.tokens[j].normal
        if layout.clause[j] != layout.clause[i] or word in relative:
            return False
        if is_verb(word):
            return word.removeprefix("و") not in mark_words("auxiliary")
    return False


def _fitting(tokens: Sequence[Token], i: int, reading: EventReading, roots: set[RelationType]) -> EventWord | None:
    """The row whose needed words follow; rows that need something go first.

    A pronoun may take up what is needed («الهجوم الذي نفذه») where a noun of the root went before: `roots`.
    """
    around = " ".join(["", *(t.normal for t in tokens[i + 1 : i + 1 + _NEEDS_REACH])])
    for word in sorted(reading.words, key=lambda w: not w.needs):
        if not word.needs or (reading.pronoun and word.beside is Beside.DOER and word.root in roots):
            return word
        if any(_stands(need, around, tokens) for need in word.needs):
            return word
    return None


def _stands(need: str, around: str, tokens: Sequence[Token]) -> bool:
    """Whether a word that begins with `need` follows, or stands anywhere where it is marked so."""
    if need.startswith(_ANYWHERE):
        return any(t.normal.removeprefix("و").startswith(need[1:]) for t in tokens)
    return f" {need}" in around or f" ال{need}" in around
