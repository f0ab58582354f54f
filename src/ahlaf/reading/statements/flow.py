"""A document as one run of tokens that knows, at each of them, its sentence, its mention and its quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ahlaf.language import Document, Quotation, Token
from ahlaf.model import Mention, Span

MARKS = frozenset([*'"“”«»‹›', "''", "``"])
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Flow:
    """Tokens in order, and by token the number of its sentence, its mention, and the outermost closed quotation.

    `mention_of` and `quotation_of` hold −1 where there is none. `starts` and `ends` bound the sentences by token.
    `opens` leads from the token of an opening mark to its quotation; `closes` from a quotation's number to the
    token of its closing mark (the token after its last word where it never closes), `opened` from the token of a
    closing mark to that of its opening one. `groups` are the actors mentioned that are no states, and so no places.
    """

    text: str
    lang: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    sentence_of: tuple[int, ...]
    mention_of: tuple[int, ...]
    quotation_of: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[int, ...]
    opens: dict[int, int]
    closes: tuple[int, ...]
    opened: dict[int, int]
    groups: frozenset[str]

    def __len__(self) -> int:
        return len(self.tokens)

    def sentence_start(self, i: int) -> int:
        """Return the first token of the sentence that holds token `i`."""
        return self.starts[self.sentence_of[i]]

    def sentence_end(self, i: int) -> int:
        """Return the token after the last of the sentence that holds token `i`."""
        return self.ends[self.sentence_of[i]]

    def mention_at(self, i: int) -> Mention | None:
        """Return the mention that covers token `i` or a part of it."""
        number = self.mention_of[i]
        return self.mentions[number] if number >= 0 else None

    def mention_end(self, i: int) -> int:
        """Return the token after the last of the mention at token `i` (`i` + 1 where there is none)."""
        number = self.mention_of[i]
        j = i + 1
        while number >= 0 and j < len(self.mention_of) and self.mention_of[j] == number:
            j += 1
        return j

    def is_stop(self, i: int) -> bool:
        """Say whether token `i` is a full stop that ends its sentence rather than an abbreviation."""
        return self.tokens[i].text == "." and i + 1 >= self.ends[self.sentence_of[i]] - 1

    def is_mark(self, i: int) -> bool:
        """Say whether token `i` is a quotation mark."""
        return self.tokens[i].text in MARKS

    def quotation_closed_by(self, i: int) -> tuple[int, int] | None:
        """Return the opening and closing tokens of the quotation that opens at token `i`, if one does and it closes."""
        number = self.opens.get(i)
        if number is None or not self.quotations[number].closed:
            return None
        return i, self.closes[number]

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of text from token `start` to the token before `end`."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)


def make_flow(document: Document, mentions: Sequence[Mention], groups: frozenset[str] = frozenset()) -> Flow:
    """Lay the document out token by token."""
    tokens: list[Token] = []
    sentence_of: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for number, sentence in enumerate(document.sentences):
        starts.append(len(tokens))
        tokens += sentence.tokens
        sentence_of += [number] * len(sentence.tokens)
        ends.append(len(tokens))
    ordered = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
    quotations = tuple(sorted(document.quotations, key=lambda q: (q.span.start, -q.span.end)))
    at = {token.span.start: i for i, token in enumerate(tokens)}
    opens = {at[q.span.start]: n for n, q in enumerate(quotations) if q.span.start in at}
    closes = tuple(_close(q, at, tokens) for q in quotations)
    return Flow(
        text=document.text,
        lang="ar" if document.lang == "ar" else "en",
        tokens=tuple(tokens),
        # A token of nothing but tatweel or vowel signs has an empty normal form.
        words=tuple(token.normal or token.text for token in tokens),
        mentions=ordered,
        quotations=quotations,
        sentence_of=tuple(sentence_of),
        mention_of=tuple(_covering([m.span for m in ordered], tokens)),
        quotation_of=tuple(_inside(opens, closes, quotations, len(tokens))),
        starts=tuple(starts),
        ends=tuple(ends),
        paragraphs=tuple(sentence.paragraph for sentence in document.sentences),
        opens=opens,
        closes=closes,
        opened={closes[n]: i for i, n in opens.items() if quotations[n].closed},
        groups=groups,
    )


def _close(quotation: Quotation, at: dict[int, int], tokens: Sequence[Token]) -> int:
    """Return the token of the closing mark; where there is none, the token after the last one quoted."""
    if quotation.closed:
        return at[quotation.inner.end]
    i = at[quotation.span.start]
    while i < len(tokens) and tokens[i].span.start < quotation.inner.end:
        i += 1
    return i


def _covering(spans: Sequence[Span], tokens: Sequence[Token]) -> list[int]:
    """Number, token by token, the span that it shares characters with; the first one where several do."""
    found = [_NOWHERE] * len(tokens)
    n = 0
    for i, token in enumerate(tokens):
        while n < len(spans) and spans[n].end <= token.span.start:
            n += 1
        if n == len(spans):
            break
        if spans[n].start < token.span.end:
            found[i] = n
    return found


def _inside(opens: dict[int, int], closes: Sequence[int], quotations: Sequence[Quotation], length: int) -> list[int]:
    """Number, token by token, the outermost closed quotation it stands inside; the marks themselves are outside."""
    found = [_NOWHERE] * length
    until = 0
    for i, number in sorted(opens.items()):
        if i < until or not quotations[number].closed:
            continue
        for j in range(i + 1, min(closes[number], length)):
            found[j] = number
        until = closes[number]
    return found
