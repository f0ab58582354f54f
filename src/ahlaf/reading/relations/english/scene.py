"""English noun phrases and triggers: which words name actors together, what governs them, which words can act."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.reading.relations.english.discourse import Discourse, carried_subject
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.relations.english.objects import english_forms
from ahlaf.reading.relations.english.parties import group_actors, resolved, share_governors
from ahlaf.reading.relations.english.tags import tag
from ahlaf.reading.relations.english.words import Reading
from ahlaf.reading.relations.scene import Phrase, Scene, speaker_at

_WALK = 7  # how many words may stand between a preposition and the name it governs
_HEAD = 4  # how many words a name's own noun may follow by ("Russian foreign ministry spokeswoman")
_QUOTES = frozenset("\"'“”‘’()[]«»")


def lay_out(scene: Scene) -> list[Reading | None]:
    """Fill in the scene's breaks and phrases; return the chosen reading of each token."""
    known = words()
    openers = known["relative"] | known["complementizer"] | known["conjunction"]
    scene.forms = english_forms(scene.tokens)
    if not any(scene.named) and known["several"].isdisjoint(scene.forms):
        scene.breaks = [False] * len(scene.forms)
        return [None] * len(scene.forms)  # nobody is named: there is no relation to be found
    scene.breaks = [form in openers or form in ";:.!?…" for form in scene.forms]
    chosen = tag(scene.forms, [t.text for t in scene.tokens], scene.named)
    i = 0
    while i < len(scene.tokens):
        mention = scene.named[i]
        last = i
        if mention is None:
            mark = _mark(scene, i, known)
            if mark:
                head, prep, linked = _walk(scene, chosen, known, i)
                scene.phrases.append(Phrase(head, i, i, (mark,), prep, linked=linked, anaphor=True))
        else:
            while last + 1 < len(scene.tokens) and scene.named[last + 1] is mention:
                last += 1
            _place(scene, chosen, known, i, last, mention.actor)
        i = last + 1
    share_governors(scene)
    return chosen


def _mark(scene: Scene, i: int, known: Mapping[str, frozenset[str]]) -> str:
    word = scene.tokens[i].normal
    before = scene.tokens[i - 1].normal if i else ""
    if f"{before} {word}" in known["dual"]:
        return "@dual"
    if word in known["group"]:
        return "@these" if before in known["demonstrative"] else "@group"
    if word in known["speaker_noun"] and before in known["possessive"]:
        return "@speaker"
    if word in known["they"]:
        return "@they"
    return "@we" if word in ("we", "us", "i") else ""


def _place(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], first: int, last: int, actor: str
) -> None:
    previous = scene.phrases[-1] if scene.phrases else None
    if previous and not previous.anaphor and actor in previous.actors:
        gap = scene.tokens[previous.last + 1 : first]
        if (
            all(t.is_word for t in gap)
            and len(gap) <= _HEAD
            and not any(
                chosen[j] is not None
                or scene.tokens[j].normal in known["preposition"]
                or scene.tokens[j].normal == "and"
                for j in range(previous.last + 1, first)
            )
        ):
            previous.last = last
            return
    head, prep, linked = _walk(scene, chosen, known, first)
    noun = _owned(scene, chosen, known, last)
    scene.phrases.append(Phrase(head, first, last, (actor,), prep if noun < 0 else "", noun, linked, noun >= 0))


def _walk(
    scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], first: int
) -> tuple[int, str, bool]:
    """Walk left from a name to what governs it: (first token, preposition, linked).

    Those who act for it are passed over.
    """
    head, inside = first, False
    for j in range(first - 1, max(-1, first - 1 - _WALK), -1):
        token = scene.tokens[j]
        if not token.is_word:
            if token.text in _QUOTES:
                continue
            named = j > 0 and scene.named[j - 1] is not None
            bare = head == first or (head == first - 1 and scene.forms[head] == "the")
            return head, "", token.text == "," and named and bare and _goes_on(scene, first)
        before = scene.forms[j - 1] if j else ""
        if before in known["crew"] and _acts_for(token.normal, before, inside=inside):
            head, inside = j, True
            continue
        if token.normal in ("and", "or"):
            return head, "", _joins(scene, chosen, j)
        if token.normal in known["preposition"]:
            return head, token.normal, False
        if scene.named[j] is not None or scene.breaks[j] or chosen[j] is not None:
            return head, "", False
        head = j
    return head, "", False


def _joins(scene: Scene, chosen: list[Reading | None], j: int) -> bool:
    """Whether the conjunction at `j` joins nouns, not clauses ("A defended itself, and B")."""
    before = j - 2 if j > 1 and scene.forms[j - 1] == "," else j - 1
    reading = chosen[before] if before >= 0 else None
    return not (reading is not None and reading.verb) and scene.forms[max(before, 0)] not in words()["pronoun"]


def _acts_for(word: str, before: str, *, inside: bool) -> bool:
    """Whether a word joins those who act for a name to it: "the government and people of B", "forces loyal to B"."""
    return word in ("of", "from") or (word == "to" and before == "loyal") or (word == "and" and inside)


def _goes_on(scene: Scene, first: int) -> bool:
    """Whether a list goes on after the name at `first`: only then does a comma before it join names."""
    mention = scene.named[first]
    after = next((t for t, m in zip(scene.tokens[first:], scene.named[first:], strict=True) if m is not mention), None)
    return after is not None and after.normal in (",", "and", "or")


def _owned(scene: Scene, chosen: list[Reading | None], known: Mapping[str, frozenset[str]], last: int) -> int:
    """The trigger noun that a name right before it owns ("Russian support", "Iran's meddling"), −1 if none."""
    for j in range(last + 1, min(last + 1 + _HEAD, len(scene.tokens))):
        token = scene.tokens[j]
        if token.text in "-–" or (scene.named[j] is not None and scene.tokens[j - 1].text in "-–"):
            continue  # "the Iran-Iraq war"
        reading = chosen[j]
        if reading is not None:
            return j if not reading.verb else -1
        if not token.is_word or scene.named[j] is not None or scene.breaks[j]:
            return -1
        if token.normal in known["preposition"] or token.normal in known["auxiliary"] or token.normal in known["be"]:
            return -1
    return -1


def fill_in(scene: Scene, discourse: Discourse) -> None:
    """Give pronouns, "his country" and nouns for several actors the actors that they mean."""
    known = words()
    for k, phrase in enumerate(scene.phrases):
        mark = phrase.actors[0] if phrase.anaphor else ""
        speaker = speaker_at(scene, phrase.start)
        if mark == "@we":
            actors: tuple[str, ...] = (speaker,) if speaker else ()
        elif mark == "@speaker":
            actors = (speaker,) if speaker else carried_subject(scene, phrase.start, discourse)
        elif mark == "@they":
            actors = carried_subject(scene, phrase.start, discourse)
        elif mark in ("@group", "@these", "@dual"):
            actors = group_actors(scene, phrase.start, mark == "@these", mark == "@dual", discourse, known)
        else:
            continue
        if actors:
            scene.phrases[k] = resolved(scene, phrase, actors)
