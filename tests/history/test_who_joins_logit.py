"""The logit: against a maximum found by other means, and that it learns nothing from what it is not fitted to."""

from __future__ import annotations

import numpy as np
import pytest
from joins.logit import RIDGE, Logit, Preparation
from scipy.optimize import minimize

RANDOM = np.random.default_rng(7)


def test_the_fit_is_the_maximum_that_a_general_optimiser_finds() -> None:
    covariates = RANDOM.standard_normal((200, 3))
    joined = RANDOM.random(200) < 1.0 / (1.0 + np.exp(1.5 - covariates[:, 0]))
    model = Logit.fit(covariates, joined)
    scaled = (covariates - covariates.mean(axis=0)) / covariates.std(axis=0)

    def loss(at: np.ndarray) -> float:
        chance = 1.0 / (1.0 + np.exp(-(at[0] + scaled @ at[1:])))
        return float(-np.log(np.where(joined, chance, 1.0 - chance)).sum() + RIDGE / 2.0 * (at[1:] ** 2).sum())

    assert model.coefficients == pytest.approx(minimize(loss, np.zeros(4)).x, abs=1e-3)


def test_without_covariates_every_candidate_gets_the_past_share() -> None:
    joined = np.array([True, False, False, False])
    assert Logit.fit(np.zeros((4, 0)), joined).probabilities(np.zeros((2, 0))) == pytest.approx([0.25, 0.25])


def test_separated_candidates_do_not_send_the_coefficients_to_infinity() -> None:
    covariates = np.array([[0.0], [0.1], [5.0], [5.1]])
    model = Logit.fit(covariates, np.array([False, False, True, True]))
    assert np.isfinite(model.coefficients).all()
    assert model.probabilities(covariates)[3] > 0.5 > model.probabilities(covariates)[0]


def test_gaps_are_filled_with_the_mean_of_the_training_data_and_marked() -> None:
    prepared = Preparation.of(np.array([[1.0, 1.0], [3.0, 2.0], [np.nan, 3.0]]))
    assert prepared.apply(np.array([[np.nan, 2.0], [3.0, 2.0]])) == pytest.approx(
        np.array([[1.0, 0.0, 0.0, 1.0], [1.0, 1.0, 0.0, 0.0]])
    )


def test_a_column_that_was_all_gaps_says_nothing() -> None:
    covariates = np.column_stack([np.full(6, np.nan), np.arange(6.0)])
    model = Logit.fit(covariates, np.array([False, False, True, False, True, True]))
    asked = np.array([[np.nan, 2.0], [np.nan, 2.0]])
    seen = np.array([[0.7, 2.0], [-0.7, 2.0]])
    assert np.ptp(model.probabilities(asked)) == 0.0
    assert np.ptp(model.probabilities(seen)) == pytest.approx(0.0)
