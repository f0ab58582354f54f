"""How real a deed is, by the words that it depends on. The sentences are our own."""

from __future__ import annotations

import pytest

from ahlaf.model import Report
from ahlaf.reading import read_report


def realis(text: str, kind: str) -> set[str]:
    return {r.realis.value for r in read_report(Report("text", text, "ar")).relations if r.type.value == kind}


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("وافقت تركيا على فتح حدودها أمام العراق.", "COOPERATE", "future"),
        ("تستعد إيران لاستقبال الرئيس الروسي.", "CONSULT", "future"),
        ("تعهدت السعودية بمساعدة الأردن.", "AID", "future"),
        ("قررت روسيا مساعدة سوريا.", "AID", "future"),
        ("تقرر تأجيل زيارة الرئيس الفرنسي إلى روسيا.", "CONSULT", "future"),
        ("يجتمع الرئيس المصري اليوم مع نظيره الروسي.", "CONSULT", "future"),
        ("ستجري إيران محادثات مع روسيا.", "CONSULT", "future"),
        ("سيطر الجيش العراقي على المدينة بعد مواجهات مع داعش.", "ASSAULT", "actual"),
        ("سيعود الرئيس الروسي إلى بلاده بعد لقاء مع الرئيس المصري.", "CONSULT", "actual"),
        ("وقد نفذت روسيا غارات على داعش.", "ASSAULT", "actual"),
        ("تسعى إيران إلى التعاون مع العراق.", "COOPERATE", "offered"),
        ("ضغطت فرنسا على تركيا لمحاربة داعش.", "ASSAULT", "called_for"),
        ("رفعت روسيا العقوبات مقابل دعم إيران لها.", "SUPPORT", "conditional"),
        ("زار الوزير الروسي مصر، ولو كان ذلك متأخرا.", "CONSULT", "actual"),
        ("توصلت إيران وروسيا إلى اتفاق نووي اليوم تتويجا لمحادثات طويلة.", "CONSULT", "actual"),
        ("أخفقت روسيا في دعم سوريا.", "SUPPORT", "denied"),
        ("امتنعت فرنسا عن دعم العراق.", "SUPPORT", "denied"),
        ("تدرس فرنسا قصف داعش.", "ASSAULT", "hypothetical"),
        ("من غير المرجح أن تقصف روسيا مواقع داعش.", "ASSAULT", "hypothetical"),
        ("لا صحة لأنباء عن لقاء بين إيران والسعودية.", "CONSULT", "denied"),
        ("نفت حماس ما تردد بشأن اتفاق الحركة مع السعودية.", "AGREE", "denied"),
    ],
)
def test_what_a_deed_depends_on_says_how_real_it_is(text: str, kind: str, expected: str) -> None:
    assert realis(text, kind) == {expected}


def test_a_condition_ends_where_its_consequence_begins() -> None:
    text = "إذا هاجمت تركيا سوريا فإن روسيا ستهاجم تركيا."
    found = read_report(Report("text", text, "ar")).relations
    assert {(r.source, r.condition.of(text) if r.condition else None) for r in found} == {
        ("TUR", "إذا هاجمت تركيا سوريا"),
        ("RUS", "إذا هاجمت تركيا سوريا"),
    }


def test_efforts_to_fight_are_a_fight() -> None:
    assert realis("تقود فرنسا الجهود لمحاربة داعش.", "ASSAULT") == {"actual"}


def test_allies_are_allies_whatever_is_to_come() -> None:
    assert realis("ستجري فرنسا محادثات مع روسيا حليفة سوريا.", "COOPERATE") <= {"actual"}
