"""ahlaf camps is stopped, by a signal or by the limit on memory: it ends with its best, never with nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest


@pytest.fixture
def hard(tmp_path: Path) -> Path:
    """A network that nobody proves in a minute: 150 actors, all tied to one another, signs by chance."""
    random = np.random.default_rng(8)
    path = tmp_path / "hard.csv"
    rows = (f"a{i},a{j},{random.choice([-1, 1])}\n" for i in range(150) for j in range(i))
    path.write_text("".join(rows), encoding="utf-8")
    return path


def started(path: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "ahlaf.cli.main", "camps", str(path), "--json", "--time-limit", "120", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_until_solving(process: subprocess.Popen[str]) -> None:
    """Return once the process catches the signal, which it does from before it reads the network."""
    status = Path(f"/proc/{process.pid}/status")
    for _ in range(600):
        caught = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("SigCgt")]
        if int(caught[0].split()[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.05)
    pytest.fail("it never began")


needs_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="/proc is not there")


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_its_best(hard: Path, number: signal.Signals) -> None:
    process = started(hard)
    try:
        wait_until_solving(process)
        os.kill(process.pid, number)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 3
    assert "Traceback" not in err
    document = json.loads(out)
    assert (document["proven"], document["stopped_by"], len(document["camps"])) == (False, "asked", 150)
    assert 0.0 <= document["bound"] < document["frustration"]


def test_a_limit_on_memory_ends_it_with_its_best(hard: Path) -> None:
    process = started(hard, "--memory-limit", "1")
    try:
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, err) == (3, "")
    document = json.loads(out)
    assert (document["stopped_by"], len(document["camps"])) == ("memory", 150)
    assert 0.0 <= document["bound"] < document["frustration"]
