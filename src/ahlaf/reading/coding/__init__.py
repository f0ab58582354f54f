"""Coding of single sentences: one root of PLOVER between two parties, as event data has it."""

from ahlaf.model import Span
from ahlaf.reading.coding.coded import Coding
from ahlaf.reading.coding.english import code_english

__all__ = ["Coding", "code_english", "code_sentence"]


def code_sentence(text: str, lang: str, source: Span | None = None, target: Span | None = None) -> Coding:
    """Return the main event of a sentence in `lang`, between two parties where their spans are given.

    >>> code_sentence("Turkey accused Syria of shelling a border town.", "en").root
    <RelationType.ACCUSE: 'ACCUSE'>
    """
    if lang != "en":
        raise ValueError(f"sentences in {lang!r} cannot be coded; expected 'en'")
    return code_english(text, source, target)
