"""When a solver must stop: its time is up, somebody asked it to, or memory runs short.

Every solver that may run for long asks here, and never the clock itself: `expired(deadline)` where it would compare,
`left(deadline)` where it needs seconds, `run(highs, deadline)` for a linear program. A deadline is a moment on
`time.monotonic()`; where the answer is yes, a solver returns the best that it has, with a valid bound.
Compiled loops and other calls that hold the interpreter must come back every half second or so, to ask.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import highspy
    from highspy.highs import HighsCallbackEvent

# A linear program is solved in stretches of so many seconds, between which it can be stopped.
STRETCH = 0.5
# Memory is looked at no more often than this, in seconds.
_BETWEEN_LOOKS = 0.05
_STATM = Path("/proc/self/statm")


class Reason(StrEnum):
    """Why a solver stopped before its proof was done."""

    TIME = "time"
    ASKED = "asked"
    MEMORY = "memory"


@dataclass(slots=True)
class Watch:
    """What may end a run beside its deadline: the wish of the one who waits for it, and a limit on memory in bytes.

    `on_look` is called whenever a solver asks, which is often.
    """

    memory_limit: int | None = None
    on_look: Callable[[], None] | None = None
    asked: bool = False
    short: bool = False
    looked: float = 0.0

    def over(self) -> bool:
        """Say whether to stop now; once it is yes it stays so."""
        if self.on_look is not None:
            self.on_look()
        if self.memory_limit is not None and not self.short:
            now = time.monotonic()
            if now - self.looked >= _BETWEEN_LOOKS:
                self.looked = now
                self.short = memory_used() >= self.memory_limit
        return self.asked or self.short

    @property
    def reason(self) -> Reason:
        """Why a run under this watch that has no proof ended."""
        return Reason.ASKED if self.asked else Reason.MEMORY if self.short else Reason.TIME


# The one watch of this process, if any: signals reach a process, and memory is that of a process.
_watches: list[Watch] = []


def expired(deadline: float) -> bool:
    """Say whether to stop: the deadline is reached, somebody asked, or memory runs short."""
    return time.monotonic() >= deadline or any(watch.over() for watch in _watches)


def left(deadline: float) -> float:
    """Return how many seconds are left; 0 where `expired`."""
    return 0.0 if expired(deadline) else max(0.0, deadline - time.monotonic())


def run(highs: highspy.Highs, deadline: float) -> None:
    """Run a linear program until it is done or `expired`; its model status is then that of a time limit.

    It must be solved by the simplex method: it is stopped every STRETCH seconds, and goes on from where it was.
    """
    import highspy

    stretch = STRETCH
    while True:
        highs.setOptionValue("time_limit", float(highs.getRunTime()) + min(stretch, left(deadline)))
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kTimeLimit or expired(deadline):
            return
        # Every new start costs something, so it is stopped less and less often.
        stretch *= 2


def run_whole(highs: highspy.Highs, deadline: float) -> None:
    """Run a mixed-integer program until it is done or `expired`; its status is then a time limit or an interruption."""

    def ask(event: HighsCallbackEvent) -> None:
        # The flag outlives a run: without taking it back, the next run of the same program would stop at once.
        event.interrupt(expired(deadline))

    # It cannot be taken up again. Its clock starts anew with every run, unlike that of a linear program.
    highs.setOptionValue("time_limit", left(deadline))
    highs.cbMipInterrupt.subscribe(ask)
    try:
        highs.run()
    finally:
        highs.cbMipInterrupt.unsubscribe(ask)


@contextmanager
def watching(*, memory_limit: int | None = None, on_look: Callable[[], None] | None = None) -> Iterator[Watch]:
    """Let Ctrl-C, a request to end (SIGTERM) and a limit on memory, in bytes, end the solvers with what they have.

    A second Ctrl-C raises KeyboardInterrupt at once. Outside the main thread signals are left as they are.
    Watches may be nested; a signal is for the innermost and for all around it. `on_look` is called whenever a solver
    asks whether to stop.
    """
    watch = Watch(memory_limit, on_look)
    _watches.append(watch)

    def ask(number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT and watch.asked:
            raise KeyboardInterrupt
        for one in _watches:
            one.asked = True

    main = threading.current_thread() is threading.main_thread()
    before = [(number, signal.signal(number, ask)) for number in (signal.SIGINT, signal.SIGTERM)] if main else []
    try:
        yield watch
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        _watches.remove(watch)


def memory_used() -> int:
    """Return how many bytes of memory this process holds now; its peak so far where the system does not tell."""
    try:
        return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024
