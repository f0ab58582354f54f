"""What would it take: the cheapest packages of mended ties and lifted red lines after which the coalition holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from time import monotonic

import numpy as np
from numpy.typing import NDArray

from ahlaf.model import Certificate, Constraints, FirmPackage, Package, ProofStatus, Reconciliation
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.solve.coalition.sampling import draw, probability_of_holding
from ahlaf.solve.repair.cheapest import Found, cheapest, further
from ahlaf.solve.repair.conflict import smallest_conflict
from ahlaf.solve.repair.tracks import Tracks

PACKAGES, PACKAGES_OF_MANY = 5, 3
"""How many packages are offered: the cheapest and the next best; fewer of a coalition of more than `MANY_MEMBERS`."""

MANY_MEMBERS = 20
"""A coalition of more members is a large one: each proof may take seconds, so fewer are sought."""

TIES_AT_LOW = (1, 2)
"""How many of each member's ties may be at their lows at once in the firm packages, before all of them are."""

MOST_MEMBERS_AT_ALL_LOWS = 20
"""Above so many members nobody is asked to be ready for all ties at their lows at once: the price says nothing then."""

_UNTIL_FIRST, _UNTIL_FURTHER, _UNTIL_FIRM = 0.55, 0.45, 0.75
"""By which part of the time each is done: the cheapest package, the next best, the firm ones; the price without
constraints has what is left."""


def reconcile(game: CoalitionGame, *, time_limit: float = 60.0) -> Reconciliation:
    """Find what would make the coalition hold at the least price, the next best packages, and firmer ones.

    Minimise Σ over pairs of f y + q k (+ r where a red line is lifted), k whole notches of a third each on a tie that
    can rise to 1 at most, subject to every balance ≥ 0, every red line inside lifted, and the question's constraints.
    f = opening, q = notch and r = red_line of the price parameters. Each package leaves alone a tie that each one
    before it mends. Firm packages are enough even if any Γ of each member's ties are at their lows, Γ = 1, 2 and all.
    Proven optimal, or stopped after `time_limit` seconds with a bound and a gap.

    Sources: D. Bertsimas and M. Sim (2004), The price of robustness; A. L. Soyster (1973) for Γ = all.
    """
    start = monotonic()
    constraints = game.question.constraints
    tracks = Tracks.of(game)
    first = _affordable(cheapest(tracks, start + _UNTIL_FIRST * time_limit), constraints, tracks)
    if first.notches is None:
        conflict, free = None, None
        if constraints.given:
            free = _free_price(game, start + time_limit)
            if first.certificate.status is ProofStatus.INFEASIBLE and free is not None:
                conflict = smallest_conflict(game, start + time_limit)
        return Reconciliation((), first.certificate, free_price=free, conflict=conflict)
    packages, complete = _packages(tracks, first, constraints, start + _UNTIL_FURTHER * time_limit)
    firm = tuple(_firm(game, start + _UNTIL_FIRM * time_limit))
    free = _free_price(game, start + time_limit) if constraints.given else packages[0].price
    after = _After(game)
    return Reconciliation(
        packages=tuple(after.told(package) for package in packages),
        complete=complete,
        firm=tuple(replace(one, package=one.package and after.told(one.package)) for one in firm),
        certificate=first.certificate,
        free_price=free,
        conflict=None,
    )


def _affordable(found: Found, constraints: Constraints, tracks: Tracks) -> Found:
    """Drop a package that is over the budget; proven so where no package costs less."""
    budget = constraints.budget
    if budget is None or found.certificate.bound <= budget + HOLDS_TOLERANCE:
        if budget is not None and found.notches is not None and tracks.price(found.notches) > budget + HOLDS_TOLERANCE:
            return Found(None, Certificate(ProofStatus.STOPPED, found.certificate.bound, float("inf")))
        return found
    return Found(None, Certificate(ProofStatus.INFEASIBLE, float("inf"), 0.0))


def _packages(tracks: Tracks, first: Found, constraints: Constraints, deadline: float) -> tuple[list[Package], bool]:
    """Add the next best packages to the first, as far as they are proven, and say whether there are no more."""
    assert first.notches is not None
    most = PACKAGES if len(tracks.members) <= MANY_MEMBERS else PACKAGES_OF_MANY
    packages = [tracks.package(first.notches, first.certificate)]
    if first.certificate.status is not ProofStatus.OPTIMAL:
        return packages, False
    for found in islice(further(tracks, first.notches, deadline), most):
        found = _affordable(found, constraints, tracks)
        if found.notches is None or found.certificate.status is not ProofStatus.OPTIMAL:
            return packages, found.certificate.status is ProofStatus.INFEASIBLE
        if len(packages) == most:
            break
        packages.append(tracks.package(found.notches, found.certificate))
    return packages, False


def _firm(game: CoalitionGame, deadline: float) -> list[FirmPackage]:
    """Find the cheapest package for each number of ties at their lows, none where everything is known exactly."""
    if all(tie.low == tie.weight for tie in (game.network.ties[pair] for pair in game.pairs)):
        return []
    everyone = len(game.members) - 1
    counts: list[int | None] = [count for count in TIES_AT_LOW if count < everyone]
    if len(game.members) <= MOST_MEMBERS_AT_ALL_LOWS:
        counts.append(None)
    return [_at_low(game, count, deadline) for count in counts]


def _at_low(game: CoalitionGame, count: int | None, deadline: float) -> FirmPackage:
    tracks = Tracks.of(game, at_low=len(game.members) if count is None else count)
    found = _affordable(cheapest(tracks, deadline), game.question.constraints, tracks)
    package = None if found.notches is None else tracks.package(found.notches, found.certificate)
    return FirmPackage(count, package, found.certificate)


def _free_price(game: CoalitionGame, deadline: float) -> float | None:
    """Return the price of the cheapest package without constraints, None where none is proven."""
    tracks = Tracks.of(game, constraints=Constraints())
    found = cheapest(tracks, deadline)
    proven = found.notches is not None and found.certificate.status is ProofStatus.OPTIMAL
    return tracks.price(found.notches) if proven and found.notches is not None else None


class _After:
    """How firm the coalition would be after a package: ties are drawn as the verdict draws them, and mended."""

    def __init__(self, game: CoalitionGame) -> None:
        self._game = game
        self._draws = draw(game)
        self._lows = np.array([[game.value(pair, "low") for pair in game.pairs]])
        self._place = {pair: p for p, pair in enumerate(game.pairs)}

    def told(self, package: Package) -> Package:
        """Add how probable it is that the coalition holds after a package, and whether it does at all lows."""
        probability = probability_of_holding(self._game, self._mended(self._draws, package))
        at_lows = self._game.balances_of(self._mended(self._lows, package))
        return replace(package, probability=probability, holds_at_lows=bool((at_lows >= -HOLDS_TOLERANCE).all()))

    def _mended(self, weights: NDArray[np.float64], package: Package) -> NDArray[np.float64]:
        """Raise the ties of a package by what its notches raise their weights, to 1 at most."""
        mended = weights.copy()
        for step in package.steps:
            column = mended[:, self._place[step.pair]]
            np.minimum(1.0, column + (step.after - step.before), out=column)
        return mended
