"""What a logit may know of founder and candidate: of the two alone, and of their place among all others."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from state_tables import Reference
from states import DISPUTES, Record

from joins.questions import Asked

DYADIC = ("log km", "help", "pact", "rivals", "disputes", "common rivals", "votes", "log capability", "capability gap")
NETWORK = ("common allies", "share of allies", "allies", "allied with a rival")


def dyadic(asked: Asked, reference: Reference, on_record: Record) -> NDArray[np.float64]:
    """Return the (candidates, 9) covariates of `DYADIC`; NaN where something is not on record."""
    f, others = _places(asked, reference)
    capability = np.array([reference.capability.get((state, on_record.year), np.nan) for state in reference.codes])
    logs = np.full(len(capability), np.nan)
    logs[capability > 0.0] = np.log(capability[capability > 0.0])
    return np.column_stack(
        [
            np.log1p(on_record.distance[f, others]),
            on_record.help[f, others],
            on_record.pact[f, others],
            on_record.rivalry[f, others],
            np.sum([on_record.disputes[level][f, others] for level in DISPUTES], axis=0),
            (on_record.rivalry @ on_record.rivalry)[f, others],
            on_record.votes[f, others],
            logs[others],
            np.abs(logs[others] - logs[f]),
        ]
    )


def network(asked: Asked, reference: Reference, on_record: Record) -> NDArray[np.float64]:
    """Return the (candidates, 4) covariates of `NETWORK`; an ally is who has any pact."""
    f, others = _places(asked, reference)
    allied = on_record.help + on_record.pact
    common = allied @ allied
    degree = allied.sum(axis=1)
    against = allied @ on_record.rivalry
    return np.column_stack(
        [
            common[f, others],
            common[f, others] / np.maximum(degree[others], 1.0),
            degree[others],
            np.minimum(against[others, f], 1.0),
        ]
    )


def _places(asked: Asked, reference: Reference) -> tuple[int, NDArray[np.int64]]:
    row = {code: place for place, code in enumerate(reference.codes)}
    return row[asked.founder], np.array([row[state] for state in asked.candidates])
