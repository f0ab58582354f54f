"""The landscape of alignments: which divisions into two camps no single actor would leave, and what leads to them."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.proof import Estimate

Sides = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Minimum:
    """A division that no actor improves by changing sides alone; `sides` begins with that of the first actor.

    `energy` is Σ_i Σ_j s_i s_j p_ij over pairs on opposite sides, each counted twice. `firm` says that every change
    of sides raises it; else some leave it as it is. `steepest` is the share of all divisions that end here when always
    a move that lowers the energy most is made (None where the landscape was sampled); `reached` the probability to
    end here from a random division when any move that lowers it is as likely as any other, with its interval.
    """

    sides: Sides
    energy: float
    firm: bool
    steepest: float | None
    reached: Estimate


@dataclass(frozen=True, slots=True)
class Part:
    """The landscape of actors whom ties join, directly or through others; of all with ties where they are few.

    `divisions` = 2^(n − 1), where swapping the sides makes no other division. `samples` is how many random divisions
    were followed down; 0 where all were. `found` is the number of minima, of which `minima` holds those of the least
    energy, lowest first. `unseen` estimates the probability that another random start would end in a minimum that was
    not found (I. J. Good, 1953: the share of starts that ended where no other did); 0 where all were followed.
    """

    actors: tuple[str, ...]
    divisions: int
    samples: int
    found: int
    minima: tuple[Minimum, ...]
    unseen: float


@dataclass(frozen=True, slots=True)
class Landscape:
    """The landscape of a network: one part where its actors are few, else each part that ties join, by itself.

    `alone` are the actors without any tie: it makes no difference where they stand.
    """

    parts: tuple[Part, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a given division of a part stands in its landscape.

    `stable` says that no single actor would leave it; `misplaced` are the actors who stand elsewhere in the nearest of
    the minima found.
    """

    energy: float
    stable: bool
    nearest: Minimum
    misplaced: tuple[str, ...]
