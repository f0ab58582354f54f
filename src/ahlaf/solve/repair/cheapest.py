"""The cheapest packages of tracks after which a coalition holds, each with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.mip import INFINITY, SolveStatus
from ahlaf.solve.repair.exchange import exchanged, exchanges, settled
from ahlaf.solve.repair.program import PackageProgram, beaten
from ahlaf.solve.repair.tracks import SAME_PRICE, Notches, Tracks


@dataclass(frozen=True, slots=True)
class Found:
    """The cheapest package, if one was found, and how far the proof came."""

    notches: Notches | None
    certificate: Certificate


def cheapest(tracks: Tracks, deadline: float) -> Found:
    """Find the cheapest package; impossible is told at once where every track mended as far as it helps is too little.

    Of equally cheap packages one is given that no exchange betters: no track of it can be put in another's place, of a
    friendlier tie or of an equal one earlier in alphabetical order, at the same price.
    """
    if not tracks.possible:
        return Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))
    untouched: Notches = (0,) * len(tracks.tracks)
    if tracks.enough(untouched):
        return Found(untouched, Certificate(ProofStatus.OPTIMAL, tracks.price(untouched), 0.0))
    found = _find(tracks, PackageProgram(tracks, beaten(tracks)), deadline)
    if found.notches is None or found.certificate.status is not ProofStatus.OPTIMAL:
        return found
    return Found(settled(tracks, found.notches), found.certificate)


def further(tracks: Tracks, first: Notches, deadline: float) -> Iterator[Found]:
    """Yield the next cheapest packages after the first; each leaves alone a tie that each one before it mends.

    Whatever is as cheap as the one before it is the next, for none can be cheaper: so exchanges of a single track are
    tried first, and then a search without the tracks that others beat, before one among all. The last found has no
    package, and says whether there are no more (infeasible) or time ran out.
    """
    known = [first]
    few, all_tracks = _Forbidding(tracks, beaten(tracks)), _Forbidding(tracks, ())
    while any(known[-1]):
        notches = _as_cheap(tracks, known)
        if notches is None:
            notches = few.find(known, deadline).notches
        as_cheap = notches is not None and tracks.price(notches) < tracks.price(known[-1]) + SAME_PRICE
        if notches is not None and as_cheap:
            found = Found(notches, Certificate(ProofStatus.OPTIMAL, tracks.price(notches), 0.0))
        else:
            found = all_tracks.find(known, deadline)
        yield found
        if found.notches is None or found.certificate.status is not ProofStatus.OPTIMAL:
            return
        known.append(found.notches)
    yield Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))


class _Forbidding:
    """A program that is made when first asked, and in which known packages and all that mend as much are forbidden."""

    def __init__(self, tracks: Tracks, left_out: Iterable[int]) -> None:
        self._tracks = tracks
        self._left_out = set(left_out)
        self._program: PackageProgram | None = None
        self._forbidden = 0

    def find(self, known: Sequence[Notches], deadline: float) -> Found:
        """Find the cheapest package that leaves alone a tie of each known one."""
        if self._program is None:
            self._program = PackageProgram(self._tracks, self._left_out)
        for package in known[self._forbidden :]:
            self._program.forbid(package)
        self._forbidden = len(known)
        return _find(self._tracks, self._program, deadline)


def _find(tracks: Tracks, program: PackageProgram, deadline: float) -> Found:
    """Solve until what is found passes the exact check; who is still below then asks again without slack."""
    tightened: set[int] = set()
    while True:
        solution = program.solve(deadline - monotonic())
        if solution.status is SolveStatus.INFEASIBLE:
            return Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))
        bound = max(0.0, solution.bound + program.fixed_price)
        if not solution.found:
            return Found(None, Certificate(ProofStatus.STOPPED, bound, INFINITY))
        notches = program.notches(solution)
        below = set(tracks.below(notches))
        if not below:
            price = tracks.price(notches)
            if solution.status is SolveStatus.OPTIMAL:
                return Found(notches, Certificate(ProofStatus.OPTIMAL, price, 0.0))
            bound = min(bound, price)
            return Found(notches, Certificate(ProofStatus.STOPPED, bound, price - bound))
        if solution.status is not SolveStatus.OPTIMAL or below <= tightened:
            return Found(None, Certificate(ProofStatus.STOPPED, bound, INFINITY))
        program.tighten(below - tightened)
        tightened |= below


def _as_cheap(tracks: Tracks, known: list[Notches]) -> Notches | None:
    """Return a package as cheap as the last that one exchange makes of a known one; each leaves some tie alone."""
    price = tracks.price(known[-1])
    mended = [{p for p, count in enumerate(package) if count} for package in known]
    for package, touched in zip(known, mended, strict=True):
        if abs(tracks.price(package) - price) >= SAME_PRICE:
            continue
        for out, other in exchanges(tracks, package):
            after = (touched - {out}) | {other}
            if not any(one <= after for one in mended):
                return exchanged(package, (out, other))
    return None
