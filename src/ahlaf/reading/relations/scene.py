"""A sentence laid out for finding relations: its tokens, who is named where, which words can be triggers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ahlaf.language import Sentence, Token
from ahlaf.model import Mention, Span, Statement

_DATELINE = 6  # words among which a report's place stands


@dataclass(slots=True)
class Phrase:
    """A noun phrase that means one or more actors.

    `first` and `last` are token numbers, `first` being the head's. `prep` is the preposition that governs it, empty
    where none does; `noun` the trigger noun it belongs to as idafa or adjective, −1 where none. `linked` says that
    «و», "and" or a comma joins it to the phrase before. `asset` marks things of an actor that can only be acted upon.
    """

    first: int
    start: int
    last: int
    actors: tuple[str, ...]
    prep: str = ""
    noun: int = -1
    linked: bool = False
    adjective: bool = False
    asset: bool = False
    anaphor: bool = False


@dataclass(slots=True)
class Scene:
    """One sentence with everything that the rules look at; phrases are in the order of the text."""

    text: str
    lang: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    named: list[Mention | None]
    proclitic: list[str]
    cue: list[Statement | None]
    inner: list[Statement | None]
    statements: tuple[Statement, ...] = ()
    phrases: list[Phrase] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def between(self, left: int, right: int) -> Sequence[Token]:
        """The tokens after `left` and before `right`."""
        return self.tokens[left + 1 : right]


def stage(
    sentence: Sentence, mentions: Sequence[Mention], statements: Sequence[Statement], text: str, lang: str
) -> Scene:
    """Lay mentions and statements (those that touch the sentence) over the sentence's tokens."""
    tokens = sentence.tokens
    named: list[Mention | None] = [None] * len(tokens)
    proclitic = [""] * len(tokens)
    starts = [token.span.start for token in tokens]
    for mention in mentions:
        i = max(bisect_right(starts, mention.span.start) - 1, 0)
        if tokens[i].span.start < mention.span.start < tokens[i].span.end:
            proclitic[i] = text[tokens[i].span.start : mention.span.start]
        while i < len(tokens) and tokens[i].span.start < mention.span.end:
            if tokens[i].span.overlaps(mention.span):
                named[i] = mention
            i += 1
    cue: list[Statement | None] = [None] * len(tokens)
    inner: list[Statement | None] = [None] * len(tokens)
    for i, token in enumerate(tokens):
        for statement in statements:
            if token.span.overlaps(statement.cue):
                cue[i] = statement
            if statement.content.covers(token.span) or _touches(statement.content, token.span):
                known = inner[i]
                if known is None or _length(statement.content) < _length(known.content):
                    inner[i] = statement
    return Scene(text, lang, sentence, tokens, named, proclitic, cue, inner, tuple(statements))


def _touches(content: Span, token: Span) -> bool:
    """A content that begins after a proclitic («بـ|دعم») still holds the token."""
    return content.start < token.end and token.end <= content.end and content.start > token.start


def _length(span: Span) -> int:
    return span.end - span.start


def speaker_at(scene: Scene, i: int) -> str | None:
    """The actor who speaks the words at token `i`, None where the reporter does or the speaker is no actor."""
    statement = scene.inner[i]
    return statement.speaker_actor if statement else None


def ends_dateline(scene: Scene, last: int) -> bool:
    """Whether the name that ends at token `last` is the place in front of a report («الرياض: », "RIYADH - ")."""
    after = scene.tokens[last + 1].text if last + 1 < len(scene.tokens) else ""
    return after in (":", "–", "-") and last <= _DATELINE
