"""When a relation happened, where its own clause says so."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.language import make_document
from ahlaf.model import QuadClass, Realis, Relation, RelationType, Span
from ahlaf.reading.relation_dates import date_relations


def dated(text: str, trigger: str, lang: str = "ar") -> str | None:
    document = make_document(text, lang, date=date(2015, 6, 29))
    start = text.index(trigger)
    sentence = document.sentence_at(start)
    assert sentence is not None
    relation = Relation(
        "RUS", "SYR", RelationType.CONSULT, Realis.ACTUAL, Span(start, start + len(trigger)), None, sentence.span, "04",
        QuadClass.VERBAL_COOPERATION,
    )  # fmt: skip
    (found,) = date_relations(document, [relation])
    return found.date.isoformat() if found.date else None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("التقى الوزير نظيره أمس الأحد في موسكو.", "التقى", "2015-06-28"),
        ("ويوم الثلاثاء الماضي، أعلن المتحدث، في بيان، أن موسكو تدعم دمشق.", "تدعم", "2015-06-23"),
        ("أكد الوزير دعم بيان جنيف، الصادر في 30 يونيو 2012.", "أكد", None),
        ("أكد الوزير الاتفاق الذي وقع في 30 يونيو 2012.", "أكد", None),
        ("أكد الوزير الاتفاق الذي وقع في 30 يونيو 2012.", "وقع", "2012-06-30"),
        ("التقى الوزير نظيره.", "التقى", None),
        ("التقى الوزير نظيره في حزيران 2014.", "التقى", None),
        ("التقى الوزير نظيره قبل يومين.", "التقى", "2015-06-27"),
        ("ستلتقي الوزيرة نظيرها الأربعاء.", "ستلتقي", "2015-07-01"),
    ],
)
def test_dates_of_relations(text: str, trigger: str, day: str | None) -> None:
    assert dated(text, trigger) == day


def test_english() -> None:
    assert dated("On Tuesday, the minister, who was in Vienna, met his colleague.", "met", "en") == "2015-06-23"
    assert dated("He met the envoy on June 2 in Cairo.", "met", "en") == "2015-06-02"


def test_a_date_that_is_there_stays() -> None:
    text = "التقى الوزير نظيره أمس."
    document = make_document(text, "ar", date=date(2015, 6, 29))
    relation = Relation(
        "RUS", "SYR", RelationType.CONSULT, Realis.ACTUAL, Span(0, 5), None, document.sentences[0].span, "04",
        QuadClass.VERBAL_COOPERATION, date=date(2000, 1, 1),
    )  # fmt: skip
    assert date_relations(document, [relation]) == (relation,)
