"""ahlaf read: reports to statements and relations."""

from __future__ import annotations

import click


@click.command("read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@click.option("-o", "output", metavar="FILE", help="Write here rather than to standard output.")
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use.")
@click.option("--lang", type=click.Choice(["ar", "en"]), help="The language of all reports; found out otherwise.")
@click.option("--keep-going", is_flag=True, help="Name bad reports and read the others; the exit code is then 2.")
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], output: str | None, jobs: int, lang: str | None, keep_going: bool
) -> None:
    """Read reports into mentions, statements and relations, one line of JSON a report.

    PATH is a file (.txt, .html, .json, .jsonl, or .zip of these), a folder of them, or - for standard input.
    One bad report stops the run and nothing is written, unless --keep-going.
    """
    import sys
    from tempfile import SpooledTemporaryFile

    from ahlaf.cli.output import writing
    from ahlaf.model.errors import EXIT_BAD_INPUT, ReportError
    from ahlaf.reading import encode_paths

    terminal = sys.stderr.isatty()
    reports = statements = relations = bad = 0
    # Standard output cannot be taken back, so lines wait in a file of their own until all reports are read.
    with SpooledTemporaryFile(max_size=64 * 1024 * 1024) as waiting, writing(output) as out:
        for found in encode_paths(paths, jobs=jobs, lang=lang):
            if isinstance(found, ReportError):
                if not keep_going:
                    raise found
                bad += 1
                click.echo(f"{_CLEAR if terminal else ''}{found}", err=True)
                continue
            (out if keep_going else waiting).write(found.line)
            reports += 1
            statements += found.statements
            relations += found.relations
            if terminal:
                click.echo(f"{_CLEAR}{reports} reports", nl=False, err=True)
        waiting.seek(0)
        while block := waiting.read(1 << 20):
            out.write(block)
    failed = f"; {bad} could not be read" if bad else ""
    click.echo(
        f"{_CLEAR if terminal else ''}reports: {reports}, statements: {statements}, relations: {relations}{failed}",
        err=True,
    )
    if bad:
        context.exit(EXIT_BAD_INPUT)


# Back to the beginning of the terminal's line, and wipe it.
_CLEAR = "\r\x1b[2K"
