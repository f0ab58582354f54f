"""The cheapest packages of tracks after which a coalition holds, each with its proof."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.mip import INFINITY, SolveStatus
from ahlaf.solve.repair.program import PackageProgram, beaten
from ahlaf.solve.repair.tracks import Notches, Tracks

SAME_PRICE = 1e-6
"""Packages whose prices differ by less than this count as equally cheap."""


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
    return Found(_settled(tracks, found.notches), found.certificate)


def further(tracks: Tracks, first: Notches, deadline: float) -> Iterator[Found]:
    """Yield the next cheapest packages after the first; each leaves alone a tie that each one before it mends.

    Whatever is as cheap as the one before it is the next, for none can be cheaper: so exchanges of a single track are
    tried first. The last found has no package, and says whether there are no more (infeasible) or time ran out.
    """
    known = [first]
    program: PackageProgram | None = None
    while any(known[-1]):
        notches = _exchanged(tracks, known)
        if notches is not None:
            found = Found(notches, Certificate(ProofStatus.OPTIMAL, tracks.price(notches), 0.0))
        else:
            if program is None:
                program = PackageProgram(tracks)
                for package in known[:-1]:
                    program.forbid(package)
            for package in known[-1:]:
                program.forbid(package)
            found = _find(tracks, program, deadline)
        yield found
        if found.notches is None or found.certificate.status is not ProofStatus.OPTIMAL:
            return
        if notches is not None and program is not None:
            program.forbid(known[-1])
        known.append(found.notches)
    yield Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))


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


def _settled(tracks: Tracks, notches: Notches) -> Notches:
    """Put better tracks in the place of worse ones at the same price, until no single exchange is left."""
    while True:
        better = next(
            (
                changed
                for p, other, changed in _exchanges(tracks, notches)
                if _rank(tracks, other) < _rank(tracks, p) and _same_price(tracks, changed, notches)
            ),
            None,
        )
        if better is None:
            return notches
        notches = better


def _exchanged(tracks: Tracks, known: list[Notches]) -> Notches | None:
    """Return a package as cheap as the last that one exchange makes of a known one; each leaves some tie alone."""
    mended = [{p for p, count in enumerate(package) if count} for package in known]
    for package in known:
        if not _same_price(tracks, package, known[-1]):
            continue
        for _, _, changed in _exchanges(tracks, package):
            touched = {p for p, count in enumerate(changed) if count}
            if _same_price(tracks, changed, package) and not any(one <= touched for one in mended):
                return changed
    return None


def _exchanges(tracks: Tracks, notches: Notches) -> Iterator[tuple[int, int, Notches]]:
    """Yield what is enough after one track takes another's place at one of its ends: the two tracks, and the package.

    Worst tracks are given up first, and the best are tried first in their place.
    """
    mended = sorted((p for p, count in enumerate(notches) if count), key=lambda p: _rank(tracks, p), reverse=True)
    for p in mended:
        if tracks.tracks[p].red_line:
            continue
        others = {other for end in tracks.ends[p] for other in tracks.own[end]}
        for other in sorted(others, key=lambda track: _rank(tracks, track)):
            if notches[other] or tracks.tracks[other].red_line or tracks.tracks[other].most < notches[p]:
                continue
            changed = list(notches)
            changed[other], changed[p] = notches[p], 0
            if tracks.enough(tuple(changed)):
                yield p, other, tuple(changed)


def _rank(tracks: Tracks, p: int) -> tuple[float, int]:
    """Return the order in which equals are chosen: the friendlier tie first, then the earlier pair."""
    return -tracks.tracks[p].before, p


def _same_price(tracks: Tracks, one: Notches, other: Notches) -> bool:
    return math.isclose(tracks.price(one), tracks.price(other), rel_tol=0.0, abs_tol=SAME_PRICE)
