"""What conditional promises come to, by themselves: in plain sentences and as JSON, schema "ahlaf.commitments/1"."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import Act, Certificate, CommitmentAnswer, Condition, Ground, Unlocking, Why
from ahlaf.report.catalogue import Lang
from ahlaf.report.plain import plain
from ahlaf.report.sentences.commitments import (
    commitment_sentences,
    dependence_sentences,
    finding_sentences,
    waiting_sentences,
)
from ahlaf.report.sentences.why import account_sentence, awaited, note_sentences, why_sentences, why_tree
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.commitments/1"] = "ahlaf.commitments/1"
_TABLE_WIDTH = 100
_FIRST_COLUMN = 24
_TABLE_ROWS = 40
_STEPS = 40
"""So many steps of a why are printed at most; the JSON has them all."""
_INDENT = "  "
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A promise as it was given, with its line in the file and the note beside it."""

    line: int
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class ConditionRecord:
    """At least so many of these acts."""

    at_least: int
    acts: tuple[str, ...]

    @classmethod
    def of(cls, condition: Condition) -> ConditionRecord:
        """Return the record with acts as they are written in the rules."""
        return cls(condition.at_least, _written(condition.acts))


@dataclass(frozen=True, slots=True)
class WaitingRecord:
    """A deadlocked act, and for each of its promises what that still lacks."""

    act: str
    waits_for: tuple[tuple[ConditionRecord, ...], ...]


@dataclass(frozen=True, slots=True)
class GroundRecord:
    """A promise of an act by its line: what is met, what is not, what excludes it, and the acts that settle it."""

    line: int
    met: tuple[ConditionRecord, ...]
    unmet: tuple[ConditionRecord, ...]
    excluded: tuple[str, ...]
    leads_to: tuple[str, ...]

    @classmethod
    def of(cls, one: Ground) -> GroundRecord:
        """Return the record with acts as they are written in the rules."""
        met, unmet = (tuple(map(ConditionRecord.of, conditions)) for conditions in (one.met, one.unmet))
        return cls(one.rule.line, met, unmet, _written(one.excluded), _written(one.leads_to))


@dataclass(frozen=True, slots=True)
class ReasonRecord:
    """Why an act comes about, or why not, by the promises of it."""

    act: str
    outcome: str
    grounds: tuple[GroundRecord, ...]


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """The reasons of an act and of all that it leads to, in an ending (by its number) or without "unless"."""

    ending: int | None
    reasons: tuple[ReasonRecord, ...]


@dataclass(frozen=True, slots=True)
class WhyRecord:
    """An act that was asked about, the numbers of the endings in which it comes about, and why or why not."""

    act: str
    endings: tuple[int, ...]
    accounts: tuple[AccountRecord, ...]

    @classmethod
    def of(cls, found: Why) -> WhyRecord:
        """Return the record with acts as they are written in the rules."""
        accounts = tuple(
            AccountRecord(
                one.ending,
                tuple(
                    ReasonRecord(str(reason.act), reason.outcome, tuple(map(GroundRecord.of, reason.grounds)))
                    for reason in one.reasons
                ),
            )
            for one in found.accounts
        )
        return cls(str(found.act), found.endings, accounts)


@dataclass(frozen=True, slots=True)
class CollapseRecord:
    """Promises, each of which brings down the same when it is withdrawn: their lines, and the acts that fall."""

    lines: tuple[int, ...]
    falls: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class DepartureRecord:
    """A party that takes back all its promises, and the acts of others that then no longer come about."""

    party: str
    falls: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class CircleRecord:
    """Acts that wait for one another, and all smallest sets of first moves that open the circle."""

    acts: tuple[str, ...]
    first_moves: tuple[tuple[str, ...], ...]
    complete: bool
    proof: Certificate


