"""The whole answer to a question: one record a part of it, each in a file of its own.

Pairs are always in alphabetical order. Nothing here is a sentence: words are made from these records by `report`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.alternatives import Alternatives
from ahlaf.model.blocking import BlockingSets
from ahlaf.model.broker import BrokerSaving, BrokerTeam
from ahlaf.model.camps import Camps
from ahlaf.model.coalitions import Comparison
from ahlaf.model.membership import Joining, Sufficiency
from ahlaf.model.order import StepOrder
from ahlaf.model.promises import CommitmentAnswer
from ahlaf.model.question import Question
from ahlaf.model.reconciliation import Reconciliation
from ahlaf.model.sensitivity import BestBroker, PriceSensitivity
from ahlaf.model.verdict import Miracle, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to a question."""

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
