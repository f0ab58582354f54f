"""Coordinated parties become one."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.arabic.words import head_nouns

DASHES = frozenset("-–—/")
ALLY = "حليف"


def joined(layout: Layout, single: list[Party]) -> list[Party]:
    """Coordinated parties become one, with the governor of the first."""
    found: list[Party] = []
    for k, party in enumerate(single):
        previous = found[-1] if found else None
        if previous is not None and _coordinated(layout, previous, party) and _and_follows(layout, single, k):
            actors = previous.actors + tuple(a for a in party.actors if a not in previous.actors)
            found[-1] = replace(previous, last=party.last, options=(actors,))
        elif previous is not None and _allied(layout, previous, party):
            actors = previous.actors + tuple(a for a in party.actors if a not in previous.actors)
            found[-1] = replace(previous, options=(actors,))
            found.append(party)
        else:
            found.append(party)
    return found


def _allied(layout: Layout, left: Party, right: Party) -> bool:
    """«س وحلفاؤها من ص»: who is with the first shares what is said of it."""
    between = range(left.last + 1, right.head)
    if right.prep != "من" or not 1 < len(between) <= 3:
        return False
    use = layout.uses[left.last + 1]
    return (
        use is not None
        and bool(use.pronoun)
        and use.families[0].name == ALLY
        and layout.words[left.last + 1].conjunction
    )


def _names_actors(layout: Layout, i: int) -> bool:
    """Whether the word is a title, an organ or the like, so that its phrase means the actor itself."""
    word = layout.words[i]
    known = (word.rest in head_nouns() or word.rest in word_classes()["partitive"]) and word.rest not in word_classes()[
        "action"
    ]
    return layout.scene.named[i] is not None or bool(word.reference) or known or not word.rest


def _and_follows(layout: Layout, single: list[Party], k: int) -> bool:
    """Whether a list joined by commas ends in «و»."""
    for n, party in enumerate(single[k:], k):
        if not party.linked or not _coordinated(layout, single[n - 1], party):
            return False
        if layout.words[party.head].conjunction or layout.scene.proclitic[party.head][:1] == "و":
            return True
        before = layout.scene.tokens[party.head - 1]
        if before.is_word or before.text in DASHES:
            return True
    return False


def _coordinated(layout: Layout, left: Party, right: Party) -> bool:
    relayed = right.prep == "ل" and layout.scene.proclitic[left.start][:1] == "ل"
    if not right.linked or (right.prep and right.prep != left.prep and not relayed) or right.head - left.last > 4:
        return False
    if right.noun >= 0 and right.noun != left.noun:
        return False
    if right.head < right.start and not _names_actors(layout, right.head):
        return False
    for j in range(left.last + 1, right.head):
        if layout.scene.tokens[j].is_word and (
            layout.words[j].stops() or layout.verbs[j] or layout.uses[j] is not None or layout.words[j].preposition
        ):
            return False
    following = right.last + 1
    opens_clause = following < len(layout.verbs) and layout.verbs[following] and left.free and right.free
    return not (opens_clause and right.head > left.last + 1)
