"""Many reports read at once, over several processes, in the order in which they come."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias, TypeVar

import msgspec

from ahlaf.model import Reading, Report, ReportError
from ahlaf.reading.done import DoneLines
from ahlaf.reading.fingerprint import fingerprint
from ahlaf.reading.intake import attempt_reports
from ahlaf.reading.output import encode
from ahlaf.reading.read import read_report

# Reports go to a process in batches; at most so many batches a process wait at a time, so that memory stays bounded.
BATCH_REPORTS = 8
BATCHES_WAITING = 3

Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class EncodedReading:
    """A reading as its line of JSON, how much it holds, and whether an earlier run had made it."""

    line: bytes
    statements: int
    relations: int
    done_before: bool = False


# A report to read, one that could not be taken in, or one that was read before.
Task: TypeAlias = Report | ReportError | EncodedReading


class _Counted(msgspec.Struct):
    """As much of a line as must be looked at to count what it holds."""

    statements: list[msgspec.Raw]
    relations: list[msgspec.Raw]


def read_paths(paths: Iterable[str | Path], *, jobs: int = 1, lang: str | None = None) -> Iterator[Reading]:
    """Yield the reading of every report at `paths`, in order, read by `jobs` processes.

    `lang` ("ar" or "en") is taken for the language of all reports. The readings are the same for any number of jobs.
    Raises ReportError at the first report that cannot be read.
    """
    for found in _map(_read, report_tasks(paths, lang), jobs):
        if isinstance(found, ReportError):
            raise found
        yield found


def encode_paths(
    paths: Iterable[str | Path], *, jobs: int = 1, lang: str | None = None, done: DoneLines | None = None
) -> Generator[EncodedReading | ReportError]:
    """Yield what `read_paths` yields as lines of JSON, and in the place of a report that fails its error.

    A report whose line `done` has from an earlier run is not read again. Close the generator to end its processes.
    """
    tasks = report_tasks(paths, lang)
    return _map(encode_task, tasks if done is None else spared(tasks, done), jobs)


def report_tasks(paths: Iterable[str | Path], lang: str | None) -> Iterator[Report | ReportError]:
    """Yield the reports at `paths` with the language that was asked for, and in the place of a bad one its error."""
    for found in attempt_reports(paths):
        yield replace(found, lang=lang) if lang and isinstance(found, Report) else found


def spared(tasks: Iterable[Report | ReportError], done: DoneLines) -> Iterator[Task]:
    """Yield the tasks, and in the place of a report whose line an earlier run has made that line."""
    for task in tasks:
        line = done.take(fingerprint(task)) if isinstance(task, Report) else None
        if line is None:
            yield task
        else:
            held = msgspec.json.decode(line, type=_Counted)
            yield EncodedReading(line, len(held.statements), len(held.relations), done_before=True)


def _read(task: Report | ReportError) -> Reading | ReportError:
    if isinstance(task, ReportError):
        return task
    try:
        return read_report(task)
    except ReportError as error:
        return error


def encode_task(task: Task) -> EncodedReading | ReportError:
    """Read one report to its line of JSON; what is an error or a line already stays what it is."""
    if isinstance(task, EncodedReading):
        return task
    found = _read(task)
    if isinstance(found, ReportError):
        return found
    return EncodedReading(encode(found), len(found.statements), len(found.relations))


def _map(function: Callable[[Given], Found], tasks: Iterable[Given], jobs: int) -> Generator[Found]:
    """Apply `function` to every task over `jobs` processes; results come in the order of the tasks."""
    waiting_tasks = iter(tasks)
    first = list(islice(waiting_tasks, BATCH_REPORTS))
    if jobs <= 1 or len(first) < BATCH_REPORTS:  # a few reports are read sooner than processes are started
        yield from map(function, chain(first, waiting_tasks))
        return
    pool = ProcessPoolExecutor(max_workers=jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
    waiting: deque[Future[list[Found]]] = deque()
    batch = first
    try:
        while batch:
            waiting.append(_given(function, batch) or pool.submit(_apply, function, batch))
            if len(waiting) >= jobs * BATCHES_WAITING:
                yield from waiting.popleft().result()
            batch = list(islice(waiting_tasks, BATCH_REPORTS))
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ReportError(
            "a process that was reading reports died", remedy="read with one process, to see at which: --jobs 1"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _given(function: Callable[[Given], Found], batch: list[Given]) -> Future[list[Found]] | None:
    """The results of a batch in which nothing is left to do, None if another process should do it."""
    if not all(isinstance(task, EncodedReading) for task in batch):
        return None
    given: Future[list[Found]] = Future()
    given.set_result(_apply(function, batch))
    return given


def _apply(function: Callable[[Given], Found], batch: list[Given]) -> list[Found]:
    return [function(task) for task in batch]
