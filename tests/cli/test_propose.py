"""ahlaf commitments --propose: from reports, or from what ahlaf read wrote, to a file of proposals."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ahlaf.cli.commitments import command
from ahlaf.model import ReportError
from ahlaf.reading import encode, read_or_take, read_paths

REPORT = "---\nid: r\ndate: 2015-06-29\n---\nLavrov said Russia would support Syria if Syria cooperated with Turkey.\n"
ARABIC = "---\nid: ع\ndate: 2015-06-28\n---\nقالت تركيا إنها ستهاجم سوريا إلا إذا دعمت روسيا تركيا.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "en.txt").write_text(REPORT, encoding="utf-8")
    (folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    return folder


def test_a_folder_of_reports_and_the_readings_of_it_give_the_same(reports: Path, tmp_path: Path) -> None:
    written = tmp_path / "r.jsonl"
    written.write_bytes(b"".join(map(encode, read_paths([reports]))))
    out = tmp_path / "proposed.txt"
    assert CliRunner().invoke(command, ["--propose", str(reports), "-o", str(out)]).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert text == CliRunner().invoke(command, ["--propose", str(written)]).stdout
    rules = [line for line in text.splitlines() if line.startswith("# ")]
    assert rules == [
        "# TUR attacks SYR unless RUS supports TUR since 2015-06-28",
        "# RUS supports SYR if SYR cooperates_with TUR since 2015-06-29",
    ]


def test_the_file_goes_back_into_the_command(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "proposed.txt"
    CliRunner().invoke(command, ["--propose", str(reports), "-o", str(out), "--lang", "ar"])
    assert CliRunner().invoke(command, [str(out)]).stdout == "There is no promise in it.\n"
    out.write_text(out.read_text(encoding="utf-8").replace("\n# ", "\n"), encoding="utf-8")
    assert "Russia supports Syria" in CliRunner().invoke(command, [str(out)]).stdout


def test_reports_as_json_lines_are_no_readings(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text('{"id": "r", "text": "Russia will support Syria if the border is closed."}\n', encoding="utf-8")
    assert [reading.report.id for reading in read_or_take([path])] == ["r"]


def test_bad_calls(reports: Path) -> None:
    assert "one file of rules at a time" in CliRunner().invoke(command, ["a", "b"]).stderr
    refused = CliRunner().invoke(command, ["--propose", str(reports), "--check"])
    assert refused.exit_code == 2
    assert "--check cannot go with --propose" in refused.stderr
    assert isinstance(CliRunner().invoke(command, ["--propose", "none.txt"]).exception, ReportError)
