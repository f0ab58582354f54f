"""Why an act comes about, by promises without conditions; or why not, down to a circle of waiting or to nobody.

One graph has the reasons of all acts, in time linear in the rules' length but for sorting: each act is led to by what
settled it when the two fixed points were reckoned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ahlaf.model import Account, Act, Commitment, CommitmentAnswer, Condition, Ground, Outcome, Reason, Why
from ahlaf.solve.commitments.net import acts_of, net_of


def reasons_of(
    rules: Sequence[Commitment],
    acts: Sequence[Act],
    least: Mapping[int, int | None],
    fallen: Iterable[int],
    excluded: Mapping[Act, Sequence[Ground]] | None = None,
) -> tuple[Reason, ...]:
    """Return why each of the acts comes about or does not, in their order.

    `least` has the numbers of those that come about if all wait, in that order, each with the number of its rule;
    `fallen` those that cannot come about, in the order in which they fall. `excluded` are further promises of acts,
    which do not apply.
    """
    rises = {acts[number]: place for place, number in enumerate(least)}
    falls = {acts[number]: place for place, number in enumerate(fallen)}
    by_act: dict[Act, list[Commitment]] = {}
    for rule in rules:
        by_act.setdefault(rule.act, []).append(rule)
    reasons = []
    for number, act in enumerate(acts):
        first = least.get(number)
        own = by_act.get(act, ())
        if first is not None:
            reasons.append(Reason(act, Outcome.COMES_ABOUT, (_yields(rules[first], rises),)))
            continue
        others = (excluded or {}).get(act, ())
        if act in falls:
            grounds = (*(_fails(rule, rises, falls) for rule in own), *others)
            reasons.append(Reason(act, Outcome.IMPOSSIBLE, grounds))
        else:
            reasons.append(Reason(act, Outcome.DEADLOCKED, (*(_waits(rule, rises) for rule in own), *others)))
    return tuple(reasons)


def why(answer: CommitmentAnswer, act: Act) -> Why:
    """Say why an act of the rules comes about or why not; with "unless", in which endings, and why in the first.

    Where the rules contradict one another, so that there is no ending, the rules without "unless" are spoken of.
    """
    if answer.monotone or not answer.endings:
        return Why(act, (1,) if answer.monotone and act in answer.least else (), (_account(None, answer.reasons, act),))
    within = tuple(number for number, ending in enumerate(answer.endings, start=1) if act in ending)
    without = [number for number in range(1, len(answer.endings) + 1) if number not in set(within)]
    shown = [*within[:1], *without[:1]]
    accounts = (_account(number, _in_ending(answer.rules, answer.endings[number - 1]), act) for number in shown)
    return Why(act, within, tuple(accounts))


def _in_ending(rules: Sequence[Commitment], ending: Collection[Act]) -> tuple[Reason, ...]:
    """Return the reasons in an ending: rules whose "unless" it violates do not apply, the others hold without it."""
    acts, done = acts_of(rules), frozenset(ending)
    apply: list[Commitment] = []
    excluded: dict[Act, list[Ground]] = {}
    for rule in rules:
        against = tuple(act for act in rule.unless if act in done)
        if against:
            excluded.setdefault(rule.act, []).append(Ground(rule, (), (), against, against))
        else:
            apply.append(rule)
    net = net_of(apply, acts)
    return reasons_of(apply, acts, net.least(), net.fallen(), excluded)


def _account(ending: int | None, reasons: Sequence[Reason], act: Act) -> Account:
    """Return the reasons that are reached from an act, in the order of a walk that goes down before it goes on."""
    by_act = {reason.act: reason for reason in reasons}
    reached: dict[Act, Reason] = {}
    stack = [act]
    while stack:
        at = stack.pop()
        if at not in reached:
            reached[at] = by_act[at]
            stack += [led for ground in reversed(by_act[at].grounds) for led in reversed(ground.leads_to)]
    return Account(ending, tuple(reached.values()))


def _yields(rule: Commitment, rises: Mapping[Act, int]) -> Ground:
    """Return the ground of a promise that is due: of each condition the acts that met it first."""
    first: list[Act] = []
    for condition in rule.when:
        done = sorted((act for act in condition.acts if act in rises), key=rises.__getitem__)
        first += done[: condition.at_least]
    return Ground(rule, rule.when, (), (), tuple(dict.fromkeys(first)))


def _waits(rule: Commitment, rises: Mapping[Act, int]) -> Ground:
    """Return the ground of a promise that waits: all that its conditions lack."""
    met, unmet = [], []
    for condition in rule.when:
        missing = tuple(act for act in condition.acts if act not in rises)
        lacking = condition.at_least - len(condition.acts) + len(missing)
        if lacking > 0:
            unmet.append(Condition(missing, lacking))
        else:
            met.append(condition)
    led = dict.fromkeys(act for condition in unmet for act in condition.acts)
    return Ground(rule, tuple(met), tuple(unmet), (), tuple(led))


def _fails(rule: Commitment, rises: Mapping[Act, int], falls: Mapping[Act, int]) -> Ground:
    """Return the ground of a promise that can never be due: the condition that fails first, and what makes it fail."""
    earliest: tuple[int, tuple[Act, ...], Condition] | None = None
    for condition in rule.when:
        gone = sorted((act for act in condition.acts if act in falls), key=falls.__getitem__)
        spared = len(condition.acts) - condition.at_least
        if len(gone) <= spared:
            continue
        when = falls[gone[spared]]
        if earliest is None or when < earliest[0]:
            left = condition.at_least - len(condition.acts) + len(gone)
            lost = Condition(tuple(act for act in condition.acts if act in falls), left)
            earliest = (when, tuple(gone[: spared + 1]), lost)
    met = tuple(one for one in rule.when if sum(act in rises for act in one.acts) >= one.at_least)
    if earliest is None:
        raise AssertionError(f"line {rule.line} can come about")
    return Ground(rule, met, (earliest[2],), (), earliest[1])
