"""What the answer rests on, and how thin that is."""

from __future__ import annotations

from collections.abc import Callable

from ahlaf.model import Case, Tie, TieOrigin
from ahlaf.report.ties import is_thin, member_ties, report_count
from ahlaf.report.words import Words

# Longer lists of ties are counted; the page lists every tie with its evidence.
_MOST_NAMED = 10


def evidence_sentences(case: Case, words: Words) -> tuple[str, ...]:
    """Say as of when, and how much evidence the members' ties rest on; which are thin, assumed, or coded by hand."""
    ties = member_ties(case)
    evidence = tuple(item for tie in ties for item in tie.evidence)
    said = [words.say("evidence.as_of", day=words.day(as_of))] if (as_of := case.question.as_of) else []
    if evidence:
        places = {(item.report, item.start) for item in evidence}
        reports = words.say("evidence.reports", report_count(evidence))
        said.append(words.say("evidence.basis", len(places), reports=reports))
    else:
        said.append(words.say("evidence.basis_none"))
    days = sorted(item.date for item in evidence if item.date)
    if days and days[0] != days[-1]:
        said.append(words.say("evidence.span", start=words.day(days[0]), end=words.day(days[-1])))
    said += _of_ties("evidence.thin", "evidence.thin_many", ties, is_thin, words)
    said += _of_ties(
        "evidence.assumed", "evidence.assumed_many", ties, lambda tie: tie.origin is TieOrigin.ASSUMED, words
    )
    said += _of_ties("evidence.coded", "evidence.coded_many", ties, lambda tie: tie.origin is TieOrigin.CODED, words)
    return tuple(said)


def tie_sentences(tie: Tie, words: Words) -> tuple[str, ...]:
    """Say of one tie where its weight comes from."""
    if tie.origin is TieOrigin.ASSUMED:
        return (words.say("evidence.origin_assumed"),)
    if tie.origin is TieOrigin.COMPUTED:
        reports = words.say("evidence.reports", report_count(tie.evidence))
        return (words.say("evidence.origin_computed", len(tie.evidence), reports=reports),)
    said = [words.say("evidence.origin_coded")]
    if tie.overrides is not None:
        weight, computed = words.weight(tie.weight), words.weight(tie.overrides)
        said.append(words.say("evidence.overrides", weight=weight, computed=computed))
    return tuple(said)


def _of_ties(
    few: str, many: str, ties: tuple[Tie, ...], chosen: Callable[[Tie], bool], words: Words
) -> tuple[str, ...]:
    """Name the chosen ties, or say how many they are where nobody would read their names."""
    pairs = [tie.pair for tie in ties if chosen(tie)]
    if len(pairs) > _MOST_NAMED:
        return (words.say(many, len(pairs), pairs=words.number(len(ties))),)
    return (words.say(few, len(pairs), pairs=words.between_all(pairs)),) if pairs else ()
