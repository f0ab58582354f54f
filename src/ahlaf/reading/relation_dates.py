"""When a relation happened, where its sentence says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import Document, Token, tokenize
from ahlaf.model import Relation, Span
from ahlaf.reading.dates.find import FoundDate, find_dates

# A date that opens its sentence holds for the whole of it: "On Tuesday, Putin received ...".
_OPENING_WORDS = 3


def date_relations(document: Document, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give each relation without a date the day that its own clause names, if it names one.

    A date belongs to a trigger if nothing that begins another clause (a comma, a relative, "that") stands between
    them, or if it opens the sentence. Of several the nearest counts; where that names a month, a year or a stretch,
    the day stays unsaid rather than be made up. Without a date the report's own day stands in.
    """
    found: dict[Span, tuple[FoundDate, ...]] = {}
    dated = []
    for relation in relations:
        if relation.date is None:
            if relation.sentence not in found:
                found[relation.sentence] = find_dates(
                    document.text, lang=document.lang, anchor=document.date, within=relation.sentence
                )
            day = _day_of(document, relation, found[relation.sentence])
            relation = replace(relation, date=day) if day else relation
        dated.append(relation)
    return tuple(dated)


def _day_of(document: Document, relation: Relation, dates: Sequence[FoundDate]) -> date | None:
    near = [d for d in dates if _same_clause(document, relation.trigger, d.span)]
    near = near or [d for d in dates if _opens(document, relation.sentence, d.span)]
    nearest = min(near, key=lambda d: (_distance(relation.trigger, d.span), d.span.start), default=None)
    return nearest.day if nearest else None


def _distance(trigger: Span, day: Span) -> int:
    return max(day.start - trigger.end, trigger.start - day.end, 0)


def _same_clause(document: Document, trigger: Span, day: Span) -> bool:
    first, second = sorted((trigger, day))
    between = tokenize(document.text, first.end, max(first.end, second.start))
    return not any(_parts(token) for token in between)


def _parts(token: Token) -> bool:
    """Whether a clause ends at this token; an Arabic "and" may be written with the word."""
    return token.normal in _clause_marks() or (token.normal[:1] == "و" and token.normal[1:] in _clause_marks())


def _opens(document: Document, sentence: Span, day: Span) -> bool:
    before = tokenize(document.text, sentence.start, max(sentence.start, day.start))
    return sum(token.is_word for token in before) < _OPENING_WORDS


@cache
def _clause_marks() -> frozenset[str]:
    rows = package_table("ahlaf.reading", "data/clause_marks.csv", ("form", "lang"))
    return frozenset(token.normal for row in rows for token in tokenize(row["form"]))
