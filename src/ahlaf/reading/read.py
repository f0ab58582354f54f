"""A report read: its article, who is named, who said or thought what, and what actors do to one another."""

from __future__ import annotations

from dataclasses import replace

from ahlaf import actors
from ahlaf.actors import Gazetteer
from ahlaf.language import identify_language, make_document
from ahlaf.model import Article, Place, Reading, Report, ReportError, SpeechAct
from ahlaf.reading.article import find_article
from ahlaf.reading.fingerprint import fingerprint
from ahlaf.reading.html import Page
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.relation_dates import date_relations
from ahlaf.reading.relations import find_relations
from ahlaf.reading.statements import find_attributions


def read_report(report: Report, gazetteer: Gazetteer | None = None) -> Reading:
    """Read a report: its article, its mentions of actors, its statements and its relations.

    The reading's report is the one given, with language, date, title and publisher filled in where the article told
    them; its text is untouched. `gazetteer` is the bundled one unless another is given. Raises ReportError where
    there is no article, or one in neither Arabic nor English.
    """
    known = gazetteer or actors.gazetteer()
    article = find_article(report)
    lang = report.lang or _language(report, article)
    document = make_document(report.text, lang, date=article.date, body=article.body)
    mentions = find_mentions(document, known, on=article.date)
    found = find_attributions(document, mentions, known)
    statements = tuple(statement for statement in found if statement.act.said)
    attitudes = tuple(statement for statement in found if not statement.act.said)
    # What somebody believes an actor does is told as his claim, just as what he says.
    claims = tuple(s for s in found if s.act.said or s.act is SpeechAct.BELIEF)
    relations = find_relations(document, mentions, claims, known)
    plain = report.as_report() if isinstance(report, Page) else report
    filled = replace(plain, lang=lang, date=article.date, title=article.title_text, publisher=article.publisher)
    same = fingerprint(report) if gazetteer is None else ""
    return Reading(filled, article, mentions, statements, date_relations(document, relations), attitudes, same)


def _language(report: Report, article: Article) -> str:
    """The language of most of the article; ReportError if that is neither Arabic nor English."""
    found = identify_language("\n".join(span.of(report.text) for span in article.body))
    if found in ("ar", "en"):
        return found
    raise ReportError(
        f"the language of the text is neither Arabic nor English{f' (it looks like {found!r})' if found else ''}",
        place=Place(file=report.path or report.id),
        expected="a report most of which is in Arabic or English",
        remedy="leave it out; if it is Arabic or English after all, say so with --lang ar or --lang en",
    )
