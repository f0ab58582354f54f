"""Text that can be printed as it is, whoever wrote it."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """Leave control characters out: what is printed must not be able to steer the terminal."""
    return "".join(character for character in text if unicodedata.category(character) != "Cc")
