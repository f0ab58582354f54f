"""Sets of acts that nothing outside of them sets off: every unlocking set of first moves must have one of each.

Source: such sets are the siphons of Petri nets; the loop of hitting sets and counter-examples is R. Reiter (1987).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ahlaf.solve.commitments.net import RuleNet


class Stuck:
    """The acts of a circle that are not done yet, shrunk by doing more of them."""

    def __init__(self, net: RuleNet) -> None:
        self._net = net
        self._lacking = list(net.needs)
        self._closed = [len(gates) for gates in net.gates]
        self._done = bytearray(net.size)
        self.left = net.size
        self.steps = 0

    def acts(self) -> list[int]:
        """Return the acts that are not done."""
        return [act for act, done in enumerate(self._done) if not done]

    def has(self, act: int) -> bool:
        """Say whether an act is not done."""
        return not self._done[act]

    def do(self, acts: Collection[int]) -> list[int]:
        """Do acts, and all that follows from them; return what was done, in order."""
        queue = [act for act in acts if not self._done[act]]
        for act in queue:
            self._done[act] = True
        for act in queue:
            for gate in self._net.uses[act]:
                self.steps += 1
                self._lacking[gate] -= 1
                if self._lacking[gate] == 0:
                    rule = self._net.owner[gate]
                    self._closed[rule] -= 1
                    head = self._net.heads[rule]
                    if self._closed[rule] == 0 and not self._done[head]:
                        self._done[head] = True
                        queue.append(head)
        self.left -= len(queue)
        return queue

    def undo(self, done: Sequence[int]) -> None:
        """Take back the last acts that were done, exactly as `do` returned them."""
        for act in done:
            for gate in self._net.uses[act]:
                if self._lacking[gate] == 0:
                    self._closed[self._net.owner[gate]] += 1
                self._lacking[gate] += 1
            self._done[act] = False
        self.left += len(done)

    def shrunk(self, order: Sequence[int], budget: int) -> set[int]:
        """Return a part of what is left that is stuck by itself, trying to do the acts of `order` one by one.

        No act of `order` in it can be spared, unless the budget of steps ran out. What was done before is restored.
        """
        trail: list[list[int]] = []
        stop = self.steps + budget
        for act in order:
            if self._done[act]:
                continue
            if self.steps > stop:
                break
            done = self.do((act,))
            if self.left:
                trail.append(done)
            else:
                self.undo(done)
        found = set(self.acts())
        for done in reversed(trail):
            self.undo(done)
        return found
