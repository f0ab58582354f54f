"""The words that a trigger needs after it, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_CLITICS = "(?:ال|وال|لل|بال|و|ب|ل|وب|ول|ف)?"
_PREPOSITIONS = frozenset({"مع", "علي", "ضد", "الي", "من", "عن", "ب", "بين"})


@dataclass(frozen=True, slots=True)
class Needs:
    """What to look for in words joined by blanks: beginnings of words, and prepositions, whole and close."""

    words: re.Pattern[str] | None
    prepositions: re.Pattern[str] | None


@cache
def needed(needs: tuple[str, ...]) -> Needs:
    """Return the patterns of a family's needed words."""
    short = [n for n in needs if n in _PREPOSITIONS]
    words = [n for n in needs if n not in _PREPOSITIONS]
    return Needs(
        re.compile("|".join(map(_pattern, words))) if words else None,
        re.compile(f" و?(?:{'|'.join(short)}) ") if short else None,
    )


def _pattern(need: str) -> str:
    return r"\S*".join(f" و?{part}(?= )" if part in _PREPOSITIONS else f" {_CLITICS}{part}" for part in need.split())
