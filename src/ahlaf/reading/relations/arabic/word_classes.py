"""Words by what they do in a sentence, from `relation_words_ar.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ahlaf.codebook import package_table
from ahlaf.language import normal


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of each class in normal form."""
    classes: dict[str, set[str]] = {}
    for row in package_table("ahlaf.reading", "data/relation_words_ar.csv", ("class", "word")):
        classes.setdefault(row["class"], set()).add(normal(row["word"]))
    return {name: frozenset(members) for name, members in classes.items()}
