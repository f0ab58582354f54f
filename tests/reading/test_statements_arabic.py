"""Arabic constructions of saying, from the text to the statement: who says, what begins and ends what is said."""

from datetime import date

import pytest

from ahlaf.actors import gazetteer
from ahlaf.language import make_document
from ahlaf.model import Statement
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.statements import find_statements

DAY = date(2015, 7, 1)


def read(text: str) -> list[Statement]:
    document = make_document(text, "ar", date=DAY)
    return list(find_statements(document, find_mentions(document, gazetteer()), gazetteer()))


def told(text: str) -> list[tuple[str, str | None, str]]:
    return [(s.cue.of(text), s.speaker_actor, s.content.of(text)) for s in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # «بعد أن»، «في حين أن» bring in nothing that was said.
        ("شددت الهند إجراءات الأمن بعد أن وقع انفجار.", []),
        # The only phrase after the verb is the one spoken to: its case, its gender, what it is.
        (
            "رحبت الجامعة العربية بالهدنة ودعت الحوثيين إلى احترامها.",
            [("رحبت", "ARAB_LEAGUE", "الهدنة"), ("دعت", "ARAB_LEAGUE", "احترامها")],
        ),
        # A noun that was said ends before the remark on where it was said.
        ("أكد لافروف حرص بلاده على السلام، وذلك في ختام الزيارة.", [("أكد", "RUS", "حرص بلاده على السلام")]),
        # What stands between the verb and its object, also set off by commas.
        ("أكد الوزير الأردني، في رسالة بعث بها إلى المجلس، أهمية الحوار.", [("أكد", "JOR", "أهمية الحوار")]),
        ("أدانت مصر بأشد العبارات الهجوم على المسجد.", [("أدانت", "EGY", "الهجوم على المسجد")]),
        # A clause that only says who told what stands before.
        ("توقفت المعارك في الشمال، وهو ما أكده وزير الدفاع التركي.", [("أكده", "TUR", "توقفت المعارك في الشمال")]),
        # The one addressed is no subject after a family name.
        ("دعا لافروف الولايات المتحدة إلى ضبط النفس.", [("دعا", "RUS", "ضبط النفس")]),
        # What is asked follows the one asked.
        ("طلب الرئيس التركي من البرلمان تمديد المهلة.", [("طلب", "TUR", "تمديد المهلة")]),
        # The subject of a noun written like a verb is none.
        ("سيحاول نتنياهو شرح موقفه.", []),
        ("شدد على ضرورة تمسك الأطراف بالهدنة.", [("شدد", None, "ضرورة تمسك الأطراف بالهدنة")]),
        # Beliefs that nobody is said to hold.
        ("الرجل الذي يعتقد أنه كان يقود الخلية فر إلى الجبال.", []),
        ("وتبين أن الطريق مقطوع.", []),
        # Subjunctive and negation.
        ("غادر السفير الروسي دون أن يعلن موقف بلاده.", []),
        ("ولم يوضح الوزير التركي أسباب الزيارة.", []),
    ],
)
def test_what_is_a_saying_and_where_it_ends(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # An organ without its state is that of the state at hand.
        ("قصفت القوات التركية مواقع في الشمال. لكن الجيش نفى أن يكون استهدف المدينة.", "TUR"),
        # So is an official source.
        ("أغلقت السلطات العراقية الجسر. وقال مصدر أمني إن السبب هو الترميم.", "IRQ"),
        # A movement, by the noun its name begins with.
        ("عقدت حركة طالبان اجتماعا. وقال المتحدث باسم الحركة إن الاجتماع كان قصيرا.", "TALIBAN"),
        # A clause that sends back to an act of speaking: who spoke is named before it.
        ("تلقى الرئيس المصري اتصالا من ملك الأردن عبر فيه عن تعازيه.", "JOR"),
        # A person named right before a participle.
        ("وأعلنها وزير الخارجية جون كيري داعيا إلى الحوار.", "USA"),
        # «سموه» is a pronoun.
        ("قال الأمير محمد بن سلمان إن اللقاء مثمر. وأكد سموه أن التعاون مستمر.", "SAU"),
        # A title borne before.
        ("استقبل الوفد مبعوث الأمم المتحدة ستيفان دي مستورا. وقال المبعوث الدولي إن الحل سياسي.", "UN"),
    ],
)
def test_who_speaks(text: str, actor: str) -> None:
    assert read(text)[-1].speaker_actor == actor


