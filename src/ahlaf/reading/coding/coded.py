"""What one sentence says, as an event coder would have it: one root of PLOVER, who does it, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from ahlaf.codebook import plover
from ahlaf.model import QuadClass, Realis, RelationType, Span

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
    says how real the event is; `rule` names the construction that told.
    """

    root: RelationType | None
    quad: int | None
    source: str | None
    target: str | None
    trigger: Span | None
    realis: Realis | None
    rule: str
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
    source_role: str | None = None,
    target_role: str | None = None,
) -> Coding:
    """Return the coding of `root`, with the quad class that PLOVER gives it."""
    if root is None:
        return Coding(None, None, source, target, None, None, rule, source_role, target_role)
    return Coding(root, _QUADS[plover()[root].quad], source, target, trigger, realis, rule, source_role, target_role)
