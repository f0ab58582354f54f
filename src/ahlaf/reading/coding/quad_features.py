"""What the statistical estimate of a quad class looks at: pieces of words, words, and how a sentence opens.

Every feature is hashed into one of `BUCKETS`, so that no word list is needed and the weights keep one size. Weights
were trained on just these features: whoever changes them trains anew (`tools/train_quad.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log, sqrt
from zlib import crc32

from ahlaf.language import Token, tokenize

BUCKETS = 1 << 16
_SHORTEST, _LONGEST = 2, 5  # letters of a piece of a word, with a blank for either end
_OPENING = 6  # words at the start of a sentence, which often say what it is
_WEIGHTS = (1.0, 0.7, 0.3)  # of pieces, words and opening; chosen by cross-validation


def features(text: str) -> dict[int, float]:
    """Return the features of a sentence: bucket to value; each of three blocks has length one before its weight."""
    tokens = tokenize(text)
    found: dict[int, float] = {}
    for number, block in enumerate((_pieces(tokens), _words(tokens), _opening(tokens))):
        counted = {name: 1 + log(count) for name, count in Counter(block).items()}
        length = sqrt(sum(value * value for value in counted.values())) or 1.0
        for name, value in counted.items():
            bucket = crc32(f"{number}{name}".encode()) % BUCKETS
            found[bucket] = found.get(bucket, 0.0) + _WEIGHTS[number] * value / length
    return found


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        word = f" {token.normal} "
        for size in range(_SHORTEST, _LONGEST + 1):
            yield from (word[i : i + size] for i in range(max(1, len(word) - size + 1)))


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    yield from (token.normal for token in tokens)
    yield from (f"{a.normal} {b.normal}" for a, b in pairwise(tokens))


def _opening(tokens: Sequence[Token]) -> Iterator[str]:
    yield from (token.normal for token in tokens[:_OPENING])
    yield from (f"first {token.normal}" for token in tokens[:1])
