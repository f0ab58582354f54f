"""Writes what is repeated from the code: the help of every command, the table of parameters, the schema of an answer.

`python tools/reference.py` (or `make docs`) brings the pages up to date; with --check it only says, by exit code 1,
that one of them is not.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click

from ahlaf.cli.main import COMMANDS, cli
from ahlaf.model import RANGES, CoalitionParameters, PriceParameters, TieParameters
from answer_schema import answer_schema

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SCHEMA_FILE = ROOT / "src" / "ahlaf" / "report" / "answer.schema.json"
WIDTH = 100


def help_page() -> str:
    """Return the page with the help of every command."""
    parts = ["# The command line", "", "Written from the commands themselves by `make docs`.", ""]
    parts += ["```", _help(cli, "ahlaf"), "```", ""]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        parts += [f"## ahlaf {name}", "", "```", _help(command, f"ahlaf {name}"), "```", ""]
    return "\n".join(parts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    return command.get_help(context)


def parameter_rows() -> str:
    """Return the rows of the table of parameters."""
    groups: Mapping[str, type] = {"ties": TieParameters, "coalition": CoalitionParameters, "price": PriceParameters}
    rows = [
        f"| `{group}` | `{field.name}` | {field.default} | {RANGES[field.name].low:g} to {RANGES[field.name].high:g} |"
        for group, kind in groups.items()
        for field in fields(kind)
    ]
    meanings = [
        f"- `{group}`: {' '.join(inspect.cleandoc(kind.__doc__ or '').split())}" for group, kind in groups.items()
    ]
    return "\n".join([*rows, "", *meanings])


def pages() -> dict[Path, str]:
    """Return what every generated page should hold."""
    case_files = DOCS / "reference" / "case-files.md"
    between = re.compile(r"(?<=\|---\|---\|---\|---\|\n).*?(?=<!-- end -->)", re.DOTALL)
    table = between.sub(lambda _: parameter_rows() + "\n", case_files.read_text(encoding="utf-8"))
    return {DOCS / "reference" / "command-line.md": help_page(), case_files: table, SCHEMA_FILE: answer_schema()}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check say which are out of date."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            print(f"{path} is out of date: make docs", file=sys.stderr)
        return 1 if stale else 0
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
