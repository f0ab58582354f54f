"""English acts of saying and attitudes: each cue with its subject and where what it tells stands."""

from __future__ import annotations

from ahlaf.reading.statements.cues import CueKind, Form
from ahlaf.reading.statements.drafts import Direction, Draft, Subject
from ahlaf.reading.statements.english_cues import english_cues
from ahlaf.reading.statements.english_lines import is_headline, named_lines
from ahlaf.reading.statements.english_nouns import adjective_draft, noun_draft
from ahlaf.reading.statements.english_phrases import phrase_after
from ahlaf.reading.statements.english_stands import Stand, stand_of
from ahlaf.reading.statements.english_verbs import verb_draft
from ahlaf.reading.statements.english_words import is_in
from ahlaf.reading.statements.flow import Flow

# Words after a source named inside a sentence at the least for them to be what was said.
_MIN_BEFORE = 3


def english_drafts(flow: Flow) -> list[Draft]:
    """Find every English cue of the document, in order."""
    table = english_cues()
    drafts = named_lines(flow)
    headlines: dict[int, bool] = {}
    until = 0
    for i, word in enumerate(flow.words):
        forms = table.get(word)
        if forms is None or i < until or flow.mention_of[i] >= 0 or not _may_be_cue(flow, i, headlines):
            continue
        draft = _first(flow, i, forms)
        if draft is not None:
            drafts.append(draft)
            until = draft.after
    return sorted(drafts, key=lambda draft: draft.at)


def _may_be_cue(flow: Flow, i: int, headlines: dict[int, bool]) -> bool:
    """Turn away names (the United States) and halves of compounds (so-called)."""
    sentence = flow.sentence_of[i]
    if i == flow.starts[sentence]:
        return True
    if flow.words[i - 1] == "-":
        return False
    if flow.tokens[i].text[0].islower():
        return True
    if sentence not in headlines:
        headlines[sentence] = is_headline(flow, sentence)
    return headlines[sentence]


def _first(flow: Flow, i: int, forms: tuple[Form, ...]) -> Draft | None:
    """Return what the first of the forms that fits tells."""
    stands: dict[str, Stand | None] = {}
    for form in forms:
        after = i + 1 + len(form.words)
        if form.words and (flow.words[i + 1 : after] != form.words or _dated(flow, after)):
            continue
        kind = form.cue.kind
        if kind is CueKind.VERB:
            if form.tense not in stands:
                stands[form.tense] = stand_of(flow, i, form.tense)
            stand = stands[form.tense]
            draft = verb_draft(flow, i, form, stand) if stand is not None else None
        elif kind is CueKind.NOUN:
            draft = noun_draft(flow, i, form)
        elif kind is CueKind.ADJECTIVE:
            draft = adjective_draft(flow, i, form)
        elif kind is CueKind.TAIL:
            after = i + 1 + len(form.words)
            draft = Draft(
                i, i, after, 0, form, Subject.NOBODY, None, i, 0, Direction.BACKWARD, True, False, None, "tail"
            )  # fmt: skip
        else:
            draft = _source(flow, i, i + 1 + len(form.words), form)
        if draft is not None:
            return draft
    return None


def _dated(flow: Flow, after: int) -> bool:
    """Whether the preposition of a cue belongs to a date: «agreed on Friday», «called for 8 May»."""
    return after < len(flow) and is_in(flow, after - 1, "placing") and (
        is_in(flow, after, "time") or flow.words[after].isdigit()
    )  # fmt: skip


def _source(flow: Flow, i: int, after: int, form: Form) -> Draft | None:
    """A source that a preposition names: «according to Ankara»."""
    floor, end = flow.sentence_start(i), flow.sentence_end(i)
    phrase = phrase_after(flow, after, end)
    if phrase.empty:
        return None
    leading = i - floor <= 1
    rest = phrase.end
    while rest < end and flow.words[rest] != ",":
        rest += 1
    if leading:
        start, direction, rule = min(rest + 1, end - 1), Direction.FORWARD, "source named first"
    else:
        around = rest < end and end - rest > _MIN_BEFORE and flow.words[i - 1] == ","
        start, direction = floor, Direction.AROUND if around else Direction.BACKWARD
        rule = "source named with a preposition"
    return Draft(
        i, i, after, 0, form, Subject.NAMED, phrase, start, 0, direction, True, False, None, rule
    )  # fmt: skip
