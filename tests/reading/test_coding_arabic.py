"""Arabic sentences coded into one event; all sentences are made up."""

from __future__ import annotations

import pytest

from ahlaf.model import Realis, RelationType, Span
from ahlaf.reading.coding import Coding, code_sentence

ASSAULT, PROTEST = RelationType.ASSAULT, RelationType.PROTEST


def code(text: str) -> Coding:
    return code_sentence(text, "ar")


def ends(text: str) -> tuple[RelationType | None, str | None, str | None, str | None, str | None]:
    """The root, and country and part of either end."""
    found = code(text)
    return found.root, found.source_country, found.source_role, found.target_country, found.target_role


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("خطف مسلحون مهندسا فرنسيا قرب المطار.", (None, "UAF"), ("FRA", None)),
        ("أعلنت الشرطة أن مسلحين قتلوا ثلاثة جنود لبنانيين.", (None, "UAF"), ("LBN", "MIL")),
        ("قتل جنديان أردنيان في انفجار عبوة ناسفة.", (None, None), ("JOR", "MIL")),
        ("قتل أربعة جنود كينيين على يد مسلحين.", (None, "UAF"), ("KEN", "MIL")),
        ("اغتال الجيش الإسرائيلي قياديا في حركة حماس.", ("ISR", "MIL"), ("PSE", "REB")),
        ("هجوم انتحاري بسيارة مفخخة استهدف دورية للجيش اليمني.", (None, None), ("YEM", "MIL")),
        ("قصفت طائرات أميركية مواقع في سوريا.", ("USA", "MIL"), (None, None)),
        ("أصيب شرطيان مصريان بجروح.", (None, None), ("EGY", "COP")),
        ("نفى الوزير الخبر، وقام ملثمون بخطف صحافي عراقي.", (None, None), ("IRQ", "MED")),
        ("أعلن الجيش التركي مقتل اثنين من جنوده.", (None, None), ("TUR", "MIL")),
    ],
)
def test_attacks(text: str, source: tuple[str | None, str | None], target: tuple[str | None, str | None]) -> None:
    assert ends(text) == (ASSAULT, *source, *target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("تظاهر المئات أمام السفارة الدنماركية.", (None, "CVL"), ("DNK", "GOV")),
        ("خرج آلاف اليمنيين إلى الشوارع مطالبين الحكومة بالرحيل.", ("YEM", None), (None, "GOV")),
        ("أحرق متظاهرون أعلام إسرائيل.", (None, "CVL"), ("ISR", None)),
        ("هاجم المتظاهرون مقر الشرطة.", (None, "CVL"), (None, "COP")),
        ("تجددت المظاهرات ضد الرئيس التونسي.", (None, "CVL"), ("TUN", "GOV")),
        ("أضرب المعلمون عن العمل.", (None, "EDU"), (None, None)),
    ],
)
def test_protests(text: str, source: tuple[str | None, str | None], target: tuple[str | None, str | None]) -> None:
    assert ends(text) == (PROTEST, *source, *target)


def test_what_actors_say_of_one_another_goes_before_the_attack_that_they_speak_of() -> None:
    found = code("اتهمت تركيا سوريا بقصف بلدة حدودية.")
    assert (found.root, found.source, found.target, found.quad) == (RelationType.ACCUSE, "TUR", "SYR", 3)


def test_a_group_keeps_its_code_and_counts_for_its_state() -> None:
    found = code("شن حزب الله هجوما على دورية إسرائيلية.")
    assert (found.source, found.source_country, found.target_country) == ("HEZBOLLAH", "LBN", "ISR")


@pytest.mark.parametrize(
    "text",
    [
        "عقدت اللجنة جلستها الخامسة في نيويورك.",
        "وأحيط المجلس علما بالتقرير المتعلق بتغير المناخ.",
        "وتستمر حماية المدنيين في صلب عمل البعثة.",
        "",
    ],
)
def test_nothing_is_coded_where_nothing_happens(text: str) -> None:
    assert code(text).root is None


def test_marked_parties_need_be_no_known_actors() -> None:
    text = "انتقد الخبازون الطحانين بشدة."
    source, target = ((text.index(w), text.index(w) + len(w)) for w in ("الخبازون", "الطحانين"))
    found = code_sentence(text, "ar", Span(*source), Span(*target))
    assert (found.root, found.source, found.target) == (RelationType.ACCUSE, None, None)


