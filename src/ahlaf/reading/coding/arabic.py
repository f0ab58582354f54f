"""The main event of an Arabic sentence, between two marked parties or between whoever it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ahlaf import actors
from ahlaf.language import Document, make_document, tokenize
from ahlaf.model import Mention, Realis, Relation, RelationType, Span, Statement
from ahlaf.reading.coding.coded import Coding, coding, first_actor, from_relation
from ahlaf.reading.coding.event_choice import Choice, choose
from ahlaf.reading.coding.events import told
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.relations import find_relations
from ahlaf.reading.relations.arabic.layout import lay_out
from ahlaf.reading.relations.arabic.modality import how_real
from ahlaf.reading.relations.scene import stage
from ahlaf.reading.statements import find_statements

# Stand-ins for the parties that a caller marks, which need be no actors of the gazetteer.
_SOURCE, _TARGET = "the marked source", "the marked target"
_PHYSICAL = frozenset({RelationType.ASSAULT, RelationType.PROTEST})


def code_arabic(text: str, source: Span | None = None, target: Span | None = None) -> Coding:
    """Return the main event of an Arabic sentence.

    Attacks and protests are coded with whoever is named, by nationality or part even where it is no actor of the
    gazetteer (docs/theory/coding-sentences.md); what else actors do is the first relation that the reader finds. Of
    the two, a relation that is told first and is neither an attack nor a protest goes before. Where `source` and
    `target` are given, it is what the one does to the other.
    """
    document = make_document(text, "ar")
    named = find_mentions(document, actors.gazetteer())
    event = choose(told(tokenize(text)))
    marks = {_SOURCE: source, _TARGET: target}
    mentions = _with_marks(named, marks)
    statements = find_statements(document, mentions)
    found = find_relations(document, mentions, statements, actors.gazetteer())
    fitting = [r for r in found if (not source or r.source == _SOURCE) and (not target or r.target == _TARGET)]
    relation = fitting[0] if fitting else None
    if event and event.realis is not Realis.DENIED:
        event = replace(event, realis=_realis(document, mentions, statements, event))
    if source or target:
        return _marked(relation, event, first_actor(named, source), first_actor(named, target))
    if relation and (event is None or (relation.trigger < event.trigger and relation.type not in _PHYSICAL)):
        return from_relation(relation)
    return _from_event(event) if event else coding(None, rule="no event found")


def _realis(document: Document, mentions: Sequence[Mention], statements: Sequence[Statement], event: Choice) -> Realis:
    """How real the event is, by the rules that hold for relations."""
    sentence = document.sentence_at(event.trigger.start)
    if sentence is None:
        return Realis.ACTUAL
    within = [s for s in statements if s.cue.overlaps(sentence.span) or s.content.overlaps(sentence.span)]
    named = [m for m in mentions if m.span.overlaps(sentence.span)]
    scene = stage(sentence, named, within, document.text, document.lang)
    at = next((i for i, token in enumerate(sentence.tokens) if token.span == event.trigger), None)
    if at is None:
        return Realis.ACTUAL
    return how_real(lay_out(scene), at, None, future=event.future).realis


def _from_event(event: Choice) -> Coding:
    found = coding(event.root, trigger=event.trigger, realis=event.realis, rule=event.rule)
    doer, victim = event.doer, event.victim
    return replace(
        found,
        source=doer.actor if doer else None,
        target=victim.actor if victim else None,
        source_country=doer.country if doer else None,
        target_country=victim.country if victim else None,
        source_role=event.doer_role,
        target_role=victim.role if victim else None,
    )


def _marked(relation: Relation | None, event: Choice | None, source: str | None, target: str | None) -> Coding:
    """What the source does to the target: their relation, else the event that the sentence tells of."""
    if relation:
        return coding(
            relation.type, source=source, target=target, trigger=relation.trigger, realis=relation.realis,
            rule=relation.rule,
        )  # fmt: skip
    if event:
        return coding(
            event.root, source=source, target=target, trigger=event.trigger, realis=event.realis, rule=event.rule
        )
    return coding(None, source=source, target=target, rule="no event found")


def _with_marks(named: Sequence[Mention], marked: dict[str, Span | None]) -> tuple[Mention, ...]:
    marks = [Mention(span, name, None, "marked") for name, span in marked.items() if span]
    kept = [m for m in named if not any(m.span.overlaps(mark.span) for mark in marks)]
    return tuple(sorted([*kept, *marks], key=lambda m: m.span))
