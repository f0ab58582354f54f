"""Under which conditions a reconciliation was sought, what they cost, and which of them leave none."""

from __future__ import annotations

from ahlaf.model import Constraints, Reconciliation
from ahlaf.report.words import Words

_SAME_PRICE = 1e-6


def condition_sentences(reconciliation: Reconciliation, constraints: Constraints, words: Words) -> tuple[str, ...]:
    """Say the conditions, and what they add to the price, or which of them leave no reconciliation."""
    if not constraints.given:
        return ()
    if reconciliation.conflict is not None:
        blamed = _conditions(reconciliation.conflict, words)
        return (
            words.say("condition.impossible", len(blamed), conditions=words.clauses(blamed)),
            words.say("condition.free", price=words.number(reconciliation.free_price or 0.0)),
        )
    said = words.say("condition.sought", conditions=words.clauses(_conditions(constraints, words)))
    free, packages = reconciliation.free_price, reconciliation.packages
    if free is None or not packages:
        return (said,)
    more = packages[0].price - free
    if more <= _SAME_PRICE:
        return (f"{said} {words.say('condition.costs_nothing')}",)
    return (f"{said} {words.say('condition.costs', more=words.number(more), free=words.number(free))}",)


def _conditions(constraints: Constraints, words: Words) -> list[str]:
    """Return each condition as a clause."""
    said = [words.say("condition.untouchable", pair=words.between(pair)) for pair in constraints.untouchable]
    said += (words.say("condition.not_first", name=words.in_prose(actor)) for actor in constraints.not_first)
    if constraints.most_tracks is not None:
        said.append(words.say("condition.most_tracks", constraints.most_tracks))
    if constraints.most_notches is not None:
        notches = words.say("condition.notches", constraints.most_notches)
        said.append(words.say("condition.most_notches", notches=notches))
    if constraints.budget is not None:
        said.append(words.say("condition.budget", price=words.number(constraints.budget)))
    return said
