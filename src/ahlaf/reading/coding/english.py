"""The main event of an English sentence, between two marked parties or between whatever actors it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from ahlaf import actors
from ahlaf.codebook import package_table
from ahlaf.language import make_document
from ahlaf.model import Mention, RelationType, Span
from ahlaf.reading.coding.coded import Coding, coding, first_actor, from_relation
from ahlaf.reading.coding.english_links import linked
from ahlaf.reading.coding.english_text import Laid, lay_out
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.relations import find_relations
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.statements import find_statements

# Deeds that count otherwise by who does them, by CAMEO code: clashes and stormings by protesters are riots, and aid
# agencies that leave withdraw their help.
_BY_DOERS = {
    "193": (RelationType.PROTEST, RelationType.PROTEST),
    "192": (RelationType.PROTEST, RelationType.PROTEST),
    "0874": (RelationType.AID, RelationType.SANCTION),
}

# CAMEO's code of exercises near somebody: two who hold them together cooperate.
_SHOW_OF_FORCE = "150"
_ACTORS = 4  # actors of an unmarked sentence of which it is asked what they do
_JOINED = 3  # words between the two that "and" joins


def code_english(text: str, source: Span | None = None, target: Span | None = None) -> Coding:
    """Return the main event of an English sentence.

    Where `source` is given, it is what the source does (to `target`, if that is given too): see
    docs/theory/reading-english.md. Else it is the first relation that the reader finds between actors of the gazetteer,
    or what the first of them does to whomever.
    """
    document = make_document(text, "en")
    named = find_mentions(document, actors.gazetteer())
    if source is None and target is None:
        relations = find_relations(document, named, find_statements(document, named), actors.gazetteer())
        if not relations:
            return _one_sided(text, named)
        return from_relation(relations[0])
    laid = lay_out(text, source, target)
    found = linked(laid)
    if found and found.cameo in _BY_DOERS:
        doer_does, root = _BY_DOERS[found.cameo]
        if _backed_off(laid) is doer_does:
            found = replace(found, root=root, rule=f"{found.rule}, by its doers")
    if found and found.cameo == _SHOW_OF_FORCE and _together(laid):
        found = replace(found, root=RelationType.COOPERATE, rule=f"{found.rule}, together")
    doer, other = first_actor(named, source), first_actor(named, target)
    if found is None:
        rule = "no trigger: what such a source mostly does"
        return coding(_backed_off(laid), source=doer, target=other, rule=rule)
    return coding(
        found.root, source=doer, target=other, trigger=laid.tokens[found.at].span, realis=found.realis, rule=found.rule
    )


def _one_sided(text: str, named: tuple[Mention, ...]) -> Coding:
    """What the first actor that does anything does, where no other is named that it does it to."""
    for mention in named[:_ACTORS]:
        laid = lay_out(text, mention.span, None)
        before = laid.forms[laid.source.start - 1] if laid.source and laid.source.start else ""
        found = None if before in words()["preposition"] else linked(laid)
        if found is not None:
            trigger = laid.tokens[found.at].span
            return coding(found.root, source=mention.actor, trigger=trigger, realis=found.realis, rule=found.rule)
    return coding(None, rule="no relation found")


def _together(laid: Laid) -> bool:
    """Whether "and" joins the target to the source."""
    return "and" in laid.forms[laid.source.stop : laid.target.start] and laid.target.start - laid.source.stop <= _JOINED


@cache
def _habits() -> Mapping[str, RelationType]:
    rows = package_table("ahlaf.reading", "data/coding_backoff_en.csv", ("word", "root"))
    return {row["word"]: RelationType(row["root"]) for row in rows}


def _backed_off(laid: Laid) -> RelationType | None:
    known = (_habits().get(laid.forms[j]) for j in reversed(laid.source))
    return next((root for root in known if root), None)
