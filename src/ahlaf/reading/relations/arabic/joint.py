"""Joint acts: who deals with whom where both do the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic.candidates import View
from ahlaf.reading.relations.arabic.families import Family, Kind, Role
from ahlaf.reading.relations.arabic.found import Found
from ahlaf.reading.relations.arabic.nouns import noun_doers
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.subjects import opens_content
from ahlaf.reading.relations.arabic.weights import floor
from ahlaf.reading.relations.arabic.word_classes import word_classes

_MANY = 3  # up to so many actors every two of a joint act deal with each other
_RESUMED = 9  # words between the first and the second «بين»
_SAME_BREATH = 5  # words after a joint act in which what it is about stands


def between(view: View, i: int, family: Family) -> Found | None:
    """«محادثات بين س وص»: the joint act at token `i` of the two whom «بين» names."""
    use = view.layout.uses[i]
    assert use is not None
    party = next((p for p in view.parties if p.prep == "بين" and p.head > i), None)
    if party is not None and len(party.actors) == 1:
        party = _resumed(view, party)
    if party is None or len(party.actors) < 2 or party.head - i > 14 or view.layout.crossed(i, party.head) > 2:
        return None
    if party.head > 1 and view.layout.words[party.head - 2].rest.removeprefix("ال") in word_classes()["frontier"]:
        return None
    between = view.layout.uses[i + 1 : party.head]
    nouns = any(u is not None and u.kind is Kind.NOUN and u.families[0].symmetric for u in between)
    if nouns and use.kind is not Kind.NOUN:
        return None
    if family.role is Role.MEDIATE:
        doers = [d for d in noun_doers(view, i, family) if not set(d.actors) & set(party.actors)]
        best = max(doers, key=lambda d: d.score, default=None)
        if best is None or best.score < floor("doer"):
            return None
        pairs = tuple((d, o) for d in best.actors for o in party.actors)
        return Found(i, i, family, use.kind, pairs, f"{best.why} + brings together", use.future)
    hostile = use.kind is Kind.NOUN and family.type is RelationType.ASSAULT
    if not (family.symmetric or hostile):
        return None
    return Found(i, i, family, use.kind, every_two(party.actors), "between", use.future)


def _resumed(view: View, first: Party) -> Party | None:
    """«بين س … وبين ص»: both, as one party."""
    for party in view.parties:
        if party.prep == "بين" and party.linked and 0 < party.head - first.last <= _RESUMED and party.named:
            return replace(first, last=party.last, options=(first.actors + party.actors,))
    return None


def their(view: View, i: int, family: Family) -> tuple[str, ...]:
    """«لقائهما»."""
    use = view.layout.uses[i]
    if not (family.symmetric and use and use.kind is Kind.NOUN and use.pronoun == "هما"):
        return ()
    return view.memory.two_before(view.layout, view.parties, i)


def recalled(view: View, i: int, family: Family) -> Found | None:
    """«خلال اللقاء», «اتفقا على التعاون»: a joint act spoken of before."""
    use = view.layout.uses[i]
    joint = view.memory.joint
    if family.symmetric and use is not None and joint is not None and i - joint[0] <= _SAME_BREATH:
        return Found(i, i, family, use.kind, (joint[1],), "the two in the same breath", use.future)
    other = _partner(view, i)
    own = use is not None and (use.first_person or opens_content(view, i) or _ours(view, i))
    if family.symmetric and use is not None and other and own and family.role is not Role.WEAK:
        pair = (view.speaker(i)[0], other)
        return Found(i, i, family, use.kind, (pair,), "the speaker and the partner spoken of", use.future)
    if not (family.symmetric and use and use.kind is Kind.NOUN and view.layout.words[i].article and view.memory.pair):
        return None
    if family.role is Role.WEAK or family.type is not RelationType.CONSULT:
        return None
    if any(w.rest == "مع" for w in view.layout.words[i + 1 : i + 5]):
        return None  # with somebody else
    return Found(i, i, family, use.kind, (view.memory.pair,), "same two", use.future)  # type: ignore[arg-type]


def _partner(view: View, i: int) -> str:
    """With whom the speaker of the words has been said to deal."""
    said = view.speaker(i)
    pair = view.memory.pair
    if not said or said[0] not in pair:
        return ""
    return pair[1] if pair[0] == said[0] else pair[0]


def _ours(view: View, i: int) -> bool:
    """Whether «we» govern the noun."""
    for j in range(i - 1, max(-1, i - _SAME_BREATH), -1):
        if view.layout.verbs[j]:
            return view.layout.words[j].rest[:1] == "ن"
    return False


def every_two(actors: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every two of a few actors; of many, the first with each of the others."""
    if len(actors) <= _MANY:
        return tuple(combinations(actors, 2))
    return tuple((actors[0], other) for other in actors[1:])
