"""How a piece was divided: the best division found, what it costs, and how far the proof came."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.solve.camps.piece import Integers
from ahlaf.solve.camps.proof.proof import Proof


@dataclass(frozen=True, slots=True, eq=False)
class Divided:
    """A division, its frustration `value`, and a valid lower `bound` of every division's frustration, in whole units.

    `proof` shows that every division costs at least `bound`; None where no steps were kept.
    """

    labels: Integers
    value: int
    bound: int
    proof: Proof | None

    @property
    def proven(self) -> bool:
        """Whether there is no better division."""
        return self.bound >= self.value
