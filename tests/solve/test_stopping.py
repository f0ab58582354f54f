"""What ends a solver before its proof: time, a signal, memory; and that what it has is not lost."""

from __future__ import annotations

import math
import os
import signal
import threading
import time

import numpy as np
import pytest

from ahlaf.solve import stopping
from ahlaf.solve.mip import Program, SolveStatus

LATER = math.inf


def test_a_deadline_that_is_past_has_expired() -> None:
    now = time.monotonic()
    assert stopping.expired(now)
    assert not stopping.expired(now + 1000)
    assert stopping.left(now - 5) == 0.0
    assert 0.0 < stopping.left(now + 1000) <= 1000
    assert stopping.left(LATER) == LATER


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_what_is_watched_and_handlers_come_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with stopping.watching() as watch:
        assert not stopping.expired(LATER)
        os.kill(os.getpid(), number)
        assert stopping.expired(LATER)
        assert stopping.left(LATER) == 0.0
        assert watch.reason is stopping.Reason.ASKED
    assert not stopping.expired(LATER)
    assert signal.getsignal(number) is before


def test_a_second_interruption_ends_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), stopping.watching():
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)


def test_a_signal_is_for_all_watches_around() -> None:
    with stopping.watching() as outer:
        with stopping.watching():
            os.kill(os.getpid(), signal.SIGTERM)
        assert outer.asked
        assert stopping.expired(LATER)


def test_a_limit_on_memory_ends_a_run_and_stays() -> None:
    with stopping.watching(memory_limit=2**50) as watch:
        assert not stopping.expired(LATER)
        assert watch.reason is stopping.Reason.TIME
    with stopping.watching(memory_limit=1) as watch:
        assert stopping.expired(LATER)
        assert watch.reason is stopping.Reason.MEMORY
    assert not stopping.expired(LATER)


def test_memory_grows_with_what_is_held() -> None:
    before = stopping.memory_used()
    held = np.ones(10_000_000)
    assert stopping.memory_used() >= before + held.nbytes // 2


def test_outside_the_main_thread_signals_are_left_as_they_are() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen: list[object] = []

    def solve() -> None:
        with stopping.watching(memory_limit=1):
            seen.extend([stopping.expired(LATER), signal.getsignal(signal.SIGINT)])

    thread = threading.Thread(target=solve)
    thread.start()
    thread.join()
    assert seen == [True, before]


def hard(whole: bool) -> Program:
    random = np.random.default_rng(0)
    program = Program()
    for cost in random.integers(10, 20, 80):
        program.variable(0, 1, cost=float(cost), whole=whole)
    for _ in range(400):
        program.row(dict.fromkeys(random.choice(80, 8, replace=False).tolist(), 1.0), lower=3)
    return program


def test_programs_stop_when_asked() -> None:
    for whole in (False, True):
        program = hard(whole)
        with stopping.watching():
            os.kill(os.getpid(), signal.SIGTERM)
            assert program.solve().status is SolveStatus.STOPPED


def test_a_program_in_stretches_comes_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = hard(False).solve()
    monkeypatch.setattr(stopping, "STRETCH", 1e-4)
    assert hard(False).solve().objective == pytest.approx(at_once.objective)
