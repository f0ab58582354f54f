from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from ahlaf.language import normal
from ahlaf.model import RelationType
from ahlaf.reading.relations import arabic_words, english_words, lexicon

COLUMNS = {
    "relation_verbs_ar.csv": ["perfect", "imperfect", "type", "cameo", "target", "symmetric", "needs", "role"],
    "relation_verbs_en.csv": ["forms", "type", "cameo", "target", "symmetric", "needs", "role"],
    "relation_nouns_ar.csv": ["forms", "type", "cameo", "target", "idafa", "symmetric", "needs", "role"],
    "relation_nouns_en.csv": ["forms", "type", "cameo", "target", "idafa", "symmetric", "needs", "role"],
    "relation_adjectives_ar.csv": ["form", "voice", "type", "cameo", "target", "symmetric"],
    "relation_plain_verbs_ar.csv": ["perfect", "imperfect"],
    "relation_plain_verbs_en.csv": ["forms"],
    "relation_words_ar.csv": ["class", "word"],
    "relation_words_en.csv": ["class", "word"],
}


def rows(name: str) -> list[dict[str, str]]:
    lines = (files("ahlaf.reading") / "data" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@pytest.mark.parametrize("name", COLUMNS)
def test_every_file_says_what_it_is_and_has_its_columns(name: str) -> None:
    text = (files("ahlaf.reading") / "data" / name).read_text(encoding="utf-8")
    assert text.startswith("# ")
    for row in rows(name):
        assert list(row) == COLUMNS[name]
        assert all(value is not None and value == value.strip() for value in row.values()), row


@pytest.mark.parametrize("name", [n for n, columns in COLUMNS.items() if "type" in columns])
def test_every_row_has_a_type_a_code_and_a_target(name: str) -> None:
    for row in rows(name):
        RelationType(row["type"])
        assert row["cameo"] == "" or (row["cameo"].isdigit() and 2 <= len(row["cameo"]) <= 4), row
        assert row["target"], row
        assert row["symmetric"] in {"0", "1"}, row
        if "role" in row:
            assert row["role"] in {"plain", "blame", "refuse", "mediate", "demand", "state"}, row
        if "idafa" in row:
            assert row["idafa"] in {"subject", "object", "place"}, row
        if "voice" in row:
            assert row["voice"] in {"active", "passive"}, row


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str) -> None:
    seen = [tuple(row.values()) for row in rows(name)]
    assert len(seen) == len(set(seen))


def test_arabic_imperfects_are_third_person_masculine() -> None:
    for name in ("relation_verbs_ar.csv", "relation_plain_verbs_ar.csv"):
        for row in rows(name):
            assert row["imperfect"].startswith("ي") or row["perfect"] == "ليس", row


@pytest.mark.parametrize(
    ("word", "lemma", "verb"),
    [
        ("وستلتقي", "التقي", True),
        ("التقتا", "التقي", True),
        ("يهددون", "هدد", True),
        ("بدعمها", "دعم", False),
        ("للقائه", "لقاء", False),
        ("لقائه", "لقاء", False),
        ("غاراتها", "غاره", False),
        ("والموالية", "موالي", False),
        ("نتعاون", "تعاون", True),
    ],
)
def test_arabic_forms_are_found_under_their_clitics(word: str, lemma: str, verb: bool) -> None:
    found = arabic_words.readings(normal(word))
    assert any(r.verb is verb and any(e.lemma == lemma for e in r.entries) for r in found)


def test_first_person_and_future_are_marked() -> None:
    assert arabic_words.readings(normal("نتعاون"))[0].first_person
    assert arabic_words.readings(normal("سيزور"))[0].future


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("للرئيس", (False, "ل", True)),
        ("وبالسلاح", (True, "ب", True)),
        ("وزير", (False, "", False)),
        ("لقاء", (False, "", False)),
    ],
)
def test_proclitics(word: str, expected: tuple[bool, str, bool]) -> None:
    assert arabic_words.proclitics(normal(word))[:3] == expected


def test_english_forms() -> None:
    forms = dict(english_words.verb_forms("supply"))
    assert forms == {"supply": "base", "supplies": "s", "supplying": "ing", "supplied": "past"}
    assert dict(english_words.verb_forms("meet|met"))["met"] == "past"


def test_codes_fall_back_to_the_root() -> None:
    entries = {entry.lemma: entry for entry, _ in lexicon.verb_rows("ar")}
    assert entries["زار"].cameo == "042"
    assert entries["تعاون"].cameo == "06"
