"""Readings from wherever they are: reports that are read now, or what `ahlaf read` wrote of them before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ahlaf.model import Reading
from ahlaf.reading.bulk import read_paths
from ahlaf.reading.output import SCHEMA, iter_readings

_HEAD_BYTES = 256  # the schema is the first key of a line


def read_or_take(paths: Iterable[str | Path]) -> Iterator[Reading]:
    """Yield the readings at `paths`: as `ahlaf read` wrote them, or of reports, which are then read.

    Raises ReportError at the first report that cannot be read, CaseError where a line of readings breaks the form.
    """
    for path in paths:
        yield from iter_readings(path) if _is_written(Path(path)) else read_paths([path])


def _is_written(path: Path) -> bool:
    """Whether the file is of `ahlaf read`, and not of reports as JSON Lines; one that cannot be opened is not."""
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return f'"schema":"{SCHEMA}"'.encode() in stream.read(_HEAD_BYTES)
    except OSError:
        return False
