"""Words and marks: the smallest pieces of a text, each a span of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahlaf.language.normal import normal
from ahlaf.model import Span

# Invisible characters of layout (direction marks, joiners, soft hyphen) belong to no token unless inside a word.
_FORMAT = r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_VOWELS = r"\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed"
_TOKEN = re.compile(
    rf"""[^\W_]
    (?: [\w{_VOWELS}]
      | [{_FORMAT}]+(?=\w)                    # a joiner inside a word
      | (?<=[^\W\d_])['’](?=[^\W\d_])         # don't, l’accord
      | (?<=\d)[.,٫٬](?=\d)                   # 3.5, 1,000
      | (?<=[a-z])\.(?=[a-z])                 # a.m, example.org
      | (?<=[A-Z])\.(?=[A-Z])                 # U.S
    )*
    | ''(?!') | ``                            # two single marks written for a double one
    | _ | [^\w\s{_FORMAT}]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `normal` is the form it is looked up under, clitics still on it, never empty."""

    span: Span
    text: str
    normal: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a punctuation mark."""
        return self.text[0].isalnum()


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text`, or its stretch from `start` to `end`, into words and marks.

    >>> [token.text for token in tokenize("قال: «نعم».")]
    ['قال', ':', '«', 'نعم', '»', '.']
    """
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    # A tatweel or vowel sign by itself has no normal form but itself.
    return tuple(Token(Span(m.start(), m.end()), m.group(), normal(m.group()) or m.group()) for m in found)
