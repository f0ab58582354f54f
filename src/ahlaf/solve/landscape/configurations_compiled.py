"""The same as `configurations.descend`, compiled: one pass over all divisions from the highest energy down."""

from __future__ import annotations

import numpy as np

from ahlaf.solve.camps.compiled import compiled
from ahlaf.solve.camps.piece import Floats, Integers


@compiled
def flow_down(values: Integers, order: Integers, flips: Integers, steepest: bool) -> Floats:
    """Return for every division the share of all that end there; `order` lists them from the highest energy down."""
    mass = np.full(len(values), 1.0 / len(values))
    for at in order:
        # Energies are whole numbers: what lies lower lies lower by one at least.
        best = values[at] - 1
        if steepest:
            for flip in flips:
                best = min(best, values[at ^ flip])
        count = 0
        for flip in flips:
            count += values[at ^ flip] <= best
        if count:
            share = mass[at] / count
            mass[at] = 0.0
            for flip in flips:
                if values[at ^ flip] <= best:
                    mass[at ^ flip] += share
    return mass
