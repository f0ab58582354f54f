"""ahlaf demo: the bundled case, answered."""

from __future__ import annotations

import sys

import click

from ahlaf.cli.options import Lang, lang_option


@click.command("demo")
@click.argument("folder", metavar="[DIR]", type=click.Path(), default="ahlaf-demo")
@lang_option
@click.option("--no-open", is_flag=True, help="Do not open the page in a browser.")
def command(folder: str, lang: Lang, no_open: bool) -> None:
    """Set the bundled case out in DIR (ahlaf-demo), answer it, and write DIR/answer.html.

    The case is Moscow's attempt of June 2015 to gather Damascus, Riyadh, Amman and Ankara against ISIS. Files of the
    case that are there already are left as they are, so that you can change one and run it again.
    """
    from pathlib import Path

    from ahlaf.cases import DEMO, set_out
    from ahlaf.cli.options import answered, exit_code
    from ahlaf.cli.output import writing
    from ahlaf.report import to_page, to_terminal

    directory = set_out(DEMO, Path(folder), fresh=False)
    case, answer = answered(str(directory), None, None, 60.0)
    page = directory / "answer.html"
    with writing(str(page)) as out:
        out.write(to_page(case, answer, lang=lang).encode())
    click.echo(to_terminal(case, answer, lang=lang, color=sys.stdout.isatty()))
    click.echo(f"wrote {page}", err=True)
    if not no_open and sys.stdout.isatty():
        click.launch(str(page))
    sys.exit(exit_code(answer))
