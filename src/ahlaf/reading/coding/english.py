"""The main event of an English sentence, between two marked parties or between whatever actors it names."""

from __future__ import annotations

from ahlaf import actors
from ahlaf.language import Document, make_document
from ahlaf.model import Mention, Relation, Span
from ahlaf.reading.coding.coded import Coding, coding
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.relations import find_relations
from ahlaf.reading.statements import find_statements

# Stand-ins for the parties that a caller marks, which need be no actors of the gazetteer.
_SOURCE = "the marked source"
_TARGET = "the marked target"


def code_english(text: str, source: Span | None = None, target: Span | None = None) -> Coding:
    """Return the main event of an English sentence.

    Where `source` and `target` are given, it is what the one does to the other; else the first relation that the
    reader finds between actors of the gazetteer.
    """
    document = make_document(text, "en")
    named = find_mentions(document, actors.gazetteer())
    marked = {_SOURCE: source, _TARGET: target}
    found = _relations(document, _with_marks(named, marked))
    fitting = [r for r in found if (not source or r.source == _SOURCE) and (not target or r.target == _TARGET)]
    if not fitting:
        return coding(None, source=_actor(named, source), target=_actor(named, target), rule="no relation found")
    best = fitting[0]
    return coding(
        best.type,
        source=_actor(named, source) if source else best.source,
        target=_actor(named, target) if target else best.target,
        trigger=best.trigger,
        realis=best.realis,
        rule=best.rule,
    )


def _with_marks(named: tuple[Mention, ...], marked: dict[str, Span | None]) -> tuple[Mention, ...]:
    marks = [Mention(span, name, None, "marked") for name, span in marked.items() if span]
    kept = [m for m in named if not any(m.span.overlaps(mark.span) for mark in marks)]
    return tuple(sorted([*kept, *marks], key=lambda m: m.span))


def _relations(document: Document, mentions: tuple[Mention, ...]) -> tuple[Relation, ...]:
    statements = find_statements(document, mentions, None)
    return find_relations(document, mentions, statements, None)


def _actor(named: tuple[Mention, ...], span: Span | None) -> str | None:
    """The first actor of the gazetteer named in the span."""
    return next((m.actor for m in named if span and span.overlaps(m.span)), None)
