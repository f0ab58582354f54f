from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from ahlaf.language import normal
from ahlaf.model import ActorKind, Realis, RelationType
from ahlaf.reading.relations.arabic.families import Role, forms
from ahlaf.reading.relations.arabic.weights import cost, floor, weights
from ahlaf.reading.relations.arabic.words import analyse

COLUMNS = {
    "relation_families_ar.csv": [
        "type", "cameo", "verb", "nouns", "adjectives", "verb_marks", "noun_marks", "idafa", "symmetric", "needs",
        "role",
    ],
    "relation_preferences_ar.csv": ["end", "name", "weight", "meaning"],
    "relation_references_ar.csv": ["form", "kinds"],
    "relation_words_ar.csv": ["class", "word"],
    "relation_judgements_ar.csv": ["type", "words", "needs"],
    "relation_moods_ar.csv": ["realis", "verb", "nouns", "adjectives", "through", "spares"],
    "relation_bare_verbs_ar.csv": ["perfect", "imperfect"],
}  # fmt: skip


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


def test_every_family_has_a_type_a_frame_and_a_word() -> None:
    for row in rows("relation_families_ar.csv"):
        assert row["type"] in set(RelationType), row
        assert row["idafa"] in {"subject", "object", "place", "helper"}, row
        assert row["symmetric"] in {"0", "1"}, row
        assert row["role"] in set(Role), row
        assert row["verb"] or row["nouns"] or row["adjectives"], row
        for pair in filter(None, row["verb"].split("|")):
            assert len(pair.split("/")) == 2, row
            assert normal(pair.split("/")[1])[0] == "ي", row
        for adjective in filter(None, row["adjectives"].split("|")):
            assert adjective.split(":")[0] in {"act", "pas"}, row


def test_every_mood_says_what_it_makes_of_a_deed_and_through_what() -> None:
    for row in rows("relation_moods_ar.csv"):
        assert row["realis"] in set(Realis), row
        assert set(filter(None, row["spares"].split("|"))) <= set(RelationType), row
        assert row["through"], row
        assert row["verb"] or row["nouns"] or row["adjectives"], row
        assert all(len(pair.split("/")) == 2 for pair in filter(None, row["verb"].split("|"))), row


def test_every_judgement_accuses_or_praises() -> None:
    for row in rows("relation_judgements_ar.csv"):
        assert row["type"] in {"ACCUSE", "SUPPORT"}, row
        assert all(row["words"].split("|")), row


def test_words_stand_once_in_their_class() -> None:
    for name, key in (("relation_words_ar.csv", "word"), ("relation_bare_verbs_ar.csv", "imperfect")):
        seen = [tuple(row.values()) for row in rows(name)]
        assert len(seen) == len(set(seen)), [s for s in seen if seen.count(s) > 1][:5]
        assert all(row[key] for row in rows(name))


def test_references_name_kinds_that_there_are() -> None:
    known = {"speaker", "dual", "latter", *(kind.value for kind in ActorKind)}
    for row in rows("relation_references_ar.csv"):
        assert set(row["kinds"].split("|")) <= known, row


def test_every_preference_has_a_weight_and_a_meaning() -> None:
    for row in rows("relation_preferences_ar.csv"):
        assert row["end"] in {"doer", "other", "both", "cost", "floor"}, row
        assert row["meaning"], row
        float(row["weight"])
    assert len(weights()) == len(rows("relation_preferences_ar.csv"))
    assert cost("token") < cost("wall") < cost("level")
    assert floor("sum") < floor("weak sum")


@pytest.mark.parametrize(
    ("form", "family"),
    [
        ("التقت", "التقي"),
        ("ستلتقون", "التقي"),
        ("نطالب", "طالب"),
        ("اتهموها", "اتهم"),
        ("سيزوران", "زار"),
        ("قوبل", "قابل"),
        ("دعوا", "دعا"),
    ],
)
def test_all_persons_of_a_verb_are_known(form: str, family: str) -> None:
    verb = analyse(normal(form)).verb
    assert verb is not None
    assert family in {f.name for f in verb.families}


@pytest.mark.parametrize(
    ("form", "preposition", "article", "pronoun"),
    [
        ("وللمحادثات", "ل", True, ""),
        ("بزيارتها", "ب", False, "ها"),
        ("والغارات", "", True, ""),
        ("لقائه", "", False, "ه"),
    ],
)
def test_clitics_come_off_nouns(form: str, preposition: str, article: bool, pronoun: str) -> None:
    word = analyse(normal(form), "ه" if form.endswith("ه") else "")
    assert word.noun is not None
    assert (word.preposition, word.article, word.noun.pronoun) == (preposition, article, pronoun)


def test_the_feminine_ending_is_no_pronoun() -> None:
    assert analyse("قدره", "ة").verb is None
    assert analyse("قدره", "ه").verb is not None


def test_the_tables_are_built_once() -> None:
    assert forms() is forms()
