"""ahlaf landscape, and the near-best divisions of ahlaf camps: lines, JSON, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli import camps, landscape
from ahlaf.model import AhlafError
from ahlaf.solve.landscape.rivals import propensities, unix_1988

NETWORK = "السعودية,مصر,2\nإيران,سوريا,2\nالسعودية,إيران,-2\nمصر,سوريا,-2\nقطر,السعودية,1\nقطر,إيران,1\n"


def test_the_unix_firms_from_files(tmp_path: Path) -> None:
    firms = unix_1988()
    graph = propensities(firms)
    rows = (f"{graph.nodes[a]},{graph.nodes[b]},{w}\n" for (a, b), w in zip(graph.ends, graph.weights, strict=True))
    network, sizes = tmp_path / "unix.csv", tmp_path / "sizes.csv"
    network.write_text("".join(rows), encoding="utf-8")
    sizes.write_text("firm,size\n" + "".join(f"{firm.name},{firm.size}\n" for firm in firms), encoding="utf-8")
    osf = ",".join(firm.name for firm in firms if firm.actual == "OSF")
    arguments = [str(network), "--sizes", str(sizes), "--actual", osf]
    shown = CliRunner().invoke(landscape.command, arguments).stdout
    assert "9 actors: of 256 divisions into two sides 2 are minima, which no actor gains by leaving." in shown
    assert "energy −3,828.9" in shown
    assert "in where these stand: IBM." in shown
    document = json.loads(CliRunner().invoke(landscape.command, [*arguments, "--json"]).stdout)
    assert [minimum["energy"] for minimum in document["parts"][0]["minima"]] == [-3828.9, -3828.9]
    assert document["placed"][0]["misplaced"] == ["IBM"]


def test_landscape_from_standard_input_in_arabic() -> None:
    shown = CliRunner().invoke(landscape.command, ["-", "--lang", "ar"], input=NETWORK).stdout
    assert shown.startswith("5 أطراف: من بين 16 من التقسيمات على جانبين")


def test_whoever_is_not_in_the_network_is_named() -> None:
    error = CliRunner().invoke(landscape.command, ["-", "--actual", "عمان"], input=NETWORK).exception
    assert isinstance(error, AhlafError)
    assert "عمان" in str(error)


def test_near_best_divisions_follow_the_camps() -> None:
    result = CliRunner().invoke(camps.command, ["-", "--near-best", "0"], input=NETWORK)
    assert result.exit_code == 0
    assert "2 divisions are equally good, this one among them.\n" in result.stdout
    assert "+0: قطر\n" in result.stdout
    document = json.loads(CliRunner().invoke(camps.command, ["-", "--first", "3", "--json"], input=NETWORK).stdout)
    # Without السعودية on its side two ties of 2 go against it, and none of قطر: 4 in place of 1.
    assert [one["extra"] for one in document["divisions"]] == [0.0, 0.0, 3.0]
    assert document["within"] == 3.0


@pytest.mark.parametrize("arguments", [["--near-best", "-1"], ["--first", "0"]])
def test_wrong_questions_end_with_two(arguments: list[str]) -> None:
    assert CliRunner().invoke(camps.command, ["-", *arguments], input=NETWORK).exit_code == 2


def test_near_best_for_any_number_of_camps_but_not_for_three() -> None:
    result = CliRunner().invoke(camps.command, ["-", "--near-best", "1", "-k", "any"], input=NETWORK)
    assert result.exit_code == 0
    assert "divisions come within 1 of the least frustration" in result.stdout
    error = CliRunner().invoke(camps.command, ["-", "--near-best", "1", "-k", "3"], input=NETWORK).exception
    assert isinstance(error, AhlafError)
