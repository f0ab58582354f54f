"""What looks wrong in rules that can be read: acts that nobody promises, repeats, rules that stand in their own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from ahlaf.model import Act, Commitment, RuleFinding, RuleTrouble

_LIKENESS = 0.7
"""From so much likeness on, of 1, an act is named as what may have been meant."""
_MOST_COMPARED = 500
"""Beyond so many acts that nobody promises, none is compared with those that somebody does."""


def rule_findings(rules: Sequence[Commitment]) -> tuple[RuleFinding, ...]:
    """Return what may be wrong with rules, in the order of their lines; each act that nobody promises is named once."""
    found = [*_unpromised(rules), *_repeats(rules)]
    for rule in rules:
        found += _in_its_own_way(rule)
    return tuple(sorted(found, key=lambda one: (one.rule.line, one.trouble, one.act.key)))


def _unpromised(rules: Sequence[Commitment]) -> Iterator[RuleFinding]:
    promised = {rule.act for rule in rules}
    first: dict[Act, Commitment] = {}
    for rule in rules:
        for act in (*(act for one in rule.when for act in one.acts), *rule.unless):
            if act not in promised:
                first.setdefault(act, rule)
    written = {str(act): act for act in sorted(promised)} if len(first) <= _MOST_COMPARED else {}
    for act, rule in first.items():
        near = get_close_matches(str(act), written, n=1, cutoff=_LIKENESS)
        # Two deeds of one party, or one deed of two, are like each other without being meant for each other.
        meant = next((written[one] for one in near if _one_word_apart(act, written[one])), None)
        yield RuleFinding(RuleTrouble.UNPROMISED, rule, act, nearest=meant)


def _one_word_apart(act: Act, other: Act) -> bool:
    """Say whether one word alone differs, and is spelt nearly the same; or an object is there or missing."""
    pairs = [(a, b) for a, b in zip(act.key, other.key, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    word, other_word = pairs[0]
    return not word or not other_word or bool(get_close_matches(word, [other_word], cutoff=_LIKENESS))


def _repeats(rules: Sequence[Commitment]) -> Iterator[RuleFinding]:
    seen: dict[tuple[Act, frozenset[tuple[frozenset[Act], int]], frozenset[Act]], Commitment] = {}
    free: dict[Act, Commitment] = {rule.act: rule for rule in reversed(rules) if not rule.when and not rule.unless}
    for rule in rules:
        said = (rule.act, frozenset((frozenset(one.acts), one.at_least) for one in rule.when), frozenset(rule.unless))
        if said in seen:
            yield RuleFinding(RuleTrouble.TWICE, rule, rule.act, earlier=seen[said])
        elif rule.act in free and (rule.when or rule.unless):
            yield RuleFinding(RuleTrouble.NEEDLESS, rule, rule.act, earlier=free[rule.act])
        seen.setdefault(said, rule)


def _in_its_own_way(rule: Commitment) -> Iterator[RuleFinding]:
    # An act that at least N of others stand beside can do without itself; one that all are asked of cannot.
    needed = {act for one in rule.when if one.at_least == len(one.acts) for act in one.acts}
    if rule.act in needed:
        yield RuleFinding(RuleTrouble.WAITS_FOR_ITSELF, rule, rule.act)
    if rule.act in rule.unless:
        yield RuleFinding(RuleTrouble.UNLESS_ITSELF, rule, rule.act)
    for act in sorted(needed.intersection(rule.unless)):
        yield RuleFinding(RuleTrouble.NEVER_APPLIES, rule, act)
