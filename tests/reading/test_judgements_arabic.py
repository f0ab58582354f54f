"""What speakers make of others without a verb of it. The sentences are our own."""

from __future__ import annotations

import pytest

from ahlaf.model import Report
from ahlaf.reading import read_report


def short(text: str) -> set[tuple[str, str, str]]:
    return {(r.source, r.target, r.type.value) for r in read_report(Report("text", text, "ar")).relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير التركي إن النظام السوري مجرم.", ("TUR", "SYR", "ACCUSE")),
        ("أكد الوزير السعودي أن إيران دولة راعية للإرهاب.", ("SAU", "IRN", "ACCUSE")),
        ("قال الوزير المصري إن سياسة إسرائيل متهورة.", ("EGY", "ISR", "ACCUSE")),
        ("أعلنت فرنسا أن أكبر خطر هو تنظيم داعش.", ("FRA", "ISIS", "ACCUSE")),
        ("أكد الوزير المصري أن السعودية ركيزة الاستقرار في المنطقة.", ("EGY", "SAU", "SUPPORT")),
        ("أكدت فرنسا أن السعودية لها الحق في الدفاع عن أراضيها.", ("FRA", "SAU", "SUPPORT")),
        ("قال وزير الخارجية السعودي إن على إيران أن توقف تدخلاتها.", ("SAU", "IRN", "REQUEST")),
        ("قال الرئيس الفرنسي إنه يجب أن تنسحب روسيا من أوكرانيا.", ("FRA", "RUS", "REQUEST")),
        ("أكد وزير الخارجية السعودي ضرورة انسحاب روسيا.", ("SAU", "RUS", "REQUEST")),
    ],
)
def test_a_speaker_judges_one_other_actor(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in short(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير التركي إن النظام السوري ليس عدوا.",
        "قال الوزير المصري إن الجرائم في تركيا كثيرة.",
        "أكد الوزير المصري أن السعودية دولة كبيرة.",
    ],
)
def test_no_judgement_without_a_word_of_it(text: str) -> None:
    assert not {r for r in short(text) if r[2] in {"ACCUSE", "SUPPORT"}}
