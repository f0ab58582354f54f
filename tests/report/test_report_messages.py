"""The words are data: both languages have the same keys, placeholders and plural forms, and the code uses them all."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest
from babel import Locale

from ahlaf.model import Realis, Status, TieOrigin
from ahlaf.report.catalogue import LANGUAGES, Lang, Message, deeds, likelihoods, messages

SOURCE = Path(str(files("ahlaf.report")))
KEYS = sorted(messages("en"))
# Sections whose keys are put together from a value of the model rather than written out in the code.
BY_VALUE = {"finding", "price", "status", "origin", "realis", "why", "parameter", "section"}


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _forms(message: Message) -> Mapping[str, str]:
    return {"only": message} if isinstance(message, str) else message


def test_both_languages_have_the_same_messages() -> None:
    assert set(messages("en")) == set(messages("ar"))


def test_placeholders_agree() -> None:
    for key in KEYS:
        english, arabic = (
            set().union(*(_placeholders(text) for text in _forms(messages(lang)[key]).values())) for lang in LANGUAGES
        )
        assert english - {"n"} == arabic - {"n"}, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plural_forms_are_those_of_the_language(lang: Lang) -> None:
    forms = Locale.parse(lang).plural_form.tags | {"other"}
    for key, message in messages(lang).items():
        assert isinstance(message, str) == isinstance(messages("en")[key], str), key
        assert isinstance(message, str) or set(message) == forms, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty_or_untidy(lang: Lang) -> None:
    for key, message in messages(lang).items():
        for text in _forms(message).values():
            assert text, key
            assert text == " ".join(text.split()), key


def test_arabic_is_written_in_arabic() -> None:
    for key in (key for key in KEYS if not key.startswith("phrase.")):
        for text in _forms(messages("ar")[key]).values():
            words = re.sub(r"\{\w+\}", "", text)
            assert re.search("[\u0621-\u064a]", words), key
            assert not set(words) & set(",;?"), key


def test_every_message_is_used() -> None:
    paths = [path for path in sorted(SOURCE.rglob("*")) if path.suffix in {".py", ".j2"}]
    words = set(re.findall(r"""["'\w.]+""", "\n".join(path.read_text(encoding="utf-8") for path in paths)))
    quoted = {word.strip("\"'") for word in words}
    by_value = {f"verdict.{status}" for status in Status}
    for key in KEYS:
        section, name = key.split(".", 1)
        parts = {key, name, name.removesuffix("_nothing")}
        assert section in BY_VALUE or key in by_value or parts & quoted, key


def test_every_value_of_the_model_has_a_word() -> None:
    keys = set(messages("ar"))
    wanted = [("status", Status), ("origin", TieOrigin), ("realis", Realis)]
    assert {f"{section}.{value}" for section, kind in wanted for value in kind} <= keys


def test_likelihoods_rise_and_cover_every_probability() -> None:
    bounds = [word.below for word in likelihoods()]
    assert bounds == sorted(set(bounds))
    assert bounds[-1] > 1
    assert all(word.en and re.search("[\u0621-\u064a]", word.ar) for word in likelihoods())


def test_every_deed_names_its_party_and_object() -> None:
    assert deeds()
    for (name, with_object), deed in deeds().items():
        assert name == name.lower()
        wanted = {"party", "object"} if with_object else {"party"}
        for text in (deed.en, deed.en_many, deed.ar):
            assert _placeholders(text) == wanted, name
        assert re.search("[\u0621-\u064a]", deed.ar)
