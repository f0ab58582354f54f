"""What would it take: the cheapest packages of mended ties and lifted red lines after which the coalition holds."""

from __future__ import annotations

from time import monotonic

from ahlaf.model import Certificate, Package, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import CoalitionGame
from ahlaf.solve.mip import INFINITY
from ahlaf.solve.repair.cheapest import CheapestPackage, Found
from ahlaf.solve.repair.tracks import Notches, Tracks

PACKAGES = 3
"""How many packages are offered: the cheapest and the next best."""


def reconcile(game: CoalitionGame, *, time_limit: float = 60.0) -> Reconciliation:
    """Find what would make the coalition hold at the least price, the next best packages, and a robust one.

    Minimise Σ over pairs of f y + q k (+ r where a red line is lifted), k whole notches of a third each on a tie that
    can rise to 1 at most, subject to every balance ≥ 0 and every red line inside lifted. f = opening, q = notch and
    r = red_line of the price parameters. Each package touches other ties than those before it, and no step of it can
    be left out. `robust` is the cheapest package that is enough even with every tie at its low.
    Proven optimal, or stopped after `time_limit` seconds with a bound and a gap.
    """
    deadline = monotonic() + time_limit
    tracks = Tracks.of(game)
    first = cheapest(tracks, deadline)
    if first.notches is None:
        return Reconciliation((), None, first.certificate)
    robust = _robust(game, deadline)
    return Reconciliation(_packages(tracks, first, deadline), robust, first.certificate)


def cheapest(tracks: Tracks, deadline: float) -> Found:
    """Find the cheapest package; impossible is told at once, from every track mended as far as it helps."""
    if not tracks.possible:
        return Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))
    untouched: Notches = (0,) * len(tracks.tracks)
    if tracks.hold(untouched):
        return Found(untouched, Certificate(ProofStatus.OPTIMAL, tracks.price(untouched), 0.0))
    return CheapestPackage(tracks, deadline).find()


def _packages(tracks: Tracks, first: Found, deadline: float) -> tuple[Package, ...]:
    """Add the next best packages to the first."""
    assert first.notches is not None
    packages = [tracks.package(first.notches, first.certificate)]
    if not any(first.notches) or first.certificate.status is not ProofStatus.OPTIMAL:
        return tuple(packages)
    program = CheapestPackage(tracks, deadline)
    taken = {_touched(first.notches)}
    program.forbid_more_than(first.notches)
    program.forbid_touching_the_same(first.notches)
    while len(packages) < PACKAGES:
        found = program.find()
        if found.notches is None:
            break
        needed = tracks.pared(found.notches)
        program.forbid_more_than(needed)
        # A package with a step to spare is an earlier one's ties mended otherwise, and something idle besides.
        if _touched(needed) not in taken:
            packages.append(tracks.package(needed, found.certificate))
            taken.add(_touched(needed))
            program.forbid_touching_the_same(needed)
        if found.certificate.status is not ProofStatus.OPTIMAL:
            break
    return tuple(packages)


def _touched(notches: Notches) -> tuple[bool, ...]:
    """Return which tracks a package touches; red lines are touched by all."""
    return tuple(count > 0 for count in notches)


def _robust(game: CoalitionGame, deadline: float) -> Package | None:
    """Return the cheapest package that is enough with every tie at its low, or None if none is or time ran out."""
    tracks = Tracks.of(game, "low")
    found = cheapest(tracks, deadline)
    return None if found.notches is None else tracks.package(found.notches, found.certificate)
