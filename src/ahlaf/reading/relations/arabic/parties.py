"""The noun phrases of a sentence that mean actors, and what governs each."""

from __future__ import annotations

from dataclasses import replace

from ahlaf.reading.relations.arabic.coordination import DASHES, joined
from ahlaf.reading.relations.arabic.governors import COMMAS, QUOTES, WITH_PRONOUN, governor_of
from ahlaf.reading.relations.arabic.groups import groups
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.memory import Memory
from ahlaf.reading.relations.arabic.party import Party
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.scene import ends_dateline

_APART = 9  # words that may stand between a title and the name that goes with it
_NISBA = ("ي", "يه", "يين", "يون", "يتين", "يتان", "يان")


def find_parties(layout: Layout, memory: Memory) -> list[Party]:
    """Return the parties of a sentence in the order of the text, joined ones as one."""
    found = [
        p
        for p in joined(layout, _single(layout, memory))
        if any(layout.verbs[: p.head]) or not ends_dateline(layout.scene, p.last)
    ]
    more = list(groups(layout, found, memory))
    return sorted([*found, *more], key=lambda p: p.start) if more else found


def _single(layout: Layout, memory: Memory) -> list[Party]:
    scene = layout.scene
    found: list[Party] = []
    i = 0
    while i < len(scene.tokens):
        mention = scene.named[i]
        if mention is None:
            reference = _reference(layout, memory, found, i)
            if reference is not None:
                found.append(reference)
            i += 1
            continue
        last = i
        while last + 1 < len(scene.tokens) and scene.named[last + 1] is mention:
            last += 1
        party = _named(layout, found, i, last, mention.actor)
        if party is not None:
            if found and not found[-1].named and found[-1].last >= party.head:
                found.pop()
            found.append(party)
        i = last + 1
    return found


def _named(layout: Layout, found: list[Party], first: int, last: int, actor: str) -> Party | None:
    scene = layout.scene
    previous = found[-1] if found else None
    own = scene.proclitic[first]
    if previous is not None and previous.named and not own and actor in previous.actors:
        gap = range(previous.last + 1, first)
        if all(_apposed(layout, j) for j in gap) and len(gap) <= _APART:
            found[-1] = replace(previous, last=last)
            return None
    if previous is not None and previous.named and not own and _person_of(layout, previous, first):
        found[-1] = replace(previous, last=last, options=((*previous.actors[:-1], actor),))
        return None
    if previous is not None and previous.named and not own:
        gap = range(previous.last + 1, first)
        dashed = any(scene.tokens[j].text in DASHES for j in gap)
        bare = not any(scene.tokens[j].is_word for j in gap)
        if (bare and dashed) or (not gap and _two_adjectives(layout, previous.last, first)):
            return replace(previous, head=first, start=first, last=last, options=((actor,),), linked=True)
        if any(scene.tokens[j].text == "(" for j in gap) and len(gap) <= 2 and "5" in "".join(previous.actors):
            return None  # who the powers of the nuclear talks are
    over = governor_of(layout, first)
    if previous is not None and previous.named and previous.last >= over.head:
        if actor in previous.actors:
            found[-1] = replace(previous, last=last)
            return None
        over = replace(over, head=previous.last + 1) if not over.prep else over
    owned = layout.uses[over.noun] if over.noun >= 0 else None
    mention = scene.named[first]
    bare = mention is not None and mention.rule == "capital" and over.head == first
    if owned is not None and bare and layout.words[over.noun].rest in word_classes()["deal"]:
        return None  # «اتفاق س» is called after the place
    article = scene.tokens[first].normal.startswith("ال")
    adjective = (
        owned is not None and over.noun == first - _gap(layout, over.noun, first) and _nisba(layout, first)
        and article == layout.words[over.noun].article
    )  # fmt: skip
    if owned is not None and not adjective and layout.words[over.noun].article:
        # «الدعوة لأبناء س»: a noun with the article has no owner.
        letter = scene.tokens[over.head].normal[0]
        over = replace(over, noun=-1, prep=letter if letter in "لب" and over.head < first else "")
    return Party(over.head, first, last, ((actor,),), over.prep, over.noun, over.linked, adjective, over.asset)


