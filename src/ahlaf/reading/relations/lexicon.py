"""The words of relations: which verbs, nouns and adjectives make one actor do something to another, and how.

All words stand in `reading/data/relation_*.csv`; `docs/how-to/add-a-relation-verb.md` says how to add one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from ahlaf.codebook import Row, package_table, plover
from ahlaf.language import normal
from ahlaf.model import RelationType

# How the doer stands with a passive participle («المدعوم من»).
AGENT = ("من", "من قبل", "من جانب", "علي يد", "علي ايدي", "ب")


# Of these the plural says what was said, so that its owner said it: «اتهامات إيران», but «اتهام إيران».
_SAYINGS = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT"})


class Kind(StrEnum):
    """What sort of word a trigger is: it decides where its two parties stand."""

    VERB = "verb"
    NOUN = "noun"
    ACTIVE = "active"
    PASSIVE = "passive"
    PLAIN = "plain"


class Role(StrEnum):
    """What a word does beyond its type: see the headers of the data files."""

    PLAIN = "plain"
    BLAME = "blame"
    PRAISE = "praise"
    REFUSE = "refuse"
    MEDIATE = "mediate"
    DEMAND = "demand"
    STATE = "state"
    PROMISE = "promise"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the lexicon. `type` is None for plain verbs, which only carry a subject.

    `targets` are the prepositions that mark the other party, "obj" for a direct object; `idafa` says who follows a
    noun alone ("subject" or "object"); `event` marks nouns of what happens rather than of doing it («حرب», «ضربات»);
    `needs` are word beginnings of which one must follow.
    """

    lemma: str
    kind: Kind
    type: RelationType | None
    cameo: str
    targets: tuple[str, ...]
    symmetric: bool = False
    needs: tuple[str, ...] = ()
    role: Role = Role.PLAIN
    idafa: str = "subject"
    event: bool = False


def _rows(name: str) -> Iterator[Row]:
    return package_table("ahlaf.reading", f"data/{name}", ())


def _list(cell: str) -> tuple[str, ...]:
    return tuple(normal(part.strip()) for part in cell.split("|") if part.strip())


def _typed(row: Row) -> tuple[RelationType, str]:
    kind = RelationType(row["type"])
    return kind, row["cameo"] or plover()[kind].cameo


def _principal_parts(row: Row, lang: str) -> tuple[str, ...]:
    return tuple(normal(row[column]) for column in (("perfect", "imperfect") if lang == "ar" else ("forms",)))


def _entry(row: Row, lemma: str, kind: Kind) -> Entry:
    type_, cameo = _typed(row)
    return Entry(
        lemma=lemma,
        kind=kind,
        type=type_,
        cameo=cameo,
        targets=_list(row["target"]),
        symmetric=row["symmetric"] == "1",
        needs=_list(row["needs"]),
        role=Role(row["role"]),
    )


def verb_rows(lang: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield each relation verb with its principal parts as the data file gives them."""
    for row in _rows("relation_families_ar.csv" if lang == "ar" else f"relation_verbs_{lang}.csv"):
        if not row["target"]:
            continue
        parts = _principal_parts(row, lang)
        yield _entry(row, parts[0].split("|")[0], Kind.VERB), parts


def plain_verb_rows(lang: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield each verb without a relation of its own, with its principal parts."""
    for row in _rows(f"relation_plain_verbs_{lang}.csv"):
        parts = _principal_parts(row, lang)
        yield Entry(parts[0].split("|")[0], Kind.PLAIN, None, "", ()), parts


def noun_rows(lang: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Yield each relation noun with its singular and plurals."""
    for row in _rows(f"relation_nouns_{lang}.csv"):
        forms = _list(row["forms"])
        yield replace(_entry(row, forms[0], Kind.NOUN), idafa=row["idafa"], event=True), forms
    for row in _rows("relation_families_ar.csv") if lang == "ar" else ():
        forms = _list(row["masdar"])
        for plural in (False, True):
            some = tuple(f for f in forms if f.endswith("ات") is plural)
            if some:
                idafa = "subject" if plural and row["type"] in _SAYINGS else row["idafa"]
                entry = _entry(row, forms[0], Kind.NOUN)
                yield replace(entry, idafa=idafa, targets=_list(row["noun_target"]), event=plural), some


def adjective_rows(lang: str) -> Iterator[tuple[Entry, str]]:
    """Yield each participle or adjective with the form it is derived from."""
    for row in _rows(f"relation_adjectives_{lang}.csv"):
        kind, cameo = _typed(row)
        form = normal(row["form"])
        yield (
            Entry(form, Kind(row["voice"]), kind, cameo, _list(row["target"]), row["symmetric"] == "1"),
            form,
        )
    yield from _participles() if lang == "ar" else ()


def _participles() -> Iterator[tuple[Entry, str]]:
    """The participles of the verb families: «الداعم لـ», «متهما»; «المدعوم من»."""
    for row in _rows("relation_families_ar.csv"):
        for form in _list(row["active"]):
            entry = _entry(row, form, Kind.ACTIVE)
            marks = dict.fromkeys((*entry.targets, *_list(row["noun_target"])))
            yield replace(entry, targets=tuple(marks)), form
        for form in _list(row["passive"]):
            yield replace(_entry(row, form, Kind.PASSIVE), targets=AGENT), form


@cache
def words(lang: str) -> Mapping[str, frozenset[str]]:
    """Return, for each class of `relation_words_*.csv`, its words in normal form."""
    classes: dict[str, set[str]] = {}
    for row in _rows(f"relation_words_{lang}.csv"):
        classes.setdefault(row["class"], set()).add(normal(row["word"]))
    return {name: frozenset(members) for name, members in classes.items()}
