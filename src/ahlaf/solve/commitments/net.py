"""Rules by numbers: which act waits for which, and the two fixed points, each in time linear in the rules' length.

Source: W. Dowling and J. Gallier (1984), Linear-time algorithms for testing the satisfiability of propositional Horn
formulae: every condition counts down what it still lacks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahlaf.model import Act, Commitment

Gate = tuple[int, tuple[int, ...]]
"""At least so many of these acts."""

LocalRule = tuple[int, tuple[Gate, ...]]
"""An act, and the gates that must all be open for it to follow."""


@dataclass(frozen=True, slots=True)
class RuleNet:
    """Rules over the acts 0 to size − 1. Rule r yields `heads[r]` when all its gates are open.

    Gate g belongs to rule `owner[g]` and opens when `needs[g]` of `members[g]` are done; `gates[r]` are the gates of
    rule r, `uses[a]` the gates with act a among their members, `rules_of[a]` the rules that yield a.
    """

    size: int
    heads: tuple[int, ...]
    gates: tuple[tuple[int, ...], ...]
    owner: tuple[int, ...]
    needs: tuple[int, ...]
    members: tuple[tuple[int, ...], ...]
    uses: tuple[tuple[int, ...], ...]
    rules_of: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, size: int, rules: Sequence[LocalRule]) -> RuleNet:
        """Return the net of rules over acts by number."""
        gates: list[tuple[int, ...]] = []
        owner: list[int] = []
        needs: list[int] = []
        members: list[tuple[int, ...]] = []
        uses: list[list[int]] = [[] for _ in range(size)]
        rules_of: list[list[int]] = [[] for _ in range(size)]
        for rule, (head, conditions) in enumerate(rules):
            first = len(owner)
            for need, acts in conditions:
                for act in acts:
                    uses[act].append(len(owner))
                owner.append(rule)
                needs.append(need)
                members.append(acts)
            gates.append(tuple(range(first, len(owner))))
            rules_of[head].append(rule)
        return cls(
            size,
            tuple(head for head, _ in rules),
            tuple(gates),
            tuple(owner),
            tuple(needs),
            tuple(members),
            tuple(map(tuple, uses)),
            tuple(map(tuple, rules_of)),
        )

    def rule(self, number: int) -> LocalRule:
        """Return a rule with its gates."""
        return self.heads[number], tuple((self.needs[gate], self.members[gate]) for gate in self.gates[number])

    def least(self, given: Iterable[int] = ()) -> dict[int, int | None]:
        """Return what comes about if all wait, `given` being done: each act with the rule that yields it first.

        Acts are in the order in which they come about, round by round; an act that was given has no rule.
        """
        brought: dict[int, int | None] = dict.fromkeys(given)
        for number, gates in enumerate(self.gates):
            if not gates:
                brought.setdefault(self.heads[number], number)
        lacking = list(self.needs)
        closed = list(map(len, self.gates))
        queue = list(brought)
        for act in queue:
            for gate in self.uses[act]:
                lacking[gate] -= 1
                if lacking[gate] == 0:
                    rule = self.owner[gate]
                    closed[rule] -= 1
                    if closed[rule] == 0 and self.heads[rule] not in brought:
                        brought[self.heads[rule]] = rule
                        queue.append(self.heads[rule])
        return brought

    def fallen(self, withdrawn: Iterable[int] = ()) -> dict[int, int | None]:
        """Return the acts that are in no set of acts that bear one another out, if `withdrawn` are out as well.

        They are in the order in which they fall, each with the gate that was last found shut, None where it has no rule
        at all or was withdrawn.
        """
        shut: dict[int, int | None] = dict.fromkeys(withdrawn)
        standing = list(map(len, self.rules_of))
        broken = bytearray(len(self.gates))
        spare = [len(members) - need for members, need in zip(self.members, self.needs, strict=True)]
        for gate, left in enumerate(spare):
            if left < 0 and not broken[self.owner[gate]]:
                broken[self.owner[gate]] = True
                standing[self.heads[self.owner[gate]]] -= 1
        for act, rules in enumerate(standing):
            if not rules:
                shut.setdefault(act)
        queue = list(shut)
        for act in queue:
            for gate in self.uses[act]:
                spare[gate] -= 1
                rule = self.owner[gate]
                if spare[gate] < 0 and not broken[rule]:
                    broken[rule] = True
                    head = self.heads[rule]
                    standing[head] -= 1
                    if not standing[head] and head not in shut:
                        shut[head] = gate
                        queue.append(head)
        return shut

    def waiting_parts(self, among: Collection[int]) -> Iterator[list[int]]:
        """Yield the strong components of "waits for" among some acts, those that others wait for first.

        Within a component an act stands mostly behind those that it waits for.

        Source: R. Tarjan (1972), Depth-first search and linear graph algorithms.
        """
        found: dict[int, int] = {}
        low: dict[int, int] = {}
        stack: list[int] = []
        settled: set[int] = set()
        inside = among if isinstance(among, (set, frozenset, dict)) else set(among)
        for root in sorted(inside):
            if root in found:
                continue
            path: list[tuple[int, Iterator[int]]] = [(root, self._awaited(root))]
            found[root] = low[root] = len(found)
            stack.append(root)
            while path:
                act, rest = path[-1]
                for other in rest:
                    if other not in inside or other in settled:
                        continue
                    if other not in found:
                        found[other] = low[other] = len(found)
                        stack.append(other)
                        path.append((other, self._awaited(other)))
                        break
                    low[act] = min(low[act], found[other])
                else:
                    path.pop()
                    if path:
                        low[path[-1][0]] = min(low[path[-1][0]], low[act])
                    if low[act] == found[act]:
                        part = [stack.pop()]
                        while part[-1] != act:
                            part.append(stack.pop())
                        settled.update(part)
                        yield part

    def _awaited(self, act: int) -> Iterator[int]:
        for rule in self.rules_of[act]:
            for gate in self.gates[rule]:
                yield from self.members[gate]


def acts_of(rules: Iterable[Commitment]) -> tuple[Act, ...]:
    """Return every act that rules name, sorted."""
    named: set[Act] = set()
    for rule in rules:
        named.add(rule.act)
        named.update(rule.unless)
        for condition in rule.when:
            named.update(condition.acts)
    return tuple(sorted(named, key=_key))


def _key(act: Act) -> tuple[str, str, str]:
    return act.key


def net_of(rules: Iterable[Commitment], acts: Sequence[Act]) -> RuleNet:
    """Return rules by the numbers of their acts; "unless" is left out."""
    number = {act: at for at, act in enumerate(acts)}
    local: list[LocalRule] = []
    for rule in rules:
        alone: list[int] = []
        gates: list[Gate] = []
        for condition in rule.when:
            members = [number[act] for act in condition.acts]
            if condition.at_least == len(members):
                alone += members
            else:
                gates.append((condition.at_least, tuple(members)))
        if alone:
            together = tuple(dict.fromkeys(alone))
            gates.insert(0, (len(together), together))
        local.append((number[rule.act], tuple(gates)))
    return RuleNet.of(len(acts), local)
