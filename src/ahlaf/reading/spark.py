"""Reports read over Apache Spark, by the very function that reads them here: the same lines, the same order."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ahlaf.model import InputError, ReportError
from ahlaf.reading.bulk import EncodedReading, Task, encode_task, report_tasks, spared
from ahlaf.reading.done import DoneLines

if TYPE_CHECKING:
    import pyarrow

# The driver hands on so many reports at a time, so that its memory stays bounded; a partition holds so many of them.
CHUNK_REPORTS = 4096
PARTITION_REPORTS = 64
_SCHEMA = "number long, found binary"
# No web page on a port, and nothing but errors on the terminal.
_SETTINGS = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}


def encode_paths_on_spark(
    paths: Iterable[str | Path], *, lang: str | None = None, done: DoneLines | None = None
) -> Generator[EncodedReading | ReportError]:
    """Yield what `encode_paths` yields, read by the workers of the Spark session at hand.

    The session is the active one, or one of this machine's cores; set SPARK_REMOTE or use spark-submit for a cluster,
    on whose workers this version of Ahlaf must be installed. Raises InputError without pyspark or Java.
    """
    session = _session()
    tasks = report_tasks(paths, lang)
    waiting = iter(tasks if done is None else spared(tasks, done))
    while chunk := list(islice(waiting, CHUNK_REPORTS)):
        yield from _read_chunk(session, chunk)


def _read_chunk(session: Any, chunk: list[Task]) -> Iterator[EncodedReading | ReportError]:
    """Read one chunk over the cluster; what needs no reading does not travel."""
    import pyarrow

    numbers = [n for n, task in enumerate(chunk) if not isinstance(task, EncodedReading | ReportError)]
    if not numbers:
        yield from map(encode_task, chunk)
        return
    rows = pyarrow.table({"number": numbers, "task": [pickle.dumps(chunk[n]) for n in numbers]})
    frame = session.createDataFrame(rows).repartition(-(-len(numbers) // PARTITION_REPORTS))
    try:
        read = frame.mapInArrow(_read_batches, _SCHEMA).toArrow()
    except Exception as error:  # what breaks on the workers comes back as one of pyspark's own errors
        raise InputError(
            f"reading over Spark failed: {_first_line(error)}",
            expected=f"Python {sys.version_info.major}.{sys.version_info.minor} with this Ahlaf on every worker",
            remedy="read the same reports with --engine local to see whether it is one of them",
        ) from error
    found = dict(zip(read["number"].to_pylist(), read["found"].to_pylist(), strict=True))
    for n, task in enumerate(chunk):
        yield pickle.loads(found[n]) if n in found else encode_task(task)


def _read_batches(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
    """Runs on the workers: tasks to lines."""
    import pyarrow

    for batch in batches:
        found = [pickle.dumps(encode_task(pickle.loads(task))) for task in batch["task"].to_pylist()]
        yield pyarrow.RecordBatch.from_arrays(
            [batch["number"], pyarrow.array(found, pyarrow.binary())], names=["number", "found"]
        )


def _session() -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise InputError(
            "the engine spark needs pyspark, which is not installed",
            remedy="pip install 'ahlaf[spark]', or leave --engine out",
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        builder = SparkSession.builder.appName("ahlaf read")
        for key, value in _SETTINGS.items():
            builder = builder.config(key, value)
        return builder.getOrCreate()
    except Exception as error:  # pyspark raises its own errors where Java is missing or the cluster is out of reach
        raise InputError(
            f"no Spark session can be had: {_first_line(error)}",
            expected="Java 17 or newer on this machine, or a cluster named by SPARK_REMOTE",
            remedy="apt-get install default-jre-headless, or leave --engine out",
        ) from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
