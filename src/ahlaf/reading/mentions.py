"""Which stretches of a text mean an actor."""

from __future__ import annotations

from datetime import date

from ahlaf.actors import Gazetteer
from ahlaf.actors.clitics import raw_length
from ahlaf.language import Document
from ahlaf.model import Mention, Span


def find_mentions(document: Document, gazetteer: Gazetteer, *, on: date | None = None) -> tuple[Mention, ...]:
    """Return every mention of an actor in `document`, in the order of the text; `on` is the day it was written."""
    found: list[Mention] = []
    for sentence in document.sentences:
        words = [token.normal for token in sentence.tokens]
        i = 0
        while i < len(words):
            match = gazetteer.index.match(words, i)
            if match is None:
                i += 1
                continue
            first, last = sentence.tokens[i], sentence.tokens[match.end - 1]
            span = Span(first.span.start + raw_length(first.text, match.prefix), last.span.end - match.suffix)
            naming = match.namings[0]
            actor = naming.actor or gazetteer.persons[naming.person].term(on or document.date).actor
            found.append(Mention(span, actor, naming.person or None, naming.kind.value))
            i = match.end
    return tuple(found)
