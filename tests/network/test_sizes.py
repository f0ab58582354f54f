"""Sizes of actors from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ahlaf.model import NetworkFileError
from ahlaf.network import read_sizes


@pytest.mark.parametrize(
    "text",
    [
        "actor,size\nمصر,1.5\nقطر,2\n",
        "# the sizes\nمصر\t١٫٥\nقطر\t2\n",
        "مصر 1.5\nقطر 2\n",
        '"مصر",1.5\n"قطر",2\n',
    ],
)
def test_sizes_are_read(text: str, tmp_path: Path) -> None:
    assert read_sizes(text) == {"مصر": 1.5, "قطر": 2.0}
    path = tmp_path / "sizes.csv"
    path.write_text(text, encoding="utf-8")
    assert read_sizes(path) == {"مصر": 1.5, "قطر": 2.0}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,1\nb,x\n", "'x' is no size"),
        ("a,0\n\n", "'0' is no size"),
        ("a,-1\n\n", "'-1' is no size"),
        ("a,1\na,2\n", "a has two sizes"),
        ("a\n\n", "1 column"),
        ("actor,size\n\n", "no size in it"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, says: str) -> None:
    with pytest.raises(NetworkFileError, match=says):
        read_sizes(text)
