"""What the evidence on a pair adds up to: a shrunken mean with an interval that narrows with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import NormalDist

from ahlaf.model import Evidence, Pair, Tie, TieOrigin, TieParameters, pair_of


def compute_ties(evidence: Mapping[Pair, Sequence[Evidence]], parameters: TieParameters) -> tuple[Tie, ...]:
    """Return the tie of every pair that has evidence, in alphabetical order."""
    return tuple(_tie(pair, evidence[pair], parameters) for pair in sorted(evidence))


def weigh(values: Sequence[float], weights: Sequence[float], parameters: TieParameters) -> tuple[float, float, float]:
    """Return weight, low and high in [−1, 1] for values x in [−1, 1] with weights ω ≥ 0.

    weight = Σωx / (Σω + κ), the posterior mean under a normal prior around 0 with spread s₀ = `prior_sd`, where one
    unit of evidence has spread s = s₀·√κ; half-width = z(level) · max(s, spread of the x) / √(Σω + κ). The interval
    is cut to [−1, 1]. (Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.5.)

    >>> low_to_high = weigh([-0.9], [1.0], TieParameters(prior_weight=0.5))
    >>> [round(value, 2) for value in low_to_high]
    [-0.6, -1.0, -0.13]
    """
    total = sum(weights)
    mass = total + parameters.prior_weight
    mean = sum(w * x for w, x in zip(weights, values, strict=True)) / mass
    spread = parameters.prior_sd * sqrt(parameters.prior_weight)
    if total > 0:
        centre = sum(w * x for w, x in zip(weights, values, strict=True)) / total
        spread = max(spread, sqrt(sum(w * (x - centre) ** 2 for w, x in zip(weights, values, strict=True)) / total))
    reach = NormalDist().inv_cdf(0.5 + parameters.level / 2) * spread / sqrt(mass)
    return mean, max(-1.0, mean - reach), min(1.0, mean + reach)


def unknown_tie(a: str, b: str, parameters: TieParameters) -> Tie:
    """Return what is assumed of a pair without evidence: weight 0 and the prior's whole interval ± z·s₀."""
    weight, low, high = weigh([], [], parameters)
    return Tie(*pair_of(a, b), weight, low, high, origin=TieOrigin.ASSUMED)


def _tie(pair: Pair, evidence: Sequence[Evidence], parameters: TieParameters) -> Tie:
    weight, low, high = weigh([e.value for e in evidence], [e.weight for e in evidence], parameters)
    return Tie(*pair, weight, low, high, origin=TieOrigin.COMPUTED, evidence=tuple(evidence))
