"""What an Arabic word can be as a trigger: a looked-up reading with the clitics that came off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ahlaf.reading.relations import inflect
from ahlaf.reading.relations.lexicon import Entry, adjective_rows, noun_rows, plain_verb_rows, verb_rows, words


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its entry, and what stands around the stem.

    `entries` are all rows that share the form (they differ in what they need after them).
    """

    entries: tuple[Entry, ...]
    verb: bool
    conjunction: bool = False
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    first_person: bool = False
    future: bool = False
    accusative: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    verbs: dict[str, tuple[tuple[Entry, ...], bool]]
    nouns: dict[str, tuple[Entry, ...]]
    bound: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]


@cache
def _tables() -> _Tables:
    verbs: dict[str, tuple[tuple[Entry, ...], bool]] = {}
    for rows in (verb_rows("ar"), plain_verb_rows("ar")):
        for entry, (perfect, imperfect) in rows:
            forms = dict([*inflect.imperfect_forms(imperfect), *inflect.perfect_forms(perfect)])
            for form, first in forms.items():
                known = verbs.get(form)
                verbs[form] = ((*known[0], entry), known[1]) if known else ((entry,), first)
    nouns: dict[str, tuple[Entry, ...]] = {}
    bound: dict[str, tuple[Entry, ...]] = {}
    for entry, forms_of in noun_rows("ar"):
        for noun in forms_of:
            for table, derived in ((nouns, inflect.noun_forms(noun)), (bound, inflect.bound_forms(noun))):
                for form in set(derived):
                    table[form] = (*table.get(form, ()), entry)
    adjectives: dict[str, tuple[Entry, ...]] = {}
    for entry, form in adjective_rows("ar"):
        for derived_form in set(inflect.adjective_forms(form)):
            adjectives[derived_form] = (*adjectives.get(derived_form, ()), entry)
    return _Tables(verbs, nouns, bound, adjectives)


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a normal form, verbs first, the one with the fewest clitics first."""
    tables = _tables()
    found: list[Reading] = []
    whole = word in words("ar")["whole"]
    for conjunction, rest in [("", word)] if whole else inflect.split_conjunction(word):
        found += _verb_readings(tables, rest, bool(conjunction))
        found += _noun_readings(tables, rest, bool(conjunction))
        if found:
            break
    return tuple(found)


def _verb_readings(tables: _Tables, word: str, conjunction: bool) -> list[Reading]:
    found: list[Reading] = []
    for prefix in ("", "س", "ل"):
        if prefix and not (word.startswith(prefix) and len(word) > 4 and word[1] in "يتن"):
            continue
        form = word[len(prefix) :]
        for stem, pronoun in ((form, ""), *inflect.split_pronoun(form)):
            hit = tables.verbs.get(stem)
            if hit:
                entries, first = hit
                found.append(
                    Reading(entries, True, conjunction, pronoun=pronoun, first_person=first, future=prefix == "س")
                )
                return found
    return found


def _noun_readings(tables: _Tables, word: str, conjunction: bool) -> list[Reading]:
    for preposition, article, rest in inflect.split_noun_prefix(word):
        found: list[Reading] = []
        entries = tables.nouns.get(rest)
        if entries:
            accusative = rest.endswith("ا") and rest not in {e.lemma for e in entries}
            found.append(Reading(entries, False, conjunction, preposition, article, accusative=accusative))
        entries = tables.adjectives.get(rest)
        if entries:
            found.append(Reading(entries, False, conjunction, preposition, article))
        if found:
            return found
        if article:
            continue
        for stem, pronoun in inflect.split_pronoun(rest):
            entries = tables.bound.get(stem)
            if entries:
                first = pronoun in inflect.FIRST_PERSON
                return [Reading(entries, False, conjunction, preposition, pronoun=pronoun, first_person=first)]
    return []


@cache
def function_words() -> frozenset[str]:
    """Every word of every class: none of them is guessed to be a verb."""
    return frozenset().union(*words("ar").values())


@lru_cache(maxsize=1 << 16)
def proclitics(word: str) -> tuple[bool, str, bool, str]:
    """Guess a word's proclitics: whether «و/ف» leads it, its preposition, whether it has the article, the rest."""
    known = words("ar")
    whole = known["whole"]
    plain = function_words()
    conjunction, rest = False, word
    if word not in whole and word not in plain and len(word) > 3 and word[0] in "وف":
        conjunction, rest = True, word[1:]
    if rest in whole or rest in plain:
        return conjunction, "", False, rest
    if rest.startswith("لل"):
        return conjunction, "ل", True, rest[2:]
    if rest.startswith("ال"):
        return conjunction, "", True, rest[2:]
    if len(rest) > 3 and rest[0] in "بلك":
        own = readings(rest)
        if own and not own[0].preposition:
            return conjunction, "", False, rest
        return conjunction, rest[0], rest[1:3] == "ال", rest[1:]
    return conjunction, "", False, rest
