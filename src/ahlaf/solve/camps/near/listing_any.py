"""The divisions of a choice into any number of camps, in order of what they cost more than the best one."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from ahlaf.solve.camps.near.firm import Better
from ahlaf.solve.camps.near.firm_any import AnyChoice
from ahlaf.solve.camps.near.held_any import AnyNumber
from ahlaf.solve.camps.near.listing import Listed
from ahlaf.solve.camps.piece import Integers
from ahlaf.solve.stopping import expired


@dataclass(frozen=True, slots=True, eq=False)
class _Rest:
    labels: Integers
    fixed: int


def list_choice(choice: AnyChoice, start: Integers, distance: int, most: int, solver: AnyNumber) -> Listed:
    """List the divisions that cost up to `distance` more than `start`, the best one: the first `most`, as labels.

    The best of what is left is found again and again, each time after dividing the rest by the first open tie at
    which it departs from the one before (E. L. Lawler, 1972). Raises Better where there is a better one.
    """
    piece, value = choice.piece, choice.piece.frustration(start)
    fixed, ties = np.flatnonzero(~choice.open), np.flatnonzero(choice.open)
    waiting: list[tuple[int, int, _Rest]] = [(0, 0, _Rest(start, 0))]
    rows: list[Integers] = []
    extras: list[int] = []
    born, reach, sure = 0, distance + 1, True
    while waiting and len(rows) < most:
        extra, _, best = heapq.heappop(waiting)
        rows.append(best.labels)
        extras.append(extra)
        apart = best.labels[piece.ends[:, 0]] != best.labels[piece.ends[:, 1]]
        for at in range(best.fixed, len(ties)):
            if expired(solver.deadline):
                sure, reach = False, min(reach, extra)
                break
            held = np.concatenate([fixed, ties[: at + 1]])
            wanted = apart[held].copy()
            wanted[: len(fixed)] = True
            wanted[-1] ^= True
            found = solver.best(piece, piece.ends[held], wanted, value + distance)
            if found is None:
                continue
            if found.value < value:
                raise Better(found.labels)
            if found.value <= value + distance:
                born += 1
                heapq.heappush(waiting, (found.value - value, born, _Rest(found.labels, at + 1)))
            else:
                sure, reach = False, min(reach, max(extra, found.bound - value))
    if waiting:
        sure, reach = False, min(reach, waiting[0][0])
    return Listed(np.array(rows), np.array(extras, dtype=np.int64), sure, reach)
