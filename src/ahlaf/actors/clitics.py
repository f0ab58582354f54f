"""What may stand glued before an Arabic word: و ف "and", ب ل ك "in, to, like", and the article."""

from __future__ import annotations

from functools import lru_cache

from ahlaf.language import normal

ARTICLE = "ال"
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
# What is left of a word once its proclitics are off must have at least this many letters.
_SHORTEST_STEM = 2


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """Return the ways to read `word`, given in normal form, as (length of what is glued before it, stem).

    The whole word comes first, so that واشنطن or ليبيا is found before any و or ل is taken off. In لل the article
    has lost its alif: the stem gets it back, and its length is counted from the second ل.

    >>> [stem for _, stem in readings("للسعوديه")][-1]
    'السعوديه'
    """
    found = [(0, word)]
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            clitics = conjunction + preposition
            if not clitics or not word.startswith(clitics):
                continue
            rest = word[len(clitics) :]
            if len(rest) >= _SHORTEST_STEM:
                found.append((len(clitics), rest))
                if preposition == "ل" and rest[0] == "ل":
                    found.append((len(clitics), ARTICLE + rest[1:]))
    return tuple(found)


def raw_length(raw: str, length: int) -> int:
    """Return how many characters of `raw` make up the first `length` characters of its normal form.

    Vowel signs and tatweel that follow belong to what stands before them: in لـداعش the prefix is لـ.
    """
    seen = 0
    for i, character in enumerate(raw):
        if seen == length and normal(character):
            return i
        seen += len(normal(character))
    return len(raw)


def bare(word: str) -> str:
    """Return `word` (in normal form) without its article.

    >>> bare("الرييس")
    'رييس'
    """
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1 else word
