"""The `ahlaf` command: finds the subcommand, and turns errors into a message and an exit code."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from ahlaf.model.errors import AhlafError
from ahlaf.version import __version__

# Name of each command and its line in the help; its module, of the same name, is imported only when it is run.
COMMANDS: Mapping[str, str] = {
    "demo": "Set the bundled case out, answer it and write its page.",
    "new": "Make the folder of a case to fill in.",
    "read": "Read reports into statements and relations (JSON Lines).",
    "code": "Code single sentences into events (JSON Lines).",
    "ties": "Add relations up to ties.",
    "ask": "Can these parties stand together? What stops them, what would it take?",
    "timeline": "How the answer moved as evidence came in.",
    "compare": "Several coalitions against one threat, side by side.",
    "commitments": "What conditional promises come to.",
    "camps": "Who stands with whom in a signed network, with proof.",
    "landscape": "Which alignments no actor would leave on its own.",
    "report": "Write the page that answers a case.",
}


class Commands(click.Group):
    """A group that imports a command only when it is called, so that `ahlaf --help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"ahlaf.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the nearest one."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ahlaf")
def cli() -> None:
    """Ahlaf: can these parties stand together against this threat?

    What stops them, what would it take, who could broker it, with the dated sentence behind every tie.
    Exit codes: 0 ok, 1 a finding under --check, 2 bad input, 3 stopped without proof.
    """


def main() -> None:
    """Run the command line; every error of ours ends as one message on stderr and its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
    try:
        cli(prog_name="ahlaf")
    except AhlafError as error:
        click.echo(f"ahlaf: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone; that is its right, and no error of ours.
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
