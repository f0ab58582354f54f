"""Small readings, for tests."""

from __future__ import annotations

from datetime import date

from ahlaf.codebook import plover
from ahlaf.model import Article, Reading, Realis, Relation, RelationType, Report, Span

TEXT = "اتهمت دمشق الرياض بدعم الإرهاب."


def relation(
    source: str,
    target: str,
    type: RelationType,
    realis: Realis = Realis.ACTUAL,
    claimed_by: str | None = None,
    day: date | None = None,
) -> Relation:
    root = plover()[type]
    return Relation(
        source, target, type, realis, Span(0, 5), claimed_by, Span(0, len(TEXT)), root.cameo, root.quad, date=day
    )


def reading(*relations: Relation, id: str = "r1", day: date | None = date(2015, 6, 29)) -> Reading:
    report = Report(id, TEXT, "ar", day, publisher="وكالة")
    article = Article(None, None, day, None, (Span(0, len(TEXT)),), ())
    return Reading(report, article, (), (), relations)
