"""Which commitments does a reading suggest? Relations marked conditional or offered, as rules for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

from ahlaf.codebook import package_table
from ahlaf.model import Act, Proposal, Reading, Realis, Relation, RelationType, Span
from ahlaf.solve.commitments.rules_words import keyword_role

_PROPOSED = (Realis.CONDITIONAL, Realis.OFFERED)


def propose_commitments(readings: Iterable[Reading]) -> tuple[Proposal, ...]:
    """Return what the reports say that parties would do, on a condition or as an offer, as proposals of rules.

    A proposal is a conditional or offered relation: its source does the deed to its target. Its condition is what else
    was read in the words of the condition, where that is certain: nothing in them is denied, and after "unless" there
    is one deed only. Sorted by day (undated last), report and place in the text; the same rule once a report.
    """
    found: dict[tuple[str, str], Proposal] = {}
    for reading in readings:
        for proposal in sorted(_proposals(reading), key=_place):
            found.setdefault((proposal.report, proposal.rule), proposal)
    return tuple(sorted(found.values(), key=_place))


@cache
def proposed_deeds() -> Mapping[tuple[RelationType, str], tuple[str, bool]]:
    """Return deed, and whether it names its object, by root and beginning of the CAMEO code ("" for all others)."""
    rows = package_table("ahlaf.solve.commitments", "proposed_deeds.csv", ("root", "cameo", "deed", "object"))
    return MappingProxyType(
        {(RelationType(row["root"]), row["cameo"]): (row["deed"], row.flag("object")) for row in rows}
    )


def _place(proposal: Proposal) -> tuple[date, str, int, str]:
    return proposal.day or date.max, proposal.report, proposal.at, proposal.rule


def _proposals(reading: Reading) -> Iterator[Proposal]:
    report = reading.report
    for relation in reading.relations:
        if relation.realis not in _PROPOSED or _is_condition(relation):
            continue
        unless, words = _opening(report.text, relation.condition) if relation.condition else (False, None)
        yield Proposal(
            act=_act(relation),
            realis=relation.realis,
            when=_when(relation, reading.relations, unless=unless),
            unless=unless,
            words=_one_line(words, report.text) if words else None,
            claimed_by=relation.claimed_by,
            report=report.id,
            publisher=report.publisher or reading.article.publisher,
            day=report.date or reading.article.date,
            quote=_one_line(relation.sentence, report.text),
            at=relation.trigger.start,
        )


def _is_condition(relation: Relation) -> bool:
    """Whether the relation stands among the words of its own condition: then it is waited for, not promised."""
    return relation.condition is not None and relation.condition.covers(relation.trigger)


def _when(promised: Relation, relations: Sequence[Relation], *, unless: bool) -> tuple[Act, ...]:
    """Return the deeds that were read in the words of the condition; none where they may say something else."""
    if promised.condition is None:
        return ()
    inside = [other for other in relations if promised.condition.covers(other.trigger)]
    if any(other.realis is Realis.DENIED for other in inside):
        return ()
    # What stands there as a fact is background («سياستها التي تكمن في التدخل»), not what is waited for.
    awaited = sorted(
        (other for other in inside if other.realis is Realis.CONDITIONAL and other.condition == promised.condition),
        key=lambda other: (other.trigger, other.source, other.target),
    )
    acts = tuple(act for act in dict.fromkeys(map(_act, awaited)) if act != _act(promised))
    # "Unless A and B" is not "unless A or B".
    return () if unless and len(acts) > 1 else acts


def _act(relation: Relation) -> Act:
    """Return the relation as an act of a rule, by the finest row of the table that fits its code."""
    table = proposed_deeds()
    codes = (relation.cameo[:length] for length in range(len(relation.cameo), -1, -1))
    deed, with_object = next(table[relation.type, code] for code in codes if (relation.type, code) in table)
    return Act(relation.source, deed, relation.target if with_object else None)


def _opening(text: str, condition: Span) -> tuple[bool, Span]:
    """Return whether the condition opens with "unless" as rules know it, and the words of it with that keyword whole.

    Of «إلا إذا» the reader takes the second word for the beginning of the condition.
    """
    first = condition.of(text).lower().split()[:1]
    before = text[: condition.start].split()[-1:]
    if before and keyword_role([before[0].lower(), *first]) == "unless":
        return True, Span(text.rindex(before[0], 0, condition.start), condition.end)
    return keyword_role(first) == "unless", condition


def _one_line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
