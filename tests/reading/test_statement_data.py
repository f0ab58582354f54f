"""Every row of the statement layer's data files keeps to its schema."""

from importlib.resources import files

import pytest

from ahlaf.model import CaseError, SpeechAct
from ahlaf.reading.statements.cues import CueKind, arabic_cues
from ahlaf.reading.statements.english_cues import ADJECTIVE_COLUMNS, NOUN_COLUMNS, VERB_COLUMNS, english_cues
from ahlaf.reading.statements.inflection import arabic_forms, english_forms
from ahlaf.reading.statements.tables import read_table
from ahlaf.reading.statements.words import function_words

AR_FRAMES = {"أن", ":", "«", "إلى", "عن", "ب", "ل", "على", "من", "في", "بشأن", "مفعول", "مسؤولية", "هجوم"}
EN_FRAMES = {
    "that", ":", "quote", "clause", "wh", "to", "ing", "object", "predicate", "experiencer", "of", "for", "on",
    "with", "as", "against", "about", "at", "over", "in", "by", "from", "toward", "towards", "whether",
}  # fmt: skip
EN_ACTS = {act.value for act in SpeechAct} - {"unsaid"}
EN_STRICT = {"free", "near"}
OBJECTS = {"no", "addressed", "blamed", "quoted"}
STRICT = {"no", "yes", "near", "joined"}
NAMES = [
    "statement_cues_ar.csv", "statement_cues_en.csv", "statement_phrases_ar.csv", "statement_phrases_en.csv",
    "statement_nouns_en.csv", "statement_adjectives_en.csv",
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


def test_english_verb_rows() -> None:
    rows = read_table("statement_cues_en.csv", VERB_COLUMNS)
    assert len({(row[0], row[2], row[3], row[4]) for row in rows}) == len(rows)
    for lemma, forms, act, frames, takes, strict, note in rows:
        verb, _, particle = forms.partition("+")
        assert len(verb.split()) in (4, 5), lemma
        assert " ".join([verb.split()[0], *particle.split()]) == lemma
        assert act in EN_ACTS, lemma
        assert frames, lemma
        assert set(frames.split()) <= EN_FRAMES, lemma
        assert takes in OBJECTS, lemma
        assert strict in EN_STRICT, lemma
        assert note, lemma


def test_english_noun_and_adjective_rows() -> None:
    nouns = read_table("statement_nouns_en.csv", NOUN_COLUMNS)
    assert len({row[0] for row in nouns}) == len(nouns)
    for noun, plural, act, frames, _ in nouns:
        assert plural != noun
        assert act in EN_ACTS, noun
        assert frames, noun
        assert set(frames.split()) <= EN_FRAMES, noun
    words: list[tuple[str, str]] = []
    for adjectives, act, frames, _ in read_table("statement_adjectives_en.csv", ADJECTIVE_COLUMNS):
        words += [(word, act) for word in adjectives.split()]
        assert act in EN_ACTS, adjectives
        assert set(frames.split()) <= EN_FRAMES, adjectives
    assert len(words) == len(set(words))


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
