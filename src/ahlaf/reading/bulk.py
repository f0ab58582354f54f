"""Many reports read at once, over several processes, in the order in which they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from ahlaf.model import Reading, Report, ReportError
from ahlaf.reading.intake import attempt_reports
from ahlaf.reading.output import encode
from ahlaf.reading.read import read_report

# Reports go to a process in batches; at most so many batches a process wait at a time, so that memory stays bounded.
BATCH_REPORTS = 8
BATCHES_WAITING = 3

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class EncodedReading:
    """A reading as its line of JSON, and how much it holds."""

    line: bytes
    statements: int
    relations: int


def read_paths(paths: Iterable[str | Path], *, jobs: int = 1, lang: str | None = None) -> Iterator[Reading]:
    """Yield the reading of every report at `paths`, in order, read by `jobs` processes.

    `lang` ("ar" or "en") is taken for the language of all reports. The readings are the same for any number of jobs.
    Raises ReportError at the first report that cannot be read.
    """
    for found in _map(_read, _tasks(paths, lang), jobs):
        if isinstance(found, ReportError):
            raise found
        yield found


def encode_paths(
    paths: Iterable[str | Path], *, jobs: int = 1, lang: str | None = None
) -> Iterator[EncodedReading | ReportError]:
    """Yield what `read_paths` yields as lines of JSON, and in the place of a report that fails its error."""
    return _map(_encode, _tasks(paths, lang), jobs)


def _tasks(paths: Iterable[str | Path], lang: str | None) -> Iterator[Report | ReportError]:
    for found in attempt_reports(paths):
        yield replace(found, lang=lang) if lang and isinstance(found, Report) else found


def _read(task: Report | ReportError) -> Reading | ReportError:
    if isinstance(task, ReportError):
        return task
    try:
        return read_report(task)
    except ReportError as error:
        return error


def _encode(task: Report | ReportError) -> EncodedReading | ReportError:
    found = _read(task)
    if isinstance(found, ReportError):
        return found
    return EncodedReading(encode(found), len(found.statements), len(found.relations))


def _map(
    function: Callable[[Report | ReportError], Found], tasks: Iterator[Report | ReportError], jobs: int
) -> Iterator[Found]:
    """Apply `function` to every task over `jobs` processes; results come in the order of the tasks."""
    if jobs <= 1:
        yield from map(function, tasks)
        return
    pool = ProcessPoolExecutor(max_workers=jobs)
    waiting: deque[Future[list[Found]]] = deque()
    try:
        while batch := list(islice(tasks, BATCH_REPORTS)):
            waiting.append(pool.submit(_apply, function, batch))
            if len(waiting) >= jobs * BATCHES_WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ReportError(
            "a process that was reading reports died", remedy="read with one process, to see at which: --jobs 1"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _apply(function: Callable[[Report | ReportError], Found], batch: list[Report | ReportError]) -> list[Found]:
    return [function(task) for task in batch]
