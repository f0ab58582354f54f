"""Who could broker it."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Certificate
from ahlaf.model.tie import Pair


@dataclass(frozen=True, slots=True)
class BrokerSaving:
    """What one actor's good offices save: `price` of the cheapest package with it, `saving` against that without.

    `pairs` are the tracks it brokers in that package; `trust` its weaker tie over each of them, in the same order.
    """

    actor: str
    price: float
    saving: float
    pairs: tuple[Pair, ...]
    trust: tuple[float, ...]
    certificate: Certificate
