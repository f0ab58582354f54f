from __future__ import annotations

import pytest

from ahlaf.model import RelationType, Span
from ahlaf.reading.coding import code_sentence


def between(text: str, source: str, target: str) -> RelationType | None:
    """The root between two parties that are marked in the text."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    return code_sentence(text, "en", *spans).root


def test_unmarked_sentences_name_their_own_parties() -> None:
    found = code_sentence("Turkey accused Syria of shelling a border town.", "en")
    assert (found.root, found.quad, found.source, found.target) == (RelationType.ACCUSE, 3, "TUR", "SYR")
    assert found.trigger == Span(7, 14)


def test_a_sentence_without_a_relation_has_no_root() -> None:
    found = code_sentence("The weather was fine.", "en")
    assert (found.root, found.quad, found.trigger, found.realis) == (None, None, None, None)


def test_marked_parties_need_be_no_known_actors() -> None:
    assert between("The bakers criticised the millers.", "The bakers", "the millers") is RelationType.ACCUSE


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        code_sentence("Bonjour.", "fr")
