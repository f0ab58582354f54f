"""ahlaf commitments: what conditional promises come to."""

from __future__ import annotations

import sys

import click

from ahlaf.cli.options import Lang, lang_option, proof_code, time_limit_option

FILE_IN_A_CASE = "commitments.txt"


@click.command("commitments")
@click.argument("path", metavar="FILE")
@time_limit_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="The whole answer as JSON.")
def command(path: str, time_limit: float, lang: Lang, as_json: bool) -> None:
    """What comes of conditional promises: if all wait, if all sign at once, and which first moves unlock the rest.

    FILE holds rules, one a line (PARTY deed [OBJECT] [if ... and ...] [unless ... or ...]); it may also be the folder
    of a case, or - for standard input.
    """
    from ahlaf.cli.output import writing
    from ahlaf.report import commitments_to_json, commitments_to_text
    from ahlaf.solve import parse_commitments, solve_commitments

    name, rules = _read(path)
    answer = solve_commitments(parse_commitments(rules, file=name), time_limit=time_limit)
    text = commitments_to_json(answer) if as_json else commitments_to_text(answer, lang=lang).encode()
    with writing(None) as out:
        out.write(text)
    sys.exit(proof_code(answer.proof))


def _read(path: str) -> tuple[str | None, str]:
    """Return the name of the file and the rules in it."""
    from pathlib import Path

    from ahlaf.model import InputError, Place

    if path == "-":
        return None, sys.stdin.read()
    file = Path(path) / FILE_IN_A_CASE if Path(path).is_dir() else Path(path)
    try:
        return str(file), file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the file is not text in UTF-8", place=Place(file=str(file))) from error
    except OSError as error:
        raise InputError(
            f"cannot read it: {error.strerror}",
            place=Place(file=str(file)),
            expected=f"a file of rules, one a line, or the folder of a case with a {FILE_IN_A_CASE}",
        ) from error
