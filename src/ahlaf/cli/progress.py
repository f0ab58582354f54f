"""How far a run over many reports has come, said on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

import click

from ahlaf.model import ReportError
from ahlaf.reading import EncodedReading

# Back to the beginning of the terminal's line, and wipe it.
_CLEAR = "\r\x1b[2K"
_SECONDS_BETWEEN = 0.2


class Progress:
    """Counts of a run, shown as it goes on a terminal and once at the end everywhere."""

    def __init__(self) -> None:
        self.reports = self.statements = self.relations = self.spared = self.bad = 0
        self._terminal = sys.stderr.isatty()
        self._began = monotonic()
        self._shown = 0.0

    def lines(self, found: Iterable[EncodedReading | ReportError], *, keep_going: bool) -> Iterator[bytes]:
        """Yield the lines to write, and name the bad reports; without `keep_going` the first of them is raised."""
        for one in found:
            if isinstance(one, ReportError):
                if not keep_going:
                    if self._terminal:
                        click.echo(_CLEAR, nl=False, err=True)
                    raise one
                self.bad += 1
                self.say(str(one))
                continue
            self.reports += 1
            self.statements += one.statements
            self.relations += one.relations
            self.spared += one.done_before
            self._show()
            yield one.line

    def say(self, message: str) -> None:
        """Write a message to standard error, in the place of the line that is shown there."""
        click.echo(f"{_CLEAR if self._terminal else ''}{message}", err=True)

    def __str__(self) -> str:
        before = f" ({self.spared} of them from an earlier run)" if self.spared else ""
        failed = f"; {self.bad} could not be read" if self.bad else ""
        counts = f"statements: {self.statements}, relations: {self.relations}"
        return f"reports: {self.reports}{before}, {counts}{failed}"

    def _show(self) -> None:
        now = monotonic()
        if self._terminal and now - self._shown > _SECONDS_BETWEEN:
            self._shown = now
            rate = (self.reports - self.spared) / max(now - self._began, 1e-9)
            click.echo(f"{_CLEAR}{self.reports} reports, {rate:.0f} a second", nl=False, err=True)
