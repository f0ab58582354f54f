"""Which of the events that an Arabic sentence tells of is the main one, who does it and whom it strikes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ahlaf.actors import gazetteer
from ahlaf.model import Realis, RelationType, Span
from ahlaf.reading.coding.arabic_forms import is_joined_verb
from ahlaf.reading.coding.event_layout import Event, strikes
from ahlaf.reading.coding.event_lexicon import Beside, WordKind, mark_words, marks, party_noun
from ahlaf.reading.coding.event_parties import CIVILIANS, Party
from ahlaf.reading.coding.events import Told, is_protest

# Parts that a protest can be against without a country, and parts that do not protest.
_INSTITUTIONS = frozenset({"GOV", "COP", "LEG", "PTY", "OPP"})
_FORCES = frozenset({"GOV", "MIL", "COP", "MED", "SPY"})
_ORGANS = frozenset({"GOV", "MIL", "COP", "LEG", "SPY", "JUD"})
_ORDER = frozenset({"MIL", "COP"})  # who keeps order does not protest
_REACH = 10  # words after «ضد» or «مطالبين» among which the party stands that a protest is against
_POLICE = "COP"
_WITH = "مع"
_FUTURE = ("سي", "ست")


@dataclass(frozen=True, slots=True)
class Choice:
    """The main event with its parties; `doer_role` is known even of a protest whose doer is not named.

    `noun` and `future` say what form the word that told of it has.
    """

    root: RelationType
    trigger: Span
    doer: Party | None
    victim: Party | None
    doer_role: str | None
    realis: Realis
    rule: str
    noun: bool
    future: bool


def choose(one: Told) -> Choice | None:
    """Return the main event of a sentence; None where it tells of none."""
    events = [e for e in one.events if e.word.weight > 1 or e.doer or e.victim or e.bound or _counted(one, e)]
    events = [e for e in events if not e.denied and not _future(one, e)] or events
    if not events or (not any(map(_violent, events)) and _accident(one)):
        return None
    main = _main(events)
    if is_protest(main):
        doer, victim = _protesters(events), _against(one, events)
    else:
        doer, victim = _attack(one, [e for e in events if not is_protest(e)], main)
    role = doer.role if doer else CIVILIANS if is_protest(main) else None
    rule = f"{main.word.lemma}: {main.rule}"
    realis = Realis.DENIED if main.denied else Realis.ACTUAL
    noun = main.word.kind is not WordKind.VERB
    trigger = one.tokens[main.at].span
    return Choice(main.word.root, trigger, doer, victim, role, realis, rule, noun, _future(one, main))


def _future(one: Told, event: Event) -> bool:
    """Whether the verb has the future's «س»."""
    word = one.tokens[event.at].normal.removeprefix("و")
    return event.word.kind is WordKind.VERB and word.startswith(_FUTURE)


def _counted(one: Told, event: Event) -> bool:
    """Whether the word after says how many: «قتل 28», «مقتل العشرات»."""
    following = one.tokens[event.at + 1].normal if event.at + 1 < len(one.tokens) else ""
    return following.isdigit() or following.removeprefix("ال") in mark_words("quantity")


def _violent(event: Event) -> bool:
    """Whether the word by itself says that somebody did it, rather than that somebody came to harm."""
    word = event.word
    attack = word.beside in (Beside.DOER, Beside.MEANS) or (word.beside, word.kind) == (Beside.EITHER, WordKind.NOUN)
    return is_protest(event) or event.doer is not None or attack


def _accident(one: Told) -> bool:
    """Whether the sentence speaks of an accident or an illness."""
    words = f" {' '.join(t.normal for t in one.tokens)} "
    return any(f" {' '.join(phrase)} " in words or f" ال{' '.join(phrase)} " in words for phrase in marks()["accident"])


