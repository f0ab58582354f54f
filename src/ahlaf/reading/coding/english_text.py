"""An English sentence laid out for coding: its words, which of them are verbs, and where the marked parties stand."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.language import Token, make_document
from ahlaf.model import Span
from ahlaf.reading.relations.english.lexicon import words
from ahlaf.reading.relations.english.objects import english_forms
from ahlaf.reading.relations.english.tags import tag
from ahlaf.reading.relations.english.verb_groups import group_start, is_auxiliary, like_adverb
from ahlaf.reading.relations.english.words import Reading

_APART = 8  # words between an auxiliary and its verb ("will on Tuesday visit")


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month"})


@dataclass(frozen=True, slots=True)
class Laid:
    """A sentence's words in normal form and as they stand, with their readings; parties as ranges of words."""

    tokens: tuple[Token, ...]
    forms: list[str]
    texts: list[str]
    chosen: list[Reading | None]
    source: range
    target: range

    def is_verb(self, j: int) -> bool:
        """Whether word `j` is read as a verb."""
        reading = self.chosen[j]
        return reading is not None and reading.verb

    def has_form(self, j: int, *names: str) -> bool:
        """Whether word `j` is a verb in one of the named forms."""
        reading = self.chosen[j]
        return reading is not None and reading.verb and not reading.forms.isdisjoint(names)


def lay_out(text: str, source: Span | None, target: Span | None) -> Laid:
    """Cut `text` into words and mark the parties; words inside a marked party are no triggers."""
    tokens: list[Token] = []
    forms: list[str] = []
    for sentence in make_document(text, "en").sentences:
        tokens += sentence.tokens
        forms += english_forms(sentence.tokens)
    texts = [token.text for token in tokens]
    ranges = [_range(tokens, span) for span in (source, target)]
    inside: list[object] = [None] * len(tokens)
    for marked in ranges:
        for j in marked:
            inside[j] = marked
    closed = frozenset(r.stop - 1 for r in ranges if r and not forms[r.stop - 1].endswith(("'s", "s'")))
    return Laid(tuple(tokens), forms, texts, tag(forms, texts, inside, closed), ranges[0], ranges[1])


def _range(tokens: list[Token], span: Span | None) -> range:
    touched = [j for j, token in enumerate(tokens) if span is not None and token.span.overlaps(span)]
    return range(touched[0], touched[-1] + 1) if touched else range(0)


def verb_group(laid: Laid, i: int) -> range:
    """The words of the verb group that ends with the verb at `i`: auxiliaries, negations and adverbs before it."""
    return range(_parted(laid, group_start(laid.forms, i), i), i + 1)


def _parted(laid: Laid, start: int, i: int) -> int:
    """Where the group starts if its auxiliary is parted from the verb: "will, on 19 June, lead"."""
    known = words()
    if start < i or not start or (laid.forms[start - 1] not in (",", *_DAYS) and not laid.forms[start - 1].isdigit()):
        return start
    for j in range(start - 1, max(-1, start - 1 - _APART), -1):
        if laid.forms[j] in known["modal"] or laid.forms[j] in known["have"]:
            return j
        if laid.is_verb(j) or laid.forms[j] in known["break"] or j in laid.source or j in laid.target:
            return start
    return start


def helps(laid: Laid, j: int) -> bool:
    """Whether the verb at `j` only helps one after it ("has" in "has also rejected")."""
    if not is_auxiliary(laid.forms[j]):
        return False
    for k in range(j + 1, len(laid.forms)):
        if laid.is_verb(k):
            return verb_group(laid, k).start <= j
        if not like_adverb(laid.forms[k]):
            return False
    return False
