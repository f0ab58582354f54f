"""Reporting cues: what the words of saying are, and what brings in what was said; the Arabic ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ahlaf.language import normal
from ahlaf.model import SpeechAct
from ahlaf.reading.statements.inflection import arabic_forms
from ahlaf.reading.statements.tables import read_table

_AR_COLUMNS = ("lemma", "past", "present", "participle", "frames", "object", "strict", "note")
_PHRASE_COLUMNS = ("form", "kind", "frames", "note")


# Verbs with one of these frames may have what was said as a pronoun: «ما أكده».
_TOLD = frozenset({"أن", "مفعول"})


class CueKind(StrEnum):
    """How a cue stands in the sentence."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    QUOTED = "quoted"
    MASDAR = "masdar"
    TEXT = "text"
    PASSIVE = "passive"
    SOURCE = "source"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `frames` are what may bring in the content; `strict` if it is a cue only with one of them.

    `near` if that frame has to stand right after the cue and its subject; `joined` if the subject may stand between
    only where و or ف is written before the cue.
    `takes_object` where the one addressed or blamed may be the verb's direct object; `addresses` if that is the one
    spoken to. `passes_on` where the subject only relays what the one after «عن» said.
    """

    lemma: str
    kind: CueKind
    frames: frozenset[str]
    takes_object: bool = False
    addresses: bool = False
    strict: bool = False
    near: bool = False
    joined: bool = False
    passes_on: bool = False
    act: SpeechAct = SpeechAct.SAYING


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a cue: `feminine` and `plural` as its verb agrees; `suffix` if an object pronoun hangs on it.

    `words` are the normal forms that follow the first one, for cues of several words; `tense` is past, present or "".
    """

    cue: Cue
    words: tuple[str, ...] = ()
    feminine: bool = False
    plural: bool = False
    suffix: bool = False
    tense: str = ""


@cache
def arabic_cues() -> dict[str, tuple[Form, ...]]:
    """Return the forms of every Arabic cue under the normal form of their first word, longest first."""
    table: dict[str, list[Form]] = {}
    for lemma, past, present, participle, frames, takes_object, strict, _ in read_table(
        "statement_cues_ar.csv", _AR_COLUMNS
    ):
        verb = _cue(lemma, CueKind.VERB, frames, takes_object, strict)
        as_participle = _cue(lemma, CueKind.PARTICIPLE, frames, takes_object, strict)
        with_objects = verb.takes_object or not verb.frames.isdisjoint(_TOLD)
        for word in arabic_forms(past, present, participle, with_objects=with_objects):
            cue = as_participle if word.tense == "participle" else verb
            form = Form(cue, (), word.feminine, word.plural, word.suffix, word.tense)
            _put(table, normal(word.text), form)
    for first, form in phrase_forms("statement_phrases_ar.csv"):
        _put(table, first, form)
    return _frozen(table)


def _cue(lemma: str, kind: CueKind, frames: str, takes_object: str, strict: str) -> Cue:
    return Cue(
        lemma,
        kind,
        frozenset(frames.split()),
        takes_object=takes_object in ("addressed", "blamed"),
        addresses=takes_object == "addressed",
        strict=strict != "no",
        near=strict in ("near", "joined"),
        joined=strict == "joined",
        passes_on=takes_object == "quoted",
    )


def phrase_forms(name: str) -> Iterator[tuple[str, Form]]:
    """Yield the set phrases of a data file, each under the normal form of its first word."""
    for text, kind, frames, _ in read_table(name, _PHRASE_COLUMNS):
        first, *rest = text.split()
        cue = Cue(text, CueKind(kind), frozenset(frames.split()), strict=bool(frames))
        yield normal(first), Form(cue, tuple(normal(word) for word in rest))


def _put(table: dict[str, list[Form]], first: str, form: Form) -> None:
    """Keep the first row where two rows share a form, so that the order of the file decides."""
    known = table.setdefault(first, [])
    if all(other.words != form.words or other.cue.kind is not form.cue.kind for other in known):
        known.append(form)


def _frozen(table: dict[str, list[Form]]) -> dict[str, tuple[Form, ...]]:
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in table.items()}
