"""What it would take: packages of steps and their price."""

from __future__ import annotations

from ahlaf.model import Answer, Certificate, Package, ProofStatus, Reconciliation, Step
from ahlaf.report.words import Words

# The scale on which mediators grade relations runs from −3 to +3; a whole tie is three notches.
NOTCHES_TO_A_WHOLE_TIE = 3


def package_sentences(answer: Answer, words: Words) -> tuple[str, ...]:
    """Say the cheapest package with each of its steps and its price, the next best ones, and the robust one."""
    reconciliation = answer.reconciliation
    if not reconciliation.packages:
        return (_none_found(reconciliation.certificate, words),)
    first, *others = reconciliation.packages
    if not first.steps:
        said = [words.say("package.none_needed")]
    else:
        said = [_package(first, "cheapest", words), _proof(first.certificate, words)]
        said += (_package(package, "next", words) for package in others)
    return (*said, *_robust(reconciliation, words))


def step_phrase(step: Step, words: Words) -> str:
    """Return one step as a phrase: "the tie between a and b mended by 2 notches, from −1.8 to 0.2"."""
    pair = words.between(step.pair)
    if not step.notches:
        return words.say("package.step_lift", pair=pair)
    return words.say(
        "package.step_red_line" if step.lifts_red_line else "package.step",
        pair=pair,
        notches=words.say("package.notches", step.notches),
        before=on_scale(step.before, words),
        after=on_scale(step.after, words),
    )


def on_scale(weight: float, words: Words) -> str:
    """Return a weight in [−1, 1] as a place on the scale from −3 to +3, to one decimal."""
    return words.grade(NOTCHES_TO_A_WHOLE_TIE * weight)


def _package(package: Package, kind: str, words: Words) -> str:
    steps = words.clauses(step_phrase(step, words) for step in package.steps)
    return words.say(f"package.{kind}", price=words.number(package.price), steps=steps)


def _proof(certificate: Certificate, words: Words) -> str:
    if certificate.status is ProofStatus.OPTIMAL:
        return words.say("package.proven")
    return words.say("package.unproven", bound=words.number(certificate.bound))


def _none_found(certificate: Certificate, words: Words) -> str:
    if certificate.status is ProofStatus.INFEASIBLE:
        return words.say("package.impossible")
    return words.say("package.stopped", bound=words.number(certificate.bound))


def _robust(reconciliation: Reconciliation, words: Words) -> tuple[str, ...]:
    """Say what certainty costs, unless nothing at all needs mending."""
    robust = reconciliation.robust
    if robust is None:
        return (words.say("package.robust_none"),)
    return (_package(robust, "robust", words),) if robust.steps else ()