def test_what_another_only_reports_names_no_speaker_of_the_sentence() -> None:
    text = "قال خالد خوجة إن واشنطن أعلنت أن المقاتلين جاهزون، موضحا أن البرنامج متعثر."
    assert told(text)[-1] == ("موضحا", "SYR_OPP", "البرنامج متعثر")


def test_a_new_source_is_not_the_one_before() -> None:
    text = "أفادت مصادر أمنية عراقية بمقتل جنديين. وأفادت مصادر محلية بفرار العائلات. وقالت المصادر إن الطريق مغلق."
    assert [s.speaker_actor for s in read(text)] == ["IRQ", None, None]


def test_speech_after_a_verb_and_its_subject() -> None:
    text = "وأضاف البيان قائلا «لن نتراجع عن هذا القرار أبدا»."
    assert told(text) == [("أضاف", None, "لن نتراجع عن هذا القرار أبدا")]


def test_the_teller_goes_on_after_an_adversative() -> None:
    text = "قالت تركيا إنها سترد لكنها شددت على أنها لا تريد الحرب."
    assert told(text) == [("قالت", "TUR", "إنها سترد"), ("شددت", "TUR", "أنها لا تريد الحرب")]


def test_nouns_of_saying_with_their_actor() -> None:
    text = "جاء القرار بعد إعلان موسكو أن المناورات ستتواصل."
    assert told(text) == [("إعلان", "RUS", "المناورات ستتواصل")]
    assert told("وقع الطرفان إعلان القاهرة الصادر أمس.") == []


def test_a_rule_or_a_plan_is_no_source() -> None:
    assert told("توزع المقاعد وفقا للقانون الجديد.") == []
    assert told("فر السكان من المدينة، بحسب وزارة الداخلية العراقية.") == [("بحسب", "IRQ", "فر السكان من المدينة")]


def test_a_quotation_that_never_closes_runs_to_the_end_of_its_paragraph() -> None:
    text = "وقال كيري: «وقعنا على الاتفاق. ونحن نعرف أن الطريق طويل."
    assert told(text) == [("قال", "USA", "وقعنا على الاتفاق. ونحن نعرف أن الطريق طويل")]


def test_the_reporter_goes_on_after_a_quotation() -> None:
    text = "وقال كيري «سنواصل العمل مع شركائنا في المنطقة» في إشارة إلى الأردن."
    assert told(text) == [("قال", "USA", "سنواصل العمل مع شركائنا في المنطقة")]


def test_a_line_that_breaks_off_goes_on() -> None:
    text = "أعلن الجيش التركي أن القاعدة مفتوحة،\nولاسيما في الجنوب."
    assert told(text) == [("أعلن", "TUR", "القاعدة مفتوحة،\nولاسيما في الجنوب")]


