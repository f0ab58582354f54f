"""Several coalitions side by side: for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Case, Comparison, Question
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.document import Named
from ahlaf.report.side_by_side import SideBySide
from ahlaf.report.terminal import Block, Line, print_blocks
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.comparison/1"] = "ahlaf.comparison/1"


@dataclass(frozen=True, slots=True)
class ComparisonInWords:
    """What is said of each coalition, in the order of the comparison, and of what they do to one another."""

    coalitions: tuple[tuple[str, ...], ...]
    overlaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonDocument:
    """A comparison with the question behind it, and in plain sentences in both languages."""

    schema: Literal["ahlaf.comparison/1"]
    case: str
    threat: Named
    question: Question
    comparison: Comparison
    en: ComparisonInWords
    ar: ComparisonInWords


def comparison_to_terminal(case: Case, comparison: Comparison, *, lang: Lang, color: bool, width: int = 100) -> str:
    """Return coalitions side by side: a table in English, then what is to be said of each; in Arabic lines alone."""
    return print_blocks(_blocks(case, comparison, Words.of(case, lang)), lang=lang, color=color, width=width)


def comparison_to_json(case: Case, comparison: Comparison) -> bytes:
    """Return a comparison as JSON in UTF-8, indented; numbers as computed, an infinite bound is null."""
    english, arabic = (_in_words(comparison, Words.of(case, lang)) for lang in LANGUAGES)
    document = ComparisonDocument(
        schema=SCHEMA,
        case=case.name,
        threat=Named(case.threat_name_en, case.threat_name_ar),
        question=case.question,
        comparison=comparison,
        en=english,
        ar=arabic,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _blocks(case: Case, comparison: Comparison, words: Words) -> Iterator[Block]:
    side_by_side = SideBySide(comparison, words)
    heading = words.say("compare.heading", threat=words.in_prose(case.question.threat))
    yield Block(heading, [], () if words.lang == "ar" else [side_by_side.header, *side_by_side.rows])
    for one in comparison.coalitions:
        first, *rest = side_by_side.said_of(one)
        yield Block(first, [Line(sentence, 1) for sentence in rest])
    yield Block(words.say("section.overlaps"), [Line(sentence, 1) for sentence in side_by_side.overlaps])


def _in_words(comparison: Comparison, words: Words) -> ComparisonInWords:
    side_by_side = SideBySide(comparison, words)
    each = tuple(side_by_side.said_of(one) for one in comparison.coalitions)
    return ComparisonInWords(each, side_by_side.overlaps)
