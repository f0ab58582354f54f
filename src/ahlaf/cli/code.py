"""ahlaf code: single sentences to events."""

from __future__ import annotations

import click


@click.command("code")
@click.argument("file", metavar="[FILE]", default="-", type=click.Path())
@click.option("--lang", type=click.Choice(["ar", "en"]), help="The language of all sentences; found out otherwise.")
@click.option("-o", "output", metavar="FILE", help="Write here rather than to standard output.")
@click.option(
    "--model",
    type=click.Choice(["none", "linear", "e5"]),
    default="linear",
    show_default=True,
    help="Estimate the quad class beside the rules; e5 needs ahlaf[model].",
)
def command(file: str, lang: str | None, output: str | None, model: str) -> None:
    """Code single sentences into events: which root of PLOVER, who, to whom; one line of JSON a sentence.

    FILE holds a sentence a line, or JSON or JSON Lines (objects with `text`, and `id`, `lang`, `source`, `target` if
    known, the last two as spans), or a table with tabs whose head names a column text, sentence, ar or en; - is
    standard input. `root` and `quad` are told by rules and null where the sentence tells of nothing that one party
    does; `model_quad` is an estimate for every sentence, 0 for none. One bad row stops the run, and nothing is written.
    """
    from ahlaf.cli.output import waiting, writing
    from ahlaf.reading.coding import QuadModel, code_rows, iter_sentences

    chosen = None if model == "none" else QuadModel(model)
    with waiting() if output in (None, "-") else writing(output) as out:
        for line in code_rows(iter_sentences(file, lang), chosen):
            out.write(line)
