"""The form under which words are looked up: one spelling for what readers take to be the same word."""

from __future__ import annotations

from functools import lru_cache

_DROPPED = dict.fromkeys([*range(0x064B, 0x0653), 0x0640, 0x0670, 0x200C, 0x200D, 0x200E, 0x200F, 0x061C])
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


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """Return the form that `word` is looked up under: no vowel signs or tatweel, one alif, one yeh, lower case.

    >>> normal("أنقرةُ") == normal("انقره")
    True
    >>> normal("Erdoğan")
    'erdoğan'
    """
    return word.translate(_DROPPED).translate(_UNIFIED).lower()
