"""A proof that no division of a piece costs less than a goal, as steps that can be checked one by one.

A statement is a piece and a goal, a whole number: every division of the piece costs at least the goal. Each step says
why it is enough to prove another statement or others. `Narrow` goes over to a smaller piece, `Finer` to smaller units,
`Split` to parts of the piece, `Branch` to two cases; `Close` and `Enclose` end with a bound, `Clash` with pairs that
cannot all hold. The steps are those of branch and cut.

Narrow, Enclose, Branch and Clash are for two camps. Finer, Split and Close are for any number too, but for what a cut
must be.

Source: F. Liers, M. Jünger, G. Reinelt and G. Rinaldi (2004), Computing exact ground states of hard Ising spin glass
problems by branch-and-cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.reductions import Reductions, Related
from ahlaf.solve.camps.proof.semidefinite import Semidefinite

if TYPE_CHECKING:
    from ahlaf.solve.camps.kernel.kernel import Kernel


@dataclass(frozen=True, slots=True, eq=False)
class Narrow:
    """From a piece to what is left of it when `related` pairs are contracted and `steps` taken: its kernel.

    Let c be what is paid on the way (the kernel's constant). It is enough that every division of the kernel costs at
    least goal − c, for each step loses no optimum, and each related pair is one of these:

    - The pair of the case of a `Branch` that this step is the first of; all divisions of the case hold to it.
    - A tie e of the piece on which `duals` decide. With r = |w_e| − Σ_{i ∋ e} λ_i: a division in which e goes the other
      way than the pair says costs at least B + |r|, where B is the bound of the duals before rounding; the pair says
      that e is satisfied where r > 0, frustrated where r < 0. Rounded up to the next value that a division can cost,
      that is at least the goal.
    """

    related: Related
    steps: Reductions
    duals: Duals | None = None

    @classmethod
    def to(cls, kernel: Kernel, duals: Duals | None = None) -> Narrow:
        """Return the step to a kernel."""
        return cls(kernel.related, kernel.steps, duals)


@dataclass(frozen=True, slots=True, eq=False)
class Finer:
    """All weights and the goal are multiplied by a whole number `scale` ≥ 1, so that later steps can halve weights."""

    scale: int


@dataclass(frozen=True, slots=True, eq=False)
class Close:
    """The bound of `duals`, rounded up to the next value that a division can cost, is at least the goal.

    A cut of which at least one tie is frustrated (`least` = 1) is a set of ties, each once, in which every actor has an
    even number of them and the number of hostile ones is odd (two camps) or one (any number). Or it is any set of ties
    whose hostile ones, once the friendly ones are contracted, are within an actor or cannot be coloured with as many
    colours as there may be camps. A cut may also be a set of ties between few actors (12 for two camps, else 8), of
    which at least `least` are frustrated in every division of these.
    """

    duals: Duals


@dataclass(frozen=True, slots=True, eq=False)
class Enclose:
    """The bound of semidefinite multipliers, rounded up to the next value that a division can cost, reaches the goal.

    The matrix of `duals` has no negative eigenvalue, multipliers are ≥ 0, and the signs of a triangle multiply to −1.
    """

    duals: Semidefinite


@dataclass(frozen=True, slots=True, eq=False)
class Clash:
    """Pairs, each decided by `duals` as for `Narrow` or by the case, cannot all hold: no division is cheaper."""

    related: Related
    duals: Duals | None


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """Two actors are together, or they are apart: each case is proven, with the same goal, for the same piece.

    The first step of a case may be a `Narrow` or `Clash` that has the pair among its related ones.
    """

    first: int
    second: int
    together: Proof
    apart: Proof


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some ties of a piece, as positions in ascending order, and a proof of what every division pays for them.

    The part's piece has the actors that these ties join, numbered anew in ascending order: see `part_of`.
    """

    ties: Integers
    goal: int
    proof: Proof


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Parts that share no tie, such as blocks: the sum of their goals is at least the goal."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """Any number of `Finer` and `Narrow`, then one of the others."""

    steps: tuple[Finer | Narrow | Close | Enclose | Clash | Branch | Split, ...]


def part_of(piece: Piece, ties: Integers) -> tuple[Integers, Piece]:
    """Return the actors that some ties (ascending positions) join, and the piece of these alone, numbered like them."""
    actors = np.unique(piece.ends[ties])
    return actors, Piece(len(actors), np.searchsorted(actors, piece.ends[ties]), piece.weights[ties])


def finer_of(piece: Piece, scale: int) -> Piece:
    """Return the piece with all weights multiplied by `scale`."""
    return Piece(piece.nodes, piece.ends, piece.weights * scale)
