"""What an English word can be as a trigger: the forms of verbs and nouns of relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahlaf.reading.relations.lexicon import Entry, noun_rows, plain_verb_rows, verb_rows

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its entries, whether it is a verb, and the verb's form (base, s, past or ing)."""

    entries: tuple[Entry, ...]
    verb: bool
    form: str = ""


def verb_forms(forms: str) -> Iterator[tuple[str, str]]:
    """Yield a verb's forms with their names from the data file's cell: the base form, then irregular ones."""
    base, *irregular = forms.split("|")
    yield base, "base"
    if base.endswith(("s", "x", "z", "ch", "sh")):
        yield base + "es", "s"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        yield base[:-1] + "ies", "s"
    else:
        yield base + "s", "s"
    stem = base[:-1] if base.endswith("e") else base
    yield stem + "ing", "ing"
    if not irregular:
        past = base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else stem + "ed"
        yield past, "past"
    for form in irregular:
        yield form, "ing" if form.endswith("ing") else "past"


@cache
def _tables() -> tuple[dict[str, Reading], dict[str, Reading]]:
    verbs: dict[str, Reading] = {}
    for rows in (verb_rows("en"), plain_verb_rows("en")):
        for entry, (forms,) in rows:
            for form, name in verb_forms(forms):
                known = verbs.get(form)
                verbs[form] = Reading((*known.entries, entry) if known else (entry,), True, name)
    nouns: dict[str, Reading] = {}
    for entry, forms_of in noun_rows("en"):
        for form in forms_of:
            known = nouns.get(form)
            nouns[form] = Reading((*known.entries, entry) if known else (entry,), False)
    return verbs, nouns


def readings(word: str) -> tuple[Reading | None, Reading | None]:
    """Return a normal form's reading as a verb and as a noun."""
    verbs, nouns = _tables()
    return verbs.get(word), nouns.get(word)
