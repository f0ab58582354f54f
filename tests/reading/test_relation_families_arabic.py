from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from ahlaf.actors import gazetteer
from ahlaf.language import make_document, normal
from ahlaf.model import RelationType
from ahlaf.reading.mentions import find_mentions
from ahlaf.reading.relations import find_relations
from ahlaf.reading.relations.arabic.families import Role, forms

FAMILIES = "relation_families_ar.csv"
BARE = "relation_bare_verbs_ar.csv"


def rows(name: str) -> list[dict[str, str]]:
    lines = (files("ahlaf.reading") / "data" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize("name", [FAMILIES, BARE])
def test_no_row_stands_twice(name: str) -> None:
    seen = [tuple(row.values()) for row in rows(name)]
    assert len(seen) == len(set(seen))


def test_every_family_has_a_type_a_code_words_and_marks() -> None:
    for row in rows(FAMILIES):
        RelationType(row["type"])
        Role(row["role"])
        assert row["cameo"] == "" or (row["cameo"].isdigit() and 2 <= len(row["cameo"]) <= 4), row
        assert row["verb"] or row["nouns"] or row["adjectives"], row
        assert row["idafa"] in {"subject", "object", "place", "helper"}, row
        assert row["symmetric"] in {"0", "1"}, row


def test_words_of_a_family_are_single_words_and_stand_once() -> None:
    """A family is found by one word; what else an expression needs stands under `needs`."""
    for row in rows(FAMILIES):
        for column in ("verb", "nouns", "adjectives"):
            words = parts(row[column])
            assert len(words) == len(set(words)), row
            assert all(word and " " not in word for word in words), row
        assert all(voice in {"act", "pas"} for voice in (a.split(":")[0] for a in parts(row["adjectives"]))), row


def test_a_needed_word_says_more_than_a_clitic() -> None:
    for row in rows(FAMILIES):
        assert all(len(normal(need)) > 1 for need in parts(row["needs"])), row


def test_verbs_are_third_person_masculine() -> None:
    pairs = [pair.split("/") for row in rows(FAMILIES) for pair in parts(row["verb"])]
    pairs += [[row["perfect"], row["imperfect"]] for row in rows(BARE)]
    for perfect, imperfect in pairs:
        assert imperfect.startswith("ي") or imperfect == "ليس", imperfect
        assert len(normal(imperfect)) >= 3, imperfect
        assert perfect == "" or len(normal(perfect)) >= 2, perfect


@pytest.mark.parametrize(
    ("word", "kind"),
    [("دكت", RelationType.ASSAULT), ("يتلاسنون", RelationType.ACCUSE), ("تستبيح", RelationType.COERCE)],
)
def test_inflected_verbs_are_found(word: str, kind: RelationType) -> None:
    assert kind in {family.type for family in forms().verbs[normal(word)][0]}


@pytest.mark.parametrize("word", ["تعكس", "يتراوح", "انعكس", "تنبع"])
def test_verbs_without_a_relation_are_known_as_verbs(word: str) -> None:
    assert normal(word) in forms().plain


@pytest.mark.parametrize("word", ["أو", "يومي", "وسمو", "كرة"])
def test_common_words_are_no_triggers(word: str) -> None:
    table = forms()
    assert normal(word) not in table.verbs
    assert normal(word) not in table.nouns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دكت المدفعية التركية مواقع داعش.", ("TUR", "ISIS", "ASSAULT")),
        ("وجهت فرنسا إلى روسيا أصابع الاتهام.", ("FRA", "RUS", "ACCUSE")),
        ("وجهت إيران إنذارا إلى تركيا.", ("IRN", "TUR", "THREATEN")),
        ("استدعت البحرين سفيرها لدى إيران.", ("BHR", "IRN", "SANCTION")),
        ("مدد الاتحاد الأوروبي العقوبات على روسيا.", ("EU", "RUS", "SANCTION")),
        ("رفع الاتحاد الأوروبي الحظر عن إيران.", ("EU", "IRN", "CONCEDE")),
        ("أعطت واشنطن الضوء الأخضر لتركيا.", ("USA", "TUR", "SUPPORT")),
        ("طوت مصر صفحة الخلاف مع قطر.", ("EGY", "QAT", "COOPERATE")),
        ("أطلقت السعودية قناة اتصال مع إيران.", ("SAU", "IRN", "CONSULT")),
        ("شاركت فرنسا في الحرب على داعش.", ("FRA", "ISIS", "ASSAULT")),
        ("حشدت روسيا تعزيزات قرب أوكرانيا.", ("RUS", "UKR", "MOBILIZE")),
        ("أوعزت واشنطن إلى بغداد بالانسحاب.", ("USA", "IRQ", "REQUEST")),
    ],
)
def test_set_phrases_make_relations(text: str, expected: tuple[str, str, str]) -> None:
    document = make_document(text, "ar")
    found = find_relations(document, find_mentions(document, gazetteer()), (), gazetteer())
    assert expected in {(r.source, r.target, str(r.type)) for r in found}
