"""ahlaf read: reports to statements and relations."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from ahlaf.model import ReportError
    from ahlaf.reading import DoneLines, EncodedReading

# What a shell shows for a command that Ctrl-C ended.
EXIT_INTERRUPTED = 130


@click.command("read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("-o", "output", metavar="FILE", help="Write here rather than to standard output.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), help="Processes to use; all cores unless given.")
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Read on this machine, or over Apache Spark (needs ahlaf[spark] and Java).",
)
@click.option("--lang", type=click.Choice(["ar", "en"]), help="The language of all reports; found out otherwise.")
@click.option("--keep-going", is_flag=True, help="Name bad reports and read the others; the exit code is then 2.")
@click.option("--fresh", is_flag=True, help="Read all anew, also what FILE holds from an earlier run.")
@click.option("--explain", is_flag=True, help="Say in words what was found, by which rule and which words; no JSON.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    jobs: int | None,
    engine: str,
    lang: str | None,
    keep_going: bool,
    fresh: bool,
    explain: bool,
) -> None:
    """Read reports into mentions, statements and relations, one line of JSON a report.

    PATH is a file (.txt, .html, .json, .jsonl, or .zip of these), a folder of them, or - for standard input.
    One bad report stops the run, unless --keep-going: nothing then goes to standard output, and FILE does not appear.
    A second run with the same FILE goes on from where the first was stopped, and does not read again what FILE
    already holds of reports that have not changed.
    """
    from contextlib import ExitStack, closing

    from ahlaf.cli.output import resuming, waiting, writing
    from ahlaf.cli.progress import Progress
    from ahlaf.model.errors import EXIT_BAD_INPUT

    progress = Progress()
    try:
        with ExitStack() as stack:
            if explain:
                _explain(paths, lang, stack.enter_context(writing(output)))
                return
            if output is None or output == "-":
                out, done = stack.enter_context(writing(None) if keep_going else waiting()), None
            else:
                out, done = stack.enter_context(resuming(output, fresh=fresh))
            encoded = stack.enter_context(closing(_encoded(engine, paths, jobs, lang, done)))
            for line in progress.lines(encoded, keep_going=keep_going):
                out.write(line)
    except KeyboardInterrupt:
        progress.say(f"stopped; {progress}" + ("\nrun it again to go on from there" if output else ""))
        context.exit(EXIT_INTERRUPTED)
    progress.say(str(progress))
    if progress.bad:
        context.exit(EXIT_BAD_INPUT)


def _encoded(
    engine: str, paths: tuple[str, ...], jobs: int | None, lang: str | None, done: DoneLines | None
) -> Generator[EncodedReading | ReportError]:
    """The reports as lines of JSON, from the engine that was asked for."""
    import os

    from ahlaf.reading import encode_paths

    if engine == "spark":
        from ahlaf.reading.spark import encode_paths_on_spark

        return encode_paths_on_spark(paths, lang=lang, done=done)
    return encode_paths(paths, jobs=jobs or len(os.sched_getaffinity(0)), lang=lang, done=done)


def _explain(paths: tuple[str, ...], lang: str | None, out: BinaryIO) -> None:
    from ahlaf.reading import read_paths
    from ahlaf.report import explain

    for reading in read_paths(paths, lang=lang):
        out.write(explain(reading).encode())
