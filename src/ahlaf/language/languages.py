"""What language a text is in: by its script first, then by its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from ahlaf.codebook import Row, package_table
from ahlaf.language.normal import normal

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]")
_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]")
_WORD = re.compile(r"[^\W\d_][^\W\d_\u064b-\u065f]*")
# So many characters from the start tell the language; a longer text costs no more.
SAMPLE_CHARACTERS = 50_000
# Another language than Arabic or English must show this many of its small words, and this many times more of them.
MINIMUM_HITS = 3
MARGIN = 1.5
_HOME = {"arabic": "ar", "latin": "en"}


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(package_table("ahlaf.language", "function_words.csv", ("lang", "script", "words")))


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Return the small words of each language, in normal form (source: `function_words.csv`)."""
    return {row["lang"]: frozenset(map(normal, row["words"].split())) for row in _rows()}


@cache
def _scripts() -> Mapping[str, str]:
    return {row["lang"]: row["script"] for row in _rows()}


def count_function_words(text: str, lang: str) -> int:
    """Count how many words of the beginning of `text` are small words of the language `lang`."""
    words = function_words()[lang]
    return sum(normal(word) in words for word in _WORD.findall(text[:SAMPLE_CHARACTERS]))


def identify_language(text: str) -> str | None:
    """Return the ISO code of the language of most of `text`; None if it has no letters or is in another script.

    The script with the most letters decides between Arabic and English; another language of the same script is
    named only on clear evidence, so that a short text without small words counts as Arabic or English.

    >>> identify_language("Le ministre a dit que les deux pays sont dans une crise qui dure.")
    'fr'
    """
    sample = text[:SAMPLE_CHARACTERS]
    arabic, latin = len(_ARABIC.findall(sample)), len(_LATIN.findall(sample))
    other = len(_LETTER.findall(sample)) - arabic - latin
    if max(arabic, latin) == 0 or other > max(arabic, latin):
        return None
    script = "arabic" if arabic >= latin else "latin"
    words = Counter(map(normal, _WORD.findall(sample)))
    hits = {
        lang: sum(count for word, count in words.items() if word in small)
        for lang, small in function_words().items()
        if _scripts()[lang] == script
    }
    home = _HOME[script]
    rival = max((lang for lang in hits if lang != home), key=lambda lang: (hits[lang], lang))
    if hits[rival] >= MINIMUM_HITS and hits[rival] > MARGIN * hits[home]:
        return rival
    return home


def detect_language(text: str) -> str | None:
    """Return "ar" or "en", whichever most of `text` is in; None if it is in neither or has no letters."""
    found = identify_language(text)
    return found if found in ("ar", "en") else None
