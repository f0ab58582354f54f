"""From bytes to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahlaf.model import ReportError
from ahlaf.reading.encoding import decode_text

ARABIC = "قال الوزير إن بلاده تدعم الحوار في المنطقة، ودعا إلى وقف القتال على الحدود."
ENGLISH = "The minister said that the “red line” was crossed, and that his country’s patience is at an end."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1256", "iso8859-6"])
def test_arabic(encoding: str) -> None:
    assert decode_text(ARABIC.encode(encoding), file="a.txt") == ARABIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_english(encoding: str) -> None:
    assert decode_text(ENGLISH.encode(encoding), file="a.txt") == ENGLISH


@pytest.mark.parametrize("name", ["windows-1256", '"Windows-1256"', "ISO-8859-6"])
def test_what_a_page_declares(name: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={name.strip(chr(34))}"></head>دمشق'
    assert decode_text(page.encode(name.strip('"')), file="a.html", html=True) == page
    short = f"<meta charset={name}>دمشق"
    assert decode_text(short.encode(name.strip('"')), file="a.html", html=True) == short


def test_a_page_that_wrongly_declares_utf_8() -> None:
    page = f'<meta charset="utf-8"><p>{ARABIC}</p>'
    assert decode_text(page.encode("cp1256"), file="a.html", html=True) == page


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\nxx", "a picture"),
        ("Москва и Дамаск договорились о встрече".encode("koi8-r"), "unknown encoding"),
        ("دمشق".encode("cp1256"), "unknown encoding"),
        (b"\xff\xfe\x00\xd8", "utf-16"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        decode_text(data, file="a.txt")


@given(
    st.text(min_size=1).filter(
        lambda t: t.strip() and t.isprintable() and not t.startswith(("%PDF", "PK", "{", "\ufeff"))
    )
)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode_text(text.encode(), file="a.txt") == text
