"""The two parties of an Arabic noun that tells of an event."""

from __future__ import annotations

from ahlaf.reading.coding.arabic_forms import is_verb, words_of
from ahlaf.reading.coding.event_layout import Event, Layout
from ahlaf.reading.coding.event_lexicon import Beside, EventReading, EventWord, mark_words
from ahlaf.reading.coding.event_parties import Party

_GENITIVE_REACH = 3  # words between a noun and the party in the genitive
_OTHER_REACH = 14  # words between a noun and the party with a preposition
_OWNER_REACH = 5  # words between a noun and the «ل» of whose it is
_BETWEEN, _OF, _WITH = "بين", "ل", "مع"


def noun(layout: Layout, i: int, reading: EventReading, word: EventWord) -> Event:
    """Return what noun `i` tells: who does it, who suffers it, by genitive, adjective, preposition or pronoun."""
    after = [p for p in layout.after(i) if p.first <= i + _OTHER_REACH]
    own = next((p for p in layout.parties if p.first <= i <= p.last), None)
    genitive = _genitive(layout, i, word, after)
    marked = next((p for p in after if p.prep in word.others and not p.means), None)
    by = layout.by(i) or layout.lent(i)
    if reading.pronoun and word.beside in (Beside.VICTIM, Beside.EITHER):
        return Event(i, word, by, layout.carried(i), "noun whose pronoun is who suffers it", bound=True)
    whose = next((p for p in after if p.prep == _OF and p.first - i <= _OWNER_REACH and p is not genitive), None)
    if word.beside in (Beside.VICTIM, Beside.EITHER) and genitive and whose:
        # «قصف المتمردين للمدينة»: the doer in the genitive, who suffers it with «ل».
        return Event(i, word, genitive, whose, "noun with its doer and who suffers it")
    if word.beside is Beside.VICTIM:
        return Event(i, word, by, genitive or marked or whose, "noun with who suffers it")
    if word.beside is Beside.MEANS:
        return Event(i, word, by, marked, "noun of what was used")
    if word.beside is Beside.EITHER:
        # «قصف إسرائيلي»: the nation that the noun has as an adjective did it.
        nation = own if own and own.first == i and own.country and not genitive else None
        return Event(i, word, by or nation, genitive or marked, "noun")
    if reading.pronoun and not genitive:
        able = (p for p in reversed(layout.parties) if p.last < i and not p.prep and not p.means and not p.thing)
        return Event(i, word, by or next(able, None), marked, "noun whose pronoun is its doer")
    pair = [p for p in after if p.prep == _BETWEEN or p.linked]
    if _WITH in word.others and len(pair) > 1 and pair[0].prep == _BETWEEN:
        return Event(i, word, pair[0], pair[1], "noun with «بين»", between=True)
    doer = genitive or (own if own and (own.country or own.actor) else None)
    if not doer and _OF not in word.others:
        doer = whose  # «هجوم للمتمردين»
    return Event(i, word, doer or by, marked, "noun with its doer")


def _genitive(layout: Layout, i: int, word: EventWord, after: list[Party]) -> Party | None:
    """The party that stands in the genitive right after the noun."""
    found = next((p for p in after if not p.prep and p.first - i <= _GENITIVE_REACH and not p.means), None)
    if found is None or any(_is_verb(token.normal) for token in layout.tokens[i + 1 : found.first]):
        return None  # «هتافات تدعو الحكومة»
    adjective = layout.tokens[found.first].normal in mark_words("bare")
    return None if adjective or (found.thing and word.beside is Beside.DOER) else found


def _is_verb(word: str) -> bool:
    counts = word in mark_words("quantity") or word in words_of("preposition")
    return not counts and is_verb(word)
