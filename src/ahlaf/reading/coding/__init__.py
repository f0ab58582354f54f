"""Coding of single sentences: one root of PLOVER between two parties, as event data has it."""

from ahlaf.model import Span
from ahlaf.reading.coding.arabic import code_arabic
from ahlaf.reading.coding.coded import Coding
from ahlaf.reading.coding.coded_lines import code_rows
from ahlaf.reading.coding.english import code_english
from ahlaf.reading.coding.quad import QuadEstimate, QuadModel, estimate_quads
from ahlaf.reading.coding.sentence_files import SentenceRow, iter_sentences

__all__ = [
    "Coding",
    "QuadEstimate",
    "QuadModel",
    "SentenceRow",
    "code_arabic",
    "code_english",
    "code_rows",
    "code_sentence",
    "estimate_quads",
    "iter_sentences",
]


def code_sentence(text: str, lang: str, source: Span | None = None, target: Span | None = None) -> Coding:
    """Return the main event of a sentence in `lang`, between two parties where their spans are given.

    >>> code_sentence("Turkey accused Syria of shelling a border town.", "en").root
    <RelationType.ACCUSE: 'ACCUSE'>
    """
    coder = {"ar": code_arabic, "en": code_english}.get(lang)
    if coder is None:
        raise ValueError(f"sentences in {lang!r} cannot be coded; expected 'ar' or 'en'")
    return coder(text, source, target)
