"""The function words that bound phrases and clauses, by class, for each language."""

from __future__ import annotations

from functools import cache

from ahlaf.language import normal
from ahlaf.reading.statements.tables import read_table

Classes = dict[str, frozenset[str]]


@cache
def function_words(lang: str) -> Classes:
    """Return for each class of the language's function words the normal forms that belong to it."""
    rows = read_table(f"statement_words_{lang}.csv", ("class", "words"))
    return {name: frozenset(normal(word) for word in words.split()) for name, words in rows}
