"""What a reading hangs on: the report as given, and the reader with its rules and word lists."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from ahlaf import version
from ahlaf.model import Report
from ahlaf.reading.html import Page

# The folders of the package whose code and data a reading hangs on.
_FOLDERS = ("model", "codebook", "language", "actors", "reading")
_ENDINGS = frozenset((".py", ".csv", ".json", ".toml"))
_BYTES = 12


@cache
def reader_digest() -> bytes:
    """Return a digest of the reader: its version, its code and its word lists, so that an edited row counts too."""
    root = Path(version.__file__).parent
    digest = blake2b(version.__version__.encode(), digest_size=_BYTES)
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _ENDINGS:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.digest()


def fingerprint(report: Report) -> str:
    """Return 24 hexadecimal digits that are the same where the report as given and the reader are the same.

    A reading made anew would then be the same, byte for byte, so it need not be made.
    """
    digest = blake2b(reader_digest(), digest_size=_BYTES)
    given = (report.id, report.lang, report.date, report.url, report.title, report.publisher, report.path)
    digest.update(repr(given).encode("utf-8", "surrogatepass"))
    shown = report.source if isinstance(report, Page) else report.text
    digest.update(shown.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
