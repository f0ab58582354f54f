"""Two camps: the fewest ties (by weight) that go against the best division of a piece in two, with proof.

A network divides in two without frustration exactly when no cycle has an odd number of hostile ties (D. Cartwright and
F. Harary, 1956). The proof is by branch and cut over these cycles; see docs/theory/camps.md.

Sources: F. Barahona, M. Grötschel, M. Jünger and G. Reinelt (1988), An application of combinatorial optimization to
statistical physics and circuit layout design; C. De Simone, M. Diehl, M. Jünger, P. Mutzel, G. Reinelt and G. Rinaldi
(1995), Exact ground states of Ising spin glasses: new experimental results with a branch-and-cut algorithm.
"""

from __future__ import annotations

import math

import numpy as np

from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.divided import Divided
from ahlaf.solve.camps.kernel.kernel import kernelise, scale_to_halve
from ahlaf.solve.camps.packing.packing import pack
from ahlaf.solve.camps.piece import Integers, Piece
from ahlaf.solve.camps.proof.proof import Finer, Narrow, Proof, finer_of
from ahlaf.solve.camps.search.found import Effort
from ahlaf.solve.camps.two.branch import prove
from ahlaf.solve.camps.two.fixing import descend
from ahlaf.solve.camps.two.place import Best, Place
from ahlaf.solve.stopping import left

# Pieces with at least so many ties are packed before their linear program.
PACKED_FROM = 2000
# This share of the time is for the proof. Where it is not done by then, a better division is likelier in the rest.
PROOF_SHARE = 0.6


def divide_two(piece: Piece, *, seed: int, deadline: float, start: Integers | None = None) -> Divided:
    """Divide a piece into two camps so that the least weight of ties goes against them, and prove that it is the least.

    Begins at the division `start` if there is one. Where the deadline (on the monotonic clock) comes first, the best
    division found comes back with a valid bound and the proof of that bound.
    """
    scale = scale_to_halve(piece)
    start = np.zeros(piece.nodes, dtype=np.int64) if start is None else start
    best = Best.of(finer_of(piece, scale), start, seed, deadline)
    kernel = kernelise(best.piece)
    place = Place(best.piece).into(kernel)
    best.offer(place, descend(kernel.piece, place.lowered(best.labels)))
    best.search(place, place.lowered(best.labels), Effort.USUAL)
    until = _share(deadline)
    proven = prove(place, _first(place, best, until), best, until)
    if proven.bound < best.value:
        best.search(place, place.lowered(best.labels), Effort.LONG, proven.bound - place.constant)
    proof = Proof((Finer(scale), Narrow.to(kernel), *proven.proof.steps))
    # All divisions cost a multiple of the scale, so the bound may be rounded up to one.
    return Divided(best.labels, best.value // scale, -(-proven.bound // scale), proof)


def _share(deadline: float) -> float:
    """Return until when to try for the proof."""
    return deadline if math.isinf(deadline) else deadline - (1.0 - PROOF_SHARE) * left(deadline)


def _first(place: Place, best: Best, deadline: float) -> Duals:
    """Return multipliers to begin with: on small pieces none, for there the linear program is as quick."""
    if place.piece.ties < PACKED_FROM:
        return Duals.none()
    return pack(place.piece, labels=place.lowered(best.labels), deadline=deadline)
