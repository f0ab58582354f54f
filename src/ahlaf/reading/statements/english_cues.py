"""English cues of saying and of attitude: verbs, nouns, adjectives and set phrases, under their first words."""

from __future__ import annotations

from functools import cache

from ahlaf.language import normal
from ahlaf.model import SpeechAct
from ahlaf.reading.statements.cues import Cue, CueKind, Form, phrase_forms
from ahlaf.reading.statements.inflection import english_forms
from ahlaf.reading.statements.tables import read_table

VERB_COLUMNS = ("lemma", "forms", "act", "frames", "object", "strict", "note")
NOUN_COLUMNS = ("noun", "plural", "act", "frames", "note")
ADJECTIVE_COLUMNS = ("adjectives", "act", "frames", "note")


@cache
def english_cues() -> dict[str, tuple[Form, ...]]:
    """Return the forms of every English cue under the normal form of their first word.

    The longest come first; among those of one length verbs, then nouns and adjectives, each in the order of its file.
    """
    table: dict[str, list[Form]] = {}
    for lemma, forms, act, frames, takes, strict, _ in read_table("statement_cues_en.csv", VERB_COLUMNS):
        cue = Cue(
            lemma,
            CueKind.VERB,
            frozenset(frames.split()),
            takes_object=takes in ("addressed", "blamed"),
            addresses=takes == "addressed",
            near=strict == "near",
            act=SpeechAct(act),
        )
        for text, tense in english_forms(forms):
            _put(table, text, cue, tense)
    for first, form in phrase_forms("statement_phrases_en.csv"):
        table.setdefault(first, []).append(form)
    for noun, plural, act, frames, _ in read_table("statement_nouns_en.csv", NOUN_COLUMNS):
        cue = Cue(noun, CueKind.NOUN, frozenset(frames.split()), near=True, act=SpeechAct(act))
        for text in (noun, plural):
            if text:
                _put(table, text, cue, "")
    for adjectives, act, frames, _ in read_table("statement_adjectives_en.csv", ADJECTIVE_COLUMNS):
        for text in adjectives.split():
            cue = Cue(text, CueKind.ADJECTIVE, frozenset(frames.split()), near=True, act=SpeechAct(act))
            _put(table, text, cue, "")
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in table.items()}


def _put(table: dict[str, list[Form]], text: str, cue: Cue, tense: str) -> None:
    first, *rest = text.split()
    table.setdefault(normal(first), []).append(Form(cue, tuple(normal(w) for w in rest), tense=tense))


@cache
def finite_words() -> frozenset[str]:
    """Return the forms that are hardly ever anything but the verb of a clause: pasts and third persons of cues."""
    return frozenset(
        word
        for word, forms in english_cues().items()
        for form in forms
        if form.cue.kind is CueKind.VERB
        and not form.words
        and (form.tense == "past" or form.tense == "present")
        and form.cue.frames & {"clause", "that", "to"}
    )
