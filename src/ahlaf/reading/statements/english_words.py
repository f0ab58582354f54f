"""What class the words around an English cue belong to."""

from __future__ import annotations

from ahlaf.reading.statements.flow import Flow
from ahlaf.reading.statements.words import function_words

_NONE: frozenset[str] = frozenset()
_SHORTEST_ADVERB = 5


# Filled when first asked: every token of an English report is looked up here several times.
_known: dict[str, frozenset[str]] = {}


def _classes() -> dict[str, frozenset[str]]:
    """Return the classes of each English function word."""
    found: dict[str, set[str]] = {}
    for name, words in function_words("en").items():
        for word in words:
            found.setdefault(word, set()).add(name)
    _known.update((word, frozenset(names)) for word, names in found.items())
    return _known


def classes_of(word: str) -> frozenset[str]:
    """Return the classes that a word belongs to, none for most."""
    return (_known or _classes()).get(word, _NONE)


def is_in(flow: Flow, i: int, *names: str) -> bool:
    """Say whether token `i` belongs to one of the classes of English function words."""
    return not (_known or _classes()).get(flow.words[i], _NONE).isdisjoint(names)


def is_adverb(flow: Flow, i: int) -> bool:
    """Say whether token `i` is an adverb, by the list or by its ending."""
    word = flow.words[i]
    if "adverb" in classes_of(word):
        return True
    return (
        word.endswith("ly")
        and len(word) >= _SHORTEST_ADVERB
        and flow.tokens[i].text[0].islower()
        and "no_adverb" not in classes_of(word)
    )


def is_capital(flow: Flow, i: int) -> bool:
    """Say whether token `i` begins with a capital."""
    return flow.tokens[i].text[0].isupper()


def is_possessive(flow: Flow, i: int) -> bool:
    """Say whether token `i` is a noun in the genitive (Turkey's, allies')."""
    word = flow.words[i]
    return word.endswith("'s") and "pronoun" not in classes_of(word[:-2]) and not classes_of(word)


def contracted(word: str) -> tuple[str, str] | None:
    """Return the pronoun and the auxiliary that a word is drawn together from: «he's» → he, 's."""
    stem, mark, ending = word.rpartition("'")
    if mark and ending in _ENDINGS and not classes_of(stem).isdisjoint(("pronoun", "relative")):
        return stem, ending
    return None


_ENDINGS = {"s": "be", "re": "be", "m": "be", "ve": "have", "d": "modal", "ll": "modal"}


def contraction_class(ending: str) -> str:
    """Return what the ending of a contraction stands for: be, have or modal."""
    return _ENDINGS[ending]
