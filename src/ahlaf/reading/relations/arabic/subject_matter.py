"""What a text is about, as far as relations need to know it."""

from __future__ import annotations

from ahlaf.language import Document
from ahlaf.reading.relations.arabic.word_classes import word_classes

_SPORTING = 4  # words of sport that a report on sport has at least
_SHARE = 0.01  # and their share of its words


def sporting(document: Document) -> bool:
    """Whether a text reports on sport, where states «meet» and «beat» one another without any relation."""
    known = word_classes()["sport"]
    words = sum(len(sentence.tokens) for sentence in document.sentences)
    count = sum(token.normal in known for sentence in document.sentences for token in sentence.tokens)
    return count >= max(_SPORTING, _SHARE * words)
