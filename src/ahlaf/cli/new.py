"""ahlaf new: a case to fill in."""

from __future__ import annotations

import click


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path())
def command(folder: str) -> None:
    """Make the folder of a case to fill in: plain files, each of which says what belongs into it."""
    from pathlib import Path

    from ahlaf.cases import TEMPLATE, set_out

    set_out(TEMPLATE, Path(folder), fresh=True)
    click.echo(f"made {folder}: fill in its files, then: ahlaf ask {folder}")
