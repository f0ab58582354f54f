"""The whole answer in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model import Answer, Case
from ahlaf.report.sentences.alternatives import alternative_sentences
from ahlaf.report.sentences.blocking import blocking_sentences
from ahlaf.report.sentences.brokers import bias_sentences, broker_sentences, team_sentences
from ahlaf.report.sentences.certainty import certainty_sentences
from ahlaf.report.sentences.commitments import commitment_sentences, dependence_sentences, waiting_sentences
from ahlaf.report.sentences.comparison import asked_overlap_sentences
from ahlaf.report.sentences.evidence import evidence_sentences
from ahlaf.report.sentences.order import order_sentences
from ahlaf.report.sentences.packages import package_sentences
from ahlaf.report.sentences.sensitivity import sensitivity_sentences
from ahlaf.report.sentences.strength import joining_sentences, miracle_sentences, sufficiency_sentences
from ahlaf.report.sentences.summary import summary_sentences
from ahlaf.report.sentences.verdict import verdict_sentences
from ahlaf.report.words import Words


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the answer says, topic by topic; a topic with nothing to say is empty."""

    verdict: tuple[str, ...]
    summary: tuple[str, ...]
    certainty: tuple[str, ...]
    evidence: tuple[str, ...]
    blocking: tuple[str, ...]
    reconciliation: tuple[str, ...]
    brokers: tuple[str, ...]
    teams: tuple[str, ...]
    bias: tuple[str, ...]
    order: tuple[str, ...]
    sensitivity: tuple[str, ...]
    miracle: tuple[str, ...]
    sufficiency: tuple[str, ...]
    joining: tuple[str, ...]
    alternatives: tuple[str, ...]
    overlaps: tuple[str, ...]
    commitments: tuple[str, ...]
    waiting: tuple[str, ...]
    dependences: tuple[str, ...]


def sentences(case: Case, answer: Answer, words: Words) -> Sentences:
    """Say the whole answer in one language, a plain sentence for every result."""
    return Sentences(
        verdict=verdict_sentences(case, answer, words),
        summary=summary_sentences(answer, words),
        certainty=certainty_sentences(case, answer, words),
        evidence=evidence_sentences(case, words),
        blocking=blocking_sentences(answer, words),
        reconciliation=package_sentences(answer, words),
        brokers=broker_sentences(answer, words),
        teams=team_sentences(answer, words),
        bias=bias_sentences(answer, words),
        order=order_sentences(answer, words),
        sensitivity=sensitivity_sentences(answer, words),
        miracle=miracle_sentences(answer, words),
        sufficiency=sufficiency_sentences(case, answer, words),
        joining=joining_sentences(case, answer, words),
        alternatives=alternative_sentences(answer, words),
        overlaps=asked_overlap_sentences(answer.comparison, words),
        commitments=commitment_sentences(answer.commitments, words),
        waiting=waiting_sentences(answer.commitments, words),
        dependences=dependence_sentences(answer.commitments, words),
    )
