"""The inner loops of packing as machine code."""

from __future__ import annotations

from numba.extending import register_jitable

from ahlaf.solve.camps.compiled import compiled
from ahlaf.solve.camps.packing import ways

for helper in (ways.push, ways.drop_first, ways.meet, ways.write_way):
    register_jitable(helper)

fill = compiled(ways.fill)
settle = compiled(ways.settle)
