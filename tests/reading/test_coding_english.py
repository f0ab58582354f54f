from __future__ import annotations

from pathlib import Path

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


@pytest.mark.parametrize(
    ("text", "source", "root"),
    [
        ("Russia vetoed the resolution on border trade.", "RUS", RelationType.REJECT),
        ("The United States withdrew its troops from the base.", "USA", RelationType.RETREAT),
        ("Bakers in France discussed the price of flour.", None, None),
    ],
)
def test_what_one_actor_does_to_nobody_named(text: str, source: str | None, root: RelationType | None) -> None:
    found = code_sentence(text, "en")
    assert (found.source, found.target, found.root) == (source, None, root)


def test_a_sentence_without_a_relation_has_no_root() -> None:
    found = code_sentence("The weather was fine.", "en")
    assert (found.root, found.quad, found.trigger, found.realis) == (None, None, None, None)


def test_marked_parties_need_be_no_known_actors() -> None:
    assert between("The bakers criticised the millers.", "The bakers", "the millers") is RelationType.ACCUSE


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        code_sentence("Bonjour.", "fr")


def sentences() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("coding_english.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split("|")[0], line.split("|")[1]) for line in lines if line and not line.startswith("#")]


def unmarked(marked: str) -> tuple[str, Span, Span]:
    """The sentence without its marks, and the spans marked as <source> and as [target]."""
    text, starts, spans = "", dict[str, int](), dict[str, Span]()
    for letter in marked:
        if letter in "<[":
            starts[letter] = len(text)
        elif letter in ">]":
            opening = "<" if letter == ">" else "["
            spans[opening] = Span(starts[opening], len(text))
        else:
            text += letter
    return text, spans["<"], spans["["]


@pytest.mark.parametrize(("root", "marked"), sentences())
def test_what_a_source_does_to_a_target(root: str, marked: str) -> None:
    found = code_sentence(unmarked(marked)[0], "en", *unmarked(marked)[1:])
    assert found.root is not None
    wanted = {RelationType.CONCEDE, RelationType.RETREAT} if root == "YIELD" else {RelationType(root)}
    assert found.root in wanted, found.rule
