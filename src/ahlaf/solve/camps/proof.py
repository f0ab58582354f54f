"""A proof that no division of a piece into two camps costs less than a goal, as steps that can be checked one by one.

The proof begins at the piece. A step may reduce it to its kernel (`Narrow` without multipliers), use multipliers on
cuts to show that in every division cheaper than the goal certain actors stand together or apart (`Narrow` with them),
divide in two cases (`Branch`), or show that the goal is reached (`Close`). The steps are those of branch and cut.

Source: F. Liers, M. Jünger, G. Reinelt and G. Rinaldi (2004), Computing exact ground states of hard Ising spin glass
problems by branch-and-cut.
"""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.kernel import Kernel


@dataclass(frozen=True, slots=True, eq=False)
class Narrow:
    """From a piece to its kernel; `kernel.related` may hold pairs of actors whose relation is taken as known.

    They need `duals`: for each such pair that is a tie, a division in which it goes the other way costs at least the
    goal, by the bound of `duals` plus (or, for ties taken as frustrated, minus) the tie's reduced cost.
    """

    kernel: Kernel
    duals: Duals | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Close:
    """The bound of `duals` on what is left, with the constants of the kernels on the way, reaches the goal."""

    duals: Duals


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """Two actors are together or apart; each case is proven for itself. Each begins with the kernel of its case."""

    first: int
    second: int
    together: Proof
    apart: Proof


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """Steps of which the last is a `Close` or a `Branch`, and all others are `Narrow`."""

    steps: tuple[Narrow | Close | Branch, ...]
