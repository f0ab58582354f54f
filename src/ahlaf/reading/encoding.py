"""From the bytes of a file to its characters, or a clear word on why not."""

from __future__ import annotations

import codecs
import re

from ahlaf.language import count_function_words
from ahlaf.model import Place, ReportError

# Of the longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# A declaration of the encoding stands within so many bytes of the start (the HTML standard's prescan).
_PRESCAN_BYTES = 1024 * 4
_KNOWN = ("utf-8", "cp1256", "iso8859-6", "cp1252", "iso8859-1", "ascii")
# Text holds no control characters but tab and line ends; a few strays are forgiven.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_STRAY_SHARE = 0.001
# A guessed encoding must turn the bytes into at least so many small words of Arabic or English.
_EVIDENCE_WORDS = 3
_EXPECTED = "text in UTF-8, UTF-16 with its mark, windows-1256, ISO-8859-6 or windows-1252"


def decode_text(data: bytes, *, file: str, html: bool = False) -> str:
    """Return the characters of `data`; no mark of byte order is left and nothing else is changed.

    UTF-8 first; then what the page declares; then windows-1256 or ISO-8859-6 where the text then reads as Arabic,
    and windows-1252 where it reads as English. Raises ReportError for an empty or binary file and where no encoding
    is clear.
    """
    if not data.strip():
        raise ReportError("the file is empty", place=Place(file=file), expected="the text of a report")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file)
    _refuse_binary(data, file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared_encoding(data) if html else None
    if declared is not None:
        return _strictly(data, declared, file)
    guessed = _guess(data)
    if guessed is None:
        raise _unknown(file)
    return guessed


def _unknown(file: str) -> ReportError:
    return ReportError(
        "unknown encoding",
        place=Place(file=file),
        expected=_EXPECTED,
        remedy=f"save it as UTF-8, say with: iconv -f ENCODING -t UTF-8 {file}",
    )


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReportError(
            f"the file says it is {encoding} but breaks its rules at byte {error.start}",
            place=Place(file=file),
            expected=_EXPECTED,
            remedy="save it as UTF-8",
        ) from None


def _refuse_binary(data: bytes, file: str) -> None:
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    if kind is None and len(_CONTROL.findall(data)) <= len(data) * _STRAY_SHARE and b"\x00" not in data:
        return
    raise ReportError(
        f"the file is binary{f', {kind} by its first bytes' if kind else ''}",
        place=Place(file=file),
        expected="plain text, HTML, JSON, JSON Lines, or a .zip of these",
        remedy="save the text of the report as .txt",
    )


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_PRESCAN_BYTES])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return None
    # A page that says UTF-8 and is not has said nothing. Latin-1 on the web means windows-1252 (Encoding Standard).
    if encoding not in _KNOWN or encoding == "utf-8":
        return None
    return "cp1252" if encoding in ("iso8859-1", "ascii") else encoding


def _guess(data: bytes) -> str | None:
    """The one reading of the bytes that makes clear Arabic or, failing that, clear English."""
    arabic = [_evidence(data, encoding, "ar") for encoding in ("cp1256", "iso8859-6")]
    best = max(arabic, key=lambda found: found[0])
    if best[0] >= _EVIDENCE_WORDS:
        return best[1]
    hits, text = _evidence(data, "cp1252", "en")
    return text if hits >= _EVIDENCE_WORDS else None


def _evidence(data: bytes, encoding: str, lang: str) -> tuple[int, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0, ""
    return count_function_words(text, lang), text