def test_the_rule_begins_with_the_row_of_the_lexicon() -> None:
    (found,) = read("أكدت موسكو أن المحادثات مستمرة.")
    assert found.rule.startswith("أكد: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A clause that names who told it, before what was said, joined by «لما», and after «الأمر الذي».
        ("وبحسب ما أعلنت موسكو، فإن القوافل غادرت المرفأ.", [("أعلنت", "RUS", "القوافل غادرت المرفأ")]),
        ("غادرت القوافل المرفأ، وفقا لما أعلنته موسكو.", [("أعلنته", "RUS", "غادرت القوافل المرفأ")]),
        ("غادرت القوافل المرفأ، على ما ذكرت موسكو.", [("ذكرت", "RUS", "غادرت القوافل المرفأ")]),
        ("غادرت القوافل المرفأ، الأمر الذي نفته أنقرة على الفور.", [("نفته", "TUR", "غادرت القوافل المرفأ")]),
        ("يعد الطريق قديما، كما يعتبر شرياناً للنقل.", []),
        # The subject set before its verb by «أما», or with an adjective of rank.
        ("أما أنقرة فقد أعلنت أن الحدود مغلقة.", [("أعلنت", "TUR", "الحدود مغلقة")]),
        (
            "ذكرت الصحيفة أن مسؤولا تركيا رفيعا أكد أن الحدود مغلقة.",
            [
                ("ذكرت", None, "مسؤولا تركيا رفيعا أكد أن الحدود مغلقة"),
                ("أكد", "TUR", "الحدود مغلقة"),
            ],
        ),
        # The giver of words, his name set off by commas.
        ("ونقلت مصادر عن الوزير التركي، مولود جاويش أوغلو، قوله إن الحدود مغلقة.", [("قوله", "TUR", "الحدود مغلقة")]),
        # What is no content: the copy of a statement, the attention called.
        ("وأكدت أنقرة في بيان حصلت الصحيفة على نسخة منه أن الحدود مغلقة.", [("أكدت", "TUR", "الحدود مغلقة")]),
        (
            "وشكر الوزير التركي الحضور، لافتا الانتباه إلى أن الحدود مغلقة.",
            [("لافتا", "TUR", "الحدود مغلقة")],
        ),
        # A noun that was said ends before «في وقت».
        ("ونفت أنقرة قصف القرى، في وقت فرت فيه عائلات منها.", [("نفت", "TUR", "قصف القرى")]),
        # The verb in the plural or dual has its subject before it; عدم ذكر is no saying; a dash ends a line's date.
        ("واتصل الملك سلمان بالرئيس المصري أكدا خلاله أهمية الحوار.", [("أكدا", "EGY", "أهمية الحوار")]),
        ("وقال السفير التركي الذي طلب عدم ذكر اسمه إن الحدود مغلقة.", [("قال", "TUR", "الحدود مغلقة")]),
        ("1922 - بريطانيا تعلن دستورا جديدا.", [("تعلن", "GBR", "دستورا جديدا")]),
        # A name that no list has goes on speaking, and a body under its first word alone.
        (
            "كشف الناطق باسم الحكومة التركية، بليغ الفلاني، عن خطة. وأضاف الفلاني أن الحدود مغلقة.",
            [("كشف", "TUR", "خطة"), ("أضاف", "TUR", "الحدود مغلقة")],
        ),
        (
            "رفع صندوق النقد الدولي توقعاته. وقال مسؤول في الصندوق إن النمو مستمر.",
            [("قال", "IMF", "النمو مستمر")],
        ),
        # A source within the sentence that leads its own clause; who has a copy; a network's letters are no «أن».
        (
            "هزت الانفجارات المدينة، وبحسب مصادر تركية فإن الحدود مغلقة.",
            [("بحسب", "TUR", "الحدود مغلقة")],
        ),
        (
            "وأشار السفير التركي في بيان أمس الأول، حصلت «اليوم» على نسخة منه، إلى أهمية المعرض.",
            [("أشار", "TUR", "أهمية المعرض")],
        ),
        ("وقال كيري لشبكة سي ان ان ردا على سؤال: «هذا الأمر بعيد جدا».", [("قال", "USA", "هذا الأمر بعيد جدا")]),
        # An organ in a state, an unnamed source and what it tells of, who is quoted by an agency.
        (
            "قالت وزارة الداخلية في البحرين إن إيران أرسلت أسلحة. وهددت إيران بالرد.",
            [("قالت", "BHR", "إيران أرسلت أسلحة"), ("هددت", "IRN", "الرد")],
        ),
        ("أعلنت مصادر رسمية مقتل جنديين في انفجار.", [("أعلنت", None, "مقتل جنديين في انفجار")]),
        ("ونسبت وكالة الأنباء الليبية إلى حفتر قوله إن الصفقة معطلة.", [("قوله", "LBY", "الصفقة معطلة")]),
        ("وقالت وكالة الأناضول نقلا عن مسؤولين أتراك إن الحدود مغلقة.", [("نقلا", "TUR", "الحدود مغلقة")]),
        # بان in a name is no بأن.
        ("وحث الأمين العام للأمم المتحدة بان كي مون على الهدوء.", [("حث", "UN", "الهدوء")]),
        (
            "بحث وزير الخارجية عادل الجبير مع وزير الخارجية الإيطالي الأزمة. وقال وزير الخارجية إن اللقاء مثمر.",
            [("قال", "SAU", "اللقاء مثمر")],
        ),
        # Former officials speak for nobody, wherever the word stands.
        ("أكد السفير التركي السابق في القاهرة أن الحدود مغلقة.", [("أكد", None, "الحدود مغلقة")]),
    ],
)
def test_clauses_around_what_was_said(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text) == expected
