"""The inner loops of the search for any number of camps as machine code."""

from __future__ import annotations

from numba.extending import register_jitable

from ahlaf.solve.camps import any_moves
from ahlaf.solve.camps.compiled import compiled

for helper in (
    any_moves.unused,
    any_moves.uneasy,
    any_moves.shift,
    any_moves.move,
    any_moves.wait,
    any_moves.wait_near,
    any_moves.gather,
    any_moves.disturb,
    any_moves.better_camp,
    any_moves.settle,
):
    register_jitable(helper)

wander = compiled(any_moves.wander)
