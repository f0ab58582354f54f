"""A text cut into sentences, tokens and quotations, every one a span of the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ahlaf.language.normal import normal
from ahlaf.model import Span

_TOKEN = re.compile(r"[^\W_](?:[\w\u064B-\u0652\u0640\u0670]|(?<=\w)['’.](?=\w))*|[^\w\s]|_")
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_ARABIC = re.compile(r"[\u0621-\u064A]")
_LATIN = re.compile(r"[A-Za-z]")
_STOPS = frozenset(".!?؟…")
_CLOSERS = frozenset("\"”»“«')]’")
_OPENING = {"«": "»", "“": "”", "‹": "›"}
_MIRRORED = {"»": "«", "”": "“", "›": "‹"}
_STRAIGHT = '"'
# A full stop after one of these, or after a single capital, ends no sentence.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen lt col maj sgt capt gov sen rep rev prof st jan feb mar apr jun jul aug sept sep oct nov dec no"
    " vs inc ltd co corp u.s u.n u.k e.u a.m p.m i.e e.g د".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `normal` is the form it is looked up under, clitics still on it."""

    span: Span
    text: str
    normal: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a punctuation mark."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens, and the number of its paragraph within the document."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands in quotation marks: `inner` without the marks; `closed` is false where the mark never closes."""

    span: Span
    inner: Span
    closed: bool
    depth: int


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
        return next((s for s in self.sentences if s.span.start <= offset < s.span.end), None)


def detect_language(text: str) -> str | None:
    """Return "ar" or "en", whichever script has more letters in `text`; None if it has no letters of either."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return None
    return "ar" if arabic >= latin else "en"


def make_document(text: str, lang: str, *, date: date | None = None, body: Sequence[Span] | None = None) -> Document:
    """Cut `text`, or the stretches of it named by `body`, into sentences, tokens and quotations."""
    stretches = tuple(body) if body is not None else (Span(0, len(text)),)
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    paragraph = 0
    for stretch in stretches:
        for match in _PARAGRAPH.finditer(text, stretch.start, stretch.end):
            tokens = _tokens(text, match.start(), match.end())
            if not tokens:
                continue
            quotations += _quotations(tokens, tokens[-1].span.end)
            sentences += (Sentence(_cover(group), tuple(group), paragraph) for group in _sentences(tokens))
            paragraph += 1
    return Document(text, lang, date, stretches, tuple(sentences), tuple(quotations))


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = _TOKEN.finditer(text, start, end)
    return [Token(Span(m.start(), m.end()), m.group(), normal(m.group())) for m in found]


def _cover(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Split at stops, but never at an abbreviation's; closing marks stay with the sentence they close."""
    group: list[Token] = []
    for i, token in enumerate(tokens):
        group.append(token)
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if following is None or (token.text not in _STOPS and not (_ends(group) and token.text in _CLOSERS)):
            continue
        if following.text in _CLOSERS and following.span.start == token.span.end:
            continue
        if following.text in _STOPS or following.span.start == token.span.end or _abbreviated(group):
            continue
        yield group
        group = []
    if group:
        yield group


def _ends(group: Sequence[Token]) -> bool:
    """Whether the group, but for closing marks, ends with a stop."""
    for token in reversed(group):
        if token.text in _STOPS:
            return True
        if token.text not in _CLOSERS:
            return False
    return False


def _abbreviated(group: Sequence[Token]) -> bool:
    if group[-1].text != "." or len(group) < 2:
        return False
    word = group[-2]
    single_capital = len(word.text) == 1 and word.text.isupper()
    return word.span.end == group[-1].span.start and (single_capital or word.normal in _ABBREVIATIONS)


def _quotations(tokens: Sequence[Token], end: int) -> Iterator[Quotation]:
    """Pair the marks of one paragraph: nested and mirrored marks too; one that never closes runs to its end."""
    stack: list[tuple[Span, str]] = []
    for token in tokens:
        mark = token.text
        if stack and mark == stack[-1][1]:
            opened, _ = stack.pop()
            yield Quotation(Span(opened.start, token.span.end), Span(opened.end, token.span.start), True, len(stack))
        elif mark == _STRAIGHT:
            stack.append((token.span, _STRAIGHT))
        elif mark in _OPENING:
            stack.append((token.span, _OPENING[mark]))
        elif mark in _MIRRORED and not stack:
            stack.append((token.span, _MIRRORED[mark]))
    for depth, (opened, _) in enumerate(stack):
        yield Quotation(Span(opened.start, end), Span(opened.end, end), False, depth)
