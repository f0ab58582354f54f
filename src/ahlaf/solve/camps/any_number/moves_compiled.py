"""The inner loops of the search for any number of camps as machine code."""

from __future__ import annotations

from numba.extending import register_jitable

from ahlaf.solve.camps.any_number import moves
from ahlaf.solve.camps.compiled import compiled

for helper in (
    moves.unused,
    moves.uneasy,
    moves.shift,
    moves.move,
    moves.wait,
    moves.wait_near,
    moves.gather,
    moves.disturb,
    moves.better_camp,
    moves.settle,
):
    register_jitable(helper)

wander = compiled(moves.wander)
