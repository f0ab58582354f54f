"""The cheapest package of tracks after which a coalition holds, as a mixed-integer program."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate, pairwise
from time import monotonic

from ahlaf.model import Certificate, ProofStatus
from ahlaf.solve.mip import INFINITY, Program, Solution, SolveStatus
from ahlaf.solve.repair.tracks import NOTCHES_TO_A_WHOLE_TIE, Notches, Tracks

_SLACK = 1e-7
"""The program's rows are this much looser than the rule, so that rounding inside the solver can rule no package out;
what it then lets through is checked exactly, and cut off if it fails."""

_SAME_PRICE = 1e-6
"""Packages whose prices differ by less than this count as equally cheap."""


@dataclass(frozen=True, slots=True)
class Found:
    """The cheapest package, if one was found, and how far the proof came."""

    notches: Notches | None
    certificate: Certificate


class CheapestPackage:
    """Minimise the price of a package subject to: every member's balance is at least 0 afterwards.

    Variables z_pt ∈ {0, 1}: track p is mended by at least t notches, z_p1 ≥ z_p2 ≥ ...; z_p1 costs the opening and a
    notch (the notch alone on a red line, whose track is open anyway), every later one a notch. Rows, one for each
    member i that lacks something: Σ_{p at i} Σ_t rise_pt · z_pt ≥ −b_i.

    Of equally cheap packages the one is chosen that asks fewest notches of the first pair, then of the second, and so
    on in alphabetical order; so the answer does not hang on the solver's own order or on the machine.
    """

    def __init__(self, tracks: Tracks, deadline: float) -> None:
        self._tracks = tracks
        self._deadline = deadline
        self._program = Program()
        self._steps: list[list[int]] = []
        for track in tracks.tracks:
            first = track.notch if track.red_line else track.opening + track.notch
            costs = [first if t == 0 else track.notch for t in range(track.most)]
            steps = [self._program.variable(0, 1, cost=cost, whole=True) for cost in costs]
            for sooner, later in pairwise(steps):
                self._program.row({sooner: 1.0, later: -1.0}, lower=0.0)
            self._steps.append(steps)
        self._fixed_price = tracks.price((0,) * len(tracks.tracks))
        self._require_balances()

    def _require_balances(self) -> None:
        """Add the rows of every member that lacks something: its balance, and two that rounding makes stronger.

        A notch raises a balance by a third at most, so i needs D_i = ⌈3 |b_i|⌉ notches on its tracks, no track counting
        for more than D_i; and as many tracks as it takes of its longest. Both hold of every package that is enough,
        and without them the proof takes some twenty times as long for twelve members.
        """
        for i, balance in enumerate(self._tracks.balances):
            if balance >= -_SLACK:
                continue
            own = [
                (track, steps)
                for ends, track, steps in zip(self._tracks.ends, self._tracks.tracks, self._steps, strict=True)
                if i in ends and steps
            ]
            rises = {
                step: float(track.rise(t + 1) - track.rise(t)) for track, steps in own for t, step in enumerate(steps)
            }
            self._program.row(rises, lower=-balance - _SLACK)
            needed = math.ceil(NOTCHES_TO_A_WHOLE_TIE * (-balance - _SLACK))
            counted = [step for _, steps in own for step in steps[:needed]]
            self._program.row(dict.fromkeys(counted, 1.0), lower=needed)
            longest = accumulate(sorted((min(len(steps), needed) for _, steps in own), reverse=True))
            fewest = 1 + sum(1 for length in longest if length < needed)
            self._program.row({steps[0]: 1.0 for _, steps in own}, lower=fewest)

    def find(self) -> Found:
        """Find the cheapest package that no cut forbids, with its certificate."""
        notches, solution = self._solve()
        if solution.status is SolveStatus.INFEASIBLE:
            return Found(None, Certificate(ProofStatus.INFEASIBLE, INFINITY, 0.0))
        bound = max(0.0, solution.bound + self._fixed_price)
        if notches is None:
            return Found(None, Certificate(ProofStatus.STOPPED, bound, INFINITY))
        if solution.status is not SolveStatus.OPTIMAL:
            price = self._tracks.price(notches)
            return Found(notches, Certificate(ProofStatus.STOPPED, min(bound, price), max(0.0, price - bound)))
        notches = self._first_in_order(notches)
        return Found(notches, Certificate(ProofStatus.OPTIMAL, self._tracks.price(notches), 0.0))

    def forbid_more_than(self, notches: Notches) -> None:
        """Cut off every package that asks at least these notches of every track: it does this and more, for more."""
        last = [steps[count - 1] for steps, count in zip(self._steps, notches, strict=True) if count]
        self._program.row(dict.fromkeys(last, 1.0), upper=len(last) - 1.0)

    def forbid_touching_the_same(self, notches: Notches) -> None:
        """Cut off every package that touches exactly the tracks that this one touches."""
        row = {steps[0]: 1.0 if count else -1.0 for steps, count in zip(self._steps, notches, strict=True) if steps}
        touched = sum(1 for count in notches if count)
        self._program.row(row, upper=touched - 1.0)

    def _solve(self) -> tuple[Notches | None, Solution]:
        """Solve until what is found passes the exact check; for who is still below, some track must go further."""
        while True:
            solution = self._program.solve(self._deadline - monotonic())
            if not solution.found:
                return None, solution
            notches = tuple(round(sum(solution.values[step] for step in steps)) for steps in self._steps)
            below = self._tracks.below(notches)
            if not below:
                return notches, solution
            if solution.status is not SolveStatus.OPTIMAL:
                return None, solution
            for i in below:
                more = [
                    steps[count]
                    for ends, steps, count in zip(self._tracks.ends, self._steps, notches, strict=True)
                    if i in ends and count < len(steps)
                ]
                self._program.row(dict.fromkeys(more, 1.0), lower=1.0)

    def _first_in_order(self, notches: Notches) -> Notches:
        """Among the equally cheap, ask as little as can be of each track in turn, from the first to the last.

        Each trial forbids the last notch of a track, all tracks before it being settled, and seeks the cheapest again.
        """
        dearest = self._tracks.price(notches) + _SAME_PRICE
        for p, steps in enumerate(self._steps):
            while notches[p]:
                self._program.set_bounds(steps[notches[p] - 1], 0.0, 0.0)
                fewer, _ = self._solve()
                if fewer is None or self._tracks.price(fewer) > dearest:
                    break
                notches = fewer
            for t, step in enumerate(steps):
                settled = 1.0 if t < notches[p] else 0.0
                self._program.set_bounds(step, settled, settled)
        for steps in self._steps:
            for step in steps:
                self._program.set_bounds(step, 0.0, 1.0)
        return notches
