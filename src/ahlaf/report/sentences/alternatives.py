"""With which other members would it hold as things are?"""

from __future__ import annotations

from ahlaf.model import Alternative, Alternatives, Answer, ProofStatus, Status
from ahlaf.report.words import Words

_OF_FEWEST_CHANGES = 2
"""So many of the memberships with the fewest changes are said; a page shows them all."""


def alternative_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say the best other memberships, how many were tried, and which part of the members stands by itself.

    Nothing is said where the coalition holds at the weights of its ties and is strong enough as it is.
    """
    central, enough = answer.verdict.central, answer.sufficiency.enough
    if central and enough:
        return ()
    found = answer.alternatives.found
    chosen = _chosen(tuple(one for one in found if one.enough) if central else found)
    said = [alternative_sentence(one, answer, words) for one in chosen]
    said.append(_scope(answer.alternatives, words))
    if not central:
        said += _strongest_part(answer, chosen, words)
    return tuple(said)


def alternative_sentence(one: Alternative, answer: Answer, words: Words) -> str:
    """Say of one membership who leaves and comes, how firmly it would hold, and whether it would be strong enough."""
    return words.say(
        "alternatives.holds",
        change=change_phrase(one, words),
        firmness=_firmness(one, words),
        strength=_strength(one, answer, words),
    )


def change_phrase(one: Alternative, words: Words) -> str:
    """Return who leaves and who comes: "With Iraq in the place of Syria"."""
    values = {"leave": words.named(one.leave), "come": words.named(one.come)}
    if not one.come:
        return words.say("alternatives.without", leave=values["leave"])
    if not one.leave:
        return words.say("alternatives.with", come=values["come"])
    kind = "swap" if len(one.leave) == len(one.come) == 1 else "both"
    return words.say(f"alternatives.{kind}", **values)


def _chosen(found: tuple[Alternative, ...]) -> tuple[Alternative, ...]:
    """Return those to be said: the best with the fewest changes, and of all that are strong enough the firmest."""
    if not found:
        return ()
    fewest = len(found[0].leave) + len(found[0].come)
    first = [one for one in found if len(one.leave) + len(one.come) == fewest][:_OF_FEWEST_CHANGES]
    firmest = max((one for one in found if one.enough), key=lambda one: one.probability.value, default=None)
    return tuple(first if firmest is None or firmest in first else [*first, firmest])


def _firmness(one: Alternative, words: Words) -> str:
    if one.status is Status.HOLDS:
        return words.say("alternatives.firm")
    return words.say("alternatives.likely", share=words.probability(one.probability.value))


def _strength(one: Alternative, answer: Answer, words: Words) -> str:
    capability, requirement = words.number(one.capability), words.number(answer.sufficiency.requirement)
    kind = "enough" if one.enough else "weak"
    return words.say(f"alternatives.{kind}", capability=capability, requirement=requirement)


def _scope(alternatives: Alternatives, words: Words) -> str:
    """Say how far the search went; every membership within it was tried."""
    holding = sum(count.holding for count in alternatives.counts)
    searched = words.number(sum(count.searched for count in alternatives.counts))
    return words.say("alternatives.scope", holding, changes=words.number(len(alternatives.counts)), searched=searched)


def _strongest_part(answer: Answer, chosen: tuple[Alternative, ...], words: Words) -> tuple[str, ...]:
    """Say which part of the members is the strongest that holds, unless it has been said, and how far that is sure."""
    part, certificate = answer.alternatives.strongest, answer.alternatives.certificate
    if part is None:
        stopped = certificate.status is ProofStatus.STOPPED
        return (words.say("alternatives.no_part_found" if stopped else "alternatives.no_part"),)
    said = []
    if all(part.members != one.members for one in chosen):
        firmness, strength = _firmness(part, words), _strength(part, answer, words)
        names = words.named(part.members)
        said.append(words.say("alternatives.strongest", names=names, firmness=firmness, strength=strength))
    if certificate.status is ProofStatus.STOPPED:
        said.append(words.say("alternatives.stopped", bound=words.number(certificate.bound)))
    return tuple(said)
