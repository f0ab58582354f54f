"""Triangles of ties, against looking at all triples."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings

from ahlaf.solve.camps import triangles as module
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.triangles import triangles_at
from solve.camps.small import pieces


@settings(deadline=None, max_examples=60)
@given(pieces(7))
def test_every_triangle_is_seen_from_each_of_its_ties(piece: Piece) -> None:
    at = {(int(a), int(b)): tie for tie, (a, b) in enumerate(piece.ends)}
    wanted = {
        (at[u, v], at[min(u, x), max(u, x)], at[min(v, x), max(v, x)])
        for u, v, x in permutations(range(piece.nodes), 3)
        if (u, v) in at and (min(u, x), max(u, x)) in at and (min(v, x), max(v, x)) in at
    }
    for batch in (module.BATCH, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "BATCH", batch)
            found = list(zip(*(side.tolist() for side in triangles_at(piece, np.arange(piece.ties))), strict=True))
        assert len(found) == len(wanted)
        assert set(found) == wanted
