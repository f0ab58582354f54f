"""A text cut into sentences, tokens and quotations, every one a span of the untouched text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ahlaf.language.quotations import Quotation, find_quotations
from ahlaf.language.sentences import Sentence, split_sentences
from ahlaf.language.tokens import tokenize
from ahlaf.model import Span

_PARAGRAPH = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Document:
    """The article of a report made ready for reading. Sentences cover only `body`."""

    text: str
    lang: str
    date: date | None
    body: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the code point at `offset`, if any."""
        before = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start)
        if before and offset < self.sentences[before - 1].span.end:
            return self.sentences[before - 1]
        return None


def make_document(text: str, lang: str, *, date: date | None = None, body: Sequence[Span] | None = None) -> Document:
    """Cut `text`, or the stretches of it named by `body`, into sentences, tokens and quotations."""
    stretches = tuple(body) if body is not None else (Span(0, len(text)),)
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    paragraph = 0
    for stretch in stretches:
        for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
            tokens = tokenize(text, match.start(), match.end())
            if tokens:
                quotations += find_quotations(tokens)
                sentences += split_sentences(tokens, paragraph)
                paragraph += 1
    return Document(text, lang, date, stretches, tuple(sentences), tuple(quotations))
