"""The words that tell of an event in Arabic, the nouns that can be its parties, and the marks between them.

All words stand in `reading/coding/data/*.csv`; the first lines of each file say what its columns mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ahlaf.actors.demonyms import arabic_forms
from ahlaf.codebook import Row, package_table
from ahlaf.language import normal
from ahlaf.model import RelationType
from ahlaf.reading.relations.arabic import inflect

_PACKAGE = "ahlaf.reading.coding"
_SHORTEST_CONSTRUCT = 4  # «متظاهري», but «امني» is an adjective


class WordKind(StrEnum):
    """What sort of word tells of the event."""

    VERB = "verb"
    NOUN = "noun"
    DOER = "doer"


class Beside(StrEnum):
    """Who the party is that stands next to the word."""

    DOER = "doer"
    VICTIM = "victim"
    EITHER = "either"
    TAKER = "taker"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class EventWord:
    """One row of `event_words_ar.csv`: see its first lines."""

    lemma: str
    kind: WordKind
    root: RelationType
    beside: Beside
    others: tuple[str, ...]
    needs: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """One row of `event_parties_ar.csv`: see its first lines."""

    lemma: str
    role: str | None
    open: bool
    thing: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class EventReading:
    """A word read as telling of an event; `pronoun` is a pronoun that hangs on it, `plural` a subject named before."""

    words: tuple[EventWord, ...]
    pronoun: bool = False
    plural: bool = False
    article: bool = False


def _rows(name: str) -> Iterator[Row]:
    return package_table(_PACKAGE, f"data/{name}", ())


def _list(cell: str) -> tuple[str, ...]:
    return tuple(normal(part.strip()) for part in cell.split("|") if part.strip())


def event_rows() -> Iterator[tuple[EventWord, tuple[str, ...]]]:
    """Yield each event word with its forms: perfect and imperfect of a verb, singular and plurals of a noun."""
    for row in _rows("event_words_ar.csv"):
        kind = WordKind(row["kind"])
        forms = tuple(normal(row["forms"]).split()) if kind is WordKind.VERB else _list(row["forms"])
        yield (
            EventWord(
                forms[0],
                kind,
                RelationType(row["root"]),
                Beside(row["next"]),
                _list(row["other"]),
                _list(row["needs"]),
                int(row["weight"]),
            ),
            forms,
        )


def party_rows() -> Iterator[tuple[PartyNoun, tuple[str, ...]]]:
    """Yield each noun for a party with its forms."""
    for row in _rows("event_parties_ar.csv"):
        forms = _list(row["forms"])
        noun = PartyNoun(forms[0], row["role"] or None, row.flag("open"), row.flag("thing"), row["country"] or None)
        yield noun, forms


@dataclass(frozen=True, slots=True)
class OtherName:
    """A row of `event_names_ar.csv`: what a name that is no actor of the gazetteer tells."""

    country: str
    role: str | None


@cache
def other_names() -> Mapping[tuple[str, ...], OtherName]:
    """Return the names of `event_names_ar.csv` by their words in normal form, a nisba in all its forms."""
    found: dict[tuple[str, ...], OtherName] = {}
    for row in _rows("event_names_ar.csv"):
        name = OtherName(row["country"], row["role"] or None)
        for form in row["forms"].split("|"):
            nisba = form.endswith("ي") and " " not in form and not form.startswith("ال")
            for spelling in (one for one, _ in arabic_forms(form)) if nisba else (form,):
                found.setdefault(tuple(normal(spelling).split()), name)
    return found


@cache
def marks() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Return, for each class of `event_marks_ar.csv`, its phrases as words in normal form."""
    classes: dict[str, set[tuple[str, ...]]] = {}
    for row in _rows("event_marks_ar.csv"):
        classes.setdefault(row["class"], set()).add(tuple(normal(row["word"]).split()))
    return {name: frozenset(members) for name, members in classes.items()}


@cache
def mark_words(name: str) -> frozenset[str]:
    """Return the single words of a class of `event_marks_ar.csv`."""
    return frozenset(phrase[0] for phrase in marks()[name] if len(phrase) == 1)


