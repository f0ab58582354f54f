"""Every method on every treaty, each block of years scored by models fitted to the treaties before it alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from state_tables import Reference
from states import Record

from joins.balances import joining_balances, pair_balances
from joins.covariates import DYADIC, NETWORK, dyadic, network
from joins.logit import Logit
from joins.measures import Ranked, brier, log_score, ranked
from joins.questions import Asked

FIRST_BLOCK = 1880
BLOCK_YEARS = 5

_D, _N = len(DYADIC), len(NETWORK)
_BALANCE, _FOUNDERS, _CALM, _MUTUAL = range(_D + _N, _D + _N + 4)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to rank: the covariates that its probability rests on, and the one that it ranks by, whose sign is −1 where
    less is better. Without such a column it ranks by its probability.
    """

    label: str
    columns: tuple[int, ...]
    ranks_by: int | None = None
    sign: int = 1

    def probability_from(self, covariates: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the columns that the probability rests on."""
        return covariates[:, [*self.columns]]

    def scores(self, covariates: NDArray[np.float64], chances: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what candidates are ranked by, the highest first; what is not on record comes last."""
        if self.ranks_by is None:
            return chances
        column = self.sign * covariates[:, self.ranks_by]
        return np.where(np.isnan(column), -np.inf, column)


class Method(Enum):
    """All that are compared."""

    BASE = Rule("base rate", ())
    DISTANCE = Rule("distance", (0,), 0, -1)
    BALANCE = Rule("balance", (_BALANCE,), _BALANCE)
    MUTUAL = Rule("mutual balance", (_MUTUAL,), _MUTUAL)
    CALM = Rule("balance without threat", (_CALM,), _CALM)
    DYADIC = Rule("dyadic logit", tuple(range(_D)))
    DYADIC_BALANCE = Rule("dyadic logit + balance", (*range(_D), _BALANCE))
    NETWORK = Rule("network logit", tuple(range(_D + _N)))
    NETWORK_BALANCE = Rule("network logit + balance", (*range(_D + _N), _BALANCE))

    @property
    def label(self) -> str:
        """Its name in the tables."""
        return self.value.label


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the covariates of its candidates, and the year in which its answer is known."""

    asked: Asked
    covariates: NDArray[np.float64]
    known: int


@dataclass(frozen=True, slots=True)
class Scored:
    """What each method, in the order of `Method`, made of one treaty."""

    asked: Asked
    balances: NDArray[np.float64]
    chances: NDArray[np.float64]
    ranks: tuple[Ranked, ...]
    briers: NDArray[np.float64]
    logs: NDArray[np.float64]


def case(asked: Asked, reference: Reference, on_record: Record, known: int) -> Case:
    """Work out all covariates of a question; nothing in them is later than the record."""
    balances = (pair_balances if len(asked.members) == 1 else joining_balances)(asked, reference, on_record)
    found = np.column_stack(
        [
            dyadic(asked, reference, on_record),
            network(asked, reference, on_record),
            balances,
            balances[:, :2].min(axis=1),
        ]
    )
    return Case(asked, found, known)


def rolling(cases: Sequence[Case]) -> tuple[Scored, ...]:
    """Score all treaties from the first block on; a block without a past is left out."""
    scored: list[Scored] = []
    for start in range(FIRST_BLOCK, max(case.asked.year for case in cases) + 1, BLOCK_YEARS):
        past = [case for case in cases if case.known < start]
        block = [case for case in cases if start <= case.asked.year < start + BLOCK_YEARS]
        if past and block:
            models = fitted(past)
            scored += [score(case, models) for case in block]
    return tuple(scored)


def fitted(past: Sequence[Case]) -> tuple[Logit, ...]:
    """Fit every method's model to past treaties."""
    covariates = np.concatenate([case.covariates for case in past])
    joined = np.concatenate([case.asked.joined for case in past])
    return tuple(Logit.fit(method.value.probability_from(covariates), joined) for method in Method)


def score(one: Case, models: Sequence[Logit]) -> Scored:
    """Measure every method on one treaty."""
    joined = one.asked.joined
    chances = np.stack(
        [
            model.probabilities(method.value.probability_from(one.covariates))
            for method, model in zip(Method, models, strict=True)
        ]
    )
    ranks = tuple(
        ranked(method.value.scores(one.covariates, chance), joined)
        for method, chance in zip(Method, chances, strict=True)
    )
    briers = np.array([brier(chance, joined) for chance in chances])
    return Scored(
        one.asked,
        one.covariates[:, _BALANCE],
        chances,
        ranks,
        briers,
        np.array([log_score(chance, joined) for chance in chances]),
    )
