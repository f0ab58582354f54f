"""What one sentence says, as an event coder would have it: one root of PLOVER, who does it, and to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahlaf.actors import gazetteer
from ahlaf.codebook import package_table, plover
from ahlaf.model import ActorKind, Mention, QuadClass, Realis, Relation, RelationType, Span

IGO = "IGO"

_QUADS = {
    QuadClass.MATERIAL_CONFLICT: 1,
    QuadClass.MATERIAL_COOPERATION: 2,
    QuadClass.VERBAL_CONFLICT: 3,
    QuadClass.VERBAL_COOPERATION: 4,
}


@dataclass(frozen=True, slots=True)
class Coding:
    """The main event of a sentence.

    `root` is None where the sentence tells of nothing that one actor does to another. `quad` numbers the root's class
    as bilingual corpora of events do: 1 material conflict, 2 material cooperation, 3 verbal conflict, 4 verbal
    cooperation; None goes with a root of None. `source` and `target` are the actors' codes, None where no actor of the
    gazetteer stands there. `trigger` covers the words that carry the root, None where it was backed off to. `realis`
    says how real the event is; `rule` names the construction that told. Where it is known, `source_country` is the
    state that event data reckons the source to (its own code for a state, LBN for Hizbullah, IGO for organisations of
    states), and `source_role` its part in PLOVER's terms (CVL, MIL, GOV, ...); the same for the target.
    """

    root: RelationType | None
    quad: int | None
    source: str | None
    target: str | None
    trigger: Span | None
    realis: Realis | None
    rule: str
    source_country: str | None = None
    target_country: str | None = None
    source_role: str | None = None
    target_role: str | None = None


def coding(
    root: RelationType | None,
    *,
    source: str | None = None,
    target: str | None = None,
    trigger: Span | None = None,
    realis: Realis | None = Realis.ACTUAL,
    rule: str,
) -> Coding:
    """Return the coding of `root`, with the quad class that PLOVER gives it."""
    countries = country(source), country(target)
    if root is None:
        return Coding(None, None, source, target, None, None, rule, *countries)
    return Coding(root, _QUADS[plover()[root].quad], source, target, trigger, realis, rule, *countries)


def from_relation(relation: Relation) -> Coding:
    """Return the event that a relation is."""
    return coding(
        relation.type, source=relation.source, target=relation.target, trigger=relation.trigger,
        realis=relation.realis, rule=relation.rule,
    )  # fmt: skip


def first_actor(named: Sequence[Mention], span: Span | None) -> str | None:
    """Return the first actor of the gazetteer named in the span."""
    return next((m.actor for m in named if span and span.overlaps(m.span)), None)


def country(actor: str | None) -> str | None:
    """Return the state that event data reckons an actor of the gazetteer to; None for actors of no state."""
    found = gazetteer().actors.get(actor) if actor else None
    if found is None:
        return None
    if found.kind is ActorKind.STATE:
        return found.id
    return _countries().get(found.id, IGO if found.kind is ActorKind.ORGANISATION else None)


@cache
def _countries() -> Mapping[str, str]:
    rows = package_table("ahlaf.reading.coding", "data/actor_countries.csv", ("actor", "country"))
    return {row["actor"]: row["country"] for row in rows}