@cache
def _verbs() -> Mapping[str, tuple[tuple[EventWord, ...], bool]]:
    found: dict[str, tuple[tuple[EventWord, ...], bool]] = {}
    for word, forms in event_rows():
        if word.kind is WordKind.VERB:
            for form in {form for form, _ in (*inflect.perfect_forms(forms[0]), *inflect.imperfect_forms(forms[1]))}:
                known = found.get(form, ((), False))[0]
                found[form] = ((*known, word), form.endswith(("وا", "ون")))
    return found


def _noun_forms(noun: str) -> set[str]:
    """The noun's sound plurals and duals; of longer nouns also the construct, which in short ones is an adjective."""
    stem = noun[:-1] if noun.endswith("ه") else noun
    endings = ("ون", "ين", "ان", "ات", "تين", "تان", "ا") + (("و", "ي") if len(stem) > _SHORTEST_CONSTRUCT else ())
    return {*inflect.noun_forms(noun), *(stem + ending for ending in endings)}


@cache
def _nouns() -> Mapping[str, tuple[EventWord, ...]]:
    found: dict[str, tuple[EventWord, ...]] = {}
    for word, forms in event_rows():
        if word.kind is not WordKind.VERB:
            for noun in forms:
                derived = _noun_forms(noun) if word.kind is WordKind.DOER else {*inflect.noun_forms(noun)}
                for form in derived:
                    if word not in found.get(form, ()):
                        found[form] = (*found.get(form, ()), word)
    return found


@cache
def _parties() -> Mapping[str, PartyNoun]:
    found: dict[str, PartyNoun] = {}
    derived: dict[str, PartyNoun] = {}
    for noun, forms in party_rows():
        for form in forms:
            found.setdefault(form, noun)
            for other in _noun_forms(form):
                derived.setdefault(other, noun)
    return {**derived, **found}


@lru_cache(maxsize=1 << 15)
def event_readings(word: str, *, noun: bool = False) -> EventReading | None:
    """Return what event the normal form `word` may tell of; with `noun`, nouns go before verbs of the same letters."""
    for _, rest in inflect.split_conjunction(word):
        found = _noun_reading(rest, bound=False)
        if found and (noun or rest not in _verbs()):
            return found
        bound = _noun_reading(rest, bound=True)
        found = (bound if noun else None) or _verb_reading(rest) or found or bound
        if found:
            return found
    return None


def _verb_reading(word: str) -> EventReading | None:
    for prefix in ("", "س"):
        form = word[len(prefix) :] if word.startswith(prefix) else ""
        suffixed = () if form.startswith("ال") else inflect.split_pronoun(form)
        for stem, pronoun in ((form, ""), *suffixed):
            hit = _verbs().get(stem)
            if hit and (len(stem) > 2 or not pronoun or all(w.needs for w in hit[0])):
                return EventReading(hit[0], bool(pronoun), hit[1])
    return None


def _noun_reading(word: str, *, bound: bool) -> EventReading | None:
    """The word as a noun, with a pronoun on it where `bound`."""
    for _, article, stem in inflect.split_noun_prefix(word):
        if not bound:
            words = _nouns().get(stem)
            if words:
                return EventReading(words, article=article)
            continue
        if article:
            continue
        for bare, _ in inflect.split_pronoun(stem):
            words = _nouns().get(bare) or (_nouns().get(bare[:-1] + "ه") if bare.endswith("ت") else None)
            if words:
                return EventReading(words, pronoun=True)
    return None


@lru_cache(maxsize=1 << 15)
def party_noun(word: str) -> PartyNoun | None:
    """Return the noun for a party that the normal form `word` is, clitics taken off."""
    for _, rest in inflect.split_conjunction(word):
        for _, article, stem in inflect.split_noun_prefix(rest):
            found = _parties().get(stem)
            if found:
                return found
            if not article:
                for bare, _ in inflect.split_pronoun(stem):
                    found = _parties().get(bare) or (_parties().get(bare[:-1] + "ه") if bare.endswith("ت") else None)
                    if found:
                        return found
    return None
