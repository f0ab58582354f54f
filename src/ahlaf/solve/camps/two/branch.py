"""The proof as a tree: narrow a place as long as its multipliers settle something, then try both ways for a pair."""

from __future__ import annotations

import numpy as np

from ahlaf.solve import stopping
from ahlaf.solve.camps.cuts import Duals
from ahlaf.solve.camps.kernel.carry import carried
from ahlaf.solve.camps.kernel.kernel import Contradiction, Related, kernelise
from ahlaf.solve.camps.proof.proof import Branch, Clash, Close, Narrow, Proof, Split
from ahlaf.solve.camps.two.fixing import related_by
from ahlaf.solve.camps.two.place import Best, Place, Proven
from ahlaf.solve.camps.two.relax import End, Relaxed, relax
from ahlaf.solve.camps.values import values_of_two

# Up to so many actors the semidefinite bound closes what cycles leave open; above, all triples of them are too many.
MOST_ENCLOSED = 250
# It is turned to at once where the packing of such a piece leaves more than this share of the best value open.
FAR = 0.01

Step = Narrow | Close | Clash | Branch | Split


def prove(place: Place, duals: Duals, best: Best, deadline: float) -> Proven:
    """Prove that no division at a place is better than the best, or find a better one.

    `duals` are odd cycles of the place to begin with, and multipliers on them. At the deadline the bound so far comes
    back, which may be less than the best.
    """
    steps: list[Step] = []
    if _is_far(place, duals, best):
        return _enclosed(place, steps, duals, best, deadline)
    while True:
        relaxed = relax(place, duals, best, deadline)
        bound = relaxed.bound + place.constant
        if relaxed.end is End.CLOSED:
            return _done(best, steps, Close(relaxed.duals))
        if relaxed.end is End.STOPPED:
            return _done(best, steps, Close(relaxed.duals), bound)
        if relaxed.end is End.STUCK and place.piece.nodes <= MOST_ENCLOSED:
            return _enclosed(place, steps, relaxed.duals, best, deadline)
        if relaxed.end is End.STUCK:
            return _branched(place, steps, relaxed, best, deadline)
        related = related_by(place.piece, relaxed.settled)
        try:
            kernel = kernelise(place.piece, related)
        except Contradiction:
            return _done(best, steps, Clash(related, relaxed.duals))
        steps.append(Narrow.to(kernel, relaxed.duals))
        duals, place = carried(relaxed.found, place.piece, kernel), place.into(kernel)


def _is_far(place: Place, duals: Duals, best: Best) -> bool:
    """Say whether multipliers to begin with leave so much open that the linear program would be long about it."""
    goal = best.goal(place) * duals.unit
    return (
        0 < place.piece.nodes <= MOST_ENCLOSED
        and len(duals.cuts) > 0
        and (duals.numerator(place.piece) < (1.0 - FAR) * goal)
    )


def _enclosed(place: Place, steps: list[Step], duals: Duals, best: Best, deadline: float) -> Proven:
    """Go on without the linear program, by the bound of the semidefinite one."""
    # It loads an optimiser that most networks need not.
    from ahlaf.solve.camps.two.dense import prove_dense

    found = prove_dense(place, best, deadline)
    bound = values_of_two(place.piece).from_bound(duals.numerator(place.piece), duals.unit) + place.constant
    if found.bound < min(bound, best.value):
        return _done(best, steps, Close(duals), bound)
    return Proven(found.bound, Proof((*steps, *found.proof.steps)))


def _branched(place: Place, steps: list[Step], relaxed: Relaxed, best: Best, deadline: float) -> Proven:
    """Prove both cases for the pair that tells most."""
    first, second = place.piece.ends[relaxed.tie].tolist()
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
