"""The line that says how far the solvers have come: on a terminal only, and gone in the end."""

from __future__ import annotations

import io
import sys

import pytest

from ahlaf.cli import standing
from ahlaf.network import read_network
from ahlaf.solve.camps.find import find_camps
from ahlaf.solve.progress import Standing

SQUARE = read_network("a,b,-1\nb,c,1\nc,d,1\nd,a,1\na,c,-1\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("stream", [Terminal(), io.StringIO()])
def test_only_a_terminal_is_shown_a_line(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(standing, "_SECONDS_BETWEEN", -1.0)
    with standing.watched(None):
        find_camps(SQUARE)
    shown = stream.getvalue()
    assert ("block 1 of 1 with 5 ties" in shown) is stream.isatty()
    assert shown.endswith("\r\x1b[2K") is stream.isatty()


def test_what_the_line_says() -> None:
    assert standing.line(Standing(), 0.2) == "0 s: reading"
    at = Standing(window=2, windows=51, block=1, blocks=1, ties=400)
    assert standing.line(at, 61.7) == "62 s: window 2 of 51, block 1 of 1 with 400 ties"
