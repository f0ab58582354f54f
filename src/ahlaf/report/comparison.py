"""Several coalitions side by side: for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Case, ComparedCoalition, Comparison, Question
from ahlaf.report.catalogue import LANGUAGES, Lang
from ahlaf.report.document import Named
from ahlaf.report.sentences.comparison import coalition_sentences, coalition_title, overlap_sentences
from ahlaf.report.terminal import Block, Line, print_blocks
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.comparison/1"] = "ahlaf.comparison/1"
COLUMNS = ("coalition", "members", "strength", "verdict", "probability", "price", "best_broker", "factor")
"""The labels of the columns of a comparison's table."""


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
    return print_blocks(_blocks(case, comparison, Words.of(case, lang)), color=color, width=width)


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


def comparison_row(one: ComparedCoalition, words: Words) -> tuple[str, ...]:
    """Return the cells of a coalition's row in the table of a comparison."""
    coalition = one.coalition
    members = words.number(len(coalition.members))
    if coalition.total is not None and coalition.total != len(coalition.members):
        members = words.say("compare.of", part=members, whole=words.number(coalition.total))
    capability, requirement = words.number(one.capability), words.number(one.requirement)
    nothing = words.say("compare.none")
    return (
        coalition_title(coalition, words),
        members,
        words.say("compare.of", part=capability, whole=requirement),
        words.say(f"status.{one.verdict.status}"),
        words.probability(one.verdict.probability.value),
        words.number(one.package.price) if one.package else nothing,
        words.name(one.broker.actor) if one.broker else nothing,
        nothing if one.miracle.factor is None else words.number(one.miracle.factor),
    )


def _blocks(case: Case, comparison: Comparison, words: Words) -> Iterator[Block]:
    heading = words.say("compare.heading", threat=words.in_prose(case.question.threat))
    header = [words.say(f"label.{name}") for name in COLUMNS]
    rows = [header, *(comparison_row(one, words) for one in comparison.coalitions)]
    yield Block(heading, [], () if words.lang == "ar" else rows)
    for one in comparison.coalitions:
        first, *rest = coalition_sentences(one, words)
        yield Block(first, [Line(sentence, 1) for sentence in rest])
    overlaps = overlap_sentences(comparison, words)
    yield Block(words.say("section.overlaps"), [Line(sentence, 1) for sentence in overlaps])


def _in_words(comparison: Comparison, words: Words) -> ComparisonInWords:
    each = tuple(coalition_sentences(one, words) for one in comparison.coalitions)
    return ComparisonInWords(each, overlap_sentences(comparison, words))
