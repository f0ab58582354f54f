"""Names joined to one another, and nouns for several actors at once ("both sides"): which actors they mean."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.reading.relations.english.discourse import Discourse, real
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.relations.scene import Phrase, Scene

_PAIR = 2
_REGION = 2  # words after "states" among which "of the region" stands
_GAP = 4  # words (adjectives, marks) that may stand between two joined names


def chain(scene: Scene, k: int) -> tuple[tuple[str, ...], int]:
    """The actors of phrase `k` and of those joined to it by "and" or commas; and the last phrase's number."""
    actors = list(scene.phrases[k].actors)
    last = k
    while last + 1 < len(scene.phrases):
        here, following = scene.phrases[last], scene.phrases[last + 1]
        gap = scene.tokens[here.last + 1 : following.first]
        if not following.linked or len(gap) > _GAP or any(scene.breaks[here.last + 1 : following.first]):
            break
        if following.prep and following.prep != here.prep:
            break
        if any(t.is_word and _parts(t.normal) for t in gap):
            break
        actors += [a for a in following.actors if a not in actors]
        last += 1
    return tuple(actors), last


def chain_ending(scene: Scene, k: int) -> tuple[str, ...]:
    """The actors of the chain that phrase `k` ends, without marks that still stand for somebody."""
    start = k
    while start and scene.phrases[start].linked and chain(scene, start - 1)[1] >= start:
        start -= 1
    return tuple(dict.fromkeys(a for p in scene.phrases[start : k + 1] for a in real(p)))


def share_governors(scene: Scene) -> None:
    """Give each phrase that is joined to the one before it that one's preposition and trigger noun."""
    for k in range(len(scene.phrases) - 1):
        here, following = scene.phrases[k], scene.phrases[k + 1]
        if following.linked and not following.prep and following.noun < 0 and chain(scene, k)[1] > k:
            following.prep, following.noun = here.prep, here.noun


def _parts(word: str) -> bool:
    """Whether a word between two names parts them: a preposition or another conjunct."""
    return word in words()["preposition"]


def enumerations(scene: Scene) -> list[tuple[int, tuple[str, ...]]]:
    """Every chain of the sentence with the token it starts at."""
    found: list[tuple[int, tuple[str, ...]]] = []
    k = 0
    while k < len(scene.phrases):
        if scene.phrases[k].anaphor:
            k += 1
            continue
        actors, last = chain(scene, k)
        found.append((scene.phrases[k].start, actors))
        k = last + 1
    return found


def listed_after(scene: Scene, i: int, known: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The actors listed after the group noun at token `i` ("such as", "including"), within the sentence."""
    listing = enumerations(scene)
    for j in range(i + 1, len(scene.tokens)):
        if not _lists(scene, j, known):
            continue
        for start, actors in listing:
            if j < start <= j + 4:
                return actors
    return ()


def _lists(scene: Scene, j: int, known: Mapping[str, frozenset[str]]) -> bool:
    word = scene.tokens[j].normal
    if word in known["enumerator"]:
        following = scene.tokens[j + 1].normal if j + 1 < len(scene.tokens) else ""
        return following not in known["demonstrative"]  # "such an alliance" lists nothing
    two = word + " " + scene.tokens[j + 1].normal if j + 1 < len(scene.tokens) else ""
    three = two + " " + scene.tokens[j + 2].normal if j + 2 < len(scene.tokens) else ""
    return two in known["enumerator"] or three in known["enumerator"]


def listed_before(scene: Scene, i: int, discourse: Discourse, size: int | None) -> tuple[str, ...]:
    """The nearest enumeration before token `i`, of exactly `size` actors where that is given."""
    earlier = [actors for start, actors in enumerations(scene) if start < i and len(actors) > 1]
    for actors in reversed([*discourse.lists, *earlier]):
        if size is None or len(actors) == size:
            return actors
    return ()


def pair_before(scene: Scene, i: int, discourse: Discourse) -> tuple[str, ...]:
    """The two actors that "both" means at token `i`: the two who talk, else the last two named."""
    statement = scene.inner[i]
    if statement and statement.speaker_actor and statement.addressee_actor:
        return (statement.speaker_actor, statement.addressee_actor)
    named: list[str] = []
    first: list[str] = []
    for phrase in scene.phrases:
        if phrase.last < i and not phrase.anaphor and phrase.prep not in words().get("topic", ()):
            first += phrase.actors
            for actor in phrase.actors:
                if actor in named:
                    named.remove(actor)
                named.append(actor)
    if len(named) >= _PAIR:
        pair = named[-_PAIR:]
        return tuple(sorted(pair, key=first.index))  # the one named first goes first
    if statement and statement.speaker_actor and named and named[-1] != statement.speaker_actor:
        return (statement.speaker_actor, named[-1])
    earlier = listed_before(scene, i, discourse, _PAIR)
    if earlier:
        return earlier
    merged = [a for a in discourse.recent if a not in named] + named
    return tuple(merged[-_PAIR:]) if len(merged) >= _PAIR else ()


def group_actors(
    scene: Scene, i: int, demonstrative: bool, dual: bool, discourse: Discourse, known: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """The actors that the group noun at token `i` means, empty where the text does not say."""
    if dual:
        return pair_before(scene, i, discourse)
    after = listed_after(scene, i, known)
    speaker = scene.inner[i].speaker_actor if scene.inner[i] else None  # type: ignore[union-attr]
    if any(t.normal in known["region"] for t in scene.tokens[i + 1 : i + 1 + _REGION]):
        if after:
            discourse.regional[speaker] = after
        return after or discourse.regional.get(speaker, ())
    if after or not demonstrative:
        return after
    return listed_before(scene, i, discourse, None)


def resolved(scene: Scene, phrase: Phrase, actors: tuple[str, ...]) -> Phrase:
    """The phrase with the actors it means in the place of its mark."""
    return Phrase(
        phrase.first, phrase.start, phrase.last, actors, phrase.prep, phrase.noun, phrase.linked, phrase.adjective,
        phrase.asset, not actors,
    )  # fmt: skip
