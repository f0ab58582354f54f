"""Clauses whose subject suffers or answers what a noun names: «تعرضت س لهجوم», «تلبية لدعوة س»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahlaf.reading.relations.arabic.candidates import Candidate, View, plain, weigh
from ahlaf.reading.relations.arabic.subjects import subjects
from ahlaf.reading.relations.arabic.weights import weights
from ahlaf.reading.relations.arabic.word_classes import word_classes

GOVERNOR_REACH = 50
_RELATIVE_REACH = 5
_OWN = frozenset({"owner", "agent phrase", "subject after the verb"})
_DURING = frozenset({"في", "ب", "خلال", "اثناء", "جراء", "اثر", "نتيجه", "بسبب"})


def sufferers(view: View, i: int) -> Iterator[Candidate]:
    """«تعرضت س لهجوم», «الهزائم التي منيت بها س»: the subject of a verb of suffering."""
    suffer = word_classes()["suffer"]
    words = view.layout.words
    for j in _verbs_around(view, i):
        if words[j].rest in suffer:
            off = weights()[("doer", "subject after the verb")] - weights()[("other", "sufferer")]
            for found in subjects(view, j):
                yield replace(found, score=found.score - off, why="sufferer")


def victims(view: View, i: int) -> Iterator[Candidate]:
    """«قتل جنود س في غارة», «أصيب س في كمين»: whom the verb of harm befalls."""
    words = view.layout.words
    inside = words[i].preposition or (words[i - 1].rest if i else "")
    if inside not in _DURING:
        return
    for j in range(i - 1, max(-1, i - GOVERNOR_REACH), -1):
        if "complementizer" in words[j].classes:
            return
        if words[j].rest in word_classes()["victim"] and (view.layout.verbs[j] or view.layout.uses[j] is not None):
            after = next((p for p in view.parties if j < p.head and p.last < i and not p.prep), None)
            if after is not None:
                yield from weigh(view, "other", "sufferer", j, after)
                return
        elif view.layout.verbs[j]:
            return


def _verbs_around(view: View, i: int) -> Iterator[int]:
    """The verb that governs the noun, and the one of its own relative clause."""
    verbs, words = view.layout.verbs, view.layout.words
    for j in range(i - 1, max(-1, i - GOVERNOR_REACH), -1):
        if verbs[j] or "complementizer" in words[j].classes:
            if verbs[j]:
                yield j
            break
    for j in range(i + 1, min(i + _RELATIVE_REACH + 1, len(words))):
        if verbs[j]:
            if any("relative" in w.classes for w in words[i:j]) or not words[i].article:
                yield j
            return


def receives(view: View, i: int) -> bool:
    """Whether the clause tells what somebody receives or answers."""
    return answers(view, i) or any(
        view.layout.words[j].rest in word_classes()["suffer"] for j in _verbs_around(view, i)
    )


def answers(view: View, i: int) -> bool:
    """«بناء على طلب من س», «تلبية لدعوة س»: the clause tells what somebody does who was asked."""
    before = view.layout.words[max(0, i - 2) : i]
    return any(w.rest in word_classes()["answer"] for w in before)


def accepted(view: View, i: int) -> bool:
    """«قبل دعوة»: who accepts did not ask."""
    return any(view.layout.words[j].rest in word_classes()["accept"] for j in _verbs_around(view, i) if j < i)


def lifting(view: View, i: int, doers: list[Candidate], others: list[Candidate]) -> list[Candidate]:
    """Who lifts sanctions: never whom they hit, rather whom that actor has dealt with."""
    best = max((c for c in others if c.why == "marked"), key=lambda c: c.score, default=None)
    if best is None:
        return doers
    hit = set(best.actors)
    kept = [d for d in doers if not hit & set(d.actors) or d.why in _OWN]
    dealt = [view.memory.pair, *(p.actors for p in view.parties if p.prep == "بين" and len(p.actors) > 1)]
    for pair in dealt:
        if hit & set(pair):
            kept += plain("doer", "who dealt with them", tuple(a for a in pair if a not in hit))
    for party in view.parties:
        if party.prep == "مع" and party.named and not hit & set(party.actors):
            kept += weigh(view, "doer", "who dealt with them", i, party)
    return kept
