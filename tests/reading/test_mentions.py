"""Mentions, by the annotation guide."""

import importlib.util
import json
import re
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.actors import gazetteer
from ahlaf.actors.names import script
from ahlaf.actors.table import rows, values
from ahlaf.language import make_document
from ahlaf.model import Mention
from ahlaf.reading.mentions import find_mentions

SHARED = Path(__file__).resolve().parents[3] / "shared"
DAY = date(2015, 6, 29)
PACKAGE = "ahlaf.reading"


def read(text: str, on: date = DAY) -> list[tuple[str, str]]:
    return [(mention.span.of(text), mention.actor) for mention in mentions(text, on)]


def mentions(text: str, on: date = DAY) -> tuple[Mention, ...]:
    return find_mentions(make_document(text, script(text), date=on), gazetteer())


def test_the_article_stays_and_proclitics_go() -> None:
    assert read("وصل الوفد إلى السعودية وتركيا وقدم دعما للسعودية ولليمن.") == [
        ("السعودية", "SAU"),
        ("تركيا", "TUR"),
        ("لسعودية", "SAU"),
        ("ليمن", "YEM"),
    ]


def test_a_first_letter_may_belong_to_the_name() -> None:
    assert read("تحادثت واشنطن وليبيا وفرنسا ولبنان") == [
        ("واشنطن", "USA"),
        ("ليبيا", "LBY"),
        ("فرنسا", "FRA"),
        ("لبنان", "LBN"),
    ]


def test_demonyms_count_with_officials_and_matters_of_state_only() -> None:
    assert read("بحث الوزير الروسي الأزمة السورية والملف النووي الإيراني") == [
        ("الروسي", "RUS"),
        ("السورية", "SYR"),
        ("الإيراني", "IRN"),
    ]
    assert read("قالت وكالة الأنباء الرسمية الإيرانية إن الشعب السوري والشركات التركية بخير") == []
    assert read("أعلنت وزارة النفط العراقية ووزير الثقافة المصري ذلك") == [("العراقية", "IRQ"), ("المصري", "EGY")]
    assert read("ذكرت قناة «أخبار اليوم» الروسية ذلك") == []


def test_demonyms_in_a_row_share_their_noun() -> None:
    assert read("العلاقات الأميركية - التركية") == [("الأميركية", "USA"), ("التركية", "TUR")]
    assert read("الجامعات الأميركية والتركية") == []


def test_a_demonym_after_a_group_only_describes_it() -> None:
    assert read("قالت حركة طالبان الأفغانية") == [("حركة طالبان", "TALIBAN")]


def test_a_full_name_then_the_surname() -> None:
    found = mentions("التقى وليد المعلم نظيره، ثم غادر المعلم.")
    assert [(m.actor, m.person) for m in found] == [("SYR", "Walid al-Moallem")] * 2
    assert [m.rule for m in found] == ["person", "surname of an earlier person"]
    assert read("شكر المعلم طلابه") == []
    assert read("قال بوتين ذلك") == [("بوتين", "RUS")]


def test_fathers_and_house_belong_to_the_name() -> None:
    text = "صرح الشيخ عبدالله بن زايد بن سلطان آل نهيان بأن عادل بن أحمد الجبير سيصل"
    assert read(text) == [("عبدالله بن زايد بن سلطان آل نهيان", "ARE"), ("عادل بن أحمد الجبير", "SAU")]


def test_a_person_that_no_list_has_is_coded_by_the_state_of_the_office() -> None:
    found = mentions("قال وزير الخارجية الألماني يوهان برغشتاين إن بلاده ترحب. وأضاف برغشتاين أنها مستعدة.")
    assert [(m.actor, m.person) for m in found] == [("DEU", None)] * 3
    assert read("وأعلن السفير التونسي لدى روسيا علي بن منصور ذلك")[-1] == ("علي بن منصور", "TUN")
    assert read("استقبل الرئيس المصري وفدا أمس") == [("المصري", "EGY")]


def test_persons_are_coded_by_the_day() -> None:
    text = "تحدث علي عبد الله صالح"
    assert read(text, date(2011, 3, 1))[0][1] == "YEM"
    assert read(text)[0][1] == "YEM_OPP"


