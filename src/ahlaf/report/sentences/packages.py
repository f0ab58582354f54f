"""What it would take: packages of steps and their price."""

from __future__ import annotations

from ahlaf.model import Answer, Certificate, FirmPackage, Package, ProofStatus, Reconciliation, Step
from ahlaf.report.sentences.conditions import condition_sentences
from ahlaf.report.words import Words

# A whole tie is three notches, as mediators grade relations from −3 to +3.
NOTCHES_TO_A_WHOLE_TIE = 3

_MANY_STEPS = 4
"""A further package of more steps is told by how it differs from the cheapest."""


def package_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say the cheapest package with each of its steps and its price, then one line for each other and each firm one."""
    reconciliation, constraints = answer.reconciliation, answer.question.constraints
    conditions = condition_sentences(reconciliation, constraints, words)
    if not reconciliation.packages:
        if reconciliation.conflict is not None:
            return conditions
        return (_none_found(reconciliation.certificate, words), *conditions)
    first, *others = reconciliation.packages
    if not first.steps:
        return (words.say("package.none_needed"), *firm_lines(reconciliation, words))
    said = [_cheapest(first, words), _proof(first.certificate, words), *conditions, *_after(first, words)]
    said += (_further(first, package, words) for package in others)
    return (*said, *firm_lines(reconciliation, words))


def step_phrase(step: Step, words: Words) -> str:
    """Return one step as a phrase: "the tie between a and b mended by 2 notches, from −0.60 to +0.07"."""
    pair = words.between(step.pair)
    if not step.notches:
        return words.say("package.step_lift", pair=pair)
    return words.say(
        "package.step_red_line" if step.lifts_red_line else "package.step",
        pair=pair,
        notches=words.say("package.notches", step.notches),
        before=words.weight(step.before),
        after=words.weight(step.after),
    )


def firm_title(firm: FirmPackage, words: Words) -> str:
    """Return what a firm package is proof against, as a heading."""
    return (
        words.say("label.proof_against_all") if firm.at_low is None else words.say("label.proof_against", firm.at_low)
    )


def package_outlook(package: Package, words: Words) -> tuple[str, ...]:
    """Say how probable it is that the coalition holds after a package, nothing where that was not asked."""
    return _after(package, words)


def _cheapest(package: Package, words: Words) -> str:
    steps = words.clauses(step_phrase(step, words) for step in package.steps)
    said = words.say("package.cheapest", price=words.number(package.price), steps=steps)
    mends = any(step.notches for step in package.steps)
    return f"{said} {words.say('package.scale')}" if mends else said


def _further(first: Package, package: Package, words: Words) -> str:
    """Say another package in one line: all its steps where they are few, else how it differs from the cheapest."""
    price = words.number(package.price)
    if len(package.steps) <= _MANY_STEPS:
        return words.say("package.next", price=price, steps=_short(package.steps, words))
    in_first = {(step.pair, step.notches) for step in first.steps}
    here = {(step.pair, step.notches) for step in package.steps}
    new = [step for step in package.steps if (step.pair, step.notches) not in in_first]
    kept = {step.pair for step in package.steps}
    gone = [step for step in first.steps if (step.pair, step.notches) not in here and step.pair not in kept]
    return words.say(
        "package.next_instead",
        price=price,
        left=words.listed(words.dash(step.pair) for step in gone),
        steps=_short(new, words),
    )


def _short(steps: list[Step] | tuple[Step, ...], words: Words) -> str:
    """Return steps in short: "a – b by 2 notches, c – d by 1 notch"."""
    return words.listed(
        words.say("package.short", pair=words.dash(step.pair), notches=words.say("package.notches", step.notches))
        if step.notches
        else words.say("package.step_lift", pair=words.between(step.pair))
        for step in steps
    )


def _after(package: Package, words: Words) -> tuple[str, ...]:
    if package.probability is None:
        return ()
    key = "package.after_sure" if package.holds_at_lows else "package.after"
    return (words.say(key, probability=words.probability(package.probability.value)),)


def _proof(certificate: Certificate, words: Words) -> str:
    if certificate.status is ProofStatus.OPTIMAL:
        return words.say("package.proven")
    return words.say("package.unproven", bound=words.number(certificate.bound))


def _none_found(certificate: Certificate, words: Words) -> str:
    if certificate.status is ProofStatus.INFEASIBLE:
        return words.say("package.impossible")
    return words.say("package.stopped", bound=words.number(certificate.bound))


def firm_lines(reconciliation: Reconciliation, words: Words) -> tuple[str, ...]:
    """Say what it costs to be proof against ties at their lows, unless nothing at all needs mending for it."""
    return tuple(_firm_line(firm, words) for firm in reconciliation.firm if firm.package is None or firm.package.steps)


def _firm_line(firm: FirmPackage, words: Words) -> str:
    against = words.say("package.firm_all") if firm.at_low is None else words.say("package.firm", firm.at_low)
    package = firm.package
    if package is None:
        stopped = firm.certificate.status is ProofStatus.STOPPED
        return words.say("package.firm_stopped" if stopped else "package.firm_none", against=against)
    proven = firm.certificate.status is ProofStatus.OPTIMAL
    return words.say(
        "package.firm_costs" if proven else "package.firm_costs_at_most",
        against=against,
        price=words.number(package.price),
        bound=words.number(firm.certificate.bound),
        probability=words.probability(package.probability.value) if package.probability else "",
    )
