"""A word by itself: its clitics, and what it may be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ahlaf.codebook import package_table
from ahlaf.language import normal
from ahlaf.reading.relations.arabic import inflect
from ahlaf.reading.relations.arabic.families import Family, Kind, forms
from ahlaf.reading.relations.arabic.word_classes import word_classes

_LONG_ENOUGH_FOR_IMPERFECT = 4


@dataclass(frozen=True, slots=True)
class Use:
    """One way to take a word as a trigger."""

    kind: Kind
    families: tuple[Family, ...]
    pronoun: str = ""
    first_person: bool = False
    future: bool = False
    accusative: bool = False
    stem: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its proclitics off.

    `verb` and `noun` are its readings as a trigger; `verbal` says that it can only be a verb, `plain` that it has the
    form of a verb without a relation; `reference` gives the kinds of actor that it can take up.
    """

    conjunction: bool = False
    preposition: str = ""
    article: bool = False
    rest: str = ""
    verb: Use | None = None
    noun: Use | None = None
    verbal: bool = False
    plain: bool = False
    verb_pronoun: str = ""
    reference: str = ""
    classes: frozenset[str] = frozenset()

    def stops(self) -> bool:
        """Whether no noun phrase runs across it."""
        return bool(self.classes & _STOPS)


_STOPS = frozenset(
    {"preposition", "relative", "complementizer", "conjunction", "negation", "verb_particle", "condition"}
)


@cache
def classes_of() -> dict[str, frozenset[str]]:
    """Every function word with the classes it belongs to."""
    table: dict[str, set[str]] = {}
    for name, members in word_classes().items():
        for member in members:
            table.setdefault(member, set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@cache
def references() -> dict[str, str]:
    """Nouns that take up an actor, each with the kinds of actor it can mean."""
    table = package_table("ahlaf.reading", "data/relation_references_ar.csv", ("form", "kinds"))
    return {normal(row["form"]): row["kinds"] for row in table}


@lru_cache(maxsize=1 << 16)
def analyse(word: str, ending: str = "") -> Word:
    """Return the analysis of a normal form; `ending` is the last letter as written, where that is «ة» or «ه»."""
    table = classes_of()
    classes = table.get(word, frozenset())
    conjunction, rest = False, word
    if "whole" not in classes and len(word) > 2 and word[0] in "وف" and not (classes & _STOPS):
        inner = table.get(word[1:], frozenset())
        if len(word) > 3 or inner & _STOPS:
            conjunction, rest = True, word[1:]
            classes = inner
    function = bool(classes & _STOPS) or "never" in classes
    verb = None if function else _verb(rest, ending) or (_verb(word, ending) if conjunction else None)
    if conjunction and verb is not None and _verb(rest, ending) is None:
        conjunction, rest, classes = False, word, table.get(word, frozenset())
    plain, pronoun = (False, "") if function else _plain(rest, ending)
    preposition, article, stem, noun = _nominal(rest, ending) if "never" not in classes else ("", False, rest, None)
    if not noun and not verb and not plain and conjunction:
        whole = _nominal(word, ending)
        if whole[3]:
            conjunction, rest, classes = False, word, table.get(word, frozenset())
            preposition, article, stem, noun = whole
    if classes & _STOPS:
        preposition, article, stem = "", False, rest
    verbal = not noun and not article and (verb is not None or plain or _looks_verbal(rest, classes))
    if verbal and preposition:
        preposition, stem = "", rest
    reference = references().get(("ال" if article else "") + stem, "")
    suffix = verb.pronoun if verb else pronoun
    return Word(conjunction, preposition, article, stem, verb, noun, verbal, plain, suffix, reference, classes)


def _verb(word: str, ending: str) -> Use | None:
    table = forms().verbs
    for prefix in ("", "س", "ل"):
        if prefix and not (word.startswith(prefix) and len(word) > 3 and word[1] in "يتنا"):
            continue
        form = word[len(prefix) :]
        for stem, pronoun in _split(form, ending):
            hit = table.get(stem)
            if hit is None and stem.endswith("و"):
                hit = table.get(stem + "ا")
            if hit:
                return Use(Kind.VERB, hit[0], pronoun, hit[1], prefix == "س", stem=stem)
    return None


def _split(form: str, ending: str) -> list[tuple[str, str]]:
    """The form whole and without each pronoun it may end in; «ة» is no pronoun."""
    parts = [(form, "")]
    if ending != "ة":
        parts += inflect.split_pronoun(form)
    return parts


def _plain(word: str, ending: str) -> tuple[bool, str]:
    table = forms().plain
    for prefix in ("", "س", "ل"):
        if prefix and not (word.startswith(prefix) and len(word) > 3 and word[1] in "يتن"):
            continue
        form = word[len(prefix) :]
        for stem, pronoun in _split(form, ending):
            if stem in table:
                return True, pronoun
    return False, ""


def _nominal(word: str, ending: str) -> tuple[str, bool, str, Use | None]:
    """The word as a noun: preposition, article, what is left, and its trigger reading if it has one."""
    table = forms()
    guess = ("", False, word)
    for n, (preposition, article, rest) in enumerate(inflect.split_noun_prefix(word)):
        if ending == "ه" and not article:
            bound = table.bound.get(rest[:-1])
            if bound:
                return preposition, False, rest, Use(Kind.NOUN, bound, "ه", stem=rest[:-1])
        for kind, known in ((Kind.NOUN, table.nouns), (Kind.ACTIVE, table.active), (Kind.PASSIVE, table.passive)):
            hit = known.get(rest)
            if hit:
                accusative = rest.endswith("ا") and not rest.endswith("ياا")
                return preposition, article, rest, Use(kind, hit, accusative=accusative, stem=rest)
        if not article:
            for stem, pronoun in _split(rest, ending)[1:]:
                hit = table.bound.get(stem)
                if hit:
                    first = pronoun in inflect.FIRST_PERSON
                    return preposition, False, rest, Use(Kind.NOUN, hit, pronoun, first, stem=stem)
        known_noun = rest in head_nouns() or (("ال" if article else "") + rest) in references()
        if n == 0 or article or known_noun:
            guess = (preposition, article, rest)
        if article and (preposition or n):
            break
    return *guess, None


@cache
def head_nouns() -> frozenset[str]:
    """Nouns that lead a name: titles, organs, belongings. A glued preposition is known before them."""
    classes = word_classes()
    known = (
        classes["title"] | classes["role"] | classes["asset"] | classes["organ"] | classes["group"] | classes["action"]
    )
    return known | frozenset(word.removeprefix("ال") for word in known)


def _looks_verbal(word: str, classes: frozenset[str]) -> bool:
    """Whether a word that no table knows has the shape of a verb."""
    if classes or len(word) < _LONG_ENOUGH_FOR_IMPERFECT:
        return False
    if word.endswith("وا") or (word[0] == "س" and word[1] in "ي" and len(word) > 4 and not word.endswith("يه")):
        return True
    if word[0] == "ي" and word not in word_classes()["ya_noun"]:
        return True
    return word.endswith("ت") and word[-2] not in "اي" and word[0] != "ت" and len(word) <= 6
