"""English inflection as far as looking words up needs it: the forms of a verb, the plural of a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ahlaf.codebook import package_table

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_NEVER_DOUBLED = frozenset("wxy")


@cache
def _irregular() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows = package_table("ahlaf.reading", "data/relation_irregular_en.csv", ("base", "past", "ing"))
    return {row["base"]: (tuple(row["past"].split("|")), tuple(filter(None, row["ing"].split("|")))) for row in rows}


def verb_forms(base: str) -> Iterator[tuple[str, str]]:
    """Yield a verb's forms with their names: base, s, ing and past, which is the past participle too.

    >>> dict(verb_forms("ban"))
    {'ban': 'base', 'bans': 's', 'banning': 'ing', 'banned': 'past'}
    """
    past, ing = _irregular().get(base, ((), ()))
    yield base, "base"
    yield from ((form, "s") for form in _added_s(base))
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe")) else base
    if _doubles(base):
        stem += stem[-1]
    yield from ((form, "ing") for form in ing or (stem + "ing",))
    yield from ((form, "past") for form in past or (_regular_past(base, stem),))


def _regular_past(base: str, stem: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "d" if base.endswith("e") else stem + "ed"


def _doubles(base: str) -> bool:
    """Whether a verb of one syllable ends in one vowel and one consonant, as "ban" and "slam" do."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-1] in _NEVER_DOUBLED or base[-2] not in _VOWELS:
        return False
    return base[-3] not in _VOWELS and not any(letter in _VOWELS for letter in base[:-3])


def _added_s(word: str) -> Iterator[str]:
    if word == "have":
        yield "has"
    elif word.endswith(_SIBILANTS) or word in ("go", "do", "veto", "embargo"):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield word[:-1] + "ies"
    else:
        yield word + "s"


def noun_forms(cell: str) -> Iterator[str]:
    """Yield a noun's singular and plural from a table's cell: the singular, and an irregular plural after "|".

    >>> list(noun_forms("rally|rallies")), list(noun_forms("air strike"))
    (['rally', 'rallies'], ['air strike', 'air strikes'])
    """
    singular, *plurals = cell.split("|")
    yield singular
    yield from plurals or _added_s(singular)
