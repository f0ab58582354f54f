"""The proof as a tree: narrow a place as long as its multipliers settle something, then try both ways for a pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ahlaf.solve import stopping
from ahlaf.solve.camps.carry import carried
from ahlaf.solve.camps.cuts import Cuts
from ahlaf.solve.camps.doubled import Floats
from ahlaf.solve.camps.fixing import related_by
from ahlaf.solve.camps.kernel import Contradiction, Kernel, Related, kernelise
from ahlaf.solve.camps.piece import Piece
from ahlaf.solve.camps.place import Best, Place
from ahlaf.solve.camps.proof import Branch, Clash, Close, Narrow, Proof, Split
from ahlaf.solve.camps.relax import End, relax

Step = Narrow | Close | Clash | Branch | Split


@dataclass(frozen=True, slots=True, eq=False)
class Proven:
    """A valid lower bound of every division at a place, as one of the whole; `proof` where it is the best value."""

    bound: int
    proof: Proof | None


def prove(place: Place, kernel: Kernel, cuts: Cuts, best: Best, deadline: float) -> Proven:
    """Prove that no division at a place, of which `kernel` is one, is better than the best, or find a better one.

    `cuts` are odd cycles of the place, to begin with.
    """
    steps: list[Step] = [Narrow.to(kernel)]
    cuts, place = carried(cuts, place.piece, kernel), place.into(kernel)
    while True:
        relaxed = relax(place, cuts, best, deadline)
        cuts = relaxed.cuts
        bound = relaxed.bound + place.constant
        if relaxed.end is End.CLOSED:
            return _proven(best, steps, Close(relaxed.duals))
        if relaxed.end is End.STOPPED:
            return Proven(min(bound, best.value), None)
        if relaxed.end is End.STUCK:
            break
        related = related_by(place.piece, relaxed.settled)
        try:
            kernel = kernelise(place.piece, related)
        except Contradiction:
            return _proven(best, steps, Clash(related, relaxed.duals))
        steps.append(Narrow.to(kernel, relaxed.duals))
        cuts, place = carried(cuts, place.piece, kernel), place.into(kernel)
    first, second = _pair(place.piece, relaxed.x)
    sides: list[Proven] = []
    for apart in (False, True):
        if stopping.expired(deadline):
            return Proven(min(bound, best.value), None)
        related = Related(np.array([first]), np.array([second]), np.array([apart]))
        sides.append(prove(place, kernelise(place.piece, related), cuts, best, deadline))
    together, apart_ = (side.proof for side in sides)
    if together is None or apart_ is None:
        return Proven(max(bound, min(side.bound for side in sides)), None)
    return _proven(best, steps, Branch(first, second, together, apart_))


def _proven(best: Best, steps: list[Step], last: Step) -> Proven:
    return Proven(best.value, Proof((*steps, last)))


def _pair(piece: Piece, x: Floats) -> tuple[int, int]:
    """Return the ends of the tie that the linear program leaves most open, the heavier the better."""
    open_ = np.minimum(x, 1.0 - np.minimum(x, 1.0))
    first, second = piece.ends[int(np.argmax(open_ * piece.sizes))]
    return int(first), int(second)
