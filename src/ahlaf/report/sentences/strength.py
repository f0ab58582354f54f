"""How big a miracle, whether it is strong enough, and who else would join."""

from __future__ import annotations

from ahlaf.model import Answer, Case, Enlargement, Joining, Miracle, Pair, ProofStatus, pair_of
from ahlaf.network import SignedNetwork
from ahlaf.report.ties import network_of
from ahlaf.report.words import Words


def miracle_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say by what factor the threat would have to weigh more for the coalition to hold as things are."""
    miracle, threat = answer.miracle, words.in_prose(answer.question.threat)
    if miracle.factor is None:
        if answer.verdict.red_lines:
            said = [words.say("miracle.red_line", threat=threat)]
            if miracle.lifted is not None:
                said.append(words.say("miracle.lifted", factor=words.number(miracle.lifted)))
            return tuple(said)
        return (words.say("miracle.gain", threat=threat, names=words.named(miracle.binding)),)
    if miracle.factor == 0:
        said = [words.say("miracle.zero", threat=threat)]
    elif miracle.factor == 1:
        said = [words.say("miracle.exact", threat=threat)]
    else:
        kind = "more" if miracle.factor > 1 else "less"
        said = [words.say(f"miracle.{kind}", threat=threat, factor=words.number(miracle.factor))]
    if miracle.factor > 1 and miracle.binding:
        said.append(words.say("miracle.binding", names=words.named(miracle.binding)))
    return (*said, *_range(miracle, words))


def _range(miracle: Miracle, words: Words) -> tuple[str, ...]:
    """Say where the factor lies within the ties' intervals; nothing where the intervals leave it no room."""
    if miracle.best is None or miracle.best == miracle.worst:
        return ()
    best = words.number(miracle.best)
    if miracle.worst is None:
        return (words.say("miracle.range_open", best=best),)
    return (words.say("miracle.range", best=best, worst=words.number(miracle.worst)),)


def sufficiency_sentences(case: Case, answer: Answer, words: Words) -> tuple[str, ...]:
    """Say whether it is strong enough, what would make it so, and which of the numbers are assumed."""
    strength = answer.sufficiency
    capability, requirement = words.number(strength.capability), words.number(strength.requirement)
    kind = "strength.enough" if strength.enough else "strength.weak"
    said = [words.say(kind, capability=capability, requirement=requirement)]
    note = case.requirement_note_ar if words.lang == "ar" else case.requirement_note_en
    if note:
        said.append(words.say("strength.note", note=note))
    if strength.enlargement:
        said.append(words.say("strength.enlarge", names=words.named(strength.enlargement)))
    elif strength.enlargement is None:
        said.append(words.say("strength.all_too_weak"))
    if not answer.verdict.red_lines:
        said += _holding(strength.holding, strength.enlargement, words)
    if answer.question.requirement_assumed:
        said.append(words.say("strength.requirement_assumed"))
    assumed = [party.id for party in case.parties if party.assumed]
    if assumed:
        said.append(words.say("strength.parties_assumed", names=words.named(assumed)))
    return tuple(said)


def _holding(enlargement: Enlargement, ignoring_quarrels: tuple[str, ...] | None, words: Words) -> tuple[str, ...]:
    """Say the smallest enlargement that is strong enough and holds; nothing where nobody need come."""
    certificate = enlargement.certificate
    bound = words.number(certificate.bound) if certificate.status is ProofStatus.STOPPED else ""
    if enlargement.added is None:
        if bound:
            return (words.say("strength.enlarge_holding_stopped", bound=bound),)
        # Where even all together are too weak, that has been said.
        return () if ignoring_quarrels is None else (words.say("strength.enlarge_holding_none"),)
    if not enlargement.added or enlargement.capability is None:
        return ()
    names, capability = words.named(enlargement.added), words.number(enlargement.capability)
    if bound:
        unproven = words.say("strength.enlarge_holding_unproven", names=names, capability=capability, bound=bound)
        return (unproven,)
    return (words.say("strength.enlarge_holding", names=names, capability=capability),)


def joining_sentences(case: Case, answer: Answer, words: Words) -> tuple[str, ...]:
    """Say which outsiders would gain by joining, whom that would drive out, and which red lines stand in the way."""
    network, members = network_of(case), answer.question.members
    groups: dict[tuple[bool, tuple[str, ...], bool], list[str]] = {}
    red_lines: dict[bool, list[Pair]] = {}
    for joining in answer.joining:
        barred = [pair_of(joining.actor, member) for member in sorted(members) if _barred(network, joining, member)]
        red_lines.setdefault(joining.wants, []).extend(barred)
        objectors = () if barred else joining.objectors
        groups.setdefault((joining.wants, objectors, bool(barred)), []).append(joining.actor)
    return tuple(
        words.say(
            _joining_key(wants, objectors, barred),
            names=words.opening(words.named(actors)),
            objectors=words.named(objectors),
            pairs=words.between_all(red_lines[wants]) if barred else "",
        )
        for (wants, objectors, barred), actors in groups.items()
    )


def _barred(network: SignedNetwork, joining: Joining, member: str) -> bool:
    tie = network.ties.get(pair_of(joining.actor, member))
    return tie is not None and tie.red_line


def _joining_key(wants: bool, objectors: tuple[str, ...], barred: bool) -> str:
    if barred:
        return "joining.barred" if wants else "joining.barred_apart"
    if objectors:
        return "joining.unwelcome" if wants else "joining.apart"
    return "joining.welcome" if wants else "joining.reluctant"
