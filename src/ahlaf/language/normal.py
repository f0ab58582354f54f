"""The form under which words are looked up: one spelling for what readers take to be the same word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Vowel signs, tatweel, and invisible characters of layout: they make no other word.
_DROPPED = dict.fromkeys(
    [
        *range(0x064B, 0x0660),
        0x0640,
        0x0670,
        *range(0x06D6, 0x06EE),
        0x00AD,
        0x061C,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
        0xFEFF,
    ]
)
_UNIFIED = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ة": "ه",
        "ک": "ك",
        "ؤ": "و",
        "ئ": "ي",
        "ڤ": "ف",
        "گ": "غ",
        "چ": "ج",
        "پ": "ب",
        "’": "'",
        "‘": "'",
        **{chr(0x0660 + i): str(i) for i in range(10)},
        **{chr(0x06F0 + i): str(i) for i in range(10)},
    }
)
# Letters as old fonts and copies from PDF have them (ﻻ, ﷲ), and accents apart from their letters.
_DISGUISED = re.compile(r"[\u0300-\u036f\ufb50-\ufdff\ufe70-\ufefc\uff10-\uff5a]")


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """Return the form that `word` is looked up under: no vowel signs or tatweel, one alif, one yeh, lower case.

    >>> normal("أنقرةُ") == normal("انقره")
    True
    >>> normal("Erdoğan")
    'erdoğan'
    """
    if _DISGUISED.search(word):
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_DROPPED).translate(_UNIFIED).lower()
