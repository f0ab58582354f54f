"""What a sentence takes from before it: who is spoken of, who speaks, which actors were listed last."""

from __future__ import annotations

from dataclasses import dataclass, field

from ahlaf.model import Statement
from ahlaf.reading.relations.scene import Phrase, Scene, ends_dateline

_REMEMBERED = 12


@dataclass(slots=True)
class Discourse:
    """The running state of a text: `topic` is the last sentence's subject, `lists` the enumerations so far,
    `recent` the actors by when they were last named, `regional` what each speaker means by the region's states.
    """

    topic: tuple[str, ...] = ()
    lists: list[tuple[str, ...]] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    regional: dict[str | None, tuple[str, ...]] = field(default_factory=dict)

    def close(self, scene: Scene, groups: list[tuple[str, ...]]) -> None:
        """Take note of a finished sentence."""
        self.lists += [g for g in groups if len(g) > 1]
        speakers = [s.speaker_actor for s in scene.cue if s is not None and s.speaker_actor]
        direct = [
            p for p in scene.phrases if not p.prep and p.noun < 0 and not p.anaphor and not ends_dateline(scene, p.last)
        ]
        if speakers:
            self.topic = (speakers[0],)
        elif direct:
            self.topic = direct[0].actors
        for phrase in scene.phrases:
            for actor in phrase.actors:
                if not actor.startswith("@"):
                    if actor in self.recent:
                        self.recent.remove(actor)
                    self.recent.append(actor)
        del self.recent[:-_REMEMBERED]


def content_start(scene: Scene, statement: Statement) -> int:
    """The first token of this sentence that lies in the statement's content."""
    return next((j for j, t in enumerate(scene.tokens) if t.span.end > statement.content.start), 0)


def carried_subject(scene: Scene, i: int, discourse: Discourse, *, beyond_sentence: bool = True) -> tuple[str, ...]:
    """Who is meant by a dropped subject or a possessive pronoun at token `i`.

    The nearest free noun phrase before it on the same level of speech; else who speaks; else the text's topic.
    """
    statement = scene.inner[i]
    floor = content_start(scene, statement) if statement else 0
    for phrase in reversed(scene.phrases):
        if phrase.last >= i or phrase.first < floor or phrase.anaphor or ends_dateline(scene, phrase.last):
            continue
        if scene.inner[phrase.start] is statement and not phrase.prep and phrase.noun < 0:
            return real(phrase)
    if statement:
        return (statement.speaker_actor,) if statement.speaker_actor else ()
    for j in range(i - 1, -1, -1):
        cue = scene.cue[j]
        if cue is not None and cue.speaker_actor:
            return (cue.speaker_actor,)
    return discourse.topic if beyond_sentence else ()


def other_than(scene: Scene, i: int, sources: tuple[str, ...], discourse: Discourse) -> tuple[str, ...]:
    """Who is meant by an object pronoun: the nearest actor named before that is not the subject."""
    for phrase in reversed(scene.phrases):
        if phrase.last < i and not phrase.anaphor:
            others = tuple(a for a in phrase.actors if a not in sources)
            if others:
                return others
    return tuple(a for a in discourse.recent[-1:] if a not in sources)


def real(phrase: Phrase) -> tuple[str, ...]:
    """The phrase's actors without marks that still stand for somebody."""
    return tuple(a for a in phrase.actors if not a.startswith("@"))
