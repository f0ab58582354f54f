"""The acts of a circle that are not done yet: some are done, with all that follows, and taken back again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ahlaf.solve.commitments.net import RuleNet


class Stuck:
    """What is left of a circle; `left` is how many acts are not done."""

    def __init__(self, net: RuleNet) -> None:
        self._net = net
        self._lacking = list(net.needs)
        self._closed = [len(gates) for gates in net.gates]
        self._done = bytearray(net.size)
        self.left = net.size

    def do(self, acts: Collection[int]) -> list[int]:
        """Do acts, and all that follows from them; return what was done, in order."""
        queue = [act for act in acts if not self._done[act]]
        for act in queue:
            self._done[act] = True
        for act in queue:
            for gate in self._net.uses[act]:
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
