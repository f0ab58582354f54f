"""Takes a deadlock apart into circles of waiting that can be opened each by itself.

Whatever unlocks the whole deadlock unlocks all that a circle waits for outside of it, and a circle's own acts are of no
help there. So the fewest first moves of a deadlock are the fewest of each circle, taken together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahlaf.solve.commitments.net import Gate, LocalRule, RuleNet


@dataclass(frozen=True, slots=True)
class Knot:
    """Acts that wait for one another in a circle; `net` has their rules by place in `acts`, of what lies outside freed.

    Nothing follows in it of itself, and every act leads to every other. One act without a rule waits for itself alone.
    """

    acts: tuple[int, ...]
    net: RuleNet


def knots(net: RuleNet, done: Collection[int], deadlock: Collection[int]) -> tuple[Knot, ...]:
    """Return the circles of a deadlock, `done` being what comes about anyway, those that others wait for first."""
    known = {*done, *deadlock}
    rules: list[LocalRule] = []
    for number in (number for act in deadlock for number in net.rules_of[act]):
        head, gates = net.rule(number)
        # What is in no ending at all is of no help.
        possible = [(need, tuple(member for member in members if member in known)) for need, members in gates]
        if all(need <= len(members) for need, members in possible):
            rules.append((head, tuple(possible)))
    return tuple(_apart(frozenset(deadlock), _freed(rules, frozenset(deadlock))))


def _apart(acts: frozenset[int], rules: Sequence[LocalRule]) -> Iterator[Knot]:
    """Yield the circles among acts, each in the order of its acts' numbers."""
    tasks = [(acts, rules)]
    while tasks:
        inside, given = tasks.pop()
        places, local = _local(inside, given)
        by_head: dict[int, list[LocalRule]] = {}
        for rule in given:
            by_head.setdefault(rule[0], []).append(rule)
        later: list[tuple[frozenset[int], Sequence[LocalRule]]] = []
        for part in local.waiting_parts(range(local.size)):
            circle = frozenset(places[place] for place in part)
            own = [rule for act in sorted(circle) for rule in by_head.get(act, ())]
            left, remaining, alone = _what_waits(circle, _freed(own, circle))
            for act in alone:
                yield Knot((act,), RuleNet.of(1, ()))
            if not left:
                continue
            if left == inside and len(remaining) == len(given):
                yield Knot(*_local(left, remaining))
            else:
                later.append((left, remaining))
        tasks.extend(reversed(later))


def _what_waits(
    circle: frozenset[int], rules: Sequence[LocalRule]
) -> tuple[frozenset[int], Sequence[LocalRule], list[int]]:
    """Return what does not follow of itself, its rules, and the acts that had to be given because they have none."""
    alone: list[int] = []
    while True:
        places, local = _local(circle, rules)
        given = [place for place, own in enumerate(local.rules_of) if not own]
        alone += [places[place] for place in given]
        followed = {places[place] for place in local.least(given)}
        if not followed:
            return circle, rules, alone
        circle -= followed
        rules = _freed([rule for rule in rules if rule[0] in circle], circle)


def _freed(rules: Iterable[LocalRule], inside: Collection[int]) -> list[LocalRule]:
    """Return the rules with all that is not inside taken as done; none needs its own act."""
    freed = []
    for head, gates in rules:
        left: list[Gate] = []
        for need, members in gates:
            others = tuple(member for member in members if member in inside)
            lacking = need - len(members) + len(others)
            if lacking <= 0:
                continue
            others = tuple(member for member in others if member != head)
            if lacking > len(others):
                break
            left.append((lacking, others))
        else:
            freed.append((head, tuple(left)))
    return freed


def _local(acts: Iterable[int], rules: Iterable[LocalRule]) -> tuple[tuple[int, ...], RuleNet]:
    """Return acts in their order, and their rules by place in it."""
    order = tuple(sorted(acts))
    place = {act: at for at, act in enumerate(order)}
    local = [
        (place[head], tuple((need, tuple(place[member] for member in members)) for need, members in gates))
        for head, gates in rules
    ]
    return order, RuleNet.of(len(order), local)
