from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from ahlaf.model import RelationType
from ahlaf.reading.relations.english import inflect as english_inflect
from ahlaf.reading.relations.english import objects as english_objects
from ahlaf.reading.relations.english import tags as english_tags
from ahlaf.reading.relations.english import words as english_words

COLUMNS = {
    "relation_verbs_en.csv": ["verbs", "type", "cameo", "target", "symmetric", "objects", "role"],
    "relation_nouns_en.csv": ["forms", "type", "cameo", "target", "idafa", "symmetric", "needs", "role"],
    "relation_plain_verbs_en.csv": ["verbs", "kind"],
    "relation_objects_en.csv": ["class", "word"],
    "relation_irregular_en.csv": ["base", "past", "ing"],
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
            assert row["role"] in {
                "plain",
                "blame",
                "praise",
                "refuse",
                "mediate",
                "demand",
                "state",
                "promise",
                "idle",
            }, row
        if row.get("idafa"):
            assert row["idafa"] in {"subject", "object", "place"}, row


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str) -> None:
    seen = [tuple(row.values()) for row in rows(name)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("supply", {"supply": "base", "supplies": "s", "supplying": "ing", "supplied": "past"}),
        ("slam", {"slam": "base", "slams": "s", "slamming": "ing", "slammed": "past"}),
        ("visit", {"visit": "base", "visits": "s", "visiting": "ing", "visited": "past"}),
        ("free", {"free": "base", "frees": "s", "freeing": "ing", "freed": "past"}),
        ("seek", {"seek": "base", "seeks": "s", "seeking": "ing", "sought": "past"}),
    ],
)  # fmt: skip
def test_english_verbs_are_inflected(base: str, forms: dict[str, str]) -> None:
    assert dict(english_inflect.verb_forms(base)) == forms


def test_english_verbs_name_classes_of_objects_that_exist() -> None:
    for row in rows("relation_verbs_en.csv"):
        for part in row["objects"].split("|"):
            if part.startswith("@"):
                assert part[1:] in english_words.object_classes(), row
            elif part.startswith("+"):
                assert part in {"+object", "+predicate", "+preposition", "+infinitive"}, row


def test_the_english_lexicon_is_large() -> None:
    entries = [*english_words.verb_rows(), *english_words.noun_rows()]
    assert len(entries) > 2000


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("they cut aid to the town", "cut", RelationType.SANCTION),
        ("they cut a deal with the town", "cut", RelationType.AGREE),
        ("they cut tariffs on wheat", "cut", RelationType.CONCEDE),
        ("they launched talks", "launched", RelationType.CONSULT),
        ("they launched an inquiry into the fire", "launched", RelationType.ACCUSE),
        ("they launched a raid on the camp", "launched", RelationType.ASSAULT),
        ("they turned the offer down", "turned", RelationType.REJECT),
        ("aid was suspended", "suspended", RelationType.SANCTION),
        ("they signed a ceasefire agreement", "signed", RelationType.RETREAT),
        ("they called the envoy a liar", "called", RelationType.ACCUSE),
        ("they called for calm", "called", RelationType.REQUEST),
    ],
)
def test_an_english_verb_means_what_it_does_to_its_object(sentence: str, verb: str, expected: RelationType) -> None:
    forms = sentence.split()
    chosen = english_tags.tag(forms, forms, [None] * len(forms))
    found = english_objects.meaning(forms, chosen, forms.index(verb))
    assert found is not None
    assert found.type is expected


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        ("the support was strong", "support", False),
        ("they support the plan", "support", True),
        ("they vowed to attack", "attack", True),
        ("military strikes continued", "strikes", False),
        ("it will visit Rome", "visit", True),
        ("after talks with the mayor", "talks", False),
        ("its detained crew", "detained", False),
    ],
)
def test_english_verbs_and_nouns_are_told_apart(sentence: str, word: str, verb: bool) -> None:
    forms = sentence.split()
    reading = english_tags.tag(forms, forms, [None] * len(forms))[forms.index(word)]
    assert (reading is not None and reading.verb) is verb


@pytest.mark.parametrize("name", ["coding_roots.csv", "coding_backoff_en.csv"])
def test_tables_of_coding_name_roots(name: str) -> None:
    found = rows(name)
    keys = [next(iter(row.values())) for row in found]
    assert len(keys) == len(set(keys))
    for row in found:
        RelationType(row["root"])