def _main(events: Sequence[Event]) -> Event:
    """The first event told, but what protesters do is protest."""
    protests = [e for e in events if is_protest(e)]
    attacks = [e for e in events if not is_protest(e)]
    if not protests or not attacks:
        return events[0]
    first = attacks[0]
    sides = [first.doer, first.victim if first.between else None]
    named = [e for e in protests if any(p and p.first <= e.at <= p.last for p in sides)]
    if named:
        return named[0]
    return protests[0] if protests[0].at < first.at else first


def _attack(one: Told, events: Sequence[Event], main: Event) -> tuple[Party | None, Party | None]:
    """Who strikes and who is struck, from all words of the sentence that tell of the attack."""
    doer = next((e.doer for e in events if e.doer and not e.doer.thing), None)
    other = next((i for i, t in enumerate(one.tokens) if i > main.at and t.normal in mark_words("earlier")), None)
    same = [e for e in events if other is None or e.at < other]
    events = same if any(e.victim and e.victim.specific for e in same) else events
    victim = _victim(events, doer)
    if doer is None:
        # «قتلوا في اشتباكات مع»: whom they fought did it.
        foe = next((e.victim for e in events if e.victim and e.victim.prep == _WITH and strikes(e.victim)), None)
        struck = _victim([e for e in events if e.victim != foe], foe)
        doer, victim = (foe, struck) if foe and struck else (doer, victim)
    if victim and doer and doer.country and victim.country == doer.country and victim != main.victim:
        victim = main.victim  # what befalls the doer's own side is another event
    if victim and victim.country is None:
        victim = _of_the_place(one, _owned(one, victim))
    return doer, victim


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


def _of_the_place(one: Told, party: Party) -> Party:
    """Give an organ named without its state the one state that the sentence names as where it happened."""
    if party.country or party.role not in _ORGANS:
        return party
    states = gazetteer().actors
    places = [p.country for p in one.parties if p.country in states and p.prep in mark_words("place")]
    return replace(party, country=places[0]) if len(set(places)) == 1 else party


def _protesters(events: Sequence[Event]) -> Party | None:
    """Who protests: a party with a country that does what protesters do, then those called protesters."""
    able = [(e, e.doer) for e in events if is_protest(e) and e.doer and not e.doer.thing and not e.doer.means]
    able = [(e, p) for e, p in able if p.role not in _ORDER]
    nations = [p for e, p in able if e.word.kind is not WordKind.NOUN and p.country and p.role not in _FORCES]
    named = [p for e, p in able if e.word.kind is WordKind.DOER]
    return next(iter([*nations, *named, *(p for _, p in able)]), None)


def _against(one: Told, events: Sequence[Event]) -> Party | None:
    """Whom a protest is against: the first with a country, else the first that is an institution."""
    own = {e.doer for e in events if is_protest(e) and e.doer}
    found = [e.victim for e in events if e.victim and (is_protest(e) or e.doer in own)]
    found += [p for e in events if e.between for p in (e.doer, e.victim) if p]
    found += sorted(_pointed_at(one), key=lambda p: p.first)
    fitting = [p for p in found if p not in own and (p.country or p.role in _INSTITUTIONS)]
    chosen = next((p for p in fitting if p.country), None) or next(iter(fitting), None)
    if chosen is None and any(t.normal in mark_words("clash") for t in one.tokens):
        return next((p for p in one.parties if p.role == _POLICE), None)
    return chosen


def _pointed_at(one: Told) -> Iterator[Party]:
    """The parties that follow words of demand or of protest against, in the same clause."""
    words = [t.normal for t in one.tokens]
    for phrase in sorted(marks()["demand"] | marks()["against"] | marks()["flag"]):
        for j in range(len(words) - len(phrase)):
            if tuple(words[j : j + len(phrase)]) == phrase:
                start = j + len(phrase)
                stop = next((k for k in range(start, len(words)) if _parts(words[k])), len(words))
                end = min(start + _REACH, stop)
                yield from (
                    p for p in one.parties if p.last >= start and p.first <= end and p.prep not in mark_words("place")
                )


def _parts(word: str) -> bool:
    """Whether a clause ends at the word: a mark, or «و» with a verb."""
    return word in "،.؛" or is_joined_verb(word)