def _two_adjectives(layout: Layout, left: int, right: int) -> bool:
    """«اتفاقا سعوديا مصريا»: two states as adjectives of one noun."""
    before = layout.scene.named[left]
    if before is None or before.person is not None or not (_nisba(layout, left) and _nisba(layout, right)):
        return False
    return layout.scene.tokens[left].normal.startswith("ال") == layout.scene.tokens[right].normal.startswith("ال")


def _person_of(layout: Layout, title: Party, first: int) -> bool:
    """Whether the name at token `first` is that of the title before it («الرئيس اليمني السابق س»)."""
    gap = layout.words[title.last + 1 : first]
    mention = layout.scene.named[first]
    if len(gap) > 2 or mention is None or mention.person is None or not _nisba(layout, title.last):
        return False
    return title.head < title.last and all(w.article and not w.conjunction and not w.stops() for w in gap)


def _gap(layout: Layout, noun: int, first: int) -> int:
    """The distance between a noun and its adjective when only other adjectives stand between."""
    between = layout.words[noun + 1 : first]
    use = layout.uses[noun]
    if between and use is not None and use.families[0].idafa == "object":
        return -1
    article = layout.words[noun].article
    if all(w.article == article and not w.preposition and not w.conjunction for w in between):
        return first - noun
    return -1


def _apposed(layout: Layout, j: int) -> bool:
    """Whether token `j` may stand between a title and the name that goes with it."""
    token, word = layout.scene.tokens[j], layout.words[j]
    if not token.is_word:
        return token.text in QUOTES or token.text in COMMAS
    if word.classes & {"title", "role", "partitive", "whole"} and not word.conjunction:
        return True
    return not (word.stops() or word.conjunction or layout.uses[j] is not None or layout.verbs[j] or word.preposition)


def _nisba(layout: Layout, i: int) -> bool:
    word = layout.scene.tokens[i].normal
    if word.endswith("يا"):
        return i > 0 and layout.scene.tokens[i - 1].normal.endswith("ا")
    return word.endswith(_NISBA)


def _resumes_a_thing(layout: Layout, i: int) -> bool:
    """Whether the pronoun at token `i` takes up a thing that a bare clause describes: «قرية سيطروا عليها»."""
    if i < 3 or not layout.verbs[i - 1]:
        return False
    described, word = i - 2, layout.words[i - 2]
    if layout.scene.named[described] is not None or word.reference or layout.uses[described] is not None:
        return False
    return layout.scene.tokens[described].is_word and not (word.article or word.stops() or layout.verbs[described])


def _reference(layout: Layout, memory: Memory, found: list[Party], i: int) -> Party | None:
    """A word that stands for an actor without naming it."""
    scene, word = layout.scene, layout.words[i]
    token = scene.tokens[i]
    if not token.is_word or layout.verbs[i]:
        return None
    pronoun = WITH_PRONOUN.get(word.rest if word.conjunction else token.normal)
    if pronoun is not None and _resumes_a_thing(layout, i):
        return None
    if pronoun is not None:
        options = memory.behind_pronoun(layout, found, i, pronoun[1])
        return Party(i, i, i, options, pronoun[0], named=False) if options else None
    if "pronoun" in word.classes and word.rest not in ("ان",):
        options = memory.behind_subject(layout, found, i)
        return Party(i, i, i, options, named=False) if options else None
    options = memory.behind_noun(layout, found, i)
    if not options:
        return None
    over = governor_of(layout, i)
    dual = word.reference.startswith("dual")
    return Party(over.head, i, i, options, over.prep, over.noun, over.linked, asset=over.asset, named=False, dual=dual)
