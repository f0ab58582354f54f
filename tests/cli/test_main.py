"""The command line as a whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ahlaf.cli.main import COMMANDS

Run = Callable[..., Any]
HEAVY = {
    "numpy", "scipy", "highspy", "clingo", "trafilatura", "msgspec", "jinja2", "rich", "networkx", "babel"
}  # fmt: skip


def test_help_names_every_command_and_imports_nothing_heavy() -> None:
    script = (
        "import sys; sys.argv = ['ahlaf', '--help']\n"
        "from ahlaf.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    text, _, loaded = result.stdout.partition("LOADED ")
    assert all(name in text for name in COMMANDS)
    assert not HEAVY & set(loaded.split())


def test_every_command_has_help(ahlaf: Run) -> None:
    for name in COMMANDS:
        ran = ahlaf(name, "--help")
        assert ran.code == 0
        assert ran.out.startswith("Usage: ahlaf ")


def test_a_command_that_is_none_names_the_nearest(ahlaf: Run) -> None:
    ran = ahlaf("raed")
    assert (ran.code, "'read'" in ran.err) == (2, True)


def test_new_makes_a_case_that_can_be_asked(ahlaf: Run, tmp_path: Path) -> None:
    assert ahlaf("new", tmp_path / "case").code == 0
    assert ahlaf("ask", tmp_path / "case").code == 0
    assert ahlaf("ask", tmp_path / "case", "--lang", "ar").code == 0


def test_check_turns_a_coalition_that_does_not_hold_into_a_finding(ahlaf: Run, tmp_path: Path) -> None:
    ties = tmp_path / "t.csv"
    ties.write_text("a,b,weight,low,high,red_line,note,source\nSYR,SAU,-0.9,-1,-0.8,,,\n", encoding="utf-8")
    assert ahlaf("ask", ties, "--members", "SYR,SAU", "--against", "ISIS").code == 0
    assert ahlaf("ask", ties, "--members", "SYR,SAU", "--against", "ISIS", "--check").code == 1
