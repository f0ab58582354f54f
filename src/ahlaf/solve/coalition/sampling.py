"""How probable is it that the coalition holds, and which tie would tell most?"""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Estimate, Pair
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

_NO_INFORMATION = 1e-12
"""A variance below this is rounding, not information."""


def draw(game: CoalitionGame) -> NDArray[np.float64]:
    """Draw the ties of the coalition as they may be: a (draws, pairs) array in the order of `game.pairs`.

    Each tie is drawn on its own from a normal distribution around its weight with standard deviation
    (high − low) / (2 z), z the two-sided normal quantile of the ties' level, and cut to [−1, 1] by clipping: what
    falls outside is put at the end itself. One seed, numpy's PCG64, pairs in alphabetical order.
    """
    z = _quantile(game.question.parameters.ties.level)
    ties = [game.network.ties[pair] for pair in game.pairs]
    centre = np.array([tie.weight for tie in ties])
    spread = np.array([(tie.high - tie.low) / (2 * z) for tie in ties])
    noise = np.random.default_rng(game.parameters.seed).standard_normal((game.parameters.samples, len(ties)))
    return np.clip(centre + spread * noise, -1.0, 1.0)


def probability_of_holding(game: CoalitionGame, draws: NDArray[np.float64]) -> Estimate:
    """Estimate P(holds): the share of the draws in which it holds, 0 with a red line inside.

    The interval is Wilson's, at the ties' level; it speaks of the sampling alone, not of the model.
    """
    seed, count = game.parameters.seed, len(draws)
    if game.red_lines:
        return Estimate(0.0, 0.0, 0.0, count, seed)
    holding = int((game.balances_of(draws) >= -HOLDS_TOLERANCE).all(axis=1).sum())
    return share_of_draws(holding, count, seed=seed, level=game.question.parameters.ties.level)


def share_of_draws(hits: int, count: int, *, seed: int, level: float) -> Estimate:
    """Return the share of independent draws that hit, with Wilson's interval at `level`; `count` is at least 1.

    Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference.
    """
    share = hits / count
    z = _quantile(level)
    shrink = 1 + z * z / count
    centre = (share + z * z / (2 * count)) / shrink
    reach = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / shrink
    return Estimate(share, max(0.0, min(share, centre - reach)), min(1.0, max(share, centre + reach)), count, seed)


def tie_to_verify(game: CoalitionGame, draws: NDArray[np.float64]) -> Pair | None:
    """Name the pair whose true tie would tell most about whether the coalition holds; None if no tie tells anything.

    The information of a tie is Var(P(holds | w_ij)): by how much knowing it is expected to lower the variance of the
    answer. From the same draws: in draw s the coalition holds iff w_ij ≥ t_s, where t_s = w_ij − min(b_i, b_j), or
    never if another member is below zero; so P(holds | w_ij = v) is the share of draws with t_s ≤ v, and its variance
    is taken over the drawn v. Equals go to the first pair in alphabetical order.

    Source: I. M. Sobol' (1993), Sensitivity estimates for nonlinear mathematical models (first-order index).
    """
    if game.red_lines:
        return None
    information = _information(game, draws)
    best = int(np.argmax(np.round(information, 12)))
    return game.pairs[best] if information[best] > _NO_INFORMATION else None


def _information(game: CoalitionGame, draws: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Var(P(holds | tie)) for every pair of members."""
    balances = game.balances_of(draws)
    below = balances < -HOLDS_TOLERANCE
    how_many_below = below.sum(axis=1)
    place = {member: i for i, member in enumerate(game.members)}
    information = np.zeros(len(game.pairs))
    for p, (a, b) in enumerate(game.pairs):
        i, j = place[a], place[b]
        others_stand = how_many_below == below[:, i].astype(np.int64) + below[:, j]
        threshold = draws[:, p] - np.minimum(balances[:, i], balances[:, j])
        threshold = np.sort(np.where(others_stand, threshold, math.inf))
        share = np.searchsorted(threshold, draws[:, p] + HOLDS_TOLERANCE, side="right") / len(draws)
        information[p] = share.var()
    return information


def _quantile(level: float) -> float:
    """Return z such that a normal variable lies within ± z standard deviations with probability `level`."""
    return NormalDist().inv_cdf(0.5 + level / 2)
