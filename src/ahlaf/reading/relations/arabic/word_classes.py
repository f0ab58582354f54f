"""Words by what they do in a sentence, from `relation_words_ar.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ahlaf.reading.relations.word_classes import read_classes


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of each class in normal form."""
    return read_classes("relation_words_ar.csv")
