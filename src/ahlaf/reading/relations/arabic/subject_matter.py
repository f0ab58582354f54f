"""What a text is about, as far as relations need to know it."""

from __future__ import annotations

from ahlaf.language import Document
from ahlaf.reading.relations.arabic.word_classes import word_classes

_SPORTING = 4  # words of sport that make a report one of sport


def sporting(document: Document) -> bool:
    """Whether a text reports on sport, where states «meet» and «beat» one another without any relation."""
    known = word_classes()["sport"]
    count = 0
    for sentence in document.sentences:
        count += sum(token.normal in known for token in sentence.tokens)
        if count >= _SPORTING:
            return True
    return False
