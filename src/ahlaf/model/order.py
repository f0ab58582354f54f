"""In which order: steps and signatures on the way to a coalition."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.model.reconciliation import Step


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment on the way: these steps are taken, then these members sign, several of them at the same moment.

    `balance` is the lowest balance among all who have signed by then, and `weakest` whose it is (None while one has).
    """

    steps: tuple[Step, ...]
    signs: tuple[str, ...]
    weakest: str | None
    balance: float | None


@dataclass(frozen=True, slots=True)
class StepOrder:
    """An order of a package's steps and of signatures in which nobody who has signed is ever better off outside.

    `together` is the most that sign at the same moment; no order has fewer if `proven`. Without moments there is none
    that honours `not_first`, members who sign only when somebody else has or does.
    """

    moments: tuple[Moment, ...]
    together: int
    proven: bool
    not_first: tuple[str, ...]
