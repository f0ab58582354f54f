"""Files of words by what they do in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.codebook import package_table
from ahlaf.language import normal


def read_classes(file: str) -> Mapping[str, frozenset[str]]:
    """Return, for each class of a file with the columns class and word, its words in normal form."""
    classes: dict[str, set[str]] = {}
    for row in package_table("ahlaf.reading", f"data/{file}", ("class", "word")):
        classes.setdefault(row["class"], set()).add(normal(row["word"]))
    return {name: frozenset(members) for name, members in classes.items()}
