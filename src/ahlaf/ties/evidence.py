"""From what reports say to what bears on a pair: a claim is not a fact, and a repetition is no second witness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ahlaf.actors import gazetteer
from ahlaf.model import ActorKind, Evidence, Pair, Reading, Realis, Relation, RelationType, TieParameters, pair_of
from ahlaf.ties.realis import realis_rules, value_of

_HELPS = frozenset({RelationType.AID, RelationType.SUPPORT, RelationType.COOPERATE, RelationType.AGREE})


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """What became of the relations: counted ones, and those left out, by reason."""

    relations: int
    counted: int
    outside_period: int
    undated: int
    without_sign: int


def collect_evidence(
    readings: Iterable[Reading],
    parameters: TieParameters,
    *,
    start: date | None = None,
    end: date | None = None,
    outlawed: Collection[str] = (),
) -> tuple[dict[Pair, tuple[Evidence, ...]], EvidenceCount]:
    """Return the evidence on every pair, heaviest first, and a count of what was left out.

    A relation bears on its own pair with x = `value_of(type, realis)` and the weight of its realis: whole where the
    reporter or either end says so, `claim_about_others` of it where a third party does, and not at all where a third
    party only wishes or imagines it.
    A third party's claim that somebody does harm, or helps one of the `outlawed` (the threat and its like), bears on
    the pair of claimant and blamed as an accusation, with `claim_as_attitude`; harm to an armed group is no blame.
    Weights halve every `half_life_days` before `end` (or the last dated relation), and what one report weighs on one
    pair is scaled down to `report_weight`. Undated relations count unless a period is asked for.
    """
    loaded = tuple(readings)
    dated = [day for reading in loaded for r in reading.relations if (day := _day(reading, r)) is not None]
    anchor = end or max(dated, default=None)
    found: dict[Pair, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    total = counted = outside = undated = unsigned = 0
    for reading in loaded:
        for relation in reading.relations:
            total += 1
            day = _day(reading, relation)
            if day is None and (start or end):
                undated += 1
                continue
            if day is not None and ((start and day < start) or (end and day > end)):
                outside += 1
                continue
            bearing = list(_bearings(reading, relation, day, parameters, anchor, outlawed))
            counted += bool(bearing)
            unsigned += not bearing
            for evidence in bearing:
                pair = pair_of(evidence.source, evidence.target)
                found[pair][evidence.report].append(evidence)
    pairs = {pair: _settle(reports.values(), parameters) for pair, reports in sorted(found.items())}
    return pairs, EvidenceCount(total, counted, outside, undated, unsigned)


def _day(reading: Reading, relation: Relation) -> date | None:
    return relation.date or reading.article.date or reading.report.date


def _bearings(
    reading: Reading,
    relation: Relation,
    day: date | None,
    parameters: TieParameters,
    anchor: date | None,
    outlawed: Collection[str],
) -> Iterator[Evidence]:
    rule, value = realis_rules()[relation.realis], value_of(relation.type, relation.realis)
    age = (anchor - day).days if anchor and day else 0
    weight = rule.factor * 0.5 ** (max(0, age) / parameters.half_life_days)
    claimant = relation.claimed_by
    own = claimant is None or claimant in (relation.source, relation.target)
    if value and weight and (own or rule.third_party):
        whole = 1.0 if own else parameters.claim_about_others
        why = "reported" if claimant is None else "said by one of the two" if own else "claimed by a third party"
        yield _evidence(reading, relation, day, value, weight * whole, why)
    if claimant is not None and not own and claimant not in outlawed and _is_blame(relation, outlawed):
        accusation = replace(relation, source=claimant, target=relation.source, type=RelationType.ACCUSE)
        blame = value_of(RelationType.ACCUSE, relation.realis)
        yield _evidence(reading, accusation, day, blame, weight * parameters.claim_as_attitude, "blames the other")


def _is_blame(relation: Relation, outlawed: Collection[str]) -> bool:
    """Whether to claim this of somebody is to accuse: harm that was done, or help that was given to the outlawed."""
    if relation.realis is not Realis.ACTUAL:
        return False
    if relation.target in outlawed:
        return relation.type in _HELPS
    target = gazetteer().actors.get(relation.target)
    armed = target is not None and target.kind is ActorKind.ARMED_GROUP
    return not armed and value_of(relation.type, relation.realis) < 0


def _evidence(
    reading: Reading, relation: Relation, day: date | None, value: float, weight: float, why: str
) -> Evidence:
    report, article = reading.report, reading.article
    return Evidence(
        report=report.id,
        source=relation.source,
        target=relation.target,
        type=relation.type,
        realis=relation.realis,
        claimed_by=relation.claimed_by,
        date=day,
        value=value,
        weight=weight,
        quote=relation.sentence.of(report.text),
        start=relation.sentence.start,
        end=relation.sentence.end,
        trigger=relation.trigger.of(report.text),
        lang=report.lang or "",
        publisher=article.publisher or report.publisher,
        title=article.title_text or report.title,
        url=report.url,
        why=why,
    )


def _settle(reports: Iterable[list[Evidence]], parameters: TieParameters) -> tuple[Evidence, ...]:
    """Count what a report repeats once, scale what it weighs down to one witness, and put the heaviest first."""
    settled: list[Evidence] = []
    for group in reports:
        once: dict[tuple[str, str, str, str, str], Evidence] = {}
        for evidence in group:
            key = (evidence.source, evidence.target, evidence.type, evidence.realis, evidence.claimed_by or "")
            if key not in once or evidence.weight > once[key].weight:
                once[key] = evidence
        total = sum(evidence.weight for evidence in once.values())
        scale = min(1.0, parameters.report_weight / total) if total else 1.0
        settled += (replace(evidence, weight=evidence.weight * scale) for evidence in once.values())
    return tuple(sorted(settled, key=_heaviest_first))


def _heaviest_first(evidence: Evidence) -> tuple[float, str, str, int, str, str]:
    day = evidence.date.isoformat() if evidence.date else ""
    return (
        -round(abs(evidence.value) * evidence.weight, 12),
        day,
        evidence.report,
        evidence.start,
        evidence.source,
        evidence.type,
    )
