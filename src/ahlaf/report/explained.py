"""A reading in words: for each statement and relation the words that made it, and the rule."""

from __future__ import annotations

from collections.abc import Iterator

from ahlaf.model import Reading, Relation, Span, Statement

# So many characters of the sentence are shown on either side of a relation's trigger.
_AROUND = 60


def explain(reading: Reading) -> str:
    """Return a text that says what was found in a report, in its order, a paragraph each.

    A statement or attitude shows its cue, its speaker and its content; a relation its parties, its trigger in the
    words around it (the trigger between ⟦ and ⟧), who claims it and on what condition; all show their rule.
    """
    report = reading.report
    head = " · ".join(part for part in (report.id, str(report.date or ""), report.title or "") if part)
    found: list[tuple[Span, str, str]] = [
        *((s.cue, "statement", _statement(report.text, s)) for s in (*reading.statements, *reading.attitudes)),
        *((r.trigger, "relation", _relation(report.text, r)) for r in reading.relations),
    ]
    parts = [head, *(text for _, _, text in sorted(found))]
    if not found:
        parts.append(f"no statement and no relation; {len(reading.mentions)} mentions of actors")
    return "\n\n".join(parts) + "\n\n"


def _statement(text: str, statement: Statement) -> str:
    speaker = statement.speaker.of(text) if statement.speaker else "(not named here)"
    who = ", ".join(part for part in (statement.speaker_actor, statement.person) if part) or "no known actor"
    what = "statement" if statement.act.said else f"attitude ({statement.act.value})"
    lines = [f"{what} at {_at(statement.cue)}: {statement.cue.of(text)}", f"speaker: {speaker} ({who})"]
    if statement.addressee_actor:
        lines.append(f"said to: {statement.addressee_actor}")
    if statement.reported_by:
        lines.append(f"reported by: {statement.reported_by}")
    lines += [f"content ({statement.kind.value}): {_plain(statement.content.of(text))}", f"rule: {statement.rule}"]
    return "\n  ".join(lines)


def _relation(text: str, relation: Relation) -> str:
    parties = f"{relation.source} → {relation.target}"
    lines = [
        f"relation at {_at(relation.trigger)}: {parties} {relation.type.value}, {relation.realis.value}",
        f"words: {''.join(_around(text, relation))}",
    ]
    if relation.claimed_by:
        lines.append(f"claimed by: {relation.claimed_by}")
    if relation.condition:
        lines.append(f"condition: {_plain(relation.condition.of(text))}")
    if relation.date:
        lines.append(f"date: {relation.date}")
    lines.append(f"rule: {relation.rule}")
    return "\n  ".join(lines)


def _around(text: str, relation: Relation) -> Iterator[str]:
    trigger, sentence = relation.trigger, relation.sentence
    start, end = max(sentence.start, trigger.start - _AROUND), min(sentence.end, trigger.end + _AROUND)
    if start > sentence.start:
        yield "…"
    yield f"{_plain(text[start : trigger.start])}⟦{trigger.of(text)}⟧{_plain(text[trigger.end : end])}"
    if end < sentence.end:
        yield "…"


def _plain(text: str) -> str:
    return text.replace("\n", " ")


def _at(span: Span) -> str:
    return f"{span.start}–{span.end}"
