"""What conditional promises come to."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.commitment import Act, Commitment
from ahlaf.model.proof import Certificate


@dataclass(frozen=True, slots=True)
class Dependence:
    """What falls when one promise is withdrawn: the acts of the greatest ending that no longer come about."""

    withdrawn: Commitment
    falls: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act that does not come about if all wait, and the acts it waits for (not yet done, in its own rules)."""

    act: Act
    waits_for: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class CommitmentAnswer:
    """What conditional promises come to.

    `least`: if all wait; `greatest`: if all signed together; `deadlock`: the difference. `keystones`: every smallest
    set of first moves that, made unconditionally, brings the whole deadlock about. With "unless" rules there may be
    several endings or none: `endings` lists all of them (all answer sets), and least, greatest, deadlock and keystones
    are then those of the rules without "unless" (`monotone` is false).
    `complete` is false if a limit cut `endings` or `keystones`. `proof` is that no smaller keystone will do; where time
    ran out before it, one keystone that cannot be shortened stands with the bound on its size and the gap.
    """

    rules: tuple[Commitment, ...]
    monotone: bool
    least: tuple[Act, ...]
    greatest: tuple[Act, ...]
    deadlock: tuple[Act, ...]
    waiting: tuple[Waiting, ...]
    keystones: tuple[tuple[Act, ...], ...]
    dependences: tuple[Dependence, ...]
    endings: tuple[tuple[Act, ...], ...]
    complete: bool
    proof: Certificate