@dataclass(frozen=True, slots=True)
class UnlockingRecord:
    """The fewest first moves that bring the whole deadlock about, no party of `not_first` moving first."""

    not_first: tuple[str, ...]
    circles: tuple[CircleRecord, ...]
    keystones: tuple[tuple[str, ...], ...]
    count: int | None
    locked: tuple[str, ...]
    proof: Certificate

    @classmethod
    def of(cls, found: Unlocking) -> UnlockingRecord:
        """Return the record with acts as they are written in the rules."""
        circles = tuple(
            CircleRecord(_written(one.acts), tuple(map(_written, one.first_moves)), one.complete, one.proof)
            for one in found.circles
        )
        keystones = tuple(map(_written, found.keystones))
        return cls(found.not_first, circles, keystones, found.count, _written(found.locked), found.proof)


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A rule that may not say what was meant: the trouble, its line, the act, the one most like it, the line before."""

    trouble: str
    line: int
    act: str
    nearest: str | None
    earlier: int | None


@dataclass(frozen=True, slots=True)
class CommitmentsDocument:
    """The whole of what promises come to; an act is written as in the rules. The fields are those of the answer."""

    schema: str
    monotone: bool
    complete: bool
    rules: tuple[RuleRecord, ...]
    least: tuple[str, ...]
    greatest: tuple[str, ...]
    deadlock: tuple[str, ...]
    waiting: tuple[WaitingRecord, ...]
    unlocking: UnlockingRecord
    restricted: UnlockingRecord | None
    collapses: tuple[CollapseRecord, ...]
    departures: tuple[DepartureRecord, ...]
    endings: tuple[tuple[str, ...], ...]
    findings: tuple[FindingRecord, ...]
    why: WhyRecord | None


def commitments_to_json(answer: CommitmentAnswer, why: Why | None = None) -> bytes:
    """Return what promises come to as JSON in UTF-8, with why an act does or does not; the same bytes for the same."""
    document = CommitmentsDocument(
        schema=SCHEMA,
        monotone=answer.monotone,
        complete=answer.complete,
        rules=tuple(RuleRecord(rule.line, rule.text, rule.note) for rule in answer.rules),
        least=_written(answer.least),
        greatest=_written(answer.greatest),
        deadlock=_written(answer.deadlock),
        waiting=tuple(
            WaitingRecord(str(one.act), tuple(tuple(map(ConditionRecord.of, ground.unmet)) for ground in one.grounds))
            for one in answer.waiting
        ),
        unlocking=UnlockingRecord.of(answer.unlocking),
        restricted=UnlockingRecord.of(answer.restricted) if answer.restricted else None,
        collapses=tuple(
            CollapseRecord(tuple(rule.line for rule in one.withdrawn), _written(one.falls), one.count)
            for one in answer.collapses
        ),
        departures=tuple(DepartureRecord(one.party, _written(one.falls), one.count) for one in answer.departures),
        endings=tuple(_written(acts) for acts in answer.endings),
        findings=tuple(
            FindingRecord(
                str(one.trouble),
                one.rule.line,
                str(one.act),
                str(one.nearest) if one.nearest else None,
                one.earlier.line if one.earlier else None,
            )
            for one in answer.findings
        ),
        why=WhyRecord.of(why) if why else None,
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def commitments_to_text(answer: CommitmentAnswer, *, lang: Lang) -> str:
    """Return what promises come to in plain sentences, and in English who waits for what as a table.

    Parties that go by a known code are named in full; others keep the name that they have in the rules.
    """
    return "".join(f"{paragraph}\n" for paragraph in _paragraphs(answer, Words(lang, {})))


def why_to_text(answer: CommitmentAnswer, why: Why, *, lang: Lang) -> str:
    """Return why an act comes about or does not, as a tree of plain sentences with the lines of the rules."""
    return "".join(f"{plain(line)}\n" for line in _why_lines(answer, why, Words(lang, {})))


def _why_lines(answer: CommitmentAnswer, why: Why, words: Words) -> Iterator[str]:
    yield from why_sentences(answer, why, words)
    for account in why.accounts:
        yield account_sentence(account, words)
        tree = why_tree(answer, why.act, account.reasons, words, most=_STEPS)
        for step in tree.steps:
            indent = _INDENT * min(step.depth + 1, _DEEPEST)
            yield indent + words.opening(step.said)
            yield from (indent + _INDENT * 2 + note for note in note_sentences(step, words))
        if tree.left:
            yield words.say("commitment.and_more", tree.left)


def _paragraphs(answer: CommitmentAnswer, words: Words) -> Iterator[str]:
    if not answer.rules:
        yield words.say("promises.none")
        return
    yield from map(plain, commitment_sentences(answer, words))
    if answer.waiting:
        # Columns break where a line runs from right to left, so that Arabic has sentences here.
        few = words.lang == "en" and len(answer.waiting) <= _TABLE_ROWS
        yield from [_table(answer, words)] if few else map(plain, waiting_sentences(answer, words))
    yield from map(plain, dependence_sentences(answer, words))
    yield from map(plain, finding_sentences(answer, words))


def _table(answer: CommitmentAnswer, words: Words) -> str:
    """Return who waits for what, in two columns."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(words.say("promises.deadlocked"), min_width=_FIRST_COLUMN)
    table.add_column(words.say("promises.waits_for"))
    for waiting in answer.waiting:
        table.add_row(Text(plain(words.act(waiting.act))), Text(plain(words.opening(awaited(waiting, words)))))
    out = io.StringIO()
    Console(file=out, width=_TABLE_WIDTH, color_system=None, _environ={}).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().split("\n"))


def _written(acts: Iterable[Act]) -> tuple[str, ...]:
    return tuple(str(act) for act in acts)
