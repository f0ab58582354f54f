"""Statements in Arabic: cue, speaker, content, and who is behind a subject that is not named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.language import make_document
from ahlaf.model import Mention, Span, Statement, StatementKind
from ahlaf.reading.statements import find_statements


def mark(text: str, names: dict[str, str]) -> list[Mention]:
    """Every occurrence of each name as a mention of its actor."""
    found = []
    for name, actor in names.items():
        start = text.find(name)
        while start >= 0:
            found.append(Mention(Span(start, start + len(name)), actor))
            start = text.find(name, start + 1)
    return found


def read(text: str, **names: str) -> list[Statement]:
    return list(find_statements(make_document(text, "ar"), mark(text, names)))


def words(text: str, statement: Statement) -> tuple[str, str | None, str]:
    return (
        statement.cue.of(text),
        statement.speaker.of(text) if statement.speaker else None,
        statement.content.of(text),
    )


def test_verb_subject_and_complementiser() -> None:
    text = "وقال وزير الخارجية الأردني إن بلاده تدعم الحوار."
    (found,) = read(text, الأردني="JOR")
    assert words(text, found) == ("قال", "وزير الخارجية الأردني", "بلاده تدعم الحوار")
    assert (found.speaker_actor, found.kind) == ("JOR", StatementKind.INDIRECT)


def test_pronoun_stays_in_the_content() -> None:
    text = "أكدت موسكو أنها ستواصل المحادثات."
    (found,) = read(text, موسكو="RUS")
    assert words(text, found) == ("أكدت", "موسكو", "أنها ستواصل المحادثات")


def test_subject_before_the_verb() -> None:
    text = "ووزير الدفاع التركي يؤكد أن الحدود آمنة."
    (found,) = read(text, التركي="TUR")
    assert words(text, found) == ("يؤكد", "وزير الدفاع التركي", "الحدود آمنة")


def test_title_and_apposition_belong_to_the_speaker() -> None:
    text = "قال سامر النجار، المتحدث باسم الحكومة الأردنية، إن الوفد وصل."
    (found,) = read(text, الأردنية="JOR")
    assert words(text, found)[1] == "سامر النجار، المتحدث باسم الحكومة الأردنية"
    assert found.speaker_actor == "JOR"


def test_dropped_subject_takes_the_speaker_before() -> None:
    text = "قال وزير الخارجية المصري إن اللقاء كان مثمرا. وأضاف أن لقاء آخر سيعقد قريبا."
    first, second = read(text, المصري="EGY")
    assert words(text, second) == ("أضاف", None, "لقاء آخر سيعقد قريبا")
    assert second.speaker_actor == first.speaker_actor == "EGY"


def test_verb_agrees_with_the_speaker_it_goes_back_to() -> None:
    text = "قالت إيران إن العرض مرفوض. وقال الأردن إن الباب مفتوح. وأضافت أن الشروط معروفة."
    found = read(text, إيران="IRN", الأردن="JOR")
    assert [s.speaker_actor for s in found] == ["IRN", "JOR", "IRN"]


def test_participle_takes_the_subject_of_the_main_verb_and_ends_what_was_said_before() -> None:
    text = "زار الوزير القطري بيروت مؤكدا أن بلاده تقف مع لبنان، مشيرا إلى أن الدعم مستمر."
    first, second = read(text, القطري="QAT", بيروت="LBN", لبنان="LBN")
    assert words(text, first) == ("مؤكدا", None, "بلاده تقف مع لبنان")
    assert words(text, second) == ("مشيرا", None, "الدعم مستمر")
    assert first.speaker_actor == second.speaker_actor == "QAT"


def test_noun_that_refers_back() -> None:
    text = "كشف مصدر في حركة حماس أن الوفد سيغادر. وأوضح المصدر أن الموعد لم يحدد."
    found = read(text, حماس="HAMAS")
    assert [s.speaker_actor for s in found] == ["HAMAS", "HAMAS"]


def test_relative_clause_takes_its_antecedent() -> None:
    text = "التقى الوفد واشنطن التي تتهم طهران بدعم المسلحين."
    (found,) = read(text, واشنطن="USA", طهران="IRN")
    assert words(text, found) == ("تتهم", "واشنطن", "دعم المسلحين")
    assert found.speaker_actor == "USA"


def test_preposition_joined_to_the_word_is_left_out() -> None:
    text = "طالبت فرنسا بوقف القتال فورا."
    (found,) = read(text, فرنسا="FRA")
    assert words(text, found) == ("طالبت", "فرنسا", "وقف القتال فورا")


def test_call_with_the_one_called_on() -> None:
    text = "دعت الكويت إيران إلى احترام الجوار."
    (found,) = read(text, الكويت="KWT", إيران="IRN")
    assert words(text, found) == ("دعت", "الكويت", "احترام الجوار")
    assert found.addressee_actor == "IRN"


def test_addressee_after_lam() -> None:
    text = "قال الأسد لبوتين إن المعركة طويلة."
    (found,) = read(text, الأسد="SYR", بوتين="RUS")
    assert words(text, found) == ("قال", "الأسد", "المعركة طويلة")
    assert found.addressee_actor == "RUS"


def test_bare_object_after_its_subject() -> None:
    text = "نفت إيران وجود اتفاق سري."
    (found,) = read(text, إيران="IRN")
    assert words(text, found) == ("نفت", "إيران", "وجود اتفاق سري")


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("قال الوزير: «سنبقى هنا. لن نرحل». وغادر.", "سنبقى هنا. لن نرحل", StatementKind.DIRECT),
        ('قال الوزير إن الاتفاق "خطأ فادح" لا يقبل.', 'الاتفاق "خطأ فادح" لا يقبل', StatementKind.MIXED),
        ("قال الوزير: سنبقى هنا.", "سنبقى هنا", StatementKind.INDIRECT),
        ("قال الوزير: »سنبقى هنا ولن نرحل«.", "سنبقى هنا ولن نرحل", StatementKind.DIRECT),
        ("قال الوزير: «سنبقى هنا ولن نرحل.", "سنبقى هنا ولن نرحل", StatementKind.DIRECT),
    ],
)
def test_quotation_marks(text: str, content: str, kind: StatementKind) -> None:
    (found,) = read(text)
    assert (found.content.of(text), found.kind) == (content, kind)


def test_tail_ends_the_content_and_is_no_statement() -> None:
    text = "قال الوزير إن بلاده مستعدة، على حد قوله."
    (found,) = read(text)
    assert found.content.of(text) == "بلاده مستعدة"


def test_source_named_with_a_preposition() -> None:
    text = "تقدمت القوات شمالا، بحسب الجيش اللبناني."
    (found,) = read(text, اللبناني="LBN")
    assert words(text, found) == ("بحسب", "الجيش اللبناني", "تقدمت القوات شمالا")
    assert found.speaker_actor == "LBN"


def test_news_outlet_is_a_reporter_and_no_statement() -> None:
    text = "أكد الوزير العماني، بحسب وكالة «رويترز»، أن المحادثات تتقدم."
    (found,) = read(text, العماني="OMN")
    assert (found.cue.of(text), found.reported_by) == ("أكد", "Reuters")
    assert read("سقطت قذائف على المدينة، وفقا لقناة «الجزيرة».") == []


def test_words_that_an_agency_passes_on_belong_to_the_one_quoted() -> None:
    text = "نقلت وكالة الأنباء السعودية عن الوزير اليمني قوله إن الهدنة قائمة."
    (found,) = read(text, اليمني="YEM")
    assert words(text, found) == ("قوله", "الوزير اليمني", "الهدنة قائمة")
    assert (found.speaker_actor, found.reported_by) == ("YEM", "SPA")


def test_former_officials_speak_for_nobody() -> None:
    text = "قال السفير الأميركي السابق إن الاتفاق ضعيف."
    (found,) = read(text, الأميركي="USA")
    assert found.speaker_actor is None


@pytest.mark.parametrize(
    "text",
    [
        "اتفاق بين سوريا وتركيا على أن تفتح الحدود.",
        "مر الوفد عبر الحدود.",
        "لم يعلن الوزير عن موعد.",
        "وصل الوزير إلى مدينة حلب.",
        "نشر رأي عن الأزمة.",
        "",
    ],
)
def test_words_that_only_look_like_cues(text: str) -> None:
    assert read(text) == []


def test_nested_statement_is_listed_too() -> None:
    text = "قال الوزير الألماني إن موسكو أكدت أن الغاز سيتدفق."
    outer, inner = read(text, الألماني="DEU", موسكو="RUS")
    assert (outer.speaker_actor, inner.speaker_actor) == ("DEU", "RUS")
    assert outer.content.covers(inner.content)


PIECES = [
    "قال", "وأضاف", "إن", "أنه", "«", "»", '"', ":", "،", ".", "بوتين", "بحسب", "مؤكدا", "ـ", "لـ", "التي", "(", "ب",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["ar", "en"]))
def test_spans_lie_inside_the_text_for_any_input(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    mentions = mark(text, {"بوتين": "RUS"})
    for statement in find_statements(make_document(text, lang), mentions):
        for span in (statement.cue, statement.content, statement.speaker):
            assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.text(max_size=200), st.sampled_from(["ar", "en"]))
def test_any_text_can_be_read(text: str, lang: str) -> None:
    find_statements(make_document(text, lang), [])
