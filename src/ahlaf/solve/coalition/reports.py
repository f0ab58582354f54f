"""Which single report, if it were left out, would change the answer?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ahlaf.model import Pair, ReportFlip, Status, Tie, TieOrigin
from ahlaf.solve.coalition.game import HOLDS_TOLERANCE, CoalitionGame
from ahlaf.ties import compute_ties

_SAME_WEIGHT = 2e-6
"""A tie may have been rounded to six digits in a file; one that is further from its own evidence was not computed
from it with these parameters, and is left as it stands."""


def report_flips(game: CoalitionGame, status: Status) -> tuple[tuple[ReportFlip, ...], int]:
    """Return the reports without which the ties give another answer, and how many were left out in turn.

    Without a report every computed tie inside is computed anew from the sentences of the others, which keep their
    weights, and the day from which age counts stays. Hand-coded ties and red lines stay as they are. Those that change
    the central verdict come first.
    """
    central = all(balance >= -HOLDS_TOLERANCE for balance in game.balances())
    without: dict[str, dict[Pair, Tie]] = {}
    for pair in game.pairs:
        for report, tie in _without_each_report(game.network.ties[pair], game):
            without.setdefault(report, {})[pair] = tie
    found = []
    for report in sorted(without):
        holds = _holds(game, without[report])
        flip = ReportFlip(
            report, Status.HOLDS if holds[0] else Status.CONTESTED if holds[2] else Status.FAILS, holds[1]
        )
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
    if any(
        abs(a - b) > _SAME_WEIGHT for a, b in ((whole.weight, tie.weight), (whole.low, tie.low), (whole.high, tie.high))
    ):
        return
    for report in dict.fromkeys(item.report for item in tie.evidence):
        left = [item for item in tie.evidence if item.report != report]
        yield report, compute_ties({tie.pair: left}, parameters)[0]


def _holds(game: CoalitionGame, changed: Mapping[Pair, Tie]) -> tuple[bool, bool, bool]:
    """Say whether the coalition holds with some ties changed, at the lows, at the weights and at the highs."""
    answers = []
    for basis in ("low", "weight", "high"):
        balance = dict(zip(game.members, game.balances(basis), strict=True))
        for pair, tie in changed.items():
            value = {"low": tie.low, "weight": tie.weight, "high": tie.high}[basis]
            for end in pair:
                balance[end] += value - game.value(pair, basis)
        answers.append(min(balance.values()) >= -HOLDS_TOLERANCE)
    return answers[0], answers[1], answers[2]
