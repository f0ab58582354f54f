"""The words that decide whether a name or demonym is a mention, as the data files `mention_*.csv` list them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahlaf.actors.clitics import bare, readings
from ahlaf.actors.names import Key, key, script
from ahlaf.actors.table import rows, values
from ahlaf.language import normal
from ahlaf.reading.statements.cues import CueKind, arabic_cues

PRIVATE = "private"
STATE = "state"
MINISTRY = "ministry"
_VERDICTS = frozenset({PRIVATE, STATE, MINISTRY})
_PACKAGE = "ahlaf.reading"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a doubtful name needs: other actors in the report, or a word before it; and words it may not stand by."""

    actor: str
    needs: frozenset[str]
    after: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Customary:
    """A common noun that is the customary name of `actor` in a report that names one of `needs`."""

    words: Key
    lang: str
    actor: str
    needs: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str] = frozenset()


@cache
def heads() -> dict[str, str]:
    """Return the verdict, PRIVATE, STATE or MINISTRY, of each noun that a demonym may go with."""
    return {normal(word): verdict for word, _, verdict in rows("mention_heads.csv", _PACKAGE) if verdict in _VERDICTS}


@cache
def name_parts() -> frozenset[str]:
    """Return the nouns beside which a state's name is part of another name (شارع بغداد, Washington Post)."""
    return frozenset(normal(word) for word, _, verdict in rows("mention_heads.csv", _PACKAGE) if verdict == "names")


@cache
def named_after() -> frozenset[str]:
    """Return the nouns of what is called after a person (مركز الملك سلمان)."""
    return frozenset(normal(word) for word, _, verdict in rows("mention_heads.csv", _PACKAGE) if verdict == "honours")


@cache
def titles(kind: str) -> frozenset[str]:
    """Return the words of that kind in `mention_titles.csv`: "title" or "between"."""
    return frozenset(normal(word) for word, _, sort in rows("mention_titles.csv", _PACKAGE) if sort == kind)


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words of that kind in `mention_name_words.csv`: "given", "stop", "joint" or "tail"."""
    return frozenset(normal(word) for word, sort in rows("mention_name_words.csv", _PACKAGE) if sort == kind)


@cache
def offices() -> dict[str, tuple[Key, ...]]:
    """Return the offices of state that may be named without their state, by their first words, longer ones first."""
    found: dict[str, list[Key]] = {}
    for name, lang in rows("mention_offices.csv", _PACKAGE):
        if lang == "ar":
            words = key(name)
            found.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(group, key=lambda words: -len(words))) for word, group in found.items()}


@cache
def is_saying(word: str) -> bool:
    """Say whether `word` (in normal form, conjunctions still on it) is a verb of saying."""
    forms = (form for _, stem in readings(word)[:3] for form in arabic_cues().get(stem, ()))
    return any(form.cue.kind is CueKind.VERB and not form.cue.joined and not form.words for form in forms)


@cache
def is_common(word: str) -> bool:
    """Say whether a list of ours has `word` (in normal form) as something else than a name."""
    return (
        word in name_words("stop")
        or word in name_words("common")
        or word in arabic_cues()
        or verdict(word) is not None
        or is_title(word)
        or word in titles("between")
    )


@cache
def doubts() -> dict[Key, tuple[Doubt, ...]]:
    """Return the doubtful names by their keys."""
    found: dict[Key, tuple[Doubt, ...]] = {}
    for name, _, actor, needs, after, not_after, not_before in rows("mention_doubtful.csv", _PACKAGE):
        doubt = Doubt(actor, frozenset(values(needs)), _normals(after), _normals(not_after), _normals(not_before))
        found[key(name)] = (*found.get(key(name), ()), doubt)
    return found


@cache
def customary() -> dict[str, tuple[Customary, ...]]:
    """Return the customary names by their first words, longer names first."""
    found: dict[str, list[Customary]] = {}
    for name, _, actor, needs, not_before, not_after in rows("mention_context.csv", _PACKAGE):
        words = key(name)
        row = Customary(words, script(name), actor, frozenset(values(needs)), _normals(not_before), _normals(not_after))
        found.setdefault(words[0], []).append(row)
    return {word: tuple(sorted(group, key=lambda row: -len(row.words))) for word, group in found.items()}


def _normals(cell: str) -> frozenset[str]:
    return frozenset(normal(value) for value in values(cell))


@cache
def verdict(word: str) -> str | None:
    """Return what `word` (in normal form, clitics and article still on it) says of a demonym beside it, if anything."""
    for _, stem in readings(word):
        for form in _stems(stem):
            if form in heads():
                return heads()[form]
    return None


# The endings of the dual, the sound plurals and the accusative, and what the singular ends in: جانبين، معسكرات، اتفاقا.
_ENDINGS = (("تين", "ه"), ("تان", "ه"), ("ات", "ه"), ("ين", ""), ("ون", ""), ("ان", ""), ("ات", ""), ("ا", ""))
_SHORTEST = 3


def _stems(stem: str) -> Iterator[str]:
    """Yield a noun as it stands, without its article, and without the endings of number and case."""
    yield stem
    plain = bare(stem)
    yield plain
    for ending, singular in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            yield plain.removesuffix(ending) + singular


@cache
def is_title(word: str) -> bool:
    """Say whether `word` is an office, with or without article and proclitics."""
    return any(stem in titles("title") or bare(stem) in titles("title") for _, stem in readings(word))
