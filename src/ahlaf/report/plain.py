"""Text that can be printed as it is, whoever wrote it."""

from __future__ import annotations

import unicodedata

from ahlaf.report.catalogue import Lang

_RIGHT_TO_LEFT_MARK = "\u200f"
_ARABIC, _STRONG = "AL", ("L", "R", "AL")


def plain(text: str) -> str:
    """Leave control characters out: what is printed must not be able to steer the terminal."""
    return "".join(character for character in text if unicodedata.category(character) != "Cc")


def directed(piece: str, paragraph: str, lang: Lang) -> str:
    """Return one printed line of a paragraph so that an Arabic one runs from right to left wherever it was broken.

    Terminals and editors take a line's direction from its first letter, and a line may begin with a number, a bracket
    or a Latin name. What holds no Arabic at all, as an English quotation, is left as it is.
    """
    if lang != "ar" or not any(unicodedata.bidirectional(character) == _ARABIC for character in paragraph):
        return piece
    kinds = (unicodedata.bidirectional(character) for character in piece)
    first = next((kind for kind in kinds if kind in _STRONG), None)
    return piece if first == _ARABIC else _RIGHT_TO_LEFT_MARK + piece
