"""What a sentence takes from before it: whom pronouns and bare nouns mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ahlaf.reading.relations.arabic.agreement import disagrees
from ahlaf.reading.relations.arabic.layout import Layout
from ahlaf.reading.relations.arabic.word_classes import word_classes
from ahlaf.reading.relations.scene import Scene, ends_dateline, speaker_at

if TYPE_CHECKING:
    from ahlaf.actors import Gazetteer
    from ahlaf.reading.relations.arabic.party import Party

_REMEMBERED = 12
_PAIR = 2


def speaking_first(scene: Scene, i: int, pair: tuple[str, ...]) -> tuple[str, ...]:
    """The two with the speaker of the words at token `i` first, where one of them speaks."""
    said = speaker_at(scene, i)
    return (said, *(a for a in pair if a != said)) if said in pair and said is not None else pair


def _distinct(options: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(option for option in options if option))


@dataclass(slots=True)
class Memory:
    """The running state of a text.

    Of the text: `topic` is the last sentence's subject, `recent` the actors by when they were last named, `pair` the
    two who last dealt with each other, `deeds` who did what to whom by the noun for it, `organs` whom an organ's bare
    name last belonged to, `regional` whom each speaker means by the region's states. Of the sentence at hand: `charged`
    whom each speaker has just blamed or asked, `joint` where and who acted together, `accused` where and who was
    accused.
    """

    gazetteer: Gazetteer | None
    topic: tuple[str, ...] = ()
    recent: list[str] = field(default_factory=list)
    pair: tuple[str, ...] = ()
    regional: dict[str | None, tuple[str, ...]] = field(default_factory=dict)
    charged: dict[str, str] = field(default_factory=dict)
    accused: tuple[int, tuple[str, ...]] | None = None
    joint: tuple[int, tuple[str, str]] | None = None
    deeds: dict[str, tuple[str, str]] = field(default_factory=dict)
    organs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def close(self, layout: Layout, parties: Sequence[Party]) -> None:
        """Take note of a finished sentence."""
        scene = layout.scene
        speakers = [s.speaker_actor for s in scene.cue if s is not None and s.speaker_actor]
        free = [p for p in parties if p.named and p.free and not ends_dateline(scene, p.last)]
        if speakers:
            self.topic = (speakers[0],)
        elif free:
            self.topic = free[0].actors
        for party in parties:
            if not party.named:
                continue
            for actor in party.actors:
                if actor in self.recent:
                    self.recent.remove(actor)
                self.recent.append(actor)
            for j in range(party.head, party.start + 1):
                bare = layout.words[j].rest
                if bare:
                    self.organs["ال" + bare.removeprefix("ال")] = party.actors[:1]
        self.charged.clear()
        self.joint = None
        self.accused = None
        del self.recent[:-_REMEMBERED]

    def antecedents(
        self, layout: Layout, found: Sequence[Party], i: int, pronoun: str = ""
    ) -> Iterator[tuple[str, ...]]:
        """Whom a pronoun of the third person at token `i` may mean, likeliest first."""
        scene = layout.scene
        level = scene.inner[i]
        before = [
            p
            for p in reversed(found)
            if p.last < i and p.named and not ends_dateline(scene, p.last) and not disagrees(layout, p, pronoun)
        ]
        yield from (p.actors for p in before if p.free and scene.inner[p.start] is level)
        if level is not None and level.speaker_actor:
            yield (level.speaker_actor,)
        yield from (p.actors for p in before if scene.inner[p.start] is level)
        if level is None:
            yield from ((s.speaker_actor,) for s in scene.cue[:i] if s is not None and s.speaker_actor)
        if self.topic:
            yield self.topic
        yield from (p.actors for p in before)
        yield from ((actor,) for actor in reversed(self.recent))

    def behind_pronoun(
        self, layout: Layout, found: Sequence[Party], i: int, pronoun: str
    ) -> tuple[tuple[str, ...], ...]:
        """Whom a pronoun on a preposition may mean."""
        if pronoun == "هما":
            pair = self.two_before(layout, found, i)
            return (pair,) if pair else ()
        return _distinct(self.antecedents(layout, found, i, pronoun))

    def behind_subject(self, layout: Layout, found: Sequence[Party], i: int) -> tuple[tuple[str, ...], ...]:
        """Whom the pronoun of «أنه», «لكنها», «هو» means: who speaks, else the likeliest."""
        said = speaker_at(layout.scene, i)
        before = layout.scene.cue[:i]
        cue = next((s for s in reversed(before) if s is not None), None)
        first = said or (cue.speaker_actor if cue is not None and layout.scene.inner[i] is None else None)
        return _distinct([(first,) if first else (), *self.antecedents(layout, found, i)])

    def behind_noun(self, layout: Layout, found: Sequence[Party], i: int) -> tuple[tuple[str, ...], ...]:
        """Whom the noun at token `i` takes up, empty where it takes up nobody."""
        word = layout.words[i]
        if not word.reference:
            return ()
        if word.reference == "speaker":
            said = speaker_at(layout.scene, i)
            return _distinct([(said,)] if said else self.antecedents(layout, found, i))
        if word.reference.startswith("dual"):
            pair = self.two_before(layout, found, i, states=word.reference != "dual")
            return (speaking_first(layout.scene, i, pair),) if pair else ()
        if word.reference == "latter":
            named = [p.actors[-1:] for p in reversed(found) if p.named and p.last < i]
            return tuple(named[:1]) if i and layout.verbs[i - 1] else ()
        kinds = word.reference.split("|")
        if i + 1 < len(layout.words) and "state" not in kinds:
            following = layout.words[i + 1]
            told = layout.scene.tokens[i + 1].normal in word_classes()["epithet"]
            if following.article and not following.preposition and not told and not following.conjunction:
                return ()  # «المقاتلون الأكراد»: not those spoken of
        known = self.organs.get(("ال" if word.article else "") + word.rest)
        options = [known] if known and self._is(known[0], kinds) else []
        if kinds == ["state"] and i + 1 < len(layout.words):
            following = layout.words[i + 1]
            if following.article and layout.scene.tokens[i + 1].normal not in word_classes()["state_epithet"]:
                return ()
        if kinds == ["state"]:
            said = speaker_at(layout.scene, i)
            states = [a for a in self.recent if self._is(a, ("state",))]
            near = [(said,) if said else (), self.topic[:1], tuple(states) if len(states) == 1 else ()]
        else:
            near = [a[:1] for a in self.antecedents(layout, found, i)]
        options += [a for a in near if a and self._is(a[0], kinds)]
        return _distinct(options)

    def two_before(self, layout: Layout, found: Sequence[Party], i: int, *, states: bool = False) -> tuple[str, ...]:
        """The two actors that «البلدان» means at token `i`: the two who talk, else the last two named."""
        statement = layout.scene.inner[i]
        named: list[str] = []
        for party in found:
            if party.named and party.last < i:
                for actor in party.actors:
                    if states and self.armed((actor,)):
                        continue
                    if actor in named:
                        named.remove(actor)
                    named.append(actor)
        if len(named) >= _PAIR:
            return tuple(named[-_PAIR:])
        if statement and statement.speaker_actor and statement.addressee_actor:
            return (statement.speaker_actor, statement.addressee_actor)
        pair = () if states and any(self.armed((a,)) for a in self.pair) else self.pair
        if pair and (not named or named[0] in pair):
            return pair
        if statement and statement.speaker_actor and named and named[-1] != statement.speaker_actor:
            return (statement.speaker_actor, named[-1])
        merged = [a for a in self.recent if a not in named and not (states and self.armed((a,)))] + named
        return tuple(merged[-_PAIR:]) if len(merged) >= _PAIR else ()

    def armed(self, actors: Sequence[str]) -> bool:
        """Whether they are armed groups."""
        return all(self._is(actor, ("armed_group",)) for actor in actors)

    def _is(self, actor: str, kinds: Sequence[str]) -> bool:
        known = self.gazetteer.actor(actor) if self.gazetteer else None
        return known is not None and known.kind.value in kinds