def test_the_trigger_is_a_span_of_the_text() -> None:
    text = "خطف مسلحون صحافيا."
    trigger = code(text).trigger
    assert trigger is not None
    assert trigger.of(text) == "خطف"


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("أصيب عشرة أشخاص في قصف إسرائيلي على قطاع غزة.", ("ISR", None), ("PSE", None)),
        ("اندلعت اشتباكات بين الجيش اليمني ومسلحين.", ("YEM", "MIL"), (None, "UAF")),
        ("تبنت حركة طالبان الهجوم على السفارة الأميركية.", ("AFG", "REB"), ("USA", "GOV")),
        ("قتل ثلاثة جنود في انفجار جنوب أفغانستان.", (None, None), ("AFG", "MIL")),
        ("فجر انتحاري نفسه وسط حشد.", (None, "UAF"), (None, None)),
    ],
)
def test_attacks_from_nouns_and_places(
    text: str, source: tuple[str | None, str | None], target: tuple[str | None, str | None]
) -> None:
    assert ends(text) == (ASSAULT, *source, *target)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("أصيب ثلاثة أشخاص في غارة شنها الطيران الروسي على سوق.", ("RUS", "MIL"), (None, None)),
        ("أدان البرلمان العربي التفجير الذي استهدف جنودا تونسيين.", (None, None), ("TUN", "MIL")),
        ("أدان الوزير قصف المتمردين لمنازل المدنيين.", (None, "REB"), (None, "CVL")),
        ("قتل ما لا يقل عن عشرين جنديا ماليا.", (None, None), ("MLI", "MIL")),
        ("نفت الحكومة التركية ذلك، مضيفة أنها قصفت مركزا لحزب العمال الكردستاني.", ("TUR", "GOV"), ("TUR", "REB")),
    ],
)
def test_who_did_it_where_the_subject_stands_elsewhere(
    text: str, source: tuple[str | None, str | None], target: tuple[str | None, str | None]
) -> None:
    assert ends(text) == (ASSAULT, *source, *target)


def test_what_did_not_happen_is_denied() -> None:
    assert code("لم تقصف الطائرات الأردنية المدينة.").realis is Realis.DENIED
    assert code("خطف مسلحون صحافيا.").realis is Realis.ACTUAL


@pytest.mark.parametrize("text", ["أصيب خمسة مواطنين في حادث سير على الطريق.", "أصيب الطفل بالمرض ونقل إلى المستشفى."])
def test_harm_that_nobody_does_is_no_attack(text: str) -> None:
    assert code(text).root is None


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("قصفت القوات المغربية جبلا وعرا.", ("MAR", "MIL"), (None, None)),
        ("إن القوات الجوية الكورية قصفت المنطقة مرتين.", (None, "MIL"), (None, None)),
        ("قتل عشرة جنود في هجوم شنه متشددون على معسكر للجيش المالي.", (None, "UAF"), ("MLI", "MIL")),
        (
            "نفذت مقاتلات تركية غارات على مواقع لتنظيم داعش، بعد يوم على تفجير استهدف مدينة تركية.",
            ("TUR", "MIL"),
            (None, "REB"),
        ),
        ("قتل خمسة مسلحين في اشتباكات مع قوات الأمن الباكستانية.", ("PAK", "COP"), (None, "UAF")),
    ],
)
def test_attacks_of_several_words(
    text: str, source: tuple[str | None, str | None], target: tuple[str | None, str | None]
) -> None:
    assert ends(text) == (ASSAULT, *source, *target)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("ستقصف الطائرات الأردنية المدينة.", Realis.FUTURE),
        ("هدد مسلحون بخطف صحافي فرنسي.", Realis.FUTURE),
        ("قد يهاجم المسلحون السفارة الدنماركية.", Realis.HYPOTHETICAL),
        ("هاجم المسلحون السفارة الدنماركية.", Realis.ACTUAL),
    ],
)
def test_how_real_an_event_is(text: str, realis: Realis) -> None:
    assert code(text).realis is realis


def test_who_keeps_order_does_not_protest() -> None:
    found = ends("انتشرت الشرطة الماليزية قبل تظاهرات الشرطة الماليزية تتوقعها.")
    assert found[:3] == (PROTEST, None, "CVL")


def test_protests_to_denounce() -> None:
    assert ends("تنظم تظاهرات يومية للتنديد بسياسة الحكومة البورمية.")[3:] == ("MMR", "GOV")
