"""A sentence as the words that names are looked up by, and the names found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ahlaf.actors import Gazetteer, NameKind, Naming
from ahlaf.actors.clitics import raw_length, readings
from ahlaf.actors.names import SERVANT
from ahlaf.language import Sentence, Token
from ahlaf.model import Span

SON = "بن"
# The letters of آل "house of" in normal form.
HOUSE = "ال"
QUOTES = frozenset("\"«»“”'’‘()")
DASHES = frozenset("-–—‐‑")
# Glued between words these only part them: al-Assad, Workers' Party.
_JOINERS = frozenset("-‐‑'’")
# A full stop glued to an abbreviation of at most so many letters belongs to it (U.S.).
_ABBREVIATION = 5
# An English name all in capitals and no longer than this must stand in capitals (US, not us).
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence: `words[i]` in normal form covers the tokens from `first[i]` to `last[i]`."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]

    def span(self, start: int, end: int, prefix: int = 0, suffix: int = 0) -> Span:
        """Return the characters of words [start, end) without what is glued before and after."""
        opening, closing = self.tokens[self.first[start]], self.tokens[self.last[end - 1]]
        return Span(opening.span.start + raw_length(opening.text, prefix), closing.span.end - suffix)

    def word(self, i: int) -> str:
        """Return word `i`, or nothing beyond either end of the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def text(self, i: int) -> str:
        """Return word `i` as it stands in the report."""
        return self.tokens[self.first[i]].text

    def is_mark(self, i: int) -> bool:
        """Say whether word `i` is a punctuation mark."""
        return not self.tokens[self.first[i]].is_word


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a line: words [start, end), what is glued before and after, and what it may mean."""

    start: int
    end: int
    prefix: int
    suffix: int
    namings: tuple[Naming, ...]


def make_line(sentence: Sentence) -> Line:
    """Join what names are written with and without: names in عبد, hyphens and apostrophes within a word."""
    tokens = sentence.tokens
    words: list[str] = []
    first: list[int] = []
    last: list[int] = []
    for i, token in enumerate(tokens):
        word = token.normal
        if not token.is_word and i and _joins(tokens, i):
            if word == ".":
                last[-1] = i
            continue
        if words and words[-1] == SERVANT and token.is_word:
            words[-1] += word
            last[-1] = i
            continue
        words.append(SON if word == "ابن" else word)
        first.append(i)
        last.append(i)
    return Line(tokens, tuple(words), tuple(first), tuple(last))


def _joins(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the mark at `i` is glued to the word before it and only parts a name."""
    mark, before = tokens[i], tokens[i - 1]
    if before.span.end != mark.span.start or not before.is_word:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if mark.text == ".":
        return "." in before.text and len(before.text) <= _ABBREVIATION and after is not None
    glued = after is not None and after.span.start == mark.span.end
    return mark.text in _JOINERS and (glued or before.text[-1] == "s")


def find_hits(line: Line, gazetteer: Gazetteer) -> Iterator[Hit]:
    """Yield the names in a line from left to right, the longest first where several begin together."""
    i = 0
    words = line.words
    while i < len(words):
        chain = _chain(line, i, gazetteer) if i + 1 < len(words) and words[i + 1] == SON else None
        match = gazetteer.index.match(words, i)
        hit = Hit(i, match.end, match.prefix, match.suffix, match.namings) if match else None
        if chain and (hit is None or chain.end > hit.end):
            hit = chain
        namings = tuple(naming for naming in hit.namings if _as_written(naming, line, hit)) if hit else ()
        if hit is None or not namings:
            i += 1
            continue
        yield Hit(hit.start, hit.end, hit.prefix, hit.suffix, namings)
        i = hit.end


def _chain(line: Line, i: int, gazetteer: Gazetteer) -> Hit | None:
    """Find a known person named with fathers in between: عادل بن أحمد الجبير."""
    end = i + 1
    while line.word(end) == SON:
        end += 2
    family = line.word(end)
    if not family:
        return None
    for prefix, stem in readings(line.words[i]):
        namings = gazetteer.index.exact((stem, family))
        if any(naming.kind is NameKind.PERSON for naming in namings):
            return Hit(i, end + 1, prefix, 0, namings)
    return None


def _as_written(naming: Naming, line: Line, hit: Hit) -> bool:
    """Whether an English name stands with its capitals: "US" is not "us", "Turkey" not "turkey"."""
    if naming.lang != "en":
        return True
    texts = [line.text(i) for i in range(hit.start, hit.end)]
    letters = naming.text.replace(".", "")
    if letters.isupper() and len(letters) <= _LONGEST_ACRONYM:
        return all(text[: len(text) - hit.suffix].isupper() or text.isdigit() for text in texts) and not _shouted(
            line, hit
        )
    return any(text[0].isupper() for text in texts)


def _shouted(line: Line, hit: Hit) -> bool:
    """Whether the words on both sides are in capitals too, so that capitals say nothing."""
    around = [line.text(i) for i in (hit.start - 1, hit.end) if 0 <= i < len(line.words) and not line.is_mark(i)]
    return len(around) > 1 and all(len(text) > 1 and text.isupper() for text in around)
