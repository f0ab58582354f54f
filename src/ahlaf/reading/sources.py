"""Where reports come from: files, folders, zip archives and standard input, one source after the other."""

from __future__ import annotations

import io
import lzma
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import IO

from ahlaf.model import Place, ReportError

# A file, or a file within an archive, larger than this is no report; JSON Lines may be of any length.
MAX_FILE_BYTES = 256 * 1024 * 1024
# An archive that unpacks to more than this, or a file in it that swells by more than this factor, is refused.
MAX_ARCHIVE_BYTES = 4 * 1024**3
MAX_SWELLING = 250
# Small files swell by much without harm.
_HARMLESS_BYTES = 8 * 1024 * 1024
STDIN = "-"
# In all these ways do files, and archives that are damaged, locked or packed by unknown methods, fail to be read.
UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)


class SourceKind(StrEnum):
    """What a source holds."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"


_KINDS = {
    ".txt": SourceKind.TEXT,
    ".html": SourceKind.HTML,
    ".htm": SourceKind.HTML,
    ".json": SourceKind.JSON,
    ".jsonl": SourceKind.JSON_LINES,
}
_EXPECTED = ".txt, .html, .htm, .json, .jsonl, .zip, a folder of these, or - for standard input"


@dataclass(frozen=True, slots=True)
class Source:
    """Something that holds reports: its name for messages, its stem for ids, its kind, and how to open it."""

    file: str
    stem: str
    kind: SourceKind
    open: Callable[[], IO[bytes]]


Sources = Iterator[Source | ReportError]


def iter_sources(paths: Iterable[str | Path]) -> Sources:
    """Yield every source under `paths`, folders and archives in the order of their names, and each that fails.

    In a folder or archive, hidden files and files of other kinds are passed over; one without any report is an error.
    """
    for path in paths:
        try:
            if str(path) == STDIN:
                yield _standard_input()
            else:
                yield from _at(Path(path))
        except OSError as error:
            yield unreadable(str(path), error)


def read_source(source: Source) -> bytes:
    """Return the bytes of a source; ReportError if there are more than MAX_FILE_BYTES or they cannot be read."""
    try:
        with source.open() as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except UNREADABLE as error:
        raise unreadable(source.file, error) from error
    if len(data) > MAX_FILE_BYTES:
        raise ReportError(
            f"the file is larger than {MAX_FILE_BYTES // 1024**2} MB",
            place=Place(file=source.file),
            expected="one report a file, or JSON Lines for many",
        )
    return data


def unreadable(file: str, error: Exception) -> ReportError:
    """Return what to say of a file that could not be read to its end."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ReportError(f"the file cannot be read: {reason}", place=Place(file=file))


def _at(path: Path) -> Sources:
    if not path.exists():
        yield ReportError(
            "there is no such file", place=Place(file=str(path)), remedy="check the name; see what there is with: ls"
        )
    elif path.is_dir():
        yield from _in_folder(path)
    elif path.suffix.lower() == ".zip":
        yield from _in_archive(path)
    elif path.suffix.lower() in _KINDS:
        yield Source(str(path), path.stem, _KINDS[path.suffix.lower()], lambda: path.open("rb"))
    else:
        yield ReportError(
            f"files of the kind {path.suffix or path.name!r} are not read",
            place=Place(file=str(path)),
            expected=_EXPECTED,
        )


def reports_in(folder: Path) -> list[Path]:
    """Return the files of a folder, and of the folders in it, that may be read, in alphabetical order."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix.lower() in (*_KINDS, ".zip")
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _in_folder(folder: Path) -> Sources:
    paths = reports_in(folder)
    if not paths:
        yield ReportError("the folder holds no reports", place=Place(file=str(folder)), expected=_EXPECTED)
    for path in paths:
        yield from _at(path)


def _in_archive(path: Path) -> Sources:
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        yield ReportError(
            f"the zip archive is damaged: {error}", place=Place(file=str(path)), remedy="pack or download it again"
        )
        return
    with closing(archive):
        members = sorted((m for m in archive.infolist() if _is_report(m)), key=lambda m: m.filename)
        if sum(member.file_size for member in members) > MAX_ARCHIVE_BYTES:
            yield ReportError(
                f"the archive unpacks to more than {MAX_ARCHIVE_BYTES // 1024**3} GB",
                place=Place(file=str(path)),
                remedy="unpack it and read the folder",
            )
            return
        for member in members:
            yield _member(archive, member, f"{path}:{member.filename}")
        if not members:
            yield ReportError("the archive holds no reports", place=Place(file=str(path)), expected=_EXPECTED)


def _is_report(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not member.is_dir() and not hidden and PurePosixPath(member.filename).suffix.lower() in (*_KINDS, ".zip")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> Source | ReportError:
    name = PurePosixPath(member.filename)
    if name.suffix.lower() == ".zip":
        return ReportError("an archive inside an archive is not read", place=Place(file=file), remedy="unpack it first")
    if member.flag_bits & 0x1:
        return ReportError("the file is locked with a password", place=Place(file=file), remedy="unpack it first")
    swelling = member.file_size / max(1, member.compress_size)
    if member.file_size > _HARMLESS_BYTES and swelling > MAX_SWELLING:
        return ReportError(
            f"the file swells {swelling:.0f} times when unpacked",
            place=Place(file=file),
            expected=f"at most {MAX_SWELLING} times, as text does",
            remedy="unpack it and look at it first",
        )
    return Source(file, name.stem, _KINDS[name.suffix.lower()], lambda: archive.open(member))


def _standard_input() -> Source:
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    return Source("standard input", "stdin", _sniff(data), lambda: io.BytesIO(data))


def _sniff(data: bytes) -> SourceKind:
    """What standard input holds, by its first character; JSON on a line of its own is JSON Lines."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        return SourceKind.JSON
    if start.startswith(b"{"):
        first = start.split(b"\n", 1)[0].rstrip()
        return SourceKind.JSON_LINES if first.endswith(b"}") else SourceKind.JSON
    return SourceKind.HTML if start.startswith(b"<") else SourceKind.TEXT
