"""The subject of an Arabic verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahlaf.reading.relations.arabic.candidates import Candidate, View, plain, weigh
from ahlaf.reading.relations.arabic.inflect import FIRST_PERSON
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.weights import cost
from ahlaf.reading.relations.arabic.word_classes import word_classes

_ANTECEDENT_REACH = 3
_ADJACENT = 2.5  # how much likelier a subject is right before the verb
_BEFORE = 3  # free phrases before a verb that may be its subject
_OPENING = 3  # words at the beginning of a content that the speaker owns
_CONTROLLING = frozenset({"ل", "علي", "ب"})
_RESUMPTIVE = {"الذي": "ه", "التي": "ها", "الذين": "هم"}  # the pronoun by which each relative is taken up
_FEMININE = ("ه", "يا", "ات")


def relative_before(view: View, i: int) -> int | None:
    """The relative pronoun that opens the clause of the verb at token `i`."""
    for j in (i - 1, i - 2):
        if j >= 0 and "relative" in view.layout.words[j].classes:
            return j if view.layout.words[j].rest.startswith("ال") else None
        if j < 0 or not view.layout.words[j].classes & {"verb_particle", "negation"}:
            return None
    return None


def antecedent(view: View, relative: int) -> Party | None:
    """The party that a relative clause describes."""
    before = [p for p in view.parties if p.last < relative and relative - p.last <= _ANTECEDENT_REACH]
    if not before or any(t.is_word for t in view.layout.scene.tokens[before[-1].last + 1 : relative]):
        return None
    return before[-1]


def free_after(view: View, i: int) -> Iterator[Party]:
    """The ungoverned parties after token `i` up to the next verb."""
    for party in view.parties:
        if party.head <= i:
            continue
        if any(view.layout.verbs[i + 1 : party.head]):
            return
        if party.free:
            yield party


def objects_after(view: View, i: int) -> Iterator[Party]:
    """The ungoverned parties after token `i` up to the next clause that depends on it."""
    words = view.layout.words
    for party in view.parties:
        if party.head <= i:
            continue
        if any("complementizer" in w.classes for w in words[i + 1 : party.head]):
            return
        if party.free:
            yield party


def subjects(view: View, i: int) -> Iterator[Candidate]:
    """Yield who may be the subject of the verb at token `i`."""
    layout = view.layout
    use, word = layout.uses[i], layout.words[i]
    if use is not None and use.first_person:
        yield from plain("doer", "first person", view.speaker(i))
        return
    controller = _controller(view, i)
    if controller is not None:
        yield from weigh(view, "doer", "whose part it is", i, controller, 0)
        return
    after = next(free_after(view, i), None)
    if after is not None:
        yield from _agreeing(view, i, after, weigh(view, "doer", "subject after the verb", i, after))
    relative = relative_before(view, i)
    if relative is not None:
        described = antecedent(view, relative)
        resumed = bool(word.verb_pronoun) and word.verb_pronoun not in FIRST_PERSON
        resumed = resumed and _RESUMPTIVE.get(layout.words[relative].rest, "") == word.verb_pronoun
        if described is not None and not resumed:
            gap = relative - described.last - 1
            for found in weigh(view, "doer", "antecedent", relative, described, gap):
                yield replace(found, score=found.score + cost("wall"))
        return
    before = [p for p in view.parties if p.last < i and p.free]
    for party in before[: -_BEFORE - 1 : -1]:
        near = -_ADJACENT if party.last == i - 1 else 0.0
        yield from _agreeing(view, i, party, weigh(view, "doer", "subject before the verb", i, party), near)
    following = next((p for p in view.parties if p.named and p.noun == i + 1), None)
    if following is not None and after is None and not layout.words[i + 1].preposition:
        yield from weigh(view, "doer", "owner of the deed", i, following)
    deeds = [p for p in view.parties if p.noun >= 0 and p.last < i and p.named]
    for party in deeds[-1:]:
        if not any(layout.verbs[party.noun : i]) and not layout.words[party.noun].preposition:
            yield from weigh(view, "doer", "owner of the deed", i, party)
    yield from default_doers(view, i)


def _controller(view: View, i: int) -> Party | None:
    """«سبق لـس أن التقى», «على س أن تنسحب»: the party before «أن» does what the verb says."""
    if i < 2 or view.layout.words[i - 1].rest != "ان":
        return None
    return next((p for p in view.parties if p.last == i - 2 and p.prep in _CONTROLLING), None)


def _agreeing(view: View, i: int, party: Party, found: Iterator[Candidate], off: float = 0.0) -> Iterator[Candidate]:
    off += cost("disagreement") if _disagree(view, i, party) else 0.0
    for candidate in found:
        yield replace(candidate, score=candidate.score - off)


def _disagree(view: View, i: int, party: Party) -> bool:
    """Whether verb and subject clearly differ in gender."""
    if not party.named:
        return False
    head = view.layout.words[party.head]
    word = view.layout.words[i].rest.removeprefix("س")
    use = view.layout.uses[i]
    stem = use.stem if use is not None and use.stem else word
    if not stem:
        return False  # «س» by itself
    feminine_verb = (stem[0] == "ت" and not stem.startswith("تت") and _imperfect(view, i, stem)) or stem.endswith("ت")
    if party.head == party.start and view.layout.scene.tokens[party.head].normal in word_classes()["masculine_state"]:
        return feminine_verb and party.head > i
    if head.rest.endswith(_FEMININE):
        return stem[0] == "ي" and not stem.endswith(("ون", "وا"))
    masculine_title = "title" in head.classes and not head.rest.endswith("ه")
    return masculine_title and feminine_verb and party.head > i


def _imperfect(view: View, i: int, stem: str) -> bool:
    """Whether a form in ت is the feminine imperfect rather than a perfect of the fifth or sixth pattern."""
    use = view.layout.uses[i]
    return use is not None and all(f.name != stem for f in use.families)


def default_doers(view: View, i: int) -> Iterator[Candidate]:
    """Yield whom the text speaks of where a verb or noun has no subject of its own: the speaker, the topic."""
    statement = view.layout.scene.inner[i]
    first = next(
        (p for p in view.parties if p.free and p.last < i and view.layout.scene.inner[p.start] is statement), None
    )
    if first is not None:
        yield from plain("doer", "sentence subject", first.actors)
    if statement is None:
        yield from plain("doer", "topic", view.memory.topic)
        return
    yield from plain("doer", "speaker of the opening" if opens_content(view, i) else "speaker", view.speaker(i))


def opens_content(view: View, i: int) -> bool:
    """Whether the content of a statement begins with the trigger."""
    statement = view.layout.scene.inner[i]
    if statement is None:
        return False
    opening = next((j for j, t in enumerate(view.layout.scene.tokens) if t.span.end > statement.content.start), i)
    if any(p.free and opening <= p.head and p.last < i for p in view.parties):
        return False
    return i - opening <= _OPENING and not any(view.layout.verbs[opening:i])
