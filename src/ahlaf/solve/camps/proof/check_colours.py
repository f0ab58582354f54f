"""For the checker: whether the ties of a set can all be satisfied by a division into at most so many camps.

They can if, once friendly ties make one of their ends, no hostile tie is left within and the hostile ones can be
coloured with as many colours.
"""

from __future__ import annotations

from ahlaf.solve.camps.proof.check_replay import ProofError

# A colouring that takes more attempts is not decided.
MOST_ATTEMPTS = 200_000


def can_be_satisfied(ties: list[tuple[int, int, bool]], most: int | None) -> bool:
    """Say whether ties (actor, actor, hostile) can all be satisfied; raises ProofError where it takes too long."""
    leader = {actor: actor for first, second, _ in ties for actor in (first, second)}

    def find(actor: int) -> int:
        while leader[actor] != actor:
            actor = leader[actor]
        return actor

    for first, second, hostile in ties:
        if not hostile:
            leader[find(first)] = find(second)
    enemies: dict[int, set[int]] = {find(actor): set() for actor in leader}
    for first, second, hostile in ties:
        if hostile:
            a, b = find(first), find(second)
            if a == b:
                return False
            enemies[a].add(b)
            enemies[b].add(a)
    return most is None or _coloured(enemies, most)


def _coloured(enemies: dict[int, set[int]], most: int) -> bool:
    """Try every colouring, who has the most enemies first; a new colour only after those in use."""
    order = sorted(enemies, key=lambda actor: (-len(enemies[actor]), actor))
    colours: dict[int, int] = {}
    tried = [-1] * len(order)
    at = attempts = 0
    while 0 <= at < len(order):
        attempts += 1
        if attempts > MOST_ATTEMPTS:
            raise ProofError("it takes too long to try all colourings of a cut")
        actor = order[at]
        colours.pop(actor, None)
        tried[at] += 1
        if tried[at] >= most or tried[at] > max(colours.values(), default=-1) + 1:
            tried[at] = -1
            at -= 1
        elif all(colours.get(enemy) != tried[at] for enemy in enemies[actor]):
            colours[actor] = tried[at]
            at += 1
    return at == len(order)
