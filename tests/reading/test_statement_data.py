"""Every row of the statement layer's data files keeps to its schema."""

from importlib.resources import files

import pytest

from ahlaf.model import CaseError
from ahlaf.reading.statements.cues import CueKind, arabic_cues, english_cues
from ahlaf.reading.statements.inflection import arabic_forms, english_forms
from ahlaf.reading.statements.tables import read_table
from ahlaf.reading.statements.words import function_words

AR_FRAMES = {"أن", ":", "«", "إلى", "عن", "ب", "ل", "على", "من", "في", "بشأن", "مفعول", "مسؤولية"}
EN_FRAMES = {
    "that", ":", "quote", "clause", "of", "to", "for", "on", "with", "as", "whether", "object", "against",
    "about", "at",
}  # fmt: skip
OBJECTS = {"no", "addressed", "blamed", "quoted"}
STRICT = {"no", "yes", "near", "joined"}
NAMES = [
    "statement_cues_ar.csv", "statement_cues_en.csv", "statement_phrases_ar.csv", "statement_phrases_en.csv",
    "statement_words_ar.csv", "statement_words_en.csv", "statement_outlets.csv", "statement_outlet_words.csv",
]  # fmt: skip


def test_arabic_cue_rows() -> None:
    columns = ("lemma", "past", "present", "participle", "frames", "object", "strict", "note")
    rows = read_table("statement_cues_ar.csv", columns)
    assert len({row[0] for row in rows}) == len(rows)
    for lemma, past, present, participle, frames, takes, strict, note in rows:
        assert past or present or participle, lemma
        assert not present or present.startswith(("ي", "يُ")), lemma
        assert not participle or participle.endswith("ا"), lemma
        assert set(frames.split()) <= AR_FRAMES, lemma
        assert frames, lemma
        assert takes in OBJECTS, lemma
        assert strict in STRICT, lemma
        assert note, lemma


def test_english_cue_rows() -> None:
    for lemma, forms, frames, takes, strict, _ in read_table(
        "statement_cues_en.csv", ("lemma", "forms", "frames", "object", "strict", "note")
    ):
        assert len(forms.partition("+")[0].split()) in (4, 5), lemma
        assert set(frames.split()) <= EN_FRAMES, lemma
        assert takes in OBJECTS, lemma
        assert strict in STRICT, lemma


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_phrase_rows(lang: str) -> None:
    for form, kind, frames, _ in read_table(f"statement_phrases_{lang}.csv", ("form", "kind", "frames", "note")):
        assert form
        assert kind in set(CueKind), form
        assert set(frames.split()) <= AR_FRAMES, form
        assert bool(frames) is (kind not in ("source", "tail")), form


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_word_classes_are_explained_and_not_empty(lang: str) -> None:
    text = (files("ahlaf.reading") / "data" / f"statement_words_{lang}.csv").read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    for name, members in function_words(lang).items():
        assert members, name
        assert name in head, name


def test_outlet_rows() -> None:
    rows = read_table("statement_outlets.csv", ("id", "en", "ar"))
    assert len({row[0] for row in rows}) == len(rows)
    assert all(name and (english or arabic) for name, english, arabic in rows)
    for lang, word, _ in read_table("statement_outlet_words.csv", ("lang", "word", "needs")):
        assert lang in ("ar", "en")
        assert word


@pytest.mark.parametrize("name", NAMES)
def test_every_file_says_what_it_is(name: str) -> None:
    lines = (files("ahlaf.reading") / "data" / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any("ritten for this project" in line or "Facts" in line for line in lines[:4])


def test_wrong_columns_are_refused() -> None:
    with pytest.raises(CaseError, match="is missing"):
        read_table("statement_outlets.csv", ("id", "name"))


def test_inflection_of_sound_and_weak_verbs() -> None:
    sound = {form.text for form in arabic_forms("أكد", "يؤكد", "مؤكدا", with_objects=False)}
    assert {"أكد", "أكدت", "أكدوا", "يؤكد", "تؤكد", "يؤكدون", "مؤكدا", "مؤكدة", "مؤكدين"} <= sound
    weak = {form.text for form in arabic_forms("نفى", "ينفي", "نافيا", with_objects=False)}
    assert {"نفى", "نفت", "نفوا", "ينفون", "نافيا", "نافية", "نافين"} <= weak
    with_object = {form.text for form in arabic_forms("أبلغ", "يبلغ", "", with_objects=True)}
    assert {"أبلغه", "أبلغتها", "يبلغهم", "أبلغوه"} <= with_object


def test_english_particles_follow_every_form() -> None:
    assert list(english_forms("call calls called calling + on"))[3] == ("calling on", "participle")


def test_both_tables_are_filled() -> None:
    assert "قالت" in arabic_cues()
    assert "said" in english_cues()