def test_the_kingdom_is_the_one_the_report_is_about() -> None:
    assert ("المملكة", "SAU") in read("قال الجبير إن المملكة ترفض ذلك")
    assert ("المملكة", "JOR") in read("في الأردن قال ناصر جودة إن المملكة ترفض ذلك")


def test_customary_names_need_their_company() -> None:
    assert ("المعارضة", "SYR_OPP") in read("تقدمت المعارضة في شمال سوريا")
    assert read("تقدمت المعارضة في الانتخابات") == []
    assert ("التحالف", "COAL_SAU") in read("قصف طيران التحالف مواقع الحوثيين في اليمن")
    assert ("التحالف", "COAL_US") in read("قصف طيران التحالف مواقع داعش")
    assert ("القوى الكبرى", "P5+1") in read("الاتفاق بين إيران والقوى الكبرى")


def test_a_name_within_another_name_is_none() -> None:
    assert read("قال معهد واشنطن إن سيارة انفجرت في شارع بغداد") == []
    assert read("قتلت البراميل 38 سوريا") == []
    assert read("الوضع المالي") == []


def test_english_capitals_possessives_and_hyphens() -> None:
    text = "Iran's envoy told us that the US and Turkey ate turkey; U.S. officials and the Saudi-led coalition agreed."
    assert read(text) == [
        ("Iran", "IRN"),
        ("US", "USA"),
        ("Turkey", "TUR"),
        ("U.S.", "USA"),
        ("Saudi-led coalition", "COAL_SAU"),
    ]


def test_english_demonyms_and_persons() -> None:
    text = (
        "Russian state media said Polish Foreign Minister Jan Kowalczyk met Syrian refugees. Kowalczyk praised Assad."
    )
    assert read(text) == [("Polish", "POL"), ("Jan Kowalczyk", "POL"), ("Kowalczyk", "POL"), ("Assad", "SYR")]


