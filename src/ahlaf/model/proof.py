"""How far a solver came, and how sure a sampled number is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProofStatus(StrEnum):
    """How far a solver came: proven optimal, proven impossible, or stopped with a bound and a gap."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an optimum carries: status, the best proven lower bound, and gap = value − bound (0 when optimal)."""

    status: ProofStatus
    bound: float
    gap: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A sampled probability with the interval of its own sampling error, the draws and the seed."""

    value: float
    low: float
    high: float
    samples: int
    seed: int
