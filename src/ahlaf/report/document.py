"""An answer as JSON: schema "ahlaf.answer/1", whose form stands in answer.schema.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from ahlaf.model import (
    Alternatives,
    Answer,
    BestBroker,
    BlockingSets,
    BrokerSaving,
    BrokerTeam,
    Camps,
    Case,
    CommitmentAnswer,
    Comparison,
    Joining,
    Miracle,
    Party,
    PriceSensitivity,
    Question,
    Reconciliation,
    Source,
    StepOrder,
    Sufficiency,
    Tie,
    Verdict,
)
from ahlaf.report.catalogue import LANGUAGES
from ahlaf.report.sentences import Sentences, sentences
from ahlaf.report.ties import network_of, threat_ties
from ahlaf.report.words import Words

SCHEMA: Literal["ahlaf.answer/1"] = "ahlaf.answer/1"


@dataclass(frozen=True, slots=True)
class Named:
    """A text or name in both languages."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class InWords:
    """The answer in plain sentences, in both languages."""

    en: Sentences
    ar: Sentences


@dataclass(frozen=True, slots=True)
class Document:
    """The whole of an answer, with the ties of every pair of parties and the evidence behind them."""

    schema: Literal["ahlaf.answer/1"]
    case: str
    title: Named
    threat: Named
    question: Question
    verdict: Verdict
    blocking: BlockingSets
    reconciliation: Reconciliation
    brokers: tuple[BrokerSaving, ...]
    teams: tuple[BrokerTeam, ...]
    order: StepOrder | None
    sensitivity: tuple[PriceSensitivity, ...]
    best_brokers: tuple[BestBroker, ...]
    joining: tuple[Joining, ...]
    sufficiency: Sufficiency
    alternatives: Alternatives
    miracle: Miracle
    commitments: CommitmentAnswer | None
    camps: Camps | None
    comparison: Comparison | None
    parties: tuple[Party, ...]
    ties: tuple[Tie, ...]
    threat_ties: tuple[Tie, ...]
    sources: tuple[Source, ...]
    sentences: InWords


def to_json(case: Case, answer: Answer) -> bytes:
    """Return the answer as JSON in UTF-8, indented, the same bytes for the same answer.

    Numbers are as computed, not rounded; an infinite bound is null.
    """
    document = Document(
        schema=SCHEMA,
        case=case.name,
        title=Named(*(Words.of(case, lang).title(case) for lang in LANGUAGES)),
        threat=Named(case.threat_name_en, case.threat_name_ar),
        question=answer.question,
        verdict=answer.verdict,
        blocking=answer.blocking,
        reconciliation=answer.reconciliation,
        brokers=answer.brokers,
        teams=answer.teams,
        order=answer.order,
        sensitivity=answer.sensitivity,
        best_brokers=answer.best_brokers,
        joining=answer.joining,
        sufficiency=answer.sufficiency,
        alternatives=answer.alternatives,
        miracle=answer.miracle,
        commitments=answer.commitments,
        camps=answer.camps,
        comparison=answer.comparison,
        parties=case.parties,
        ties=tuple(network_of(case).ties.values()),
        threat_ties=threat_ties(case),
        sources=case.sources,
        sentences=InWords(sentences(case, answer, Words.of(case, "en")), sentences(case, answer, Words.of(case, "ar"))),
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
