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

    def smallest(self, order: Sequence[int]) -> list[int]:
        """Return the acts of `order` in a stuck set of which no part is stuck; those first in order are kept out of it.

        All of `order` together must do all that is left. What is done stays as it was.
        """
        trail: list[int] = []
        decisive: list[int] = []
        stuck = bytearray(len(self._done))
        for act in order:
            if self._done[act]:
                continue
            done = self._short_of(act, stuck)
            trail += done
            if not done:
                # It opens all that is left, and will whatever else is done.
                decisive.append(act)
                stuck[act] = True
        self.undo(trail)
        return decisive

    def _short_of(self, act: int, stuck: bytearray) -> list[int]:
        """Do an act, and all that follows, unless that leaves nothing or reaches something stuck: then do nothing."""
        queue = [act]
        self._done[act] = True
        reached = False
        at = 0
        while at < len(queue) and not reached:
            for gate in self._net.uses[queue[at]]:
                self._lacking[gate] -= 1
                if self._lacking[gate] == 0:
                    rule = self._net.owner[gate]
                    self._closed[rule] -= 1
                    head = self._net.heads[rule]
                    if self._closed[rule] == 0 and not self._done[head]:
                        self._done[head] = True
                        queue.append(head)
                        reached = reached or bool(stuck[head])
            at += 1
        self.left -= len(queue)
        if self.left and not reached:
            return queue
        for late in queue[at:]:
            self._done[late] = False
        self.left += len(queue) - at
        self.undo(queue[:at])
        return []


def needed(stuck: Stuck, moves: list[int]) -> list[int]:
    """Return moves of which none can be spared, from those that together do all that is left."""
    if not stuck.left or len(moves) == 1:
        return moves if stuck.left else []
    first, second = moves[: len(moves) // 2], moves[len(moves) // 2 :]
    done = stuck.do(first)
    second = needed(stuck, second)
    stuck.undo(done)
    done = stuck.do(second)
    first = needed(stuck, first)
    stuck.undo(done)
    return first + second
