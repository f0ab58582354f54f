"""The main event of an Arabic sentence, between two marked parties or between whoever it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ahlaf import actors
from ahlaf.language import tokenize
from ahlaf.model import RelationType, Span
from ahlaf.reading.coding.coded import Coding, coding
from ahlaf.reading.coding.event_lexicon import WordKind, mark_words, marks, party_noun
from ahlaf.reading.coding.event_parties import Party
from ahlaf.reading.coding.events import Event, Told, is_protest, told

_CVL = "CVL"
_INSTITUTIONS = frozenset({"GOV", "COP", "LEG", "PTY", "OPP"})
_REACH = 10
_FORCES = frozenset({"GOV", "MIL", "COP", "MED", "SPY"})


def code_arabic(text: str, source: Span | None = None, target: Span | None = None) -> Coding:
    found = _event(told(tokenize(text)))
    return found or coding(None, rule="no event found")


def _event(one: Told) -> Coding | None:
    events = [e for e in one.events if e.word.weight > 1 or e.doer or e.victim]
    if not events:
        return None
    main = _main(events)
    if is_protest(main):
        doer, victim = _protesters(events), _against(one, events)
    else:
        same = [e for e in events if not is_protest(e)]
        doer = next((e.doer for e in same if e.doer and not e.doer.thing), None)
        victim = _victim(same, doer)
        if doer is None and victim:
            # «قتلوا في اشتباكات مع»: whom they fought did it.
            doer = next((e.victim for e in same if e.victim and e.victim.prep == "مع" and e.victim.country), None)
            victim = _victim([e for e in same if e.victim != doer], doer) if doer else victim
        if victim and doer and doer.country and victim.country == doer.country and victim != main.victim:
            victim = main.victim  # what befalls the doer's own side is another event
        if victim and victim.country is None:
            victim = _owned(one, victim)
    token = one.tokens[main.at]
    role = doer.role if doer else _CVL if is_protest(main) else None
    return coding(
        main.word.root,
        source=doer.country if doer else None,
        target=victim.country if victim else None,
        source_role=role,
        target_role=victim.role if victim else None,
        trigger=token.span,
        rule=f"{main.word.lemma}: {main.rule}",
    )


def _main(events: Sequence[Event]) -> Event:
    """The first event told, but what protesters do is protest."""
    protests = [e for e in events if is_protest(e)]
    attacks = [e for e in events if not is_protest(e)]
    if not protests or not attacks:
        return events[0]
    first = attacks[0]
    named = [e for e in protests if first.doer and first.doer.first <= e.at <= first.doer.last]
    if named:
        return named[0]
    return protests[0] if protests[0].at < first.at else first


def _victim(events: Sequence[Event], doer: Party | None) -> Party | None:
    """Who suffers: the party that tells most, those struck before those who stood where it happened."""
    found = [e.victim for e in events if e.victim and e.victim != doer]
    struck = [p for p in found if p.prep not in mark_words("place")]
    return max(struck or found, key=lambda p: p.specific, default=None)


def _owned(one: Told, party: Party) -> Party:
    """Give a party with a pronoun («اثنين من جنوده») the country of the one that the pronoun takes up."""
    head = one.tokens[party.first].normal
    if party_noun(head[:-1]) is None or not head.endswith("ه") or head.endswith("ته"):
        return party
    owner = next((p for p in reversed(one.parties) if p.last < party.first and not p.prep and p.country), None)
    return replace(party, actor=owner.actor, country=owner.country) if owner else party


def _protesters(events: Sequence[Event]) -> Party | None:
    """Who protests: a party with a country that does what protesters do, then those called protesters."""
    protests = [e for e in events if is_protest(e) and e.doer and not e.doer.thing and not e.doer.means]
    told_of = [e.doer for e in protests if e.word.kind is not WordKind.NOUN and e.doer.country and e.doer.role not in _FORCES]
    named = [e.doer for e in protests if e.word.kind is WordKind.DOER]
    return next(iter([*told_of, *named, *(e.doer for e in protests)]), None)


def _against(one: Told, events: Sequence[Event]) -> Party | None:
    """Whom a protest is against: the first with a country, else the first that is an institution."""
    own = {e.doer for e in events if is_protest(e) and e.doer}
    found = [e.victim for e in events if e.victim and (is_protest(e) or e.doer in own)]
    found += _pointed_at(one)
    fitting = [p for p in found if p not in own and (p.country or p.role in _INSTITUTIONS)]
    chosen = next((p for p in fitting if p.country), None) or next(iter(fitting), None)
    if chosen is None and any(t.normal in mark_words("clash") for t in one.tokens):
        chosen = next((p for p in one.parties if p.role == "COP"), None)
    return chosen


def _pointed_at(one: Told) -> list[Party]:
    """The parties that follow words of demand or of protest against, in the same clause."""
    words = [t.normal for t in one.tokens]
    found = []
    for name in ("demand", "against", "flag"):
        for phrase in sorted(marks()[name]):
            for j in range(len(words) - len(phrase)):
                if tuple(words[j : j + len(phrase)]) == phrase:
                    end = j + len(phrase)
                    stop = next((k for k in range(end, len(words)) if words[k] in "،.؛"), len(words))
                    found += [p for p in one.parties if p.last >= end and p.first <= min(end + _REACH, stop) and p.prep not in mark_words("place")]
    return sorted(found, key=lambda p: p.first)
