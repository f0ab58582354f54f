"""How far the solvers have come, for whoever waits for them: they say it here, and nobody need listen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Standing:
    """The window of time, the block of its network, and how far its proof is: each from 1, or 0 where there is none.

    `bound` and `goal` are those of the place where the proof now is, in the solver's own units; None before the proof.
    """

    window: int = 0
    windows: int = 0
    block: int = 0
    blocks: int = 0
    ties: int = 0
    bound: int | None = None
    goal: int | None = None


# The one standing of this process, overwritten as the solvers go on.
now = Standing()


def begin() -> None:
    """Say that a new run begins."""
    at_window(0, 0)
    at_block(0, 0, 0)


def at_window(number: int, windows: int) -> None:
    """Say which window of time is being divided, from 1."""
    now.window, now.windows = number, windows


def at_block(number: int, blocks: int, ties: int) -> None:
    """Say which block of the network is being divided, from 1."""
    now.block, now.blocks, now.ties = number, blocks, ties
    now.bound = now.goal = None


def proving(bound: int, goal: int) -> None:
    """Say what is proven at the place where the proof is, and what is to be proven there."""
    now.bound, now.goal = bound, goal
