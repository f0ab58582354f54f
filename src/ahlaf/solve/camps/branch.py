"""The proof as a tree: narrow a place as long as its multipliers settle something, then try both ways for a pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve import stopping
from ahlaf.solve.camps.carry import carried
from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.doubled import Floats
from ahlaf.solve.camps.fixing import related_by
from ahlaf.solve.camps.kernel import Contradiction, Related, kernelise
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.place import Best, Place
from ahlaf.solve.camps.proof import Branch, Clash, Close, Narrow, Proof, Split
from ahlaf.solve.camps.relax import End, Relaxed, relax

Step = Narrow | Close | Clash | Branch | Split


@dataclass(frozen=True, slots=True, eq=False)
class Proven:
    """A valid lower bound of every division at a place, as one of the whole, and its proof."""

    bound: int
    proof: Proof


def prove(place: Place, duals: Duals, best: Best, deadline: float) -> Proven:
    """Prove that no division at a place is better than the best, or find a better one.

    `duals` are odd cycles of the place to begin with, and multipliers on them. At the deadline the bound so far comes
    back, which may be less than the best.
    """
    steps: list[Step] = []
    while True:
        relaxed = relax(place, duals, best, deadline)
        bound = relaxed.bound + place.constant
        if relaxed.end is End.CLOSED:
            return _done(best, steps, Close(relaxed.duals))
        if relaxed.end is End.STOPPED:
            return _done(best, steps, Close(relaxed.duals), bound)
        if relaxed.end is End.STUCK:
            return _branched(place, steps, relaxed, best, deadline)
        related = related_by(place.piece, relaxed.settled)
        try:
            kernel = kernelise(place.piece, related)
        except Contradiction:
            return _done(best, steps, Clash(related, relaxed.duals))
        steps.append(Narrow.to(kernel, relaxed.duals))
        duals, place = carried(relaxed.found, place.piece, kernel), place.into(kernel)


def _branched(place: Place, steps: list[Step], relaxed: Relaxed, best: Best, deadline: float) -> Proven:
    """Prove both cases for the pair that the linear program leaves most open."""
    first, second = _pair(place.piece, relaxed.x)
    bound = relaxed.bound + place.constant
    cases: list[Proven] = []
    for apart in (False, True):
        if stopping.expired(deadline):
            return _done(best, steps, Close(relaxed.duals), bound)
        related = Related(np.array([first]), np.array([second]), np.array([apart]))
        kernel = kernelise(place.piece, related)
        case = prove(place.into(kernel), carried(relaxed.found, place.piece, kernel), best, deadline)
        cases.append(Proven(case.bound, Proof((Narrow.to(kernel), *case.proof.steps))))
    together, apart_ = cases
    least = min(together.bound, apart_.bound)
    if least < bound:
        return _done(best, steps, Close(relaxed.duals), bound)
    return _done(best, steps, Branch(first, second, together.proof, apart_.proof), least)


def _done(best: Best, steps: list[Step], last: Step, bound: int | None = None) -> Proven:
    """Return the proof that ends so: of the bound, or of the best division's value where that is reached.

    Relations that were settled for a goal are settled for every lower one, as the best value and the bound are.
    """
    return Proven(best.value if bound is None else min(bound, best.value), Proof((*steps, last)))


def _pair(piece: Piece, x: Floats) -> tuple[int, int]:
    """Return the ends of the tie that the linear program leaves most open, the heavier the better."""
    open_ = np.minimum(x, 1.0 - np.minimum(x, 1.0))
    first, second = piece.ends[int(np.argmax(open_ * piece.sizes))]
    return int(first), int(second)
