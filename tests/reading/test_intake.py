"""From files to reports, and what is said of files that hold none."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from ahlaf.model import Report, ReportError
from ahlaf.reading import attempt_reports, iter_reports
from ahlaf.reading.html import Page
from ahlaf.reading.records import MAX_REPORT_CHARACTERS

ARABIC = "قال الوزير إن بلاده تدعم الحوار بين الطرفين، ودعا إلى وقف القتال.\n"
FRONT = (
    "---\ntitle: لقاء في عمّان\ndate: 2015-06-29\npublisher: صحيفة\nurl: https://example.org/a\nlang: ar\nid: one\n---\n"
)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path) -> Report:
    (report,) = iter_reports([path])
    return report


def error(path: Path) -> ReportError:
    with pytest.raises(ReportError) as caught:
        list(iter_reports([path]))
    assert caught.value.place is not None
    assert path.name in str(caught.value)
    return caught.value


def test_text_is_untouched(tmp_path: Path) -> None:
    report = one(write(tmp_path / "تقرير.txt", "\r\n" + ARABIC.replace("\n", "\r\n")))
    assert report.text == "\r\n" + ARABIC.replace("\n", "\r\n")
    assert report.id == "تقرير"
    assert report.path == str(tmp_path / "تقرير.txt")


def test_front_matter_is_metadata_and_stays_in_the_text(tmp_path: Path) -> None:
    report = one(write(tmp_path / "a.txt", FRONT + ARABIC))
    assert report.text == FRONT + ARABIC
    assert (report.id, report.title, report.date) == ("one", "لقاء في عمّان", date(2015, 6, 29))
    assert (report.publisher, report.url, report.lang) == ("صحيفة", "https://example.org/a", "ar")


@pytest.mark.parametrize(
    "opening", ["---\n", "---\n\n---\n", "---\nهذا نص: بلا مفاتيح\n---\n", "----\ntitle: x\n---\n"]
)
def test_a_rule_of_dashes_is_no_front_matter(tmp_path: Path, opening: str) -> None:
    report = one(write(tmp_path / "a.txt", opening + ARABIC))
    assert (report.id, report.title) == ("a", None)


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("---\ntitle: x\nnothing here\n---\n", "breaks off"),
        ("---\ntitle: x\ntilte: y\n---\n", "unknown key 'tilte'"),
        ("---\ntitle: x\ntitle: y\n---\n", "twice"),
        ("---\ntitle: x\n" + "url: x\n" * 60, "never ends"),
        ("---\ndate: 29 June 2015\n---\n", "no date"),
        ("---\nlang: fr\n---\n", "language 'fr'"),
    ],
)
def test_front_matter_that_breaks_its_form(tmp_path: Path, block: str, says: str) -> None:
    assert says in str(error(write(tmp_path / "a.txt", block + ARABIC)))


def test_json_list_object_and_lines(tmp_path: Path) -> None:
    record = {"id": 7, "text": ARABIC, "lang": "ar-SY", "date": "2015-06-29T10:00:00Z", "title": None, "source": "x"}
    pretty = json.dumps(record, ensure_ascii=False, indent=1)
    for name, content in (
        ("a.json", pretty),
        ("b.json", f"[{pretty}]"),
        ("c.jsonl", json.dumps(record) + "\n\n"),
        ("d.json", "\ufeff" + pretty),
    ):
        report = one(write(tmp_path / name, content))
        assert (report.id, report.text, report.lang) == ("7", ARABIC, "ar")
        assert (report.date, report.title) == (date(2015, 6, 29), None)


def test_ids_are_made_unique_in_order(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/x.txt", "a/x-2.txt"):
        write(tmp_path / name, ARABIC)
    write(tmp_path / "c.jsonl", '{"id": "x", "text": "نص"}\n{"text": "نص"}\n{"text": "نص"}\n')
    assert [report.id for report in iter_reports([tmp_path])] == ["x-2", "x", "x-3", "x-4", "c", "c-2"]


def test_a_folder_is_read_in_order_and_other_kinds_are_passed_over(tmp_path: Path) -> None:
    for name in ("z.txt", "m/a.htm", "m/.hidden.txt", "m/notes.md", ".git/a.txt", "b.json"):
        write(tmp_path / name, f'{{"text": "{ARABIC.strip()}"}}' if name.endswith("json") else ARABIC)
    assert [Path(str(r.path)).name for r in iter_reports([tmp_path])] == ["b.json", "a.htm", "z.txt"]


def test_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b/two.txt", ARABIC)
        archive.writestr("a/one.jsonl", '{"text": "نص"}\n')
        archive.writestr("__MACOSX/a/._one.txt", "x")
    reports = list(iter_reports([tmp_path / "a.zip"]))
    assert [(r.id, r.path) for r in reports] == [
        ("one", f"{tmp_path / 'a.zip'}:a/one.jsonl"),
        ("two", f"{tmp_path / 'a.zip'}:b/two.txt"),
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (ARABIC.encode(), "stdin"),
        ('{"text": "نص"}\n{"text": "نص", "id": "b"}\n'.encode(), "stdin"),
        ('[{"text": "نص"}]'.encode(), "stdin"),
        ('{\n"text": "نص"}'.encode(), "stdin"),
        ("<html><body><p>نص</p></body></html>".encode(), "stdin"),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    reports = list(iter_reports(["-"]))
    assert reports[0].id == kind
    assert reports[0].path == "standard input"
    assert isinstance(reports[0], Page) == content.startswith(b"<")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"%PDF-1.4 \xe2\xe3", "a PDF"),
        ("a.txt", "Москва и Дамаск".encode("koi8-r") * 9, "unknown encoding"),
        ("a.pdf", b"x", "'.pdf'"),
        ("a.json", b'[\n {"text": "x"},\n {"text": }\n]', "row 3, column 11"),
        ("a.json", b'{"text": "x"', "broken JSON"),
        ("a.json", b"[]", "list is empty"),
        ("a.json", b"[3]", "object 1 of the list is no JSON object"),
        ("a.json", b"[" * 100_000, "JSON"),
        ("a.jsonl", b'{"text": "x"}\n{"id": "b"}\n', "row 2, column text"),
        ("a.jsonl", b'{"text": "x"}\n{"text": "x", \n', "row 2, column"),
        ("a.jsonl", b'{"text": "  "}\n', "empty"),
        ("a.jsonl", b'{"text": 3}\n', "`text` of the object is int"),
        ("a.jsonl", b'{"text": "x", "date": "29/6/2015"}\n', "'29/6/2015' is no date"),
        ("a.jsonl", b'{"text": "x", "lang": "fr"}\n', "ar or en"),
        ("a.jsonl", b"\n", "empty"),
        ("a.zip", b"PK\x03\x04 no more", "damaged"),
        ("a.zip", b"", "damaged"),
    ],
)
def test_what_cannot_be_taken_in(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    assert says in str(error(write(tmp_path / name, content)))


def test_missing_and_empty_places(tmp_path: Path) -> None:
    assert "no such file" in str(error(tmp_path / "none.txt"))
    (tmp_path / "void").mkdir()
    assert "no reports" in str(error(tmp_path / "void"))
    with zipfile.ZipFile(tmp_path / "void.zip", "w") as archive:
        archive.writestr("a.md", "x")
    assert "no reports" in str(error(tmp_path / "void.zip"))


def test_an_archive_that_swells_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 9 * 1024 * 1024)
        archive.writestr("b.zip", b"x")
    found = list(attempt_reports([tmp_path / "bomb.zip"]))
    assert ["swells" in str(found[0]), "inside an archive" in str(found[1])] == [True, True]


def test_a_member_that_is_damaged_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", ARABIC)
        archive.writestr("b.txt", ARABIC + "أخرى")
    data = bytearray(path.read_bytes())
    data[data.index(ARABIC.encode()) + 4] ^= 0xFF
    path.write_bytes(data)
    first, second = attempt_reports([path])
    assert isinstance(first, ReportError)
    assert isinstance(second, Report)


def test_one_bad_line_spoils_no_other(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "نص"}\n{"id": 1}\nxx\n{"text": "نص", "id": "z"}\n')
    found = list(attempt_reports([path]))
    assert [type(item) for item in found] == [Report, ReportError, ReportError, Report]


def test_a_line_of_ten_megabytes_is_refused_by_name(tmp_path: Path) -> None:
    text = "قال الوزير " * 500_000
    for name, content in (("a.txt", text), ("a.jsonl", json.dumps({"text": text}, ensure_ascii=False) + "\n")):
        message = str(error(write(tmp_path / name, content)))
        assert "MAX_REPORT_CHARACTERS" in message
        assert f"{MAX_REPORT_CHARACTERS:,}" in message
