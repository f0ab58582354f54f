"""Readings that an earlier run has made, found again so that they need not be made twice."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

# The fingerprint stands near the beginning of a line.
_FINGERPRINT = re.compile(rb'"fingerprint":"([0-9a-f]+)"')
_NEAR = 200
# Earlier lines come in the order of the input; so many of them are looked through for a report, for where some were
# added or taken away since. Memory is bounded by it.
WINDOW_LINES = 256


class DoneLines:
    """Lines of `ahlaf read` in earlier files, each to be taken once, in about the order in which they stand."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = [path for path in paths if path.is_file()]
        self._stack = ExitStack()
        self._windows: list[_Window] = []

    def __enter__(self) -> Self:
        self._windows = [_Window(self._stack.enter_context(path.open("rb"))) for path in self._paths]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def take(self, fingerprint: str) -> bytes | None:
        """Return the line with that fingerprint, None if no file has it within reach."""
        key = fingerprint.encode()
        for window in self._windows:
            line = window.take(key)
            if line is not None:
                return line
        return None


class _Window:
    """The next lines of a file, and which fingerprints they bear."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = _whole_lines(stream)
        self._ahead: deque[tuple[bytes, bytes]] = deque()
        self._keys: set[bytes] = set()

    def take(self, key: bytes) -> bytes | None:
        self._fill()
        if key not in self._keys:
            return None
        while True:  # what stands before it belongs to reports that are gone
            passed, line = self._ahead.popleft()
            self._keys.discard(passed)
            if passed == key:
                return line

    def _fill(self) -> None:
        while len(self._ahead) < WINDOW_LINES:
            line = next(self._lines, None)
            if line is None:
                return
            match = _FINGERPRINT.search(line, 0, _NEAR)
            if match:
                self._ahead.append((match[1], line))
                self._keys.add(match[1])


def _whole_lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file without one that was cut off in the middle of writing."""
    return (line for line in stream if line.endswith(b"\n"))
