"""What a speaker makes of another actor without a verb of it: wrong accuses, praise supports, «must» asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import normal
from ahlaf.model import RelationType, Statement
from ahlaf.reading.relations.arabic import inflect
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.needs import needed
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.word_classes import word_classes

_NEAR = 4  # words between the only other actor and the word of wrong
_BEFORE, _AFTER = 5, 2  # words between the judged actor and the word where it stands before or after it
_NEED_REACH = 3
_BOUND = 3  # words between «must» and who must
_THAT = "ان"
_TO_BE = frozenset({"يكون", "تكون", "يكونوا"})
_IS = frozenset({"هو", "هي", "هم"})


@dataclass(frozen=True, slots=True)
class Charge:
    """What `speaker` makes of `other` by the word at token `at`."""

    at: int
    speaker: str
    other: str
    type: RelationType
    why: str


@cache
def _judging() -> dict[str, tuple[tuple[RelationType, tuple[str, ...]], ...]]:
    """Every form of a judging word with its type and the words that it needs."""
    table: dict[str, tuple[tuple[RelationType, tuple[str, ...]], ...]] = {}
    for row in package_table("ahlaf.reading", "data/relation_judgements_ar.csv", ("type", "words")):
        entry = RelationType(row["type"]), tuple(normal(need) for need in row["needs"].split("|") if need)
        for word in map(normal, row["words"].split("|")):
            for form in {*inflect.noun_forms(word), *inflect.adjective_forms(word)}:
                if entry not in table.get(form, ()):
                    table[form] = (*table.get(form, ()), entry)
    return table


def charges(layout: Layout, parties: Sequence[Party]) -> Iterator[Charge]:
    """Yield what the speakers of a sentence make of other actors."""
    scene = layout.scene
    denying = word_classes()["denial_cue"]
    for k, word in enumerate(layout.words):
        statement = scene.inner[k]
        if statement is None or statement.speaker_actor is None or normal(statement.cue.of(scene.text)) in denying:
            continue
        if scene.named[k] is None:
            kind = _judged(layout, k)
            if kind is not None:
                yield from _charge(layout, parties, statement, k, kind)
        if word.rest in word_classes()["must"]:
            yield from _bound_by(layout, parties, statement, k)
    for party in parties:
        yield from _upon(layout, party)


def _charge(
    layout: Layout, parties: Sequence[Party], statement: Statement, k: int, kind: RelationType
) -> Iterator[Charge]:
    speaker = statement.speaker_actor
    assert speaker is not None
    inside = [p for p in parties if layout.scene.inner[p.start] is statement and speaker not in p.actors]
    linked = [(_distance(p, k), p) for p in inside if _linked(layout, p, k)]
    if linked:
        nearest = min(linked, key=lambda item: item[0])[1]
        for other in nearest.actors:
            yield Charge(k, speaker, other, kind, "judged by the speaker")
        return
    named = [p for p in inside if p.named and p.prep != "في"]
    only = {actor for p in named for actor in p.actors}
    if kind is RelationType.ACCUSE and len(only) == 1 and min(_distance(p, k) for p in named) <= _NEAR:
        yield Charge(k, speaker, next(iter(only)), kind, "spoken of in words of wrong")


def _judged(layout: Layout, k: int) -> RelationType | None:
    word = layout.words[k]
    for kind, needs in _judging().get(word.rest, ()) or _judging().get(word.rest.removeprefix("ال"), ()):
        if not needs or _followed(layout, k, needs):
            return None if k and layout.words[k - 1].rest in word_classes()["negation"] else kind
    return None


def _followed(layout: Layout, k: int, needs: tuple[str, ...]) -> bool:
    found = needed(needs)
    near = "".join(f" {t.normal}" for t in layout.scene.tokens[k + 1 : k + 1 + _NEED_REACH]) + " "
    return any(
        pattern is not None and pattern.search(near) is not None for pattern in (found.words, found.prepositions)
    )


def _distance(party: Party, k: int) -> int:
    return k - party.last if party.last < k else party.start - k


def _linked(layout: Layout, party: Party, k: int) -> bool:
    """Whether the actor is the subject or the owner of the judging word."""
    if party.prep or not party.named:
        return False
    between = range(party.last + 1, k) if party.last < k else range(k + 1, party.start)
    copulas = word_classes()["copula"]
    named_last = any(layout.words[j].rest in _IS for j in between)  # «أكبر خطر هو س»
    if len(between) > (_BEFORE if party.last < k or named_last else _AFTER):
        return False
    for j in between:
        word = layout.words[j]
        if word.rest in copulas:
            continue
        other_word = (
            layout.scene.named[j] is not None or layout.uses[j] is not None or layout.scene.tokens[j].text in "،,"
        )
        if layout.scene.breaks[j] or layout.verbs[j] or other_word:
            return False
        if party.last > k and word.stops() and not named_last:
            return False
    return True


def _bound_by(layout: Layout, parties: Sequence[Party], statement: Statement, k: int) -> Iterator[Charge]:
    """«يجب أن تنسحب س», «ضرورة انسحاب س»: who is bound to do something is asked to."""
    speaker = statement.speaker_actor
    words, last = layout.words, len(layout.words)
    verb = next((j for j in range(k + 1, min(k + 4, last)) if layout.verbs[j] and words[j - 1].rest == _THAT), None)
    if verb is not None and words[verb].rest in _TO_BE:
        return  # «ينبغي أن يكون على علم»: what is presumed
    deed = next((j for j in range(k + 1, min(k + 3, last)) if words[j].rest in word_classes()["duty"]), None)
    at = verb if verb is not None else deed
    if at is None or speaker is None:
        return
    for party in parties:
        follows = 0 < party.start - at <= (_BOUND if party.named else 1)
        if follows and not party.prep and party.named and not layout.crossed(at, party.head):
            if speaker not in party.actors and layout.scene.inner[party.start] is statement:
                for other in party.actors:
                    yield Charge(k, speaker, other, RelationType.REQUEST, "bound to do it by the speaker")
            return


def _upon(layout: Layout, party: Party) -> Iterator[Charge]:
    """«على س أن»: it is upon somebody to do it."""
    statement, words = layout.scene.inner[party.start], layout.words
    if party.prep != normal("على") or not party.named or statement is None or statement.speaker_actor is None:
        return
    if (
        party.last + 1 < len(words)
        and words[party.last + 1].rest == _THAT
        and statement.speaker_actor not in party.actors
    ):
        for other in party.actors:
            yield Charge(
                party.start, statement.speaker_actor, other, RelationType.REQUEST, "upon whom the speaker lays it"
            )
