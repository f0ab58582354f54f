"""Logistic regression with a ridge penalty, on covariates scaled and completed from the training data alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

RIDGE = 1.0
STEPS = 50
TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Preparation:
    """Means and spreads of the training data, and which columns had gaps there."""

    means: NDArray[np.float64]
    spreads: NDArray[np.float64]
    gaps: NDArray[np.bool_]

    @classmethod
    def of(cls, covariates: NDArray[np.float64]) -> Preparation:
        """Learn from the training data; a column that is all gaps has mean 0 and spread 1."""
        known = ~np.isnan(covariates)
        gaps: NDArray[np.bool_] = ~np.all(known, axis=0)
        number = np.maximum(known.sum(axis=0), 1)
        filled = np.where(known, covariates, 0.0)
        means = filled.sum(axis=0) / number
        spreads = np.sqrt((np.where(known, covariates - means, 0.0) ** 2).sum(axis=0) / number)
        return cls(means, np.where(spreads > 0.0, spreads, 1.0), gaps)

    def apply(self, covariates: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return an intercept, the scaled columns with gaps at the mean, and an indicator for each column with gaps."""
        missing = np.isnan(covariates)
        scaled = np.where(missing, 0.0, (covariates - self.means) / self.spreads)
        return np.column_stack([np.ones(len(covariates)), scaled, missing[:, self.gaps].astype(np.float64)])


@dataclass(frozen=True, slots=True)
class Logit:
    """A fitted model."""

    preparation: Preparation
    coefficients: NDArray[np.float64]

    @classmethod
    def fit(cls, covariates: NDArray[np.float64], joined: NDArray[np.bool_]) -> Logit:
        """Maximise the likelihood less half the ridge times the squared coefficients, but for the intercept's."""
        preparation = Preparation.of(covariates)
        design = preparation.apply(covariates)
        return cls(preparation, _newton(design, joined.astype(np.float64)))

    def probabilities(self, covariates: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return each candidate's probability of joining."""
        found: NDArray[np.float64] = expit(self.preparation.apply(covariates) @ self.coefficients)
        return found


def _newton(design: NDArray[np.float64], joined: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newton's method from the base rate; a step is halved until the penalised likelihood rises."""
    penalty = np.full(design.shape[1], RIDGE)
    penalty[0] = 0.0
    share = (joined.sum() + 0.5) / (len(joined) + 1.0)
    at = np.zeros(design.shape[1])
    at[0] = np.log(share / (1.0 - share))
    value = _penalised(design, joined, penalty, at)
    for _ in range(STEPS):
        chance = expit(design @ at)
        gradient = design.T @ (joined - chance) - penalty * at
        hessian = (design * (chance * (1.0 - chance))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(hessian + 1e-9 * np.eye(len(at)), gradient)
        size = 1.0
        while size > TOLERANCE and _penalised(design, joined, penalty, at + size * step) < value:
            size /= 2.0
        at = at + size * step
        risen = _penalised(design, joined, penalty, at)
        if risen - value < TOLERANCE:
            break
        value = risen
    return at


def _penalised(
    design: NDArray[np.float64], joined: NDArray[np.float64], penalty: NDArray[np.float64], at: NDArray[np.float64]
) -> float:
    score = design @ at
    return float(joined @ score - np.logaddexp(0.0, score).sum() - 0.5 * (penalty * at**2).sum())
