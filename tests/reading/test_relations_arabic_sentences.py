"""Sentences of our own with what they say, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahlaf.model import Relation, Report
from ahlaf.reading import read_report

Short = tuple[str, str, str, str]


def relations(text: str) -> tuple[Relation, ...]:
    return read_report(Report("text", text, "ar")).relations


def short(text: str) -> set[Short]:
    return {(r.source, r.target, r.type.value, r.realis.value) for r in relations(text)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # The verb and its object, in both orders.
        ("زار الرئيس التركي رجب طيب أردوغان طهران أمس.", ("TUR", "IRN", "CONSULT", "actual")),
        ("وكانت روسيا قصفت تنظيم داعش في ريف حلب.", ("RUS", "ISIS", "ASSAULT", "actual")),
        # The preposition that the family asks for.
        ("أشاد وزير الخارجية الفرنسي بمصر.", ("FRA", "EGY", "SUPPORT", "actual")),
        ("سيطر الحوثيون على مناطق واسعة في اليمن.", ("HOUTHI", "YEM", "COERCE", "actual")),
        # Nouns: owner, adjective, pronoun, «بين», a light verb's subject.
        ("انتهت محادثات إيران مع تركيا بلا نتيجة.", ("IRN", "TUR", "CONSULT", "actual")),
        ("استمرت الغارات الروسية على تنظيم داعش.", ("RUS", "ISIS", "ASSAULT", "actual")),
        ("جددت قطر دعمها لتونس.", ("QAT", "TUN", "SUPPORT", "actual")),
        ("بدأت المفاوضات بين الهند وباكستان.", ("IND", "PAK", "CONSULT", "actual")),
        ("أجرى وزير الدفاع الألماني مباحثات مع نظيره البولندي.", ("DEU", "POL", "CONSULT", "actual")),
        # A visit goes to a bare name, and is made by a person.
        ("يعتزم الملك الأردني عبد الله الثاني زيارة موسكو.", ("JOR", "RUS", "CONSULT", "future")),
        # The relative clause.
        ("أوقعت الغارات التي شنتها تركيا على حزب العمال الكردستاني قتلى.", ("TUR", "PKK", "ASSAULT", "actual")),
        ("الجيش العراقي الذي يقاتل تنظيم داعش تقدم.", ("IRQ", "ISIS", "ASSAULT", "actual")),
        # Those who are of one mind agree; who pushes somebody to do something asks it.
        ("السعودية متفقة مع مصر على حل الأزمة.", ("SAU", "EGY", "AGREE", "actual")),
        ("تدفع فرنسا تركيا إلى محاربة داعش.", ("FRA", "TUR", "REQUEST", "actual")),
        # What a pronoun takes up may be the word that the verb needs.
        ("يسري الاتفاق الذي وقعته أمس حكومة الرئيس العراقي في موسكو مع تركيا.", ("IRQ", "TUR", "COOPERATE", "actual")),
        # Who endorses a deal backs the party to it.
        ("صادق مجلس الأمن على الاتفاق النووي مع إيران.", ("UN", "IRN", "SUPPORT", "actual")),
        # Participles.
        ("تقدم الحوثيون المدعومون من إيران نحو عدن.", ("IRN", "HOUTHI", "SUPPORT", "actual")),
        # Who receives, from whom.
        ("تلقى الرئيس اللبناني رسالة من الرئيس الفرنسي.", ("FRA", "LBN", "CONSULT", "actual")),
        ("تعرضت السعودية لهجوم من الحوثيين.", ("HOUTHI", "SAU", "ASSAULT", "actual")),
        # The accused does what the accusation names.
        ("اتهمت البحرين إيران بالتدخل في العراق.", ("IRN", "IRQ", "COERCE", "actual")),
        # Help for the subject of the clause.
        ("استعاد الجيش العراقي المدينة بدعم جوي من الولايات المتحدة.", ("USA", "IRQ", "AID", "actual")),
        # A group whose members the sentence lists.
        ("للصين علاقات قوية مع دول المنطقة، بما فيها عمان.", ("CHN", "OMN", "COOPERATE", "actual")),
        # A deed acts by its owner.
        ("غارة أميركية استهدفت تنظيم القاعدة.", ("USA", "ALQAEDA", "ASSAULT", "actual")),
    ],
)  # fmt: skip
def test_who_does_what_to_whom(text: str, said: Short) -> None:
    assert said in short(text)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("ستزور المستشارة الألمانية باريس غدا.", "future"),
        ("لم تقصف روسيا تنظيم داعش.", "denied"),
        ("ترفض تركيا التعاون مع سوريا.", "denied"),
        ("أبدت مصر استعدادها للتعاون مع ليبيا.", "offered"),
    ],
)
def test_how_real_it_is(text: str, realis: str) -> None:
    assert realis in {found[3] for found in short(text)}


def test_coordinated_actors_make_one_relation_each() -> None:
    found = short("دعمت قطر وتركيا مصر والسودان.")
    assert {(s, t) for s, t, _, _ in found} == {("QAT", "EGY"), ("QAT", "SDN"), ("TUR", "EGY"), ("TUR", "SDN")}


def test_the_two_countries_are_those_who_have_just_met() -> None:
    text = "التقى وزير الخارجية المصري نظيره القطري في الدوحة. وبحث الجانبان التعاون بين البلدين."
    assert ("EGY", "QAT", "COOPERATE", "actual") in short(text)


def test_what_is_refused_is_a_refusal() -> None:
    assert ("TUR", "SYR", "REJECT", "actual") in short("ترفض تركيا التعاون مع سوريا.")


@pytest.mark.parametrize(
    "text",
    [
        "وصل إلى القاهرة وفد من الأطباء.",
        "لقاء مصر وتونس في كرة القدم: سجل لاعب المنتخب هدفا في المباراة، وفاز المنتخب بكأس البطولة.",
        "تقع الأردن بين سوريا والسعودية.",
        "بعثة أثرية تعمل في العراق وسوريا.",
    ],
)
def test_nothing_is_found_where_nothing_is_done(text: str) -> None:
    assert not short(text)


def test_the_place_of_a_report_does_nothing() -> None:
    assert not [r for r in relations("موسكو - زار وزير الخارجية الصيني باريس.") if r.source == "RUS"]


def test_every_relation_names_its_trigger_and_the_reasons() -> None:
    text = "أشاد وزير الخارجية الفرنسي بمصر."
    (found,) = relations(text)
    assert found.trigger.of(text) == "أشاد"
    assert found.rule.startswith("اشاد: ")
    assert " + marked" in found.rule


@settings(max_examples=25, deadline=None)
@given(
    st.permutations(["زار الرئيس التركي طهران. ", "قصفت روسيا تنظيم داعش. ", "أشادت قطر بمصر. "]), st.text(max_size=20)
)
def test_spans_lie_in_the_text_and_the_same_text_reads_the_same(parts: list[str], tail: str) -> None:
    text = "".join(parts) + tail
    found = relations(text)
    assert found == relations(text)
    assert all(0 <= r.trigger.start < r.trigger.end <= len(text) for r in found)
    assert all(r.source != r.target for r in found)


@pytest.mark.parametrize("letter", ["س", "و", "ل", "ف", "ا", "ـ"])
def test_a_letter_by_itself_breaks_nothing(letter: str) -> None:
    assert relations(f"روسيا {letter} قصفت تنظيم داعش {letter} في غارات {letter}.") is not None


def test_a_word_on_sport_does_not_silence_a_long_report() -> None:
    game = "سجل لاعبو المنتخب هدفين في مباراة الدوري على ملعب العاصمة أمام منتخب تركيا.\n"
    days = "".join(f"قصفت روسيا تنظيم داعش في ريف حلب في اليوم {n} من الحملة الطويلة.\n" for n in range(1, 40))
    assert not relations(game)
    assert relations(game + days)


def test_a_phrase_closed_by_its_adjective_governs_no_name() -> None:
    text = "اتهم الأسد في مقابلة مع وسائل إعلام روسية تركيا وقطر برعاية الإرهاب."
    assert {("SYR", "TUR", "ACCUSE", "actual"), ("SYR", "QAT", "ACCUSE", "actual")} <= short(text)
    assert not any(r.type.value == "CONSULT" for r in relations(text))


def test_what_is_refused_behind_a_long_subject_is_denied() -> None:
    text = "رفض وزير الخارجية السعودي عادل الجبير يوم الثلاثاء التحالف مع الحكومة السورية."
    assert ("SAU", "SYR", "COOPERATE", "denied") in short(text)


def test_two_bare_names_after_a_verb_are_subject_and_object() -> None:
    assert ("TUR", "ISIS", "ASSAULT", "actual") in short("قصفت تركيا داعش.")
    assert ("RUS", "USA", "CONSULT", "actual") in short("التقى لافروف كيري.")
