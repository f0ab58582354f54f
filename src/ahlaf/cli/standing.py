"""The line on a terminal's standard error that says how far the solvers of camps have come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from ahlaf.solve.progress import Standing, begin, now
from ahlaf.solve.stopping import Watch, watching

# Back to the beginning of the terminal's line, and wipe it.
_CLEAR = "\r\x1b[2K"
_SECONDS_BETWEEN = 0.2


@contextmanager
def watched(memory_limit: int | None) -> Iterator[Watch]:
    """Watch a run as `watching` does (bytes), and show on a terminal how far it has come; the line goes in the end."""
    if not sys.stderr.isatty():
        with watching(memory_limit=memory_limit) as watch:
            yield watch
        return
    begin()
    began = shown = monotonic()

    def show() -> None:
        nonlocal shown
        if monotonic() - shown > _SECONDS_BETWEEN:
            shown = monotonic()
            sys.stderr.write(f"{_CLEAR}{line(now, shown - began)}")
            sys.stderr.flush()

    try:
        with watching(memory_limit=memory_limit, on_look=show) as watch:
            yield watch
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()


def line(standing: Standing, seconds: float) -> str:
    """Return how far the solvers have come, in a line.

    >>> line(Standing(block=1, blocks=2, ties=13800, bound=700, goal=720), 3.2)
    '3 s: block 1 of 2 with 13,800 ties, proving: 700 of 720'
    """
    parts = []
    if standing.windows:
        parts.append(f"window {standing.window} of {standing.windows}")
    if standing.blocks:
        parts.append(f"block {standing.block} of {standing.blocks} with {standing.ties:,} ties")
    if standing.bound is not None:
        parts.append(f"proving: {standing.bound:,} of {standing.goal:,}")
    return f"{seconds:.0f} s: {', '.join(parts) or 'reading'}"
