from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.actors import gazetteer
from ahlaf.language import make_document
from ahlaf.model import Mention, Realis, Relation, Span, Statement, StatementKind
from ahlaf.reading.relations import find_relations

NAMES = {
    "روسيا": "RUS", "موسكو": "RUS", "الروسي": "RUS", "لافروف": "RUS", "سوريا": "SYR", "دمشق": "SYR", "السوري": "SYR",
    "السعودية": "SAU", "الرياض": "SAU", "السعودي": "SAU", "قطر": "QAT", "تركيا": "TUR", "التركي": "TUR",
    "أنقرة": "TUR", "إيران": "IRN", "طهران": "IRN", "الإيرانية": "IRN", "اليمن": "YEM", "البحرين": "BHR",
    "داعش": "ISIS", "الأردن": "JOR", "واشنطن": "USA", "الأميركي": "USA", "العراق": "IRQ",
}  # fmt: skip


def mentions(text: str, names: Mapping[str, str] = NAMES) -> list[Mention]:
    """Every name in the text, longest first; a name may follow proclitics but not be part of a longer word."""
    found: list[Mention] = []
    # In «للعراق» the article has lost its alif: the span is «لعراق».
    joined = {"ل" + name[2:]: actor for name, actor in names.items() if name.startswith("ال")}
    names = {**joined, **names}
    for name in sorted(names, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            after = text[span.end : span.end + 1]
            if not after.isalpha() and not any(m.span.overlaps(span) for m in found):
                found.append(Mention(span, names[name]))
            start = text.find(name, start + 1)
    return sorted(found, key=lambda m: m.span)


def said(
    text: str, cue: str, content: str, speaker: str, *, noun_phrase: str | None = None, to: str | None = None
) -> Statement:
    start, begins = text.index(cue), text.index(content)
    whole = text.index(noun_phrase) if noun_phrase else 0
    return Statement(
        Span(start, start + len(cue)),
        Span(whole, whole + len(noun_phrase)) if noun_phrase else None,
        speaker,
        None,
        to,
        Span(begins, begins + len(content)),
        StatementKind.INDIRECT,
        None,
    )


def read(text: str, statements: Sequence[Statement] = ()) -> tuple[Relation, ...]:
    return find_relations(make_document(text, "ar"), mentions(text), statements, gazetteer())


def short(relations: Sequence[Relation]) -> set[tuple[str, str, str, str]]:
    return {(r.source, r.target, r.type.value, r.realis.value) for r in relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verb, subject, object; subject before verb
        ("زار الرئيس التركي طهران أمس.", {("TUR", "IRN", "CONSULT", "actual")}),
        ("تركيا تدعم قطر.", {("TUR", "QAT", "SUPPORT", "actual")}),
        ("قصفت تركيا مواقع تابعة لداعش.", {("TUR", "ISIS", "ASSAULT", "actual")}),
        # the other party behind a preposition
        ("اجتمع وزير الخارجية الروسي مع نظيره التركي.", {("RUS", "TUR", "CONSULT", "actual")}),
        ("رحبت إيران بموقف العراق.", {("IRN", "IRQ", "SUPPORT", "actual")}),
        (
            "زار الوزير التركي كلا من السعودية وقطر.",
            {("TUR", "SAU", "CONSULT", "actual"), ("TUR", "QAT", "CONSULT", "actual")},
        ),
        ("استهدفت تركيا في الأيام الأخيرة مواقع داعش.", {("TUR", "ISIS", "ASSAULT", "actual")}),
        # whose thing an attitude is about
        ("انتقدت السعودية الاتفاق مع إيران.", {("SAU", "IRN", "ACCUSE", "actual")}),
        # verbal nouns
        ("استمر دعم روسيا لسوريا.", {("RUS", "SYR", "SUPPORT", "actual")}),
        ("إن تدخل إيران في اليمن مستمر.", {("IRN", "YEM", "COERCE", "actual")}),
        ("شهد العام لقاءات بين إيران والعراق.", {("IRN", "IRQ", "CONSULT", "actual")}),
        ("تواصل تركيا محاربة داعش.", {("TUR", "ISIS", "ASSAULT", "actual")}),
        # light verbs: the noun takes the verb's subject
        ("عقد الرئيس الروسي مباحثات مع الرئيس التركي.", {("RUS", "TUR", "CONSULT", "actual")}),
        ("فرضت واشنطن عقوبات على إيران.", {("USA", "IRN", "SANCTION", "actual")}),
        # possessive pronouns
        ("أكدت طهران حرصها وجددت دعمها للعراق.", {("IRN", "IRQ", "SUPPORT", "actual")}),
        # relative clauses, with and without a resumptive pronoun
        ("انتهت الغارات التي شنتها روسيا على داعش.", {("RUS", "ISIS", "ASSAULT", "actual")}),
        # participles
        ("تقدمت القوات المدعومة من إيران في العراق.", set()),
        ("داعش التي تهدد العراق ضعيفة.", {("ISIS", "IRQ", "THREATEN", "actual")}),
        # realis
        ("سيزور الرئيس التركي موسكو.", {("TUR", "RUS", "CONSULT", "future")}),
        ("لم تقصف تركيا العراق.", {("TUR", "IRQ", "ASSAULT", "denied")}),
        ("أبدت إيران استعدادها للتعاون مع العراق.", {("IRN", "IRQ", "COOPERATE", "offered")}),
    ],
)
def test_constructions(text: str, expected: set[tuple[str, str, str, str]]) -> None:
    assert short(read(text)) == expected


def test_coordinated_actors_make_one_relation_each() -> None:
    found = short(read("دعمت السعودية وقطر وتركيا العراق."))
    assert found == {(a, "IRQ", "SUPPORT", "actual") for a in ("SAU", "QAT", "TUR")}


