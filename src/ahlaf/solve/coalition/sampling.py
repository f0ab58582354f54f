"""How probable is it that the coalition holds, and which tie would tell most? Red lines are left aside here."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Estimate, TieToVerify
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame

MOST_TO_VERIFY = 5
"""So many ties to verify are named; further down the list they tell little."""

_NO_INFORMATION = 1e-6
"""A tie whose rise and variance are both below this tells nothing that anybody could notice."""


def draw(game: CoalitionGame) -> NDArray[np.float64]:
    """Draw the ties of the coalition as they may be: a (draws, pairs) array in the order of `game.pairs`.

    Each tie is drawn on its own from a normal distribution around its weight with standard deviation
    (high − low) / (2 z), z the two-sided normal quantile of the ties' level, and cut to [−1, 1] by clipping: what
    falls outside is put at the end itself. One seed, numpy's PCG64, pairs in alphabetical order.
    """
    noise = np.random.default_rng(game.parameters.seed).standard_normal((game.parameters.samples, len(game.pairs)))
    noise *= _spread(game)
    noise += game.weights()
    return np.clip(noise, -1.0, 1.0, out=noise)


def probability_of_holding(game: CoalitionGame, draws: NDArray[np.float64]) -> Estimate:
    """Estimate P(holds): the share of the draws in which nobody walks out.

    The interval is Wilson's, at the ties' level; it speaks of the sampling alone, not of the model.
    """
    holding = int((game.balances_of(draws) >= -HOLDS_TOLERANCE).all(axis=1).sum())
    return share_of_draws(holding, len(draws), seed=game.parameters.seed, level=game.question.parameters.ties.level)


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


def ties_to_verify(game: CoalitionGame, draws: NDArray[np.float64]) -> tuple[TieToVerify, ...]:
    """Name the ties whose truth would tell most about whether the coalition holds, at most five, the best first.

    Answering rightly now has the probability max(p, 1 − p). Were the tie w known, it would be
    E[max(P(holds | w), 1 − P(holds | w))]: the rise is the expected value of perfect information about it for a yes or
    a no. From the same draws: let u_s be the chance of holding when all other ties are as in draw s and this one as it
    may be, which the normal distribution gives exactly. Then the rise is min(ū, 1 − ū) − mean |u − median u|, and the
    fall in variance Var(P(holds | w)) is ū(1 − ū) − ½ mean |u − u'| (docs/theory/coalitions.md, proposition 7).
    Where no single tie can turn the better answer all rises are 0, and the variance ranks; equals go by the alphabet.

    Sources: H. Raiffa and R. Schlaifer (1961), Applied Statistical Decision Theory (value of perfect information);
    I. M. Sobol' (1993), Sensitivity estimates for nonlinear mathematical models (first-order variance).
    """
    balances = game.balances_of(draws)
    below = balances < -HOLDS_TOLERANCE
    how_many_below = below.sum(axis=1)
    if not (how_many_below <= 2).any():
        return ()
    place = {member: i for i, member in enumerate(game.members)}
    centre, spread = game.weights(), _spread(game)
    found = []
    for p, pair in enumerate(game.pairs):
        i, j = place[pair[0]], place[pair[1]]
        others_stand = how_many_below == below[:, i].astype(np.int64) + below[:, j]
        if spread[p] == 0 or not others_stand.any():
            continue
        threshold = draws[:, p] - np.minimum(balances[:, i], balances[:, j])
        chances = np.where(others_stand, _chance_of_reaching(threshold, centre[p], spread[p]), 0.0)
        told = _told_by(game, chances)
        if told[0].value > _NO_INFORMATION or told[1] > _NO_INFORMATION:
            found.append(TieToVerify(pair, *told))
    found.sort(key=lambda tie: (-round(tie.rise.value, 12), -round(tie.variance, 12), tie.pair))
    return tuple(found[:MOST_TO_VERIFY])


def _chance_of_reaching(threshold: NDArray[np.float64], centre: float, spread: float) -> NDArray[np.float64]:
    """Return P(w ≥ threshold) for a tie drawn as `draw` does, clipped ends included."""
    from scipy.special import ndtr

    threshold = threshold - HOLDS_TOLERANCE
    chance: NDArray[np.float64] = ndtr((centre - threshold) / spread)
    chance[threshold <= -1.0] = 1.0
    chance[threshold > 1.0] = 0.0
    return chance


def _told_by(game: CoalitionGame, chances: NDArray[np.float64]) -> tuple[Estimate, float]:
    """Return the rise in answering rightly with its sampling error, and the fall in variance."""
    count = len(chances)
    ordered = np.sort(chances)
    mean = float(ordered.mean())
    wrong_now = chances if mean <= 0.5 else 1.0 - chances
    gained = wrong_now - np.abs(chances - ordered[count // 2])
    rise = max(0.0, float(gained.mean()))
    reach = _quantile(game.question.parameters.ties.level) * float(gained.std()) / math.sqrt(count)
    low, high = max(0.0, rise - reach), min(min(mean, 1.0 - mean), rise + reach)
    # The mean of the smaller of two independent draws is Σ u_(k) (2 (n − k) + 1) / n², u_(k) rising.
    smaller = float(ordered @ (2.0 * (count - np.arange(1, count + 1)) + 1.0)) / count**2
    estimate = Estimate(rise, min(rise, low), max(rise, high), count, game.parameters.seed)
    return estimate, max(0.0, smaller - mean * mean)


def _spread(game: CoalitionGame) -> NDArray[np.float64]:
    """Return the standard deviation of every pair's tie, (high − low) / 2z."""
    return (game.weights("high") - game.weights("low")) / (2 * _quantile(game.question.parameters.ties.level))


def _quantile(level: float) -> float:
    """Return z such that a normal variable lies within ± z standard deviations with probability `level`."""
    return NormalDist().inv_cdf(0.5 + level / 2)