TEXTS = st.lists(
    st.sampled_from(
        [
            "الرئيس",
            "الروسي",
            "بوتين",
            "وبن",
            "علي",
            "عبد",
            "الله",
            "آل",
            "«روسيا»",
            "،",
            ".",
            "-",
            "للسعودية",
            "المملكة",
            "وزير",
            "U.S.",
            "Iran's",
            "Putin",
            "al-Assad",
            "the",
            "5+1",
            "إن",
        ]
    )
).map(" ".join)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), TEXTS))
def test_spans_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for mention in mentions(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.actor in gazetteer().actors
        assert mention.rule
        end = mention.span.end


def test_a_demonym_without_a_noun_of_state_is_a_nationality() -> None:
    assert read("سجل المهاجم العراقي هدفا وقال التونسي جلال قادري إن السويسري فاز") == []
    assert read("زار 300 صيني المدينة") == []
    assert read("قدم الجانبان الروسي والتركي اقتراحا") == [("الروسي", "RUS"), ("التركي", "TUR")]


def test_a_name_that_no_list_has_stands_before_or_after_its_office() -> None:
    assert read("وقالت يانا شولتز المتحدثة باسم الحكومة الألمانية إن اللقاء مثمر. وأضافت شولتز أن موعدا آخر حدد.") == [
        ("يانا شولتز", "DEU"),
        ("الألمانية", "DEU"),
        ("شولتز", "DEU"),
    ]
    assert ("أوليبان درافوش", "NGA") in read("وقال المتحدث باسم الجيش النيجيري أوليبان درافوش إن العملية مستمرة.")
    assert ("سامر النجار", "JOR") in read("وصل الوفد الأردني إلى القاهرة. وقال وزير الدولة سامر النجار إن اللقاء مثمر.")


def test_a_name_that_commas_set_off_after_its_office() -> None:
    text = "كشف المتحدث باسم حركة حماس، عدنان الفلاني، عن خطة. وأكد الفلاني ذلك."
    assert read(text) == [("حركة حماس", "HAMAS"), ("عدنان الفلاني", "HAMAS"), ("الفلاني", "HAMAS")]
    assert read("قال الوزير التركي، ردا على سؤال، إن الزيارة قريبة.") == [("التركي", "TUR")]


def test_rebels_are_nobody_known_in_a_report_about_yemen() -> None:
    assert read("تقدم الجيش اليمني في اليمن بعد معارك مع المتمردين قرب سوريا.")[-1] == ("سوريا", "SYR")
    assert ("المتمردين", "SYR_OPP") in read("قصف الجيش السوري مواقع المتمردين في شمال سوريا.")


def test_an_office_and_what_stands_between_are_no_names() -> None:
    assert read("أكد نبأ وفاة زعيم طالبان") == [("طالبان", "TALIBAN")]
    assert read("أعلن وزير الدفاع الروسي بدء عملية عسكرية، أن الجيش مستعد") == [("الروسي", "RUS")]


def test_what_is_called_after_a_person_is_no_mention_of_him() -> None:
    assert read("وصلت قافلة مركز الملك سلمان للإغاثة إلى مطار الملك خالد") == []


def test_sons_of_others_with_the_same_names() -> None:
    assert read("التقى الدكتور عبدالله بن عبدالعزيز الخضيري بالطلاب") == []


def test_a_surname_that_is_a_first_name_too_needs_to_stand_alone() -> None:
    assert read("لعب مشعل العنزي وفهد الجهني أمس") == []


def test_the_kingdom_is_another_only_in_a_report_about_it() -> None:
    assert read("زار الوفد المملكة ومصر والأردن")[0] == ("المملكة", "SAU")
    assert ("المملكة", "JOR") in read("استقبل الملك الأردن كله: قال الأردن إن المملكة بخير، وإن الأردن آمن.")


def test_amman_is_the_capital_that_the_report_is_about() -> None:
    assert read("وصل الوفد الأردني من عمان") == [("الأردني", "JOR"), ("عمان", "JOR")]
    assert read("وصل وزير خارجية عمان") == [("عمان", "OMN")]


def test_customary_names_by_what_stands_before() -> None:
    assert ("لشرعية", "YEM") in read("تقدمت القوات الموالية للشرعية في اليمن")
    assert ("الشرعية", "YEM") not in read("عاد اليمن إلى المقاصد الشرعية للوقف")


HEADS = {"state", "ministry", "private", "names", "honours"}
NAME_WORDS = {"given", "stop", "joint", "tail", "particle", "closing", "common"}


def test_every_row_of_the_cue_files_keeps_to_its_schema() -> None:
    known = set(gazetteer().actors)
    for row in rows("mention_doubtful.csv", PACKAGE):
        assert len(row) == 7 and any(row[3:]), row
        assert row[1] == script(row[0]) and (row[2] in known or row[2] == ""), row
        assert set(values(row[3])) <= known, row
    for row in rows("mention_context.csv", PACKAGE):
        assert len(row) == 6, row
        assert row[1] == script(row[0]) and row[2] in {*known, ""} and set(values(row[3])) <= known, row
    for row in rows("mention_heads.csv", PACKAGE):
        assert len(row) == 3 and row[1] == script(row[0]) and row[2] in HEADS, row
    for row in rows("mention_offices.csv", PACKAGE):
        assert len(row) == 2 and row[1] == script(row[0]) and " " in row[0], row
    for row in rows("mention_titles.csv", PACKAGE):
        assert len(row) == 3 and row[1] == script(row[0]), row
        assert row[2] in ("title", "between", "portfolio", "at"), row
    for row in rows("mention_name_words.csv", PACKAGE):
        assert len(row) == 2 and re.fullmatch(r"\S+", row[0]), row
        assert row[1] in NAME_WORDS, row


def _score_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="shared data not present")
def test_mentions_agree_with_hand_labels() -> None:
    score = _score_module()
    passages = json.loads((SHARED / "gold" / "ar-dev.passages.json").read_text(encoding="utf-8"))
    labels = (SHARED / "gold" / "ar-dev.jsonl").read_text(encoding="utf-8").splitlines()
    hit = gold = predicted = 0
    for passage, line in zip(passages, labels, strict=True):
        wanted = json.loads(line)["mentions"]
        found = mentions(passage["text"], date.fromisoformat(passage["date"]))

        def overlap(a: dict[str, list[int]], b: Mention) -> float:
            share: float = score.overlap(a["span"], b.span)
            return share if share >= 0.5 else 0.0

        pairs = score.pair(wanted, found, overlap)
        hit += sum(wanted[i]["actor"] == found[j].actor for i, j in pairs)
        gold += len(wanted)
        predicted += len(found)
    assert 2 * hit / (gold + predicted) >= 0.92
