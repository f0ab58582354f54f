"""From a sentence to its relations, through mentions and statements: constructions that went wrong once."""

from __future__ import annotations

from datetime import date

import pytest

from ahlaf.model import Report
from ahlaf.reading import read_report

Short = tuple[str, str, str, str]
DAY = date(2015, 7, 1)


def relations(text: str) -> set[Short]:
    """Return every relation as source, type, target and realis."""
    found = read_report(Report("x", text, None, DAY)).relations
    return {(r.source, r.type.value, r.target, r.realis.value) for r in found}


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (  # What is refused is not done, and it is refused to the party it would be done with.
            "الرياض ترفض التعاون مع دمشق، واتهم الجبير إيران بالتدخل في لبنان.",
            {("SAU", "REJECT", "SYR", "actual"), ("SAU", "ACCUSE", "IRN", "actual")},
            {("SAU", "COOPERATE", "SYR", "actual"), ("SAU", "REJECT", "IRN", "actual")},
        ),
        (  # The accused does what it is accused of, not the accuser.
            "واتهم الجبير إيران بالتدخل في لبنان.",
            {("IRN", "COERCE", "LBN", "actual")},
            {("SAU", "COERCE", "LBN", "actual")},
        ),
        (  # «قد» before a perfect says that it was done.
            "وكان بوتين قد بحث مع الرئيس التركي رجب طيب أردوغان ملف الحدود.",
            {("RUS", "CONSULT", "TUR", "actual")},
            {("RUS", "CONSULT", "TUR", "hypothetical")},
        ),
        (  # A name after a person's is the verb's object.
            "وانتقد الرئيس الإيراني حسن روحاني السعودية بشدة أمام الصحفيين.",
            {("IRN", "ACCUSE", "SAU", "actual")},
            set(),
        ),
        (  # The place in front of a report does nothing.
            "موسكو - رفض وزير الخارجية السعودي عادل الجبير أمس التحالف مع الحكومة السورية.",
            {("SAU", "REJECT", "SYR", "actual")},
            {("RUS", "COOPERATE", "SYR", "actual")},
        ),
        (  # A pronoun that takes up an unnamed group means nobody named.
            "وأشاد الأسد بروسيا، لكنه استبعد النجاح مع دول اتهمها بدعم الإرهابيين.",
            set(),
            {("SYR", "ACCUSE", "RUS", "actual")},
        ),
        (  # Help «against» somebody is no help for them.
            "وتدعم القاهرة العراق في حربه ضد داعش.",
            set(),
            {("IRQ", "SUPPORT", "ISIS", "actual"), ("EGY", "SUPPORT", "ISIS", "actual")},
        ),
    ],
)
def test_arabic(text: str, right: set[Short], wrong: set[Short]) -> None:
    found = relations(text)
    assert right <= found, found
    assert not wrong & found, found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Putin criticised Qatar for arming the Syrian opposition.",
            {("RUS", "ACCUSE", "QAT", "actual"), ("QAT", "AID", "SYR_OPP", "actual")},
            {("RUS", "AID", "SYR_OPP", "actual")},
        ),
        (
            "Erdogan criticised Iran for its support of Syria.",
            {("TUR", "ACCUSE", "IRN", "actual"), ("IRN", "SUPPORT", "SYR", "actual")},
            {("TUR", "SUPPORT", "SYR", "actual")},
        ),
        (
            "Lavrov said that Turkey refused to cooperate with Damascus.",
            {("TUR", "REJECT", "SYR", "actual")},
            {("TUR", "COOPERATE", "SYR", "actual")},
        ),
        (
            "Obama backed the efforts of the Iraqi government to defeat Islamic State.",
            set(),
            {("USA", "SUPPORT", "ISIS", "actual")},
        ),
        (
            "GENEVA - Russian Foreign Minister Sergei Lavrov said that Moscow supports Syria.",
            {("RUS", "SUPPORT", "SYR", "actual")},
            {("CHE", "SUPPORT", "SYR", "actual")},
        ),
    ],
)
def test_english(text: str, right: set[Short], wrong: set[Short]) -> None:
    found = relations(text)
    assert right <= found, found
    assert not wrong & found, found


def test_a_dateline_is_no_speaker() -> None:
    text = "UNITED NATIONS - Russian President Vladimir Putin called for a broad coalition."
    (statement,) = read_report(Report("x", text, None, DAY)).statements
    assert statement.speaker_actor == "RUS"
    assert statement.speaker is not None
    assert statement.speaker.of(text) == "Russian President Vladimir Putin"


def test_an_alliance_that_is_spoken_of_is_no_named_one() -> None:
    text = "قالت موسكو إن التحالف مع دمشق وبغداد ضد داعش ممكن."
    assert "COAL_US" not in {mention.actor for mention in read_report(Report("x", text, None, DAY)).mentions}
