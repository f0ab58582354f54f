"""Cuts a rule into words, brackets, numbers and keywords, in Arabic and English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ahlaf.codebook import package_table
from ahlaf.language import normal
from ahlaf.model import Span
from ahlaf.solve.commitments.rules_trouble import trouble

# Arabic writes "and" as one letter, attached to the word that follows.
ATTACHED_AND = "و"
# Invisible marks of writing direction, which editors put among mixed Arabic and Latin words; they count as spaces.
_SPACE = "\\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_APART = f"{_SPACE}(),،"
_TOKEN = re.compile(
    f"(?P<blank>[{_SPACE}]+)|(?P<open>\\()|(?P<close>\\))|(?P<comma>[,،])"
    f'|(?P<number>\\d+(?![^{_APART}]))|(?P<word>[^{_APART}؛;:#"«»“”{{}}\\[\\]]+)'
)
_LONGEST_PHRASE = 2
_CODE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a rule: `role` is word, number, open, close, comma, end, or the role of a keyword."""

    role: str
    text: str
    span: Span


@cache
def keywords() -> Mapping[tuple[str, ...], str]:
    """Return the role of every keyword, by its words in the form that they are compared in."""
    rows = package_table("ahlaf.solve.commitments", "rule_keywords.csv", ("phrase", "role"))
    return MappingProxyType({tuple(_form(word) for word in row["phrase"].split()): row["role"] for row in rows})


def keyword_role(words: Sequence[str]) -> str | None:
    """Return the role of the keyword that the words are together, None if they are none."""
    return keywords().get(tuple(_form(word) for word in words))


@cache
def near_misses() -> Mapping[str, str]:
    """Return the keyword, or the number, that is meant by a word which newcomers write for it."""
    rows = package_table("ahlaf.solve.commitments", "rule_near_misses.csv", ("phrase", "meant"))
    return MappingProxyType({_form(row["phrase"]): row["meant"] for row in rows})


def meant_by(word: str) -> str | None:
    """Return the keyword that is meant by a word which is none, also by one in capitals; None if it may be a name."""
    near = near_misses().get(_form(word))
    if near is not None:
        return near
    # A code is in capitals and three letters long, so that AND stays Andorra.
    small = word.lower()
    is_code = word.isupper() and (len(word) == _CODE_LENGTH or small in ("or", "of"))
    return small if small != word and not is_code and (small,) in keywords() else None


def _form(word: str) -> str:
    return word if word.isascii() else normal(word)


def tokens(rule: str, *, file: str | None, row: int) -> tuple[Token, ...]:
    """Cut one rule (a line without its comment) into tokens, keywords of several words in one, with an end token."""
    found: list[Token] = []
    at = 0
    while at < len(rule):
        match = _TOKEN.match(rule, at)
        if match is None:
            raise trouble(
                f"{rule[at]!r} has no place in a rule",
                rule,
                Span(at, at + 1),
                file=file,
                row=row,
                expected="words, numbers, brackets and commas; a comment begins with #",
            )
        if match.lastgroup and match.lastgroup != "blank":
            found.append(Token(match.lastgroup, match.group(), Span(match.start(), match.end())))
        at = match.end()
    end = found[-1].span.end if found else 0
    return (*_with_keywords(found), Token("end", "", Span(end, end + 1)))


def _with_keywords(found: Sequence[Token]) -> list[Token]:
    result: list[Token] = []
    at = 0
    while at < len(found):
        length, pieces = _keyword(found[at : at + _LONGEST_PHRASE])
        result.extend(pieces or [found[at]])
        at += length
    return result


def _keyword(ahead: Sequence[Token]) -> tuple[int, list[Token]]:
    """Return how many words the keyword that `ahead` begins with takes, and its tokens; (1, []) if there is none."""
    for length in range(len(ahead), 0, -1):
        piece = ahead[:length]
        if any(token.role != "word" for token in piece):
            continue
        words = [_form(token.text) for token in piece]
        span = Span(piece[0].span.start, piece[-1].span.end)
        text = " ".join(token.text for token in piece)
        role = keyword_role(words)
        if role is not None:
            return length, [Token(role, text, span)]
        # «وعلى الأقل», «وما لم»: the letter و is attached. Before "unless" it adds nothing.
        rest = keywords().get((words[0].removeprefix(ATTACHED_AND), *words[1:]))
        if rest in ("at_least", "unless"):
            joined = Token("and", text[:1], Span(span.start, span.start + 1))
            keyword = Token(rest, text[1:], Span(span.start + 1, span.end))
            return length, [joined, keyword] if rest == "at_least" else [keyword]
    return 1, []
