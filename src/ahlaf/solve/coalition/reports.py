"""Which single report, if it were left out, would change the answer?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ahlaf.model import Pair, ReportFlip, Status, Tie, TieOrigin
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, Basis, CoalitionGame
from ahlaf.ties import compute_ties

_SAME_WEIGHT = 2e-6
"""A tie may have been rounded to six digits in a file; one that is further from its own evidence was not computed
from it with these parameters, and is left as it stands."""


def report_flips(game: CoalitionGame, status: Status) -> tuple[tuple[ReportFlip, ...], int]:
    """Return the reports without which the ties give another answer, and how many were left out in turn.

    Without a report every computed tie inside is computed anew from the sentences of the others, which keep their
    weights, and the day from which age counts stays. Hand-coded ties and red lines stay as they are. Those that change
    the central verdict come first. `status` is what the ties give with all reports.
    """
    without: dict[str, dict[Pair, Tie]] = {}
    for pair in game.pairs:
        for report, tie in _without_each_report(game.network.ties[pair], game):
            without.setdefault(report, {})[pair] = tie
    standing = [_Standing.of(game, basis) for basis in ("low", "weight", "high")]
    central = standing[1].holds_with({})
    found = []
    for report in sorted(without):
        worst, holds, best = (each.holds_with(without[report]) for each in standing)
        flip = ReportFlip(report, Status.HOLDS if worst else Status.CONTESTED if best else Status.FAILS, holds)
        if flip.central != central or flip.status is not status:
            found.append(flip)
    found.sort(key=lambda flip: (flip.central == central, flip.report))
    return tuple(found), len(without)


def _without_each_report(tie: Tie, game: CoalitionGame) -> Iterator[tuple[str, Tie]]:
    """Yield what a computed tie would be without each report that bears on it."""
    parameters = game.question.parameters.ties
    if tie.origin is not TieOrigin.COMPUTED or not tie.evidence:
        return
    (whole,) = compute_ties({tie.pair: tie.evidence}, parameters)
    numbers = zip((whole.weight, whole.low, whole.high), (tie.weight, tie.low, tie.high), strict=True)
    if any(abs(computed - given) > _SAME_WEIGHT for computed, given in numbers):
        return
    for report in dict.fromkeys(item.report for item in tie.evidence):
        left = [item for item in tie.evidence if item.report != report]
        yield report, compute_ties({tie.pair: left}, parameters)[0]


@dataclass(frozen=True, slots=True)
class _Standing:
    """The balances with every tie at one end of its interval, or at its weight, and how many are below zero."""

    game: CoalitionGame
    basis: Basis
    balances: Mapping[str, float]
    below: int

    @classmethod
    def of(cls, game: CoalitionGame, basis: Basis) -> _Standing:
        balances = dict(zip(game.members, game.balances(basis), strict=True))
        return cls(game, basis, balances, sum(_is_below(balance) for balance in balances.values()))

    def holds_with(self, changed: Mapping[Pair, Tie]) -> bool:
        """Say whether nobody is below zero with these ties in place of their own."""
        moved: dict[str, float] = {}
        for pair, tie in changed.items():
            value = tie.low if self.basis == "low" else tie.high if self.basis == "high" else tie.weight
            for end in pair:
                moved[end] = moved.get(end, self.balances[end]) + value - self.game.value(pair, self.basis)
        rescued = sum(_is_below(self.balances[member]) for member in moved)
        return self.below == rescued and not any(map(_is_below, moved.values()))


def _is_below(balance: float) -> bool:
    return balance < -HOLDS_TOLERANCE
