"""Four made states for the tests of who joins."""

from __future__ import annotations

import numpy as np
from state_tables import Ballots, Reference

FOUR = Reference(
    codes=(1, 2, 3, 4),
    names={1: "One", 2: "Two", 3: "Three", 4: "Four"},
    short={1: "ONE", 2: "TWO", 3: "THR", 4: "FOU"},
    spells=tuple((code, "1900-01-01", "9999-12-31") for code in (1, 2, 3, 4)),
    capability={
        (code, year): share for code, share in ((1, 0.4), (2, 0.1), (3, 0.3), (4, 0.2)) for year in range(1870, 1990)
    },
    capitals={code: (("1900-01-01", "9999-12-31", 0.0, 10.0 * code),) for code in (1, 2, 3, 4)},
    members=(),
    disputes=(),
    rivalries=(),
    wars=(),
    fellows=(),
    backers=(),
    ballots=Ballots(np.array([], dtype=np.int64), np.zeros((0, 4))),
)