def test_a_symmetric_act_is_listed_once_with_the_first_named_as_source() -> None:
    assert short(read("التقى الوزير الروسي الوزير السعودي.")) == {("RUS", "SAU", "CONSULT", "actual")}


def test_names_near_each_other_make_no_relation() -> None:
    assert read("يعيش في العراق وتركيا ملايين الناس.") == ()
    assert read("ارتفعت الأسعار في السعودية وقطر والأردن.") == ()


def test_an_actor_never_relates_to_itself() -> None:
    assert read("التقى الرئيس السوري في دمشق وزير الخارجية السوري.") == ()


def test_a_group_noun_means_the_actors_listed_after_it() -> None:
    text = "لموسكو علاقات طيبة مع دول المنطقة، بما فيها السعودية والأردن وتركيا."
    found = read(text)
    assert {r.target for r in found} == {"SAU", "JOR", "TUR"}


def test_a_demonstrative_means_the_nearest_enumeration_before_it() -> None:
    text = "قال وزير الخارجية السوري إن التحالف مع السعودية وقطر وتركيا صعب لأن هذه الدول دعمت الإرهاب."
    statement = said(text, "قال", text[text.index("التحالف") : -1], "SYR", noun_phrase="وزير الخارجية السوري")
    accused = {r.target for r in read(text, [statement]) if r.type.value == "ACCUSE"}
    assert accused == {"SAU", "QAT", "TUR"}
    assert all(r.source == "SYR" and r.claimed_by == "SYR" for r in read(text, [statement]) if r.type.value == "ACCUSE")


def test_a_condition_marks_the_offer_and_keeps_its_words() -> None:
    text = "أكدت موسكو استعدادها لدعم دمشق إذا تحاورت دمشق مع أنقرة."
    statement = said(text, "أكدت", text[text.index("استعدادها") : -1], "RUS", noun_phrase="موسكو")
    offer = next(r for r in read(text, [statement]) if r.type.value == "SUPPORT")
    assert (offer.source, offer.target, offer.realis) == ("RUS", "SYR", Realis.CONDITIONAL)
    assert offer.condition is not None
    assert offer.condition.of(text).startswith("إذا تحاورت دمشق")
    assert offer.claimed_by == "RUS"


def test_a_call_is_a_request_and_its_content_is_called_for() -> None:
    text = "دعت موسكو أنقرة إلى التعاون مع دمشق."
    statement = said(text, "دعت", "التعاون مع دمشق", "RUS", noun_phrase="موسكو", to="TUR")
    assert short(read(text, [statement])) == {
        ("RUS", "TUR", "REQUEST", "actual"),
        ("TUR", "SYR", "COOPERATE", "called_for"),
    }


def test_we_is_the_speaker() -> None:
    text = "قال لافروف: نتعاون مع الأردن."
    statement = said(text, "قال", "نتعاون مع الأردن", "RUS", noun_phrase="لافروف")
    assert short(read(text, [statement])) == {("RUS", "JOR", "COOPERATE", "actual")}


def test_his_country_is_the_speakers() -> None:
    text = "قال لافروف إن بلاده تدعم العراق."
    statement = said(text, "قال", "بلاده تدعم العراق", "RUS", noun_phrase="لافروف")
    assert short(read(text, [statement])) == {("RUS", "IRQ", "SUPPORT", "actual")}


def test_must_is_a_demand_of_the_speaker() -> None:
    text = "قال لافروف إنه يجب على أنقرة التعاون مع دمشق."
    statement = said(text, "قال", text[text.index("إنه") : -1], "RUS", noun_phrase="لافروف")
    found = short(read(text, [statement]))
    assert ("RUS", "TUR", "REQUEST", "actual") in found
    assert ("TUR", "SYR", "COOPERATE", "called_for") in found or ("RUS", "SYR", "COOPERATE", "called_for") in found


def test_an_organs_bare_name_is_the_one_spoken_of() -> None:
    text = "أصدرت الحكومة السورية بيانا. وقصفت الحكومة مواقع داعش."
    named = [*mentions(text), Mention(Span(text.index("السورية"), text.index("السورية") + 7), "SYR")]
    found = find_relations(make_document(text, "ar"), named, (), gazetteer())
    assert short(found) == {("SYR", "ISIS", "ASSAULT", "actual")}


def test_what_is_denied_is_denied() -> None:
    text = "نفت طهران تدخل إيران في البحرين."
    statement = said(text, "نفت", "تدخل إيران في البحرين", "IRN", noun_phrase="طهران")
    assert short(read(text, [statement])) == {("IRN", "BHR", "COERCE", "denied")}


def test_allying_oneself_is_no_name_of_a_coalition() -> None:
    text = "رفضت دمشق التحالف مع أنقرة."
    start = text.index("التحالف")
    named = [*mentions(text), Mention(Span(start, start + 7), "COAL_US")]
    found = find_relations(make_document(text, "ar"), named, (), gazetteer())
    assert "COAL_US" not in {a for r in found for a in (r.source, r.target)}


@given(st.permutations(["زار الرئيس التركي طهران. ", "قصفت روسيا داعش. ", "دعمت قطر اليمن. "]), st.text(max_size=30))
def test_spans_lie_in_the_text_and_the_same_text_reads_the_same(parts: list[str], tail: str) -> None:
    text = "".join(parts) + tail
    first, second = read(text), read(text)
    assert first == second
    for relation in first:
        assert relation.source != relation.target
        assert relation.sentence.covers(relation.trigger)
        assert 0 <= relation.trigger.start < relation.trigger.end <= len(text)
