"""Several coalitions side by side: each by itself, and what they do to one another."""

from __future__ import annotations

from collections.abc import Mapping

from ahlaf.model import (
    Coalition,
    ComparedCoalition,
    Comparison,
    CrossPressure,
    Overlap,
    ProofStatus,
    Quarrel,
    Status,
)
from ahlaf.report.ties import walks_out
from ahlaf.report.words import Words

_QUARRELS_SAID = 3
"""So many quarrels are said of two coalitions; a page shows them all."""


def asked_overlap_sentences(comparison: Comparison | None, words: Words) -> tuple[str, ...]:
    """Say what the other coalitions do to the one that is asked about; nothing where it shares no member with any."""
    if comparison is None:
        return ()
    asked = comparison.coalitions[0]
    return () if asked.overlap is None else tuple(_overlap(asked, asked.overlap, words))


def coalition_sentences(one: ComparedCoalition, words: Words) -> tuple[str, ...]:
    """Say of one coalition who is in it, whether it holds, what stops it, and what it would take."""
    said = [_who(one.coalition, words), _verdict(one, words)]
    outside = [balance.actor for balance in one.verdict.balances if walks_out(balance)]
    if outside:
        said.append(words.say("compare.outside", names=words.named(outside)))
    if one.verdict.red_lines:
        pairs = words.between_all(one.verdict.red_lines)
        said.append(words.say("compare.red_lines", len(one.verdict.red_lines), pairs=pairs))
    said.append(_strength(one, words))
    said += _price(one, words)
    if one.miracle.factor is not None and one.miracle.factor > 1:
        said.append(words.say("compare.miracle", factor=words.number(one.miracle.factor)))
    if not one.standing and one.coalition.since is not None:
        said.append(words.say("compare.apart", day=words.day(one.coalition.since)))
    return tuple(said)


def overlap_sentences(comparison: Comparison, words: Words) -> tuple[str, ...]:
    """Say what standing in several coalitions at once does to each, and who is pulled at from two sides."""
    titles = {one.coalition.key: coalition_title(one.coalition, words) for one in comparison.coalitions}
    overlaps = [(one, one.overlap) for one in comparison.coalitions if one.overlap is not None]
    if not overlaps:
        return (words.say("compare.no_overlap"),)
    said = [words.say("compare.overlaps")]
    for one, overlap in overlaps:
        said += _overlap(one, overlap, words)
    said += (_pressure(pressure, titles, words) for pressure in comparison.cross_pressures if pressure.quarrels)
    return tuple(said)


def coalition_title(coalition: Coalition, words: Words) -> str:
    """Return what a coalition is called: its title, or its members."""
    given = coalition.title_ar if words.lang == "ar" else coalition.title_en
    return given or words.listed(words.name(member) for member in coalition.members)


def coalition_note(coalition: Coalition, words: Words) -> str:
    """Return the note on a coalition."""
    return coalition.note_ar if words.lang == "ar" else coalition.note_en


def _who(coalition: Coalition, words: Words) -> str:
    title, names = coalition_title(coalition, words), words.named(coalition.members)
    if coalition.total is None or coalition.total == len(coalition.members):
        return words.say("phrase.who_in", title=title, names=names)
    return words.say("compare.who_of", title=title, names=names, total=words.number(coalition.total))


def _verdict(one: ComparedCoalition, words: Words) -> str:
    match one.verdict.status:
        case Status.HOLDS:
            return words.say("compare.firm")
        case Status.FAILS:
            return words.say("compare.never")
        case _:
            return words.say("compare.open", share=words.probability(one.verdict.probability.value))


def _strength(one: ComparedCoalition, words: Words) -> str:
    capability, requirement = words.number(one.capability), words.number(one.requirement)
    kind = "compare.enough" if one.enough else "compare.weak"
    return words.say(kind, capability=capability, requirement=requirement)


def _price(one: ComparedCoalition, words: Words) -> tuple[str, ...]:
    """Say the cheapest reconciliation and who should broker it; nothing where none is needed."""
    if one.package is None:
        impossible = one.certificate.status is ProofStatus.INFEASIBLE
        return (words.say("compare.no_price" if impossible else "compare.price_unknown"),)
    if not one.package.steps:
        return ()
    pairs = words.between_all([step.pair for step in one.package.steps])
    said = [words.say("compare.mend", price=words.number(one.package.price), pairs=pairs)]
    if one.broker is not None:
        said.append(words.say("compare.broker", name=words.in_prose(one.broker.actor)))
    return tuple(said)


def _overlap(one: ComparedCoalition, overlap: Overlap, words: Words) -> list[str]:
    said = [
        words.say(
            "compare.left_enough" if overlap.enough else "compare.left_weak",
            title=coalition_title(one.coalition, words),
            names=words.named(member.actor for member in overlap.members),
            strength=words.number(overlap.strength),
            requirement=words.number(one.requirement),
        )
    ]
    idle = [member.actor for member in overlap.members if member.adds <= 0]
    if idle:
        said.append(words.say("compare.adds_nothing", names=words.named(idle)))
    said.append(_changed(one, overlap, words))
    before = {balance.actor for balance in one.verdict.balances if walks_out(balance)}
    tempted = [actor for actor in overlap.outside if actor not in before]
    if tempted:
        said.append(words.say("compare.outside", names=words.named(tempted)))
    return said


def _changed(one: ComparedCoalition, overlap: Overlap, words: Words) -> str:
    """Say what became of the verdict: the same, no longer firm, or turned."""
    share, before = words.probability(overlap.probability.value), words.probability(one.verdict.probability.value)
    if overlap.status is Status.FAILS and one.verdict.status is not Status.FAILS:
        return words.say("compare.turned")
    if overlap.status is Status.CONTESTED and (one.verdict.status, before) != (overlap.status, share):
        return words.say("compare.share_beside", before=before, share=share)
    return words.say("compare.unchanged")


def _pressure(pressure: CrossPressure, titles: Mapping[str, str], words: Words) -> str:
    said = [_quarrel(quarrel, words) for quarrel in pressure.quarrels[:_QUARRELS_SAID]]
    left = len(pressure.quarrels) - len(said)
    if left:
        said.append(words.say("compare.more", left))
    return words.say(
        "compare.pressure",
        names=words.named(pressure.members),
        first=titles[pressure.first],
        second=titles[pressure.second],
        quarrels=words.clauses(said),
    )


def _quarrel(quarrel: Quarrel, words: Words) -> str:
    kind = "quarrel_red_line" if quarrel.red_line else "quarrel"
    return words.say(f"phrase.{kind}", pair=words.dash(quarrel.pair), weight=words.weight(quarrel.weight))
