"""The two ends of Arabic relations: sentences of our own, worked out by hand."""

from __future__ import annotations

import pytest

from ahlaf.model import Report
from ahlaf.reading import read_report

Triple = tuple[str, str, str]


def triples(text: str) -> set[Triple]:
    return {(r.source, r.target, r.type.value) for r in read_report(Report("text", text, "ar")).relations}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # Beside the doer, «ل» marks who suffers.
        ("انتهى الاحتلال الإيطالي لليبيا قبل الحرب.", ("ITA", "LBY", "COERCE")),
        # Who hosts stands first, the guest second.
        ("جرى ذلك خلال استقبال وزير الخارجية الهندي أمس وكيل وزارة الخارجية الكينية.", ("IND", "KEN", "CONSULT")),
        # The party before «أن» does what the verb says.
        ("سبق للرئيس الفرنسي أن التقى الرئيس التركي مرتين.", ("FRA", "TUR", "CONSULT")),
        # A press conference is held with somebody.
        ("قال الوزير القطري في مؤتمر صحفي عقده مع نظيره الياباني إن الوضع صعب.", ("QAT", "JPN", "CONSULT")),
        # Victims in an attack.
        ("أصيب قائد الجيش السعودي في كمين نصبه الحوثيون.", ("HOUTHI", "SAU", "ASSAULT")),
        # A request that somebody answers.
        ("تأتي عمليات الأمم المتحدة بناء على طلب من الحكومة الصومالية.", ("SOM", "UN", "REQUEST")),
        # «بين» said twice.
        ("استمرت المفاوضات بين الهند من جهة وبين باكستان.", ("IND", "PAK", "CONSULT")),
        # Whom somebody stops does what the noun says.
        ("تدخلت فرنسا لمنع المتمردين الحوثيين من الاستيلاء على السعودية.", ("HOUTHI", "SAU", "COERCE")),
        # The pronoun on a joined deed means the owner of the first.
        ("أقلق الجميع دعم طهران لبشار الأسد وتدخلها في العراق.", ("IRN", "IRQ", "COERCE")),
        # Adverbs and asides stand between the doer and the other end.
        ("اتهم المتمردون الحوثيون من جانبهم السعودية بالكذب.", ("HOUTHI", "SAU", "ACCUSE")),
    ],
)
def test_the_right_ends(text: str, said: Triple) -> None:
    assert said in triples(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        # Blows belong to who deals them, and do not befall them.
        ("احتمى مقاتلو تنظيم داعش من ضربات روسيا.", ("ISIS", "RUS", "ASSAULT")),
        # A thing that a bare clause describes is nobody.
        ("زارت لجنة من روسيا قرية يسيطر عليها تنظيم داعش.", ("ISIS", "RUS", "COERCE")),
        # «البلدان» are no armed groups.
        ("تقاتل تركيا تنظيم داعش. وعقد الوزيران محادثات.", ("TUR", "ISIS", "CONSULT")),
        # The border between two is no deed between them.
        ("وقعت اشتباكات على الحدود بين تركيا وسوريا.", ("TUR", "SYR", "ASSAULT")),
        # Looking for something is no talk; a deal named after a place is nobody's.
        ("بدأت الهند وباكستان البحث عن ناجين.", ("IND", "PAK", "CONSULT")),
        ("رحبت الصين باتفاق فيينا.", ("CHN", "AUT", "SUPPORT")),
        # Strikes in a country are no attack on its state.
        ("أعلنت تركيا سلسلة من الضربات في سوريا.", ("TUR", "SYR", "ASSAULT")),
        # Who is judged is the owner of the words, not whom they attack.
        ("استنكرت عمان تصريحات العراق ضد الكويت.", ("OMN", "KWT", "ACCUSE")),
    ],
)
def test_no_relation_of(text: str, unsaid: Triple) -> None:
    assert unsaid not in triples(text)
